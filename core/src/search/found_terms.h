#pragma once

/// The rows of units that an article repeats, and how each of them is used.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/found_units.h"

namespace shuye::found {

inline constexpr std::size_t kLongestTerm = 8;  ///< in units

struct Term {
  std::array<std::uint16_t, kLongestTerm> ids = {};
  std::uint8_t length = 0;
  std::uint8_t words = 0;  ///< of its units

  std::vector<std::uint32_t> places;  ///< where it begins in the row, but in the description
  std::uint32_t first = 0;
  std::uint32_t blocks = 0;  ///< that it stands in, the title included
  bool in_title = false;
  bool in_lead = false;  ///< in the title or the first paragraph
  bool in_description = false;
  bool alone = false;  ///< stands between gaps somewhere

  double freedom = 0;   ///< entropy of its neighbours, on the side where it is less
  double cohesion = 0;  ///< mutual information of its parts, at its weakest joint
  double bond = 0;      ///< of its edge with its neighbours, on the side where it is more
  double nested = 0;    ///< share of its occurrences that have the same neighbour
  double crossing =
      0;  ///< share of its occurrences whose edge makes a known word with its neighbour

  double count() const { return static_cast<double>(places.size()); }
  bool contains(const Term& other) const;
};

/// Terms that can be words, in no order. Linear in the row, but for sorting it once.
std::vector<Term> terms_of(const Units& units);

}  // namespace shuye::found
