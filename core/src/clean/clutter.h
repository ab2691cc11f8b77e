#pragma once

#include "shuye/document.h"

namespace shuye {

/// Spam and buttons above the article.
void cut_head(Document& document);

/// What stands below the article: related links, buttons, appeals to follow an account. Notices of
/// copyright get their role.
void cut_tail(Document& document);

}  // namespace shuye
