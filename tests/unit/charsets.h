#pragma once

/// Texts in the charsets that are read, for tests.

#include <shuye/decode.h>

#include <string>
#include <string_view>

#include "decode/big5_table.h"
#include "decode/gb18030_table.h"
#include "support.h"
#include "text/utf8.h"

namespace shuye {

inline std::shared_ptr<const Gb18030Table> gb18030_table() {
  return charset_packs().data("gb18030")->table<Gb18030Table>();
}

inline std::shared_ptr<const Big5Table> big5_table() {
  return charset_packs().data("big5")->table<Big5Table>();
}

inline std::string utf16_bytes(std::string_view text, bool little) {
  std::string bytes;
  const auto put = [&](char32_t unit) {
    bytes += static_cast<char>(little ? unit & 0xFF : unit >> 8);
    bytes += static_cast<char>(little ? unit >> 8 : unit & 0xFF);
  };
  for (const char32_t c : utf8::code_points(text)) {
    if (c > 0xFFFF) {
      put(0xD7C0 + (c >> 10));
      put(0xDC00 | (c & 0x3FF));
    } else {
      put(c);
    }
  }
  return bytes;
}

/// `text` in a charset; empty where the charset has not all of its characters.
inline std::string encoded(std::string_view text, Charset charset) {
  if (charset == Charset::utf_8) return std::string(text);
  if (charset == Charset::utf_16le || charset == Charset::utf_16be) {
    return utf16_bytes(text, charset == Charset::utf_16le);
  }
  static const Gb18030Encoder gb18030(gb18030_table());
  static const Big5Encoder big5(*big5_table());
  std::string bytes;
  for (const char32_t c : utf8::code_points(text)) {
    if (!(charset == Charset::big5 ? big5.append(c, bytes) : gb18030.append(c, bytes))) return {};
  }
  return bytes;
}

}  // namespace shuye
