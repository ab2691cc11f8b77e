#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "render/markup.h"
#include "shuye/view.h"

namespace shuye {

/// What the inline markup needs to know of the rest of the article: a footnote's number by its
/// label; 0 when there is no such footnote.
using FootnoteNumbers = std::function<std::size_t(std::string_view label)>;

/// Writes a block's text with its spans and matches as nested elements. Spans may overlap in any
/// way: an element that another one cuts through is closed and opened again.
void write_inline(const View& view, const ViewBlock& block, const FootnoteNumbers& footnotes,
                  Markup& out);

}  // namespace shuye
