#pragma once

/// Which boxes of a page hold the article. The way is Readability's: paragraphs give points for
/// their length and punctuation to the boxes around them, boxes of links lose them again, and what
/// stands beside the best box and is like it belongs to it.

#include <cstdint>
#include <vector>

#include "parse/html_sketch.h"

namespace shuye {

struct ArticleBoxes {
  std::uint32_t top = 0;             ///< of the sketch; 0: no box stands out
  std::vector<std::uint32_t> parts;  ///< `top` and the boxes beside it that go with it, in order
};

/// `totals` are those of `sketch`. `by_names`: whether names count.
ArticleBoxes find_article_boxes(const PageSketch& sketch, const std::vector<Tally>& totals,
                                bool by_names);

}  // namespace shuye
