#include "lines.h"

#include <algorithm>

namespace cli {

LineReader::LineReader(Input& input, std::size_t limit)
    : input_(input), limit_(limit), buffer_(std::size_t{1} << 16) {}

shuye::Result<LineReader::Found> LineReader::next(std::string& line) {
  line.clear();
  bool too_long = false;
  for (;;) {
    const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
    const auto end = buffer_.begin() + static_cast<std::ptrdiff_t>(end_);
    const auto newline = std::find(begin, end, '\n');
    const auto length = static_cast<std::size_t>(newline - begin);
    if (line.size() + length > limit_) {
      too_long = true;
      line.clear();
    }
    if (!too_long) line.append(begin, newline);
    if (newline != end) {
      begin_ += length + 1;
      return too_long ? Found::too_long : Found::line;
    }
    begin_ = 0;
    auto count = input_.read(buffer_.data(), buffer_.size());
    if (!count) return std::move(count).error();
    end_ = *count;
    if (end_ == 0) return too_long ? Found::too_long : line.empty() ? Found::end : Found::line;
  }
}

}  // namespace cli
