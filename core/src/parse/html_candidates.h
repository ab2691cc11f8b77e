#pragma once

/// Which boxes of a page hold the article. The way is Readability's: paragraphs give points for
/// their length and punctuation to the boxes around them, boxes of links lose them again, and what
/// stands beside the best box and is like it belongs to it.

#include <cstdint>
#include <vector>

#include "parse/html_sketch.h"

namespace shuye {

struct ScoreOptions {
  bool by_names = true;  ///< whether names count
  bool chinese = false;  ///< most of the page's text
  /// One past the heading that says the page's title; 0: there is none.
  std::uint32_t title_end = 0;
  std::uint32_t lead = 0;  ///< where the text begins as the page's description does; 0: nowhere
};

struct ArticleBoxes {
  std::uint32_t top = 0;             ///< of the sketch; 0: no box stands out
  std::vector<std::uint32_t> parts;  ///< `top` and the boxes beside it that go with it, in order
};

/// `totals` are those of `sketch`.
ArticleBoxes find_article_boxes(const PageSketch& sketch, const std::vector<Tally>& totals,
                                const ScoreOptions& options);

}  // namespace shuye
