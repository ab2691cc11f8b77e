#pragma once

/// Boxes that the page itself declares to be the article: `article`, `itemprop=articleBody`, and
/// the names that pages and well-known systems give to it.

#include <cstdint>
#include <vector>

#include "parse/html_candidates.h"
#include "parse/html_sketch.h"

namespace shuye {

/// The node that a page with little text declares to be the article; 0: none that holds a quarter
/// of the text.
std::uint32_t find_declared(const HtmlTree& tree, const PageMeasure& measure,
                            const std::vector<Names>& names);

/// Puts a declared box in the place of the found ones where those are something else altogether (a
/// stream of other articles below the title) or have little beside it. `heading` is that of the
/// title in the page, or 0. On `chinese` pages the well-known names are exact enough for more to be
/// left out. Whether the boxes are declared to be the article.
bool prefer_declared(const PageSketch& sketch, const std::vector<Tally>& totals,
                     std::uint32_t heading, bool chinese, ArticleBoxes& boxes);

}  // namespace shuye
