#include "parse/markdown_placeholders.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "parse/html_elements.h"
#include "text/ascii.h"
#include "text/character.h"

namespace shuye {
namespace {

constexpr std::size_t kLongest = 100;  // in bytes

bool is_of_name(char c) { return c == '-' || is_word(static_cast<unsigned char>(c)); }

/// What follows `<`, or `</`, up to the end of the name; empty where no tag begins.
struct TagName {
  std::string_view name;
  bool closing = false;
  std::size_t end = 0;  // behind the name
};

TagName tag_name(std::string_view text, std::size_t at) {
  TagName tag;
  ++at;
  tag.closing = at < text.size() && text[at] == '/';
  if (tag.closing) ++at;
  tag.end = at;
  if (at >= text.size() || !is_letter(text[at])) return tag;
  while (tag.end < text.size() && is_of_name(text[tag.end])) ++tag.end;
  tag.name = text.substr(at, tag.end - at);
  return tag;
}

const Element* element_of(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return find_element(lower);
}

/// Whether the tag says nothing without attributes and without an end: what follows would not be
/// seen, or nothing would be (`<input>`, `<link>`), or hardly anybody writes it but for a word.
bool says_nothing_alone(const Element& element) {
  constexpr std::string_view kWords[] = {"address", "code", "data",   "dir",
                                         "label",   "menu", "output", "time"};
  constexpr std::string_view kBare[] = {"area",     "col",    "colgroup", "head",
                                        "optgroup", "option", "rtc"};
  const auto is_one_of = [&](const auto& names) {
    return std::find(std::begin(names), std::end(names), element.name) != std::end(names);
  };
  if (is_one_of(kWords)) return true;
  return !is_one_of(kBare) &&
         (element.kind == ElementKind::hidden || element.kind == ElementKind::metadata ||
          element.kind == ElementKind::fallback);
}

/// Where the tag ends whose name ended at `at`, if words without values follow at most; else 0.
std::size_t plain_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || is_of_name(text[at]))) ++at;
  return at < text.size() && text[at] == '>' ? at + 1 : 0;
}

/// Behind the run of backticks at `at` of a line, or behind the code that it begins.
std::size_t behind_code(std::string_view line, std::size_t at) {
  constexpr std::size_t kFarthest = 500;
  const auto run_end = [&](std::size_t from) {
    return std::min(line.find_first_not_of('`', from), line.size());
  };
  const std::size_t begin = run_end(at);
  const std::string_view near = line.substr(0, begin + kFarthest);
  for (std::size_t next = near.find('`', begin); next != std::string_view::npos;
       next = near.find('`', run_end(next))) {
    if (run_end(next) - next == begin - at) return run_end(next);
  }
  return begin;
}

/// The backticks or tildes of a line that begins or ends a block of code.
std::string_view fence_of(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return {};
  const std::size_t length = std::min(line.find_first_not_of(line[0]), line.size());
  return length >= 3 ? line.substr(0, length) : std::string_view();
}

void sort(std::vector<std::string_view>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

}  // namespace

std::size_t Placeholders::length(std::size_t at) {
  const std::string_view text = text_.substr(0, at + kLongest);
  const TagName tag = tag_name(text, at);
  if (tag.name.empty()) return 0;
  const std::size_t end = plain_end(text, tag.end);
  if (end == 0) return 0;
  const Element* element = element_of(tag.name);
  const bool bare = end == tag.end + 1;
  if (element != nullptr && (tag.closing || !bare || !says_nothing_alone(*element))) return 0;
  if (tag.closing && !bare) return 0;
  if (!collected_) collect();
  const std::vector<std::string_view>& partners = tag.closing ? opened_ : closed_;
  return std::binary_search(partners.begin(), partners.end(), tag.name) ? 0 : end - at;
}

void Placeholders::collect() {
  collected_ = true;
  std::string_view fence;
  for (std::size_t begin = 0; begin < text_.size();) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const std::string_view line = text_.substr(begin, end - begin);
    const std::string_view found = fence_of(line);
    if (fence.empty()) {
      fence = found;
      if (fence.empty()) collect(line);
    } else if (found.starts_with(fence)) {
      fence = {};
    }
    begin = end + 1;
  }
  sort(opened_);
  sort(closed_);
}

void Placeholders::collect(std::string_view line) {
  if (line.find('<') == std::string_view::npos) return;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '`') {
      at = behind_code(line, at);
    } else if (line[at] == '<') {
      const TagName tag = tag_name(line, at);
      if (!tag.name.empty()) (tag.closing ? closed_ : opened_).push_back(tag.name);
      at = tag.end;
    } else {
      ++at;
    }
  }
}

bool begins_component(std::string_view html) {
  if (html.empty() || html[0] != '<') return false;
  const TagName tag = tag_name(html, 0);
  return !tag.closing && !tag.name.empty() && element_of(tag.name) == nullptr;
}

}  // namespace shuye
