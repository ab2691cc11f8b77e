#pragma once

/// Where the article stands among the lines around it, by density: an article is the run of lines
/// with the most sentences and the fewest lines that speak against it.

#include <cstddef>
#include <vector>

#include "clean/lines.h"
#include "clean/signals.h"

namespace shuye {

struct MainText {
  std::size_t begin = 0;  // indices of lines; both 0 when nothing stands out
  std::size_t end = 0;
  double score = 0;  // about the width of its sentences, less what stands between them

  bool empty() const { return begin == end; }
};

/// `signals` are those of the lines. Linear.
MainText find_main_text(const std::vector<Line>& lines, const std::vector<Signal>& signals);

/// Which short lines stand more than once.
std::vector<bool> repeated_lines(const std::vector<Line>& lines);

}  // namespace shuye
