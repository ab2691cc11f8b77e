#pragma once

#include "render/markup.h"
#include "shuye/document.h"
#include "shuye/view.h"

namespace shuye {

/// Writes the article as elements: a header with what the metadata says, the shown blocks, and the
/// footnotes at the end.
void write_article(const Document& document, const View& view, Markup& out);

}  // namespace shuye
