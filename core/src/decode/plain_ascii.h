#pragma once

#include <cstddef>
#include <string_view>

#include "text/eight_bytes.h"

namespace shuye {

/// The length of the run of ASCII at the beginning that needs no care: no NUL, no carriage return.
inline std::size_t plain_ascii(std::string_view bytes) {
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    const std::uint64_t word = eight_bytes::read(bytes, i);
    if (((word & eight_bytes::kHigh) | eight_bytes::has(word, 0) | eight_bytes::has(word, '\r')) !=
        0) {
      break;
    }
  }
  for (; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 0x80 || byte == 0 || byte == '\r') break;
  }
  return i;
}

}  // namespace shuye
