#include "clean/signatures.h"

#include <algorithm>

#include "clean/byline_fields.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {

std::vector<std::string> reporters_in(std::string_view text) {
  constexpr std::size_t kLongestLine = 40;
  constexpr std::size_t kLongestPrefix = 8;
  constexpr std::u32string_view kReporter = U"记者";
  if (utf8::length(text) > kLongestLine) return {};
  const Characters line(text);
  std::u32string_view folded = line.folded;
  const std::size_t at = folded.find(kReporter);
  if (at > kLongestPrefix) return {};  // or there is none
  const bool prefixed = at > 0;
  if (!std::all_of(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(at), is_han)) {
    return {};
  }
  std::size_t begin = at + kReporter.size();
  std::size_t end = folded.size();
  const bool report = folded.ends_with(U"报导") || folded.ends_with(U"报道");
  if (report) end -= 2;
  if (begin >= end) return {};
  const std::size_t parted = folded.substr(begin, end - begin).find_first_of(U" /／、\u3000");
  if (report && parted == std::u32string_view::npos && end - begin == 5) {
    end = begin + 3;  // 陳小明台北
  } else if (parted == std::u32string_view::npos) {
    return {};
  }
  if (report) end = std::min(end, line.original.find_first_of(U"/／", begin));
  std::vector<std::string> names;
  for (const std::string& name : split(line.original_text(begin, end), U" 、/／\u3000")) {
    if (!is_han_name(name)) return {};
    names.push_back(name);
  }
  // 陳小明 台北: where from, not who.
  if (report && names.size() == 2 &&
      line.original_text(begin, end).find("、") == std::string::npos) {
    names.pop_back();
  }
  if (!report && !prefixed && names.size() > 3) return {};
  return names;
}

std::optional<std::string> english_author_in(std::string_view text) {
  if (!text.starts_with("By ") && !text.starts_with("by ") && !text.starts_with("BY ")) return {};
  const std::string_view name = trim(text.substr(3));
  const std::vector<std::string> words = split(name, U" ");
  const bool names = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return (word[0] >= 'A' && word[0] <= 'Z') || word == "de" || word == "van" || word == "von";
  });
  const bool ends = name.find_first_of("!?:;") != std::string_view::npos;
  if (!names || ends || words.size() < 2 || words.size() > 4) return {};
  return std::string(name);
}

}  // namespace shuye
