#pragma once

#include "clean/lines.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Finds the title where the metadata has none, with the subtitle and the category that can stand
/// around it, and gives every line that repeats the title its role.
SHUYE_APART void find_title(Document& document, const std::vector<Line>& lines);

}  // namespace shuye
