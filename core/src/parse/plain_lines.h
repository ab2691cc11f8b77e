#pragma once

/// The lines of a plain text, with what tells how they belong together.

#include <cstdint>
#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye {

/// What a line begins with.
enum class LineMark : std::uint8_t { none, bullet, number, quote };

struct PlainLine {
  std::uint32_t begin = 0;  ///< in bytes of the text, without the blanks around it
  std::uint32_t end = 0;
  std::uint32_t indent = 0;  ///< in columns, as are widths: a Han character takes two
  std::uint32_t width = 0;
  std::uint16_t number = 0;      ///< of a mark that is one
  std::uint8_t mark_length = 0;  ///< in bytes, the blanks behind it included
  LineMark mark = LineMark::none;
  bool blank = true;
  bool rule = false;
  bool ends_sentence = false;
  bool goes_on = false;  ///< begins with a mark that no line begins with: ，。」

  std::string_view text_of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Lines end with LF, CR, both, or one of Unicode's separators.
std::vector<PlainLine> plain_lines(std::string_view text);

/// As wide as so many columns.
std::uint32_t columns_of(std::string_view text);

}  // namespace shuye
