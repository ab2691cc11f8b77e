#pragma once

/// What single pairs of characters do not say: brackets that are open, marks that do not meet.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace shuye {

/// Characters of one reading of a text, each knowing the one before.
struct Trail {
  std::int32_t before = -1;  // -1: none
  char32_t character = 0;
};

/// How much more or less probable `c` is behind `trails[last]` than its pair of characters says,
/// as a natural logarithm.
double fitness(const std::vector<Trail>& trails, std::int32_t last, char32_t c);

/// How far back it looks, in characters.
inline constexpr std::size_t kContext = 80;

}  // namespace shuye
