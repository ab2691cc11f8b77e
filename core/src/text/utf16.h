#pragma once

/// Texts as UTF-16 units, as JavaScript has them: one for each character of the Basic Multilingual
/// Plane, so that a text is read from its end as quickly as from its beginning. A byte that is no
/// UTF-8 becomes a low surrogate by itself, from which it is told again.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shuye/utf16.h"
#include "text/utf8.h"

namespace shuye::utf16 {

constexpr bool is_high(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
constexpr bool is_low(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

/// Writes for each unit, and for the end, at which byte of the UTF-8 it begins.
void write_byte_offsets(std::u16string_view units, std::uint32_t* to);

/// As `utf8::read`, but the length is in units.
inline utf8::Character read(std::u16string_view text, std::size_t at) {
  const char16_t unit = text[at];
  if (is_high(unit) && at + 1 < text.size() && is_low(text[at + 1])) {
    return {0x10000U + ((unit & 0x3FFU) << 10) + (text[at + 1] & 0x3FFU), 2};
  }
  if (is_high(unit) || is_low(unit)) return {utf8::kIllFormed | (unit & 0xFFU), 1};
  return {unit, 1};
}

/// As `utf8::read_before`.
inline utf8::Character read_before(std::u16string_view text, std::size_t end) {
  const bool two = end >= 2 && is_low(text[end - 1]) && is_high(text[end - 2]);
  return read(text, end - (two ? 2 : 1));
}

}  // namespace shuye::utf16
