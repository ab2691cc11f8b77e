#include "parse/html_facts.h"

#include <algorithm>
#include <cstddef>

#include "parse/html_address.h"
#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kLongestFact = 4096;  // in bytes
constexpr std::size_t kMaxListed = 64;

bool parts_list(char32_t c) {
  constexpr std::u32string_view kSeparators = U",;|，；、｜";
  return kSeparators.find(c) != std::u32string_view::npos;
}

/// Words with nothing but spaces between them; a sentence has other punctuation, too.
bool is_spaced_list(std::string_view value) {
  std::size_t spaces = 0;
  bool han = false;
  for (std::size_t at = 0; at < value.size();) {
    const utf8::Character c = utf8::read(value, at);
    spaces += is_space(c.code_point) ? 1 : 0;
    han = han || is_han(c.code_point);
    if (is_punctuation(c.code_point)) return false;
    at += c.length;
  }
  return han && spaces > 1;
}

void add_listed(std::vector<std::string>& field, std::string_view value) {
  std::string fact = clean_fact(value);
  // Addresses of pages and of mail are no names.
  const bool address = is_absolute_address(fact) || fact.find('@') != std::string::npos;
  if (fact.empty() || address || field.size() >= kMaxListed) return;
  if (std::find(field.begin(), field.end(), fact) == field.end()) field.push_back(std::move(fact));
}

}  // namespace

std::string clean_fact(std::string_view value) {
  std::string fact;
  value = trim(value);
  if (value.size() > kLongestFact) return fact;
  bool space = false;
  for (const char c : value) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      space = true;
      continue;
    }
    if (space) fact += ' ';
    space = false;
    fact += c;
  }
  return fact;
}

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = clean_fact(value);
}

void fill_date(std::string& field, std::string_view value) {
  if (field.empty()) field = normalize_date(clean_fact(value));
}

void fill_list(std::vector<std::string>& field, std::string_view value) {
  if (!field.empty()) return;
  value = trim(value);
  const bool spaced = is_spaced_list(value);
  std::size_t begin = 0;
  for (std::size_t at = 0; at < value.size();) {
    const utf8::Character c = utf8::read(value, at);
    if (parts_list(c.code_point) || (spaced && is_space(c.code_point))) {
      add_listed(field, value.substr(begin, at - begin));
      begin = at + c.length;
    }
    at += c.length;
  }
  add_listed(field, value.substr(begin));
}

bool is_nobody(std::string_view author) {
  constexpr std::string_view kPlaceholders[] = {
      "name",      "author", "admin", "administrator", "editor", "null", "none",
      "undefined", "未知",   "佚名",  "匿名",          "本站",   "网络", "網絡",
      "網路",      "无",     "無",    "管理员",        "管理員"};
  std::string lower(author);
  bool letters = true;  // of a domain, and nothing else
  bool dot = false;
  bool han = false;
  bool digit = false;
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const bool letter = (c >= 'a' && c <= 'z') || c == '-';
    dot = dot || c == '.';
    digit = digit || (c >= '0' && c <= '9');
    han = han || (c & 0x80) != 0;
    letters = letters && (letter || c == '.' || (c >= '0' && c <= '9'));
  }
  if (std::find(std::begin(kPlaceholders), std::end(kPlaceholders), lower) !=
      std::end(kPlaceholders)) {
    return true;
  }
  if (lower.starts_with("暂无") || lower.starts_with("暫無")) return true;
  const bool domain = letters && dot && lower.back() != '.';
  return domain || (han && digit && (lower.ends_with("篇") || lower.ends_with("次")));
}

}  // namespace shuye
