#pragma once

#include "clean/lines.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Pasted pages: cuts what stands around the article, and the buttons and counters inside of it.
/// The lines that tell title, author and date stay for those who look for them. Where the lines
/// around the text say little against themselves, all of them stay.
SHUYE_APART void cut_surroundings(Document& document, const std::vector<Line>& lines);

}  // namespace shuye
