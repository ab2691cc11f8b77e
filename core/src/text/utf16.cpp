#include "text/utf16.h"

#include <bit>
#include <cstring>

namespace shuye::utf16 {
namespace {

/// Writes what nearly all of a text is, ASCII and U+1000 to U+FFFF but for the surrogates'
/// neighbours, and gives the place behind it.
std::size_t write_most(std::string_view text, std::size_t at, char16_t*& to) {
  static_assert(std::endian::native == std::endian::little);
  for (std::uint32_t bytes = 0; at + sizeof bytes <= text.size();) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if ((bytes & 0x80) == 0) {
      *to++ = static_cast<char16_t>(bytes & 0x7F);
      at += 1;
    } else if ((bytes & 0xC0C0FF) - 0x8080E1 <= 0xE && (bytes & 0xFF) != 0xED) {
      *to++ = static_cast<char16_t>((bytes << 12 & 0xF000) | (bytes >> 2 & 0xFC0) |
                                    (bytes >> 16 & 0x3F));
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

char16_t* write(std::string_view text, char16_t* to) {
  for (std::size_t at = write_most(text, 0, to); at < text.size(); at = write_most(text, at, to)) {
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    if (c.code_point < 0x10000) {
      *to++ = static_cast<char16_t>(c.code_point);
    } else if ((c.code_point & utf8::kIllFormed) != 0) {
      *to++ = static_cast<char16_t>(0xDC00 | (c.code_point & 0xFF));
    } else {
      *to++ = static_cast<char16_t>(0xD7C0 + (c.code_point >> 10));
      *to++ = static_cast<char16_t>(0xDC00 | (c.code_point & 0x3FF));
    }
  }
  return to;
}

void write_byte_offsets(std::u16string_view units, std::uint32_t* to) {
  std::uint32_t byte = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    *to++ = byte;
    const char16_t unit = units[i];
    if (!is_high(unit) && !is_low(unit)) {
      byte += 1U + (unit >= 0x80 ? 1 : 0) + (unit >= 0x800 ? 1 : 0);
    } else {
      const bool alone = is_low(unit) && (i == 0 || !is_high(units[i - 1]));
      byte += alone ? 1 : 2;
    }
  }
  *to = byte;
}

}  // namespace shuye::utf16
