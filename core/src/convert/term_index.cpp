#include "convert/term_index.h"

#include <algorithm>
#include <utility>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {

namespace {

// Whether a row of letters and digits goes on across `at`.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at < text.size() && is_word(utf8::read_before(text, at).code_point) &&
         is_word(utf8::read(text, at).code_point);
}

}  // namespace

TermIndex::TermIndex(std::vector<std::string> terms) : terms_(std::move(terms)) {
  for (const std::string& term : terms_) {
    const char32_t c = utf8::read(term, 0).code_point & 0xFFFF;
    begins_[c >> 6] |= std::uint64_t{1} << (c & 0x3F);
  }
}

// Byte by byte, the range of the terms that go on like the text narrows. Of those that agree so far
// the one that ends here, if any, is the first.
TermIndex::Match TermIndex::longest(std::string_view text, std::size_t at) const {
  const char32_t c = utf8::read(text, at).code_point & 0xFFFF;
  if ((begins_[c >> 6] >> (c & 0x3F) & 1) == 0 || is_inside_word(text, at)) return {};
  Match match;
  auto first = terms_.begin(), last = terms_.end();
  for (std::size_t length = 0; first != last; ++length) {
    if (first->size() == length) {
      const auto term = static_cast<std::size_t>(first - terms_.begin());
      if (!is_inside_word(text, at + length)) match = {term, length};
      ++first;
    }
    if (at + length == text.size()) break;
    const auto byte_of = [&](const std::string& term) {
      return static_cast<unsigned char>(term[length]);
    };
    const auto byte = static_cast<unsigned char>(text[at + length]);
    first =
        std::partition_point(first, last, [&](const auto& term) { return byte_of(term) < byte; });
    last =
        std::partition_point(first, last, [&](const auto& term) { return byte_of(term) == byte; });
  }
  return match;
}

}  // namespace shuye
