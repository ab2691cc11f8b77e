#pragma once

/// How probable one character is behind another on this page: what chooses a byte that is lost.

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decode/gb18030_table.h"
#include "repair/damage.h"
#include "repair/readings.h"

namespace shuye {

class PageModel {
 public:
  /// Counts a damaged text: without the readings of its keys, and without what follows a "?" up to
  /// the next ASCII character, since that may be out of step.
  PageModel(std::string_view text, const Keys& keys, const Readings& readings,
            const Gb18030Encoder& encoder);

  /// The natural logarithm of the probability that `c` follows `before`.
  double probability(char32_t before, char32_t c) const;

  /// The share of a character in ordinary text. Below `kRarest` it is never chosen.
  double share(char32_t c) const;
  static constexpr double kRarest = 2e-9;

 private:
  void count(char32_t before, char32_t c);

  const Readings& readings_;
  std::vector<std::uint32_t> singles_;  // by code point of the BMP
  std::unordered_map<std::uint32_t, std::uint32_t> pairs_;
  std::uint64_t total_ = 0;
};

}  // namespace shuye
