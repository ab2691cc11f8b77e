#include "convert/trie.h"

namespace shuye {

Trie::Trie(std::size_t edges) {
  // At most three quarters full: then few look-ups go on to a second place.
  std::uint32_t bits = 4;
  while ((std::size_t{3} << bits) / 4 < edges) ++bits;
  edges_.resize(std::size_t{1} << bits);
  mask_ = (1u << bits) - 1;
  shift_ = 32 - bits;
}

bool Trie::add_character(char32_t c) {
  if (number(c) != 0 || characters() == kMostCharacters) return false;
  numbers_.set(c, static_cast<std::uint16_t>(first_.size()));
  first_.push_back(kNone);
  seconds_.push_back(0);
  return true;
}

std::uint32_t Trie::add_edge(std::uint32_t parent, std::uint32_t number) {
  if (parent == 0) return number;
  end_of(parent) |= 1u << (kKeyBits + (number & 7));
  if (parent < kFirstEdge) seconds_[parent] |= std::uint64_t{1} << (number & 63);
  const std::uint32_t tag = parent << kNumberBits | number;
  const std::uint32_t at = place(tag);
  if (edges_[at].tag == 0) edges_[at] = {tag, kNone};
  return kFirstEdge + at;
}

void Trie::end_key(std::uint32_t node, std::uint32_t key) {
  std::uint32_t& end = end_of(node);
  end = (end & ~kNone) | key;
}

}  // namespace shuye
