#pragma once

/// Runs of ideographs, five at a time: where all that counts of them is how many there are.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/character.h"
#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {

/// How many characters for which `is_common_han` stand in a row from `at` on, where one of
/// well-formed UTF-8 begins. Each has three bytes.
inline std::size_t common_han_run(std::string_view text, std::size_t at) {
  using namespace sixteen_bytes;
  if (static_cast<unsigned char>(text[at]) < 0xE4) return 0;
  constexpr std::uint32_t kFirstBytes = 0b001'001'001'001'001;
  constexpr std::size_t kLength = 3, kTaken = 5 * kLength;
  const std::size_t begin = at;
  for (; at + kSize + 1 <= text.size(); at += kTaken) {
    const Vector bytes = read(text.data() + at);
    const Vector next = read(text.data() + at + 1);
    // From E4 B8 80 to E9 BF BF.
    const Vector before = either(below(bytes, 0xE4), both(equal(bytes, 0xE4), below(next, 0xB8)));
    const std::uint32_t others = (bits(before) | ~bits(below(bytes, 0xEA))) & kFirstBytes;
    if (others != 0) {
      return (at - begin + static_cast<std::size_t>(std::countr_zero(others))) / kLength;
    }
  }
  while (at < text.size() && is_common_han(utf8::read(text, at).code_point)) at += kLength;
  return (at - begin) / kLength;
}

}  // namespace shuye
