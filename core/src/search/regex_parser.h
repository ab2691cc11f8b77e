#pragma once

/// From the text of a regular expression to its tree.

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/regex.h"

namespace shuye {

struct RegexNode {
  enum class Kind : std::uint8_t { literal, set, place, sequence, choice, repeat };
  Kind kind = Kind::sequence;
  std::uint32_t value = 0;  ///< the literal, the index of the set, or the bits of the place
  std::uint32_t least = 0, most = 0;
  std::vector<std::uint32_t> parts;  ///< indices of nodes
};

inline constexpr std::uint32_t kNoLimit = UINT32_MAX;

struct RegexTree {
  std::vector<RegexNode> nodes;
  std::vector<RegexSet> sets;
  std::uint32_t root = 0;
};

Result<RegexTree> parse_regex(std::string_view expression, bool exact);

}  // namespace shuye
