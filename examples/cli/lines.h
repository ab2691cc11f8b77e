#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "files.h"

namespace cli {

/// Reads an input line by line as the lines arrive, in bounded memory.
class LineReader {
 public:
  enum class Found { line, too_long, end };

  LineReader(Input& input, std::size_t limit);

  /// The next line, without its newline. Of a line above the limit nothing is kept.
  shuye::Result<Found> next(std::string& line);

 private:
  Input& input_;
  std::size_t limit_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace cli
