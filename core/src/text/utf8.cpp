#include "text/utf8.h"

#include "text/sixteen_bytes.h"

namespace shuye::utf8 {

void append(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if ((c & kIllFormed) != 0) {
    put(c & 0xFF);
  } else if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

Character read_before(std::string_view text, std::size_t end) {
  for (std::size_t back = 1; back <= 4 && back <= end; ++back) {
    if ((static_cast<unsigned char>(text[end - back]) & 0xC0) == 0x80) continue;  // begins nothing
    const Character c = read(text.substr(0, end), end - back);
    if (c.length == back && (c.code_point & kIllFormed) == 0) return c;
  }
  return {kIllFormed | static_cast<unsigned char>(text[end - 1]), 1};
}

bool is_well_formed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = read(text, at);
    if (c.code_point > 0x10FFFF) return false;
    at += c.length;
  }
  return true;
}

std::u32string code_points(std::string_view text) {
  std::u32string out;
  out.reserve(length(text));
  for (std::size_t at = 0; at < text.size();) {
    const Character c = read(text, at);
    out.push_back(c.code_point);
    at += c.length;
  }
  return out;
}

std::size_t utf16_length(std::string_view text) {
  using sixteen_bytes::kSize;
  // One unit for every character, and a second one for those of four bytes.
  std::size_t units = 0;
  std::size_t at = 0;
  for (; at + kSize <= text.size(); at += kSize) {
    const auto bytes = sixteen_bytes::read(text.data() + at);
    units += sixteen_bytes::count(sixteen_bytes::begins_character(bytes)) + kSize -
             sixteen_bytes::count(sixteen_bytes::below(bytes, 0xF0));
  }
  for (; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    units +=
        static_cast<std::size_t>((byte & 0xC0) != 0x80) + static_cast<std::size_t>(byte >= 0xF0);
  }
  return units;
}

std::size_t byte_offset(std::string_view text, std::size_t units) {
  std::size_t at = 0;
  for (std::size_t passed = 0; at < text.size();) {
    const Character c = read(text, at);
    passed += c.code_point > 0xFFFF ? 2 : 1;
    if (passed > units) break;
    at += c.length;
  }
  return at;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  std::size_t at = 0;
  for (; at + sixteen_bytes::kSize <= text.size(); at += sixteen_bytes::kSize) {
    const auto bytes = sixteen_bytes::read(text.data() + at);
    count += sixteen_bytes::count(sixteen_bytes::begins_character(bytes));
  }
  for (; at < text.size(); ++at) count += static_cast<std::size_t>((text[at] & 0xC0) != 0x80);
  return count;
}

}  // namespace shuye::utf8
