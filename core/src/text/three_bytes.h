#pragma once

/// Characters of three bytes of UTF-8, which nearly all of a Chinese text are.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace shuye::three_bytes {

/// The character at `at` where it has three bytes and another byte stands behind it; else 0. Asks
/// for less than `utf8::read`: in a text that is not well-formed it may be another character of the
/// Basic Multilingual Plane.
[[gnu::always_inline]] inline std::uint32_t read(std::string_view text, std::size_t at) {
  if (text.size() - at < 4) return 0;
  static_assert(std::endian::native == std::endian::little);
  std::uint32_t four = 0;
  std::memcpy(&four, text.data() + at, sizeof four);
  if ((four & 0xC0C0F0) != 0x8080E0) return 0;
  return (four & 0x0F) << 12 | (four >> 2 & 0xFC0) | (four >> 16 & 0x3F);
}

}  // namespace shuye::three_bytes
