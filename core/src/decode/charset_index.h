#pragma once

/// An index of the Encoding Standard as its pack has it: which code point a pointer stands for.

#include <optional>
#include <string_view>
#include <vector>

#include "decode/charset_pack.h"

namespace shuye {

struct CharsetRange {
  std::uint32_t pointer;
  char32_t code_point;
};

struct CharsetIndex {
  std::vector<char32_t> code_points;  ///< by pointer; 0 for none
  std::vector<CharsetRange> ranges;   ///< of gb18030, sorted; else none
};

/// Reads a pack's payload (charset_pack.h). Empty where it is none.
std::optional<CharsetIndex> read_charset_index(std::string_view payload,
                                               const charset_pack::Geometry& geometry);

/// A code point's UTF-8 as the four bytes of a number in memory's order, so that it is written at
/// once; 0 for 0.
std::uint32_t utf8_word(char32_t code_point);

}  // namespace shuye
