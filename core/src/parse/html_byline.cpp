#include "parse/html_byline.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "parse/html_measure.h"
#include "parse/html_names.h"
#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kLongestSource = 4800;  // in bytes, with all markup
constexpr std::uint32_t kLongestByline = 100 * kLetter;

bool is_hidden(const Markings& markings) {
  return markings.hidden || markings.aria_hidden ||
         markings.style.find("display:none") != std::string_view::npos ||
         markings.style.find("display: none") != std::string_view::npos;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() <= word.size() || text[word.size()] != ' ') return false;
  return std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
    return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
  });
}

std::string_view without_label(std::string_view text) {
  for (const std::string_view word : {"by", "written by", "posted by", "von", "par", "por"}) {
    if (starts_with_word(text, word)) text = trim(text.substr(word.size()));
  }
  for (const std::string_view label : {"作者", "记者", "記者", "撰文"}) {
    if (!text.starts_with(label)) continue;
    text = trim(text.substr(label.size()));
    for (const std::string_view colon : {"：", ":", "|", "丨"}) {
      if (text.starts_with(colon)) text = trim(text.substr(colon.size()));
    }
  }
  return text;
}

/// `作者：`, `文/`: what stands before a name, in a box of its own perhaps.
bool announces_name(std::string_view text) {
  constexpr std::string_view kEnds[] = {"：", ":", "/", "／", "|", "丨", "记者", "記者", "作者"};
  return without_label(text).empty() ||
         std::any_of(std::begin(kEnds), std::end(kEnds),
                     [&](std::string_view end) { return text.ends_with(end); });
}

/// Of a card, what its first box or line says: the name, and not what is said of whom.
std::string first_of(const HtmlTree& tree, std::uint32_t node) {
  std::string first;
  for (std::uint32_t i = node + 1; i < tree[node].end; i = tree[i].end) {
    const bool block = tree[i].element != nullptr && tree[i].element->is_block();
    const std::string text =
        tree[i].is_text() ? std::string(trim(tree[i].text())) : tree.text_of(i);
    if (text.empty()) continue;
    if (block && !first.empty() && !announces_name(first)) return first;
    first += text;
    if (block && !announces_name(first)) return first;
  }
  return tree.text_of(node);
}

/// Names below an author's element that are said to be the name.
std::string named_in(const HtmlTree& tree, std::uint32_t node) {
  for (std::uint32_t i = node + 1; i < tree[node].end; ++i) {
    if (tree[i].is_text()) continue;
    if (tree[i].attribute("itemprop").find("name") != std::string_view::npos) {
      return tree.text_of(i);
    }
  }
  return first_of(tree, node);
}

/// `March 25, 2015` behind the name.
std::string_view without_date(std::string_view text) {
  constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};
  std::size_t end = text.size();
  for (const std::string_view month : kMonths) {
    const std::size_t at = text.find(month);
    const bool day = at != std::string_view::npos && at + month.size() + 1 < text.size() &&
                     text[at + month.size() + 1] >= '0' && text[at + month.size() + 1] <= '9';
    if (day) end = std::min(end, at);
  }
  for (std::size_t at = 0; at < end; ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (digit && read_date(text.substr(at)).iso.size() >= 10) end = at;
  }
  text = trim(text.substr(0, end));
  while (!text.empty() && (text.back() == '-' || text.back() == '|' || text.back() == ',')) {
    text = trim(text.substr(0, text.size() - 1));
  }
  return text;
}

/// `王小明　责任编辑：李雷`: what the next label names is somebody else.
std::string_view without_next_label(std::string_view text) {
  const std::size_t colon = std::min(text.find("："), text.find(':'));
  if (colon == std::string_view::npos) return text;
  std::size_t end = colon;
  while (end > 0 && !is_space(utf8::read_before(text, end).code_point)) {
    end -= utf8::read_before(text, end).length;
  }
  return end == 0 ? text : trim(text.substr(0, end));
}

/// In comments and below other articles are other names. The article's own head may be called a
/// header like that of the page.
bool may_hold_byline(const Markings& markings, const Names& said) {
  return !said.say(kUnlikely) || said.say(kPossible) ||
         markings.class_name.find("header") != std::string_view::npos;
}

}  // namespace

std::string find_page_byline(const HtmlTree& tree, NameReader& names) {
  for (std::uint32_t i = 1; i < tree.size();) {
    const HtmlNode& node = tree[i];
    const Markings markings = node.is_text() ? Markings() : node.markings();
    if ((!node.is_text() && shows_nothing(node)) || is_hidden(markings)) {
      i = node.end;
      continue;
    }
    const Names said = names.read(markings.class_name, markings.id);
    const bool author = markings.rel == "author" || said.say(kByline) ||
                        markings.itemprop.find("author") != std::string_view::npos;
    if (author && node.source().size() <= kLongestSource) {
      const std::string whole = tree.text_of(i);
      if (!whole.empty() && measure_text(whole).length < kLongestByline) {
        const std::string named = named_in(tree, i);
        return std::string(without_next_label(without_date(without_label(named))));
      }
    }
    i = may_hold_byline(markings, said) || node.name() == "body" ? i + 1 : node.end;
  }
  return {};
}

}  // namespace shuye
