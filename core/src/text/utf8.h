#pragma once

/// Reading and writing UTF-8 by code points. After `decode` every text of the core is well-formed;
/// where it is not (the converter and the matcher are usable alone), a byte that begins no
/// character counts as one character of its own value above U+10FFFF, so that nothing is lost or
/// read beyond.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace shuye::utf8 {

struct Character {
  char32_t code_point = 0;   ///< kIllFormed | byte where the text is not UTF-8
  std::uint32_t length = 0;  ///< in bytes, 1 to 4
};

inline constexpr char32_t kIllFormed = 0x80000000;

/// `read` of anything but ASCII.
inline Character read_any(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto trail = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned char first = byte(0);
  const std::size_t left = text.size() - at;
  if (first >= 0xC2 && first < 0xE0 && left >= 2 && trail(1)) {
    return {static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
  }
  if (first >= 0xE0 && first < 0xF0 && left >= 3 && trail(1) && trail(2)) {
    const auto c =
        static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (first >= 0xF0 && first < 0xF5 && left >= 4 && trail(1) && trail(2) && trail(3)) {
    const auto c = static_cast<char32_t>((first & 0x07) << 18 | (byte(1) & 0x3F) << 12 |
                                         (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {kIllFormed | first, 1};
}

/// The character at `at`, which must be inside the text. What nearly all characters are is decided
/// where it is asked for; compilers for WebAssembly leave a longer function out of loops.
[[gnu::always_inline]] inline Character read(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  // U+1000 to U+CFFF: no overlong form and no surrogate begins like that.
  if (first >= 0xE1 && first <= 0xEC && text.size() - at >= 3 &&
      ((byte(1) & 0xC0) | (byte(2) & 0xC0) << 8) == 0x8080) {
    return {static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)),
            3};
  }
  return read_any(text, at);
}

/// Appends a code point; what `read` gave for an ill-formed byte becomes that byte again.
void append(std::string& out, char32_t code_point);

/// The character that ends at `end` (exclusive), which must be above 0.
Character read_before(std::string_view text, std::size_t end);

bool is_well_formed(std::string_view text);

/// All of the text's characters.
std::u32string code_points(std::string_view text);

/// The length of well-formed UTF-8 in UTF-16 code units.
std::size_t utf16_length(std::string_view text);

/// Where the character begins that has the UTF-16 code unit at `units`; the text's size behind its
/// end.
std::size_t byte_offset(std::string_view text, std::size_t units);

/// At most this many bytes of a longer text, at least four, without a part of a character at the
/// end.
inline std::string_view first_part(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > most - 3 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

/// The number of code points.
std::size_t length(std::string_view text);

}  // namespace shuye::utf8
