#pragma once

/// Reads a text as units from a place on, towards its beginning.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "search/pattern_set.h"

namespace shuye {

struct Unit {
  /// Between the units of one character no match begins or ends.
  static constexpr std::uint32_t kNoPlace = UINT32_MAX;

  UnitClass of;
  bool plain;  ///< one UTF-16 unit that is read the same whatever stands beside it
  std::uint32_t begin, end;
};

class UnitReader {
 public:
  /// Both have to live as long as this. What is right of `at` was read.
  UnitReader(const PatternSet& set, std::u16string_view text, std::size_t at)
      : set_(set), text_(text), at_(at) {}

  /// The next one to the left. False at the beginning of the text.
  bool read(Unit& unit);

 private:
  bool read_character(Unit& unit);
  bool read_cluster(Unit& unit);
  Unit next_of_several();

  std::uint32_t place() const { return static_cast<std::uint32_t>(at_); }
  /// Where a unit ends whose character ends at `end`.
  std::uint32_t end_of(std::uint32_t end) {
    return std::exchange(joined_, false) ? Unit::kNoPlace : end;
  }

  const PatternSet& set_;
  std::u16string_view text_;
  std::size_t at_;
  bool joined_ = false;     // what was read last is one letter with what is read next
  std::u32string several_;  // the units that are left of one character
  std::uint32_t several_end_ = Unit::kNoPlace;
};

}  // namespace shuye
