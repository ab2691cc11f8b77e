#include "repair/pinyin.h"

namespace shuye {
namespace {

constexpr std::string_view kToned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ";
constexpr std::string_view kPlain = "ü";
constexpr std::size_t kMostLetters = 6;  // zhuāng

/// Two bytes of UTF-8 of which the list has that letter. All letters of the lists have two.
bool is_in(std::string_view list, std::string_view letter) {
  if (letter.size() != 2) return false;
  for (std::size_t i = 0; i < list.size(); i += 2) {
    if (list.substr(i, 2) == letter) return true;
  }
  return false;
}

}  // namespace

std::string_view reading_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  std::size_t tones = 0;
  for (std::size_t letters = 0; letters <= kMostLetters && end < text.size(); ++letters) {
    const char c = text[end];
    if (c == ')') return text.substr(at, end - at);
    if (c >= 'a' && c <= 'z') {
      ++end;
      continue;
    }
    const std::string_view letter = text.substr(end, 2);
    if (is_in(kToned, letter)) {
      if (++tones > 1) return {};
    } else if (!is_in(kPlain, letter)) {
      return {};
    }
    end += 2;
  }
  return {};
}

std::string_view bracketed_reading_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == '(' ? reading_at(text, at + 1) : std::string_view();
}

bool has_tone_mark(std::string_view reading) {
  for (std::size_t i = 0; i + 1 < reading.size(); ++i) {
    if (is_in(kToned, reading.substr(i, 2))) return true;
  }
  return false;
}

}  // namespace shuye
