#pragma once

#include "clean/lines.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Web pages whose markup did not tell all: cuts the lines above and below the article's text that
/// speak against themselves, and rows of buttons inside of it. Unlike a pasted page, what the
/// markup left is nearly all article: a line without a signal counts for it.
SHUYE_APART void cut_edges(Document& document, const std::vector<Line>& lines);

}  // namespace shuye
