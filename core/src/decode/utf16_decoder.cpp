#include "decode/utf16_decoder.h"

#include <algorithm>

#include "decode/charset_statistics.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

char32_t unit_at(std::string_view bytes, std::size_t at, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[at]);
  const auto second = static_cast<unsigned char>(bytes[at + 1]);
  return order == ByteOrder::little ? static_cast<char32_t>(second << 8 | first)
                                    : static_cast<char32_t>(first << 8 | second);
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

}  // namespace

void decode_utf16(std::string_view bytes, ByteOrder order, std::size_t offset,
                  DecodedText& decoded) {
  std::string& text = decoded.text;
  text.reserve(text.size() + bytes.size() / 2 * 3);
  const auto lose = [&](std::size_t at, std::size_t length) {
    decoded.losses.push_back({offset + at, length, text.size()});
    utf8::append(text, kReplacement);
  };
  std::size_t at = 0;
  while (at + 2 <= bytes.size()) {
    char32_t unit = unit_at(bytes, at, order);
    if (is_high_surrogate(unit) && at + 4 <= bytes.size()) {
      const char32_t low = unit_at(bytes, at + 2, order);
      if (is_low_surrogate(low)) {
        utf8::append(text, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        at += 4;
        continue;
      }
    }
    if (unit == 0 || is_high_surrogate(unit) || is_low_surrogate(unit)) {
      lose(at, 2);
    } else if (unit == '\r') {
      const bool pair = at + 4 <= bytes.size() && unit_at(bytes, at + 2, order) == '\n';
      if (!pair) text.push_back('\n');  // else the line feed that follows is the newline
    } else {
      utf8::append(text, unit);
    }
    at += 2;
  }
  if (at < bytes.size()) lose(at, 1);
}

bool looks_like_utf16(std::string_view bytes, ByteOrder order) {
  // A prefix says enough, and keeps this from costing anything on large files; a few bytes say
  // nothing.
  constexpr std::size_t kEnough = 4096;
  constexpr std::size_t kTooFew = 16;
  const std::size_t end = std::min(bytes.size() & ~std::size_t{1}, kEnough);
  if (end < kTooFew) return false;
  std::size_t usual = 0;
  std::size_t telling = 0;  // Shift_JIS is Han to UTF-16 as well, but none that is common
  std::size_t letter_pairs = 0;
  for (std::size_t at = 0; at < end; at += 2) {
    const char32_t unit = unit_at(bytes, at, order);
    const bool ascii = unit == '\n' || unit == '\r' || unit == '\t' || (unit >= ' ' && unit < 0x7F);
    const bool symbol = (unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x303F) ||
                        (unit >= 0xFF01 && unit <= 0xFF5E);
    const bool kana = unit >= 0x3040 && unit <= 0x30FF;
    usual += static_cast<std::size_t>(ascii || symbol || kana || is_han(unit));
    telling += static_cast<std::size_t>(ascii || kana || is_common_unit(unit));
    // "ab" is 扡 to UTF-16: where most pairs are letters of ASCII, ASCII is what it is.
    const bool letters = !kana && (unit >> 8) >= ' ' && (unit >> 8) < 0x7F &&
                         (unit & 0xFF) >= ' ' && (unit & 0xFF) < 0x7F;
    letter_pairs += static_cast<std::size_t>(letters);
  }
  const std::size_t units = end / 2;
  return usual * 10 >= units * 9 && telling * 5 >= units && letter_pairs * 2 < units;
}

}  // namespace shuye
