#pragma once

/// A small number for every code point, 0 unless it was set. Blocks of 64 code points share one
/// page of zeros while none of theirs is set: 64, so that the last byte of UTF-8 is the place in
/// the block and the others are the block.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace shuye {

class CodePointTable {
 public:
  CodePointTable() : blocks_(kBlocks, 0), numbers_(kBlockSize, 0) {}

  /// 0 for what is no code point, too.
  std::uint16_t at(char32_t c) const { return c > 0x10FFFF ? 0 : at(c >> 6, c & 0x3F); }

  /// The same by block and place, which have to be those of a code point.
  std::uint16_t at(std::size_t block, std::size_t place) const {
    return numbers_[blocks_[block] * kBlockSize + place];
  }

  /// `c` has to be a code point.
  void set(char32_t c, std::uint16_t number) {
    std::uint16_t& block = blocks_[c >> 6];
    if (block == 0) {
      block = static_cast<std::uint16_t>(numbers_.size() / kBlockSize);
      numbers_.resize(numbers_.size() + kBlockSize, 0);
    }
    numbers_[block * kBlockSize + (c & 0x3F)] = number;
  }

 private:
  static constexpr std::size_t kBlockSize = 64, kBlocks = 0x110000 / kBlockSize;

  std::vector<std::uint16_t> blocks_, numbers_;  // block 0 has no numbers
};

}  // namespace shuye
