#pragma once

#include "clean/lines.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Spam and buttons above the article.
SHUYE_APART void cut_head(Document& document, const std::vector<Line>& lines);

/// Everything from a line such as 相关文章 on, if what follows are headlines and not prose.
SHUYE_APART void cut_related(Document& document, const std::vector<Line>& lines);

/// What stands at the end of the article: buttons, appeals to follow an account, the link to where
/// it was taken from. Notices of copyright get their role.
SHUYE_APART void cut_tail(Document& document, const std::vector<Line>& lines);

}  // namespace shuye
