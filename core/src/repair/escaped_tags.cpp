#include "repair/escaped_tags.h"

#include <algorithm>
#include <iterator>

#include "text/character.h"

namespace shuye {
namespace {

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::string_view (&words)[kCount]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_block(std::string_view name) {
  constexpr std::string_view kNames[] = {"p", "div", "section"};
  return is_one_of(name, kNames);
}

bool is_inline(std::string_view name) {
  constexpr std::string_view kNames[] = {"a", "b", "i", "u", "em", "font", "span", "strong"};
  return is_one_of(name, kNames);
}

struct Candidate {
  Range place;
  std::string_view name;
  bool closing = false;
  bool paired = false;
};

/// The tag between the references at `i` and at `j`; without a name where there is none.
Candidate candidate(std::string_view text, const Range& open, const Range& close) {
  std::string_view inner = text.substr(open.end, close.begin - open.end);
  Candidate found{{open.begin, close.end}, {}};
  found.closing = inner.starts_with('/');
  if (found.closing) inner.remove_prefix(1);
  const auto end = std::find_if_not(inner.begin(), inner.end(),
                                    [](char c) { return is_word(static_cast<unsigned char>(c)); });
  const std::string_view name = inner.substr(0, static_cast<std::size_t>(end - inner.begin()));
  const std::string_view rest = inner.substr(name.size());
  if (rest.empty() || rest[0] == ' ' || rest[0] == '/') found.name = name;
  return found;
}

std::vector<Candidate> candidates(std::string_view text, const std::vector<Reference>& references) {
  constexpr std::size_t kLongest = 500;
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < references.size(); ++i) {
    if (references[i].code_point != '<') continue;
    std::size_t j = i + 1;
    while (j < references.size() && references[j].code_point == '"') ++j;  // of its attributes
    if (j == references.size() || references[j].code_point != '>') continue;
    if (references[j].place.begin - references[i].place.end > kLongest) continue;
    const Candidate found = candidate(text, references[i].place, references[j].place);
    if (is_block(found.name) || is_inline(found.name) || found.name == "br") out.push_back(found);
  }
  return out;
}

void pair(std::vector<Candidate>& all) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!is_inline(all[i].name)) continue;
    if (!all[i].closing) {
      open.push_back(i);
    } else if (!open.empty() && all[open.back()].name == all[i].name) {
      all[open.back()].paired = all[i].paired = true;
      open.pop_back();
    }
  }
}

}  // namespace

std::vector<EscapedTag> escaped_tags(std::string_view text,
                                     const std::vector<Reference>& references) {
  std::vector<Candidate> all = candidates(text, references);
  pair(all);
  std::vector<EscapedTag> out;
  for (const Candidate& tag : all) {
    if (is_inline(tag.name) && !tag.paired) continue;
    const bool ends = tag.name == "br" || (is_block(tag.name) && tag.closing);
    out.push_back({tag.place, ends && !trim(text.substr(tag.place.end)).empty()});
  }
  return out;
}

}  // namespace shuye
