#include "clean/words.h"

#include "clean/lines.h"
#include "text/utf8.h"

namespace shuye {

void WordGroups::add(std::uint32_t group, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    std::string folded = folded_text(word);
    const std::size_t bucket = bucket_of(utf8::read(folded, 0).code_point);
    buckets_[bucket].push_back({std::move(folded), group});
  }
}

std::uint32_t WordGroups::in(std::string_view folded) const {
  std::uint32_t groups = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const utf8::Character c = utf8::read(folded, at);
    for (const Word& word : buckets_[bucket_of(c.code_point)]) {
      if (folded.substr(at).starts_with(word.text)) groups |= word.group;
    }
    at += c.length;
  }
  return groups;
}

std::uint32_t WordGroups::of(std::string_view folded) const {
  std::uint32_t groups = 0;
  if (folded.empty()) return groups;
  for (const Word& word : buckets_[bucket_of(utf8::read(folded, 0).code_point)]) {
    if (folded == word.text) groups |= word.group;
  }
  return groups;
}

}  // namespace shuye
