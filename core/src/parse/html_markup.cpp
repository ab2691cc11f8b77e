#include "parse/html_markup.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/name_index.h"

namespace shuye::markup {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool ends_name(char c) { return is_blank(c) || c == '/' || c == '>'; }

std::size_t after_next(std::string_view html, char wanted, std::size_t at) {
  const std::size_t found = html.find(wanted, at);
  return found == std::string_view::npos ? html.size() : found + 1;
}

/// `-->` and `--!>`; right behind the beginning `>` and `->` as well.
std::size_t end_of_comment(std::string_view html, std::size_t begin) {
  constexpr std::size_t kStart = 4;  // `<!--`
  for (std::size_t at = begin + 2;; ++at) {
    at = html.find("--", at);
    if (at == std::string_view::npos) return html.size();
    if (html.substr(at + 2, 1) == ">") return at + 3;
    if (at >= begin + kStart && html.substr(at + 2, 2) == "!>") return at + 4;
  }
}

/// Whether the name of a tag stands there.
bool is_named(std::string_view html, std::size_t at, std::string_view name) {
  if (at > html.size()) return false;
  const std::string_view here = html.substr(at, name.size());
  const std::size_t after = at + name.size();
  return std::equal(here.begin(), here.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == b; }) &&
         (after >= html.size() || ends_name(html[after]));
}

/// Where the end tag of a script begins. One inside of a comment belongs to the script that begins
/// in the comment: what HTML calls escaped twice.
std::size_t end_of_script(std::string_view html, std::size_t at) {
  constexpr std::string_view kName = "script";
  bool comment = false;
  bool inner = false;
  while ((at = html.find_first_of("<-", at)) != std::string_view::npos) {
    const std::string_view here = html.substr(at, 4);
    if (here == "<!--") {
      comment = true;
      at += 2;  // its hyphens may be those of its end
    } else if (here.starts_with("-->")) {
      comment = inner = false;
      at += 3;
    } else if (here.starts_with("</") && is_named(html, at + 2, kName)) {
      if (!inner) return at;
      inner = false;
      at += 2;
    } else {
      inner = inner || (comment && here[0] == '<' && is_named(html, at + 1, kName));
      ++at;
    }
  }
  return html.size();
}

}  // namespace

bool is_tag(std::string_view html, std::size_t at) {
  const std::size_t name = at + (html.substr(at + 1, 1) == "/" ? 2 : 1);
  return name < html.size() && is_letter(html[name]);
}

std::size_t end_of_other(std::string_view html, std::size_t at) {
  if (html.substr(at, 4) == "<!--") return end_of_comment(html, at);
  const std::size_t after = at + 1;
  if (after == html.size()) return after;
  const char c = html[after];
  return c == '/' || c == '!' || c == '?' ? after_next(html, '>', after) : after;
}

Tag::Tag(std::string_view html, std::size_t at) : html_(html), begin_(at), at_(at + 1) {
  closing_ = html[at_] == '/';
  if (closing_) ++at_;
  for (; at_ < html.size() && !ends_name(html[at_]); ++at_) {
    const char c = lower(html[at_]);
    hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 16777619U;
    if (name_size_ < kLongestName) name_[name_size_++] = c;
  }
}

bool Tag::next_attribute() {
  value_ = {};
  bool slash = false;
  while (at_ < html_.size() && (is_blank(html_[at_]) || html_[at_] == '/')) {
    slash = html_[at_++] == '/';
  }
  if (at_ == html_.size()) return false;
  if (html_[at_] == '>') {
    self_closing_ = slash;
    ++at_;
    return false;
  }
  ++at_;  // of the name, whatever it is
  while (at_ < html_.size() && !ends_name(html_[at_]) && html_[at_] != '=') ++at_;
  while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
  if (at_ < html_.size() && html_[at_] == '=') read_value();
  return true;
}

void Tag::read_value() {
  ++at_;  // `=`
  while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
  if (at_ == html_.size()) return;
  const char quote = html_[at_];
  if (quote == '"' || quote == '\'') {
    value_.begin = at_ + 1;
    value_.end = std::min(html_.find(quote, value_.begin), html_.size());
    at_ = std::min(value_.end + 1, html_.size());
  } else {
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>') ++at_;
  }
}

bool is_raw(std::string_view name) {
  static constexpr std::string_view kRaw[] = {"script", "style",  "textarea", "title",
                                              "xmp",    "iframe", "noembed",  "noframes"};
  static constexpr NameIndex kIndex(kRaw);
  return kIndex.has(name);
}

std::size_t end_of_raw(std::string_view html, std::size_t at, std::string_view name) {
  if (name == "script") return end_of_script(html, at);
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (is_named(html, at + 2, name)) return at;
    at += 2;
  }
  return html.size();
}

}  // namespace shuye::markup
