#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace shuye {

/// The length of the run of ASCII at the beginning that needs no care: no NUL, no carriage return.
inline std::size_t plain_ascii(std::string_view bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = kOnes * 0x80;
  const auto has_zero = [](std::uint64_t word) { return (word - kOnes) & ~word & kHigh; };
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, 8);
    if (((word & kHigh) | has_zero(word) | has_zero(word ^ kOnes * '\r')) != 0) break;
  }
  for (; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 0x80 || byte == 0 || byte == '\r') break;
  }
  return i;
}

}  // namespace shuye
