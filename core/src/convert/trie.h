#pragma once

/// Longest match among the keys of a dictionary, by code points.
///
/// Characters get dense numbers through a page table. The first character of a key is looked up in
/// a table by its number; what follows is a double array (Aoe, 1989) over the numbers. Most
/// characters of a text are decided by the first table.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace shuye {

class Trie {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Match {
    std::uint32_t key = kNone;  ///< its index
    std::size_t length = 0;     ///< in bytes
  };

  /// Keys as numbers of characters, which begin at 1. Keys that begin alike stand together, the
  /// shorter before the longer, as in any dictionary; they differ and are not empty.
  struct Keys {
    std::vector<char32_t> alphabet;      ///< the character of each number; at most 65,535
    std::vector<std::uint16_t> numbers;  ///< of all keys, one after the other
    std::vector<std::uint32_t> ends;     ///< of each key in `numbers`

    void add(std::string_view key);
  };

  Trie() = default;
  explicit Trie(const Keys& keys);

  /// The longest key that `text` has at `at`, which must be inside it.
  Match longest(std::string_view text, std::size_t at) const;

  /// True when a key begins with this character.
  bool begins_with(char32_t c) const {
    const First& first = first_[number(c)];
    return first.key != kNone || first.base != 0;
  }

 private:
  struct First {
    std::uint32_t key = kNone;
    std::uint32_t base = 0;  ///< of the characters that can follow; 0 where none can
  };
  struct Cell {
    std::uint32_t parent = 0;  ///< the base that this cell belongs to, 0 while it is free
    std::uint32_t base = 0;
    std::uint32_t key = kNone;
  };
  class Builder;

  std::uint32_t number(char32_t c) const {
    return c > 0x10FFFF ? 0 : pages_[page_of_[c >> 8]][c & 0xFF];
  }

  std::vector<std::uint16_t> page_of_ = std::vector<std::uint16_t>(0x1100, 0);
  std::vector<std::array<std::uint16_t, 256>> pages_ = {{}};  // page 0 has no characters
  std::vector<First> first_ = std::vector<First>(1);          // number 0 is any other character
  std::vector<Cell> cells_;
};

inline Trie::Match Trie::longest(std::string_view text, std::size_t at) const {
  const utf8::Character begin = utf8::read(text, at);
  const First& first = first_[number(begin.code_point)];
  Match match{first.key, begin.length};
  std::uint32_t base = first.base;
  for (std::size_t i = at + begin.length; base != 0 && i < text.size();) {
    const utf8::Character c = utf8::read(text, i);
    const std::uint32_t n = number(c.code_point);
    if (n == 0) break;
    const Cell& cell = cells_[base + n];
    if (cell.parent != base) break;
    i += c.length;
    if (cell.key != kNone) match = {cell.key, i - at};
    base = cell.base;
  }
  return match;
}

}  // namespace shuye
