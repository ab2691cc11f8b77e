#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/plain_lines.h"

namespace shuye {

/// Where a program broke the lines of a text, in columns.
class Wrapping {
 public:
  explicit Wrapping(const std::vector<PlainLine>& lines);

  /// Whether the next line goes on with this one.
  bool joins(const std::vector<PlainLine>& lines, std::size_t i) const;

  bool is_wrapped() const { return least_ > 0; }

 private:
  void find_column(const std::vector<PlainLine>& lines);
  bool joins_pieces(const std::vector<PlainLine>& lines, std::size_t i) const;

  std::uint32_t least_ = 0;   // a line of this width had no room for more; 0: lines were not broken
  std::uint32_t indent_ = 0;  // the margin that all lines keep
  bool in_pieces_ = false;    // lines were cut at links and bold words
};

/// Puts a line behind a paragraph, with a space where one belongs.
void append_line(std::string& paragraph, std::string_view line);

}  // namespace shuye
