#pragma once

/// What a page says about itself: JSON-LD, OpenGraph, Dublin Core, `meta`, and its elements, each
/// believed before those that follow.

#include "parse/html_tree.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Fills in the fields that are empty, gives the heading that repeats the title its role, and makes
/// the addresses absolute when the page has a `base`.
SHUYE_APART void read_metadata(const HtmlTree& tree, Document& document);

}  // namespace shuye
