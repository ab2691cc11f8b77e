#pragma once

/// Which classes may stand side by side in a keyword. Of most pairs in a text two numbers tell that
/// they do not: the pairs of all keywords are dealt out to fifteen sets, and of each class it is
/// known in which of them it is a left one, and in which a right one.

#include <cstdint>
#include <vector>

#include "search/unit_classes.h"

namespace shuye {

class Neighbours {
 public:
  /// The sets of a class: in the lower half as a left one, in the upper half as a right one.
  using Sets = std::uint32_t;
  static constexpr unsigned kHalf = 16;
  /// What a class that is not read like others has instead.
  static constexpr Sets kNotRead = 0;
  /// As a right one, of the beginning and of what is in no keyword.
  static constexpr unsigned kAny = 0x8000;

  Neighbours() = default;
  explicit Neighbours(const UnitClasses& classes) : sets_(classes.end(), kAny << kHalf) {
    sets_[UnitClasses::kSpecial] = kNotRead;
    for (UnitClass c = UnitClasses::kFirst; c < classes.singles_end(); ++c) sets_[c] |= kAny;
  }

  void add(UnitClass left, UnitClass right) {
    const unsigned set = 1U << right % kSets;
    sets_[left] |= set;
    sets_[right] |= set << kHalf;
  }

  /// By class. Two classes may be side by side where `left & right >> kHalf` is not 0.
  const Sets* sets() const { return sets_.data(); }

 private:
  static constexpr unsigned kSets = 15;  // and one of what is a keyword by itself
  std::vector<Sets> sets_;
};

}  // namespace shuye
