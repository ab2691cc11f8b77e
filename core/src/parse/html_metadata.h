#pragma once

/// What a page says about itself: JSON-LD, OpenGraph, Dublin Core, `meta`, and its elements, each
/// believed before those that follow.

#include <string_view>

#include "parse/html_names.h"
#include "parse/html_tree.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Fills in the fields that are empty, gives the heading that repeats the title its role, and makes
/// the addresses absolute: by the page's `base`, else by `name` where that is an address, else by
/// the address that the page gives as its own. By that alone, what lies in the folder of a saved
/// page (`…_files/`) stays relative. So does `#…` where there is no `base`.
SHUYE_APART void read_metadata(const HtmlTree& tree, NameReader& names, std::string_view name,
                               Document& document);

}  // namespace shuye
