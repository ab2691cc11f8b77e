#pragma once

/// Small numbers for the units of a set of keywords. Most characters of a text are in no keyword,
/// which one look-up tells, folding included.

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/reading.h"
#include "text/code_point_table.h"

namespace shuye {

using UnitClass = std::uint16_t;

class UnitClasses {
 public:
  static constexpr UnitClass kNone = 0;     ///< in no keyword
  static constexpr UnitClass kSpecial = 1;  ///< of a character that is not one unit, or passed over
  static constexpr UnitClass kFirst = 2;    ///< of a unit
  static constexpr std::size_t kMost = 65'000;

  /// Gives `unit` a number, once. False where there are `kMost` already.
  bool add(char32_t unit);
  /// Those that were added until now are keywords by themselves.
  void end_singles() { singles_end_ = next_; }
  /// Makes the table of characters; no unit is added afterwards.
  void finish(Reading reading);

  UnitClass of_unit(char32_t unit) const { return units_.at(unit); }
  /// Of a character of a text.
  UnitClass of(char32_t c) const { return c < kNarrow ? narrow_[c] : of_wide(c); }
  /// The same for the characters of the Basic Multilingual Plane.
  const UnitClass* narrow() const { return narrow_.data(); }

  /// One past the last number, and past the last of a unit that is a keyword by itself.
  std::size_t end() const { return next_; }
  UnitClass singles_end() const { return singles_end_; }

 private:
  static constexpr std::size_t kNarrow = 0x10000;

  UnitClass of_wide(char32_t c) const;
  void set_special(char32_t from, char32_t to);
  void set_folded();
  void set_left_out();

  CodePointTable units_;
  std::vector<char32_t> added_;
  std::vector<UnitClass> narrow_;
  Reading reading_;
  UnitClass next_ = kFirst, singles_end_ = kFirst;
};

}  // namespace shuye
