#pragma once

#include "render/footnotes.h"
#include "render/markup.h"
#include "shuye/view.h"

namespace shuye {

/// Writes a block's text with its spans and matches as nested elements. Spans may overlap in any
/// way: an element that another one cuts through is closed and opened again.
void write_inline(const View& view, const ViewBlock& block, const Footnotes& footnotes,
                  Markup& out);

}  // namespace shuye
