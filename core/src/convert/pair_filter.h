#pragma once

/// Which pairs of characters may begin an entry, in one bit for each of many pairs: most pairs of a
/// text begin none, and are known by it from their bytes.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shuye {

class PairFilter {
 public:
  /// Beyond so many the bits would not stay in the processor's first cache.
  static constexpr std::size_t kMostPairs = 1 << 13;

  /// For `pairs` pairs, at most `kMostPairs`, with sixteen bits for each.
  explicit PairFilter(std::size_t pairs = 0) {
    while ((std::size_t{1} << bits_) < 16 * pairs) ++bits_;
    set_.resize((std::size_t{1} << bits_) / 64);
  }

  /// Both are the bytes of a character's UTF-8, the first one lowest.
  void add(std::uint32_t first, std::uint32_t second) {
    const std::uint32_t bit = bit_of(first, second);
    set_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  bool may_have(std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t bit = bit_of(first, second);
    return (set_[bit / 64] >> (bit % 64) & 1) != 0;
  }

 private:
  std::uint32_t bit_of(std::uint32_t first, std::uint32_t second) const {
    return (first * 0x9E3779B1u ^ second * 0x85EBCA6Bu) >> (32 - bits_);
  }

  std::uint32_t bits_ = 6;
  std::vector<std::uint64_t> set_;
};

}  // namespace shuye
