#include "parse/plain_caption.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "shuye/search.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kLongest = 60;  // characters

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// Without blanks, brackets around it and marks that point at a picture.
std::u32string_view core_of(std::u32string_view text) {
  const auto is_edge = [](char32_t c) { return is_space(c) || is_in(U"()（）[]【】", c); };
  while (!text.empty() && is_edge(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_edge(text.back())) text.remove_suffix(1);
  return text;
}

bool begins_with_label(std::u32string_view text) {
  static constexpr std::array<std::u32string_view, 16> kLabels = {
      U"图片来源", U"图片说明", U"图片", U"图源", U"图说", U"图为",  U"题图",  U"配图",
      U"资料图",   U"供图",     U"摄影", U"制图", U"图",   U"photo", U"image", U"figure"};
  return std::any_of(kLabels.begin(), kLabels.end(), [&](std::u32string_view label) {
    if (!text.starts_with(label)) return false;
    std::u32string_view rest = text.substr(label.size());
    if (rest.empty()) return label.size() > 1;  // 圖片: the picture was not copied
    if (label == U"图为") return true;
    if (is_in(U":：/／丨｜|", rest.front())) return true;
    while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    // 图1 …, Figure 2: …; but not 图书.
    const std::size_t digits = std::min(rest.find_first_not_of(U"0123456789"), rest.size());
    if (digits == 0 || digits > 2) return false;
    rest.remove_prefix(digits);
    return label.back() != U'源' &&
           (rest.empty() || is_space(rest.front()) || is_in(U":：.．、-", rest.front()));
  });
}

bool ends_with_source(std::u32string_view text) {
  if (text.ends_with(U"摄") || text.ends_with(U"供图") || text.ends_with(U"资料图")) return true;
  return text.find(U"图片来源") != std::u32string_view::npos ||
         text.find(U"图源:") != std::u32string_view::npos ||
         text.find(U"图源：") != std::u32string_view::npos ||
         text.find(U"/图:") != std::u32string_view::npos ||
         text.find(U"/图：") != std::u32string_view::npos;
}

}  // namespace

bool is_caption_text(std::string_view text) {
  constexpr std::size_t kLongestBytes = kLongest * 4;
  if (text.size() > kLongestBytes) return false;
  std::u32string folded = utf8::code_points(text);
  if (folded.size() > kLongest) return false;
  std::transform(folded.begin(), folded.end(), folded.begin(), fold);
  const bool sentences = std::any_of(folded.begin(), folded.end() - 1,
                                     [](char32_t c) { return is_in(U"。！？；", c); });
  std::u32string_view core = core_of(folded);
  if (core.empty()) return false;
  if (is_in(U"▲△◎▼↑", core.front())) {
    core.remove_prefix(1);
    return !sentences && !core_of(core).empty();
  }
  if (begins_with_label(core)) return !sentences;
  return !sentences && core.back() != U'。' && ends_with_source(core);
}

}  // namespace shuye
