#pragma once

#include <string>
#include <string_view>

#include "text/utf8.h"

namespace shuye::dictionary {

inline std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    out += c.code_point;
    at += c.length;
  }
  return out;
}

}  // namespace shuye::dictionary
