#pragma once

/// Who wrote a page, by the element that says so.

#include <string>

#include "parse/html_names.h"
#include "parse/html_tree.h"

namespace shuye {

/// What the first element with `rel=author`, an `itemprop` of an author or a class such as `byline`
/// says, without `By` before the name and without what is set apart behind it; empty when there is
/// none with a short text. Linear.
std::string find_page_byline(const HtmlTree& tree, NameReader& names);

}  // namespace shuye
