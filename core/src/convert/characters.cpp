#include "convert/characters.h"

namespace shuye {

namespace {

bool is_three_bytes(char32_t c) { return c >= 0x800 && c <= 0xFFFF; }

std::uint32_t bytes_of(char32_t c) {
  return (0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8 | (0x80 | (c & 0x3F)) << 16;
}

}  // namespace

Characters::Read Characters::read_any(std::string_view text, std::size_t at) const {
  const utf8::Character c = utf8::read(text, at);
  return {places_.at(c.code_point), c.length};
}

void Characters::filter_pairs(std::size_t pairs) {
  pairs_ = PairFilter(pairs);
  for (char32_t c = 0x800; c <= 0xFFFF; ++c) {
    const unsigned kind = all_[places_.at(c) & (kActive - 1)].kind;
    if (kind != 0 && (kind & ~(Character::word | Character::first)) == 0) set(filtered_, c);
  }
}

void Characters::add_pair(char32_t first, char32_t second) {
  if (!is_three_bytes(first)) return;
  if (is_three_bytes(second)) {
    pairs_.add(bytes_of(first), bytes_of(second));
  } else if (second < 0x80) {
    filtered_[first >> 6] &= ~(std::uint64_t{1} << (first & 0x3F));
  }
}

}  // namespace shuye
