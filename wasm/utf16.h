#pragma once

/// UTF-8 to the UTF-16 of JavaScript's strings.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace shuye {

/// Writes well-formed UTF-8 as little-endian UTF-16 into the bytes of `out`. (JavaScript encoded
/// what was converted, and nothing that is converted becomes ill-formed; ill-formed bytes would
/// become characters of some kind, inside of `out`.)
inline void utf16_of(std::string_view utf8, std::string& out) {
  // No character takes more units than bytes. What is there need not be set to zeros.
  if (out.size() < 2 * utf8.size()) {
    out.clear();
    out.resize(2 * utf8.size());
  }
  char* to = out.data();
  const auto put_all = [&to](auto units) {
    std::memcpy(to, &units, sizeof units);
    to += sizeof units;
  };
  const auto put = [&](std::uint32_t unit) { put_all(static_cast<std::uint16_t>(unit)); };
  const std::size_t size = utf8.size();
  const auto byte = [&](std::size_t at) -> std::uint32_t {
    return at < size ? static_cast<unsigned char>(utf8[at]) : 0;
  };
  for (std::size_t at = 0; at < size;) {
    // Nearly all of a text: one character of three bytes, or four of one, out of four bytes.
    if (at + 4 <= size) {
      std::uint32_t four = 0;
      std::memcpy(&four, utf8.data() + at, sizeof four);
      if ((four & 0xC0C0F0) == 0x8080E0) {
        put((four & 0x0F) << 12 | (four >> 2 & 0xFC0) | (four >> 16 & 0x3F));
        at += 3;
        continue;
      }
      if ((four & 0x80808080) == 0) {
        const std::uint64_t wide = four;
        put_all((wide & 0xFF) | (wide & 0xFF00) << 8 | (wide & 0xFF0000) << 16 |
                (wide & 0xFF000000) << 24);
        at += 4;
        continue;
      }
    }
    const std::uint32_t first = byte(at);
    if (first < 0x80) {
      put(first);
      at += 1;
    } else if (first >= 0xF0) {
      const std::uint32_t c = (first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 |
                              (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F);
      put(0xD7C0 + (c >> 10));
      put(0xDC00 | (c & 0x3FF));
      at += 4;
    } else if (first >= 0xE0) {
      put((first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F));
      at += 3;
    } else {
      put((first & 0x1F) << 6 | (byte(at + 1) & 0x3F));
      at += 2;
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace shuye
