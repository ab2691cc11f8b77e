#pragma once

#include <cstddef>
#include <string_view>

namespace shuye {

/// Where the line that begins at `at` ends, its newline included: a place that no character of
/// UTF-8, GB18030 or Big5 goes across. A long line is cut where a byte shows such a place.
inline std::size_t safe_line_end(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kLong = 64;
  const std::size_t newline = bytes.substr(at, kLong).find('\n');
  if (newline != std::string_view::npos) return at + newline + 1;
  // No trail byte is below 0x30, and "\r\n" stays whole.
  for (std::size_t i = at + kLong; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x30 && byte != '\r') return i + 1;
  }
  return bytes.size();
}

}  // namespace shuye
