#include "text/character.h"

#include <bit>

#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {

bool is_han(char32_t c) {
  return is_common_han(c) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || c == 0x3005 || c == 0x3007;
}

bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0x2000) return c >= 0xC0 ? c != 0xD7 && c != 0xF7 : c == 0xAA || c == 0xB5 || c == 0xBA;
  // Full-width letters and digits, Hangul.
  return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
         (c >= 0xFF41 && c <= 0xFF5A) || (c >= 0xAC00 && c <= 0xD7A3);
}

bool is_space(char32_t c) {
  return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool is_unseen(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200E) || c == 0x2060 || c == 0xFEFF;
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > ' ' && c < 0x7F && !is_word(c);
  if (c < 0xC0) return c >= 0xA1 && !is_word(c);
  return c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c <= 0x2BFF && !is_space(c)) ||
         (c >= 0x3001 && c <= 0x303F && c != 0x3005 && c != 0x3007) || c == 0x30FB ||
         (c >= 0xFE10 && c <= 0xFE6F) ||
         (c >= 0xFF01 && c <= 0xFFEF && !is_word(c) && !(c >= 0xFF66 && c <= 0xFFDC));
}

bool needs_space_between(char32_t left, char32_t right) {
  const auto is_shared = [](char32_t c) {
    return c == 0xB7 || c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D);
  };
  if (is_space(left) || is_space(right)) return false;
  if (is_set_solid(left)) return !is_set_solid(right) && !is_shared(right);
  return !is_shared(left) || !(is_set_solid(right) || is_shared(right));
}

std::size_t find_object(std::string_view text) {
  using namespace sixteen_bytes;
  constexpr std::string_view kObject = "\xEF\xBF\xBC";
  std::size_t at = 0;
  for (; at + kSize + 2 <= text.size(); at += kSize) {
    const char* from = text.data() + at;
    const std::uint32_t found = bits(both(
        equal(read(from), 0xEF), both(equal(read(from + 1), 0xBF), equal(read(from + 2), 0xBC))));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  return text.find(kObject, at);
}

std::string without_objects(std::string_view text) {
  constexpr std::size_t kLength = 3;  // of an object, in bytes
  std::string out;
  for (;;) {
    const std::size_t object = find_object(text);
    out.append(text.substr(0, object));
    if (object == std::string_view::npos) return out;
    text.remove_prefix(object + kLength);
  }
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const utf8::Character c = utf8::read(text, 0);
    if (!is_space(c.code_point)) break;
    text.remove_prefix(c.length);
  }
  while (!text.empty()) {
    const utf8::Character c = utf8::read_before(text, text.size());
    if (!is_space(c.code_point)) break;
    text.remove_suffix(c.length);
  }
  return text;
}

}  // namespace shuye
