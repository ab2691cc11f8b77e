#pragma once

/// Reads a text from its end as units, each with its class, a stretch at a time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "search/pattern_set.h"

namespace shuye {

/// Units of a text in the order in which they are read, that is from its end on: unit 1 is the
/// right one, and unit 0 is the last one of the stretch before, of which class and end are known.
struct Units {
  static constexpr std::size_t kMost = 1024;
  /// Between the units of one character no match begins or ends.
  static constexpr std::uint32_t kNoPlace = UINT32_MAX;

  std::size_t size = 0;
  std::array<UnitClass, kMost + 1> classes;
  std::array<std::uint32_t, kMost + 1> begins, ends;
  /// The units at which a keyword may begin or, to the right, go on.
  std::size_t event_count = 0;
  std::array<std::uint16_t, kMost + 1> events;

  void add(UnitClass c, std::uint32_t begin, std::uint32_t end) {
    ++size;
    classes[size] = c;
    begins[size] = begin;
    ends[size] = end;
  }
};

class UnitReader {
 public:
  /// Both have to live as long as this.
  UnitReader(const PatternSet& set, std::string_view text)
      : set_(set), text_(text), at_(text.size()) {}

  bool at_begin() const { return at_ == 0; }

  /// The next stretch. Asks for what `units` has of the one before.
  void read(Units& units);

 private:
  void read_narrow(Units& units);
  void read_character(Units& units);
  void read_cluster(Units& units);
  void add(Units& units, UnitClass c, std::uint32_t begin, std::uint32_t end);

  const PatternSet& set_;
  std::string_view text_;
  std::size_t at_;       // what is right of it was read
  bool joined_ = false;  // what was read last is one letter with what is read next
};

}  // namespace shuye
