#pragma once

/// Runs through a text from its end, to tell the few places where keywords may be from all others.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "search/pattern_set.h"

namespace shuye {

/// The edges between two characters that may be the last ones of a keyword; before what is one by
/// itself. The right ones first.
struct Places {
  static constexpr std::size_t kMost = 1024;
  std::size_t size = 0;
  std::array<std::uint32_t, kMost> edges;
};

class PairFinder {
 public:
  /// Both have to live as long as this.
  PairFinder(const PatternSet& set, std::u16string_view text)
      : set_(set), text_(text), at_(text.size()) {}

  /// What is right of it was looked at.
  std::size_t at() const { return at_; }
  /// Moves it to the left edge of a plain character (unit_reader.h).
  void go_to(std::size_t at, UnitClass right) {
    at_ = at;
    right_ = set_.neighbours.sets()[right] >> Neighbours::kHalf;
  }

  /// The next places. False when it stopped behind something that is not plain, or may not be.
  bool find(Places& places);

 private:
  const PatternSet& set_;
  std::u16string_view text_;
  std::size_t at_;
  unsigned right_ = Neighbours::kAny;
};

}  // namespace shuye
