#pragma once

/// Regular expressions, safe ones: nothing goes back, so that there are no back-references and no
/// looking around, and the time is at most the text's length times the expression's size, which is
/// bounded.
///
/// Literals, `.` (all but a line end), classes `[a-z一-龥]` and `[^…]`, groups `(…)` and `(?:…)`,
/// `|`, `*` `+` `?` `{m}` `{m,}` `{m,n}` (a `?` behind them says nothing: the longest match
/// counts),
/// `^` and `$` for the beginning and the end of a block, `\b` `\B`, `\d` `\w` `\s` `\p{Han}` and
/// their opposites `\D` `\W` `\S` `\P{Han}`, `\n` `\t` `\r` `\uHHHH` `\u{…}`, and punctuation
/// behind a backslash for itself. As elsewhere, Han is no part of words: neither `\w` nor inside of
/// `\b`.
///
/// Characters are compared folded, each with what it folds to alone: ﬁ and が are one character.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/result.h"

namespace shuye {

enum class RegexClass : std::uint8_t { digit, word, space, han, line_end };

/// A set of characters.
struct RegexSet {
  std::vector<std::pair<char32_t, char32_t>> ranges;
  std::vector<std::pair<RegexClass, bool>> classes;  ///< with true for its opposite
  bool negated = false;

  /// `folded` is what `c` folds to.
  bool has(char32_t c, char32_t folded) const;
};

/// What has to be true of a place, as bits.
enum RegexPlace : std::uint8_t { kBlockBegin = 1, kBlockEnd = 2, kWordEdge = 4, kNoWordEdge = 8 };

/// Reads one character.
struct RegexState {
  char32_t literal = 0;
  std::uint32_t set = UINT32_MAX;  ///< instead of the literal
  std::uint32_t entry = 0;         ///< where it leads to
};

/// Where one can go on from somewhere without reading: to a state, or to the end of the expression,
/// if the place is as it has to be.
struct RegexStep {
  std::uint32_t state;  ///< kRegexEnd for the end
  std::uint8_t place;
};
inline constexpr std::uint32_t kRegexEnd = UINT32_MAX;

/// An expression as a machine without empty moves.
struct Regex {
  std::vector<RegexState> states;
  std::vector<RegexSet> sets;
  std::vector<std::vector<RegexStep>> entries;  ///< the first one is the beginning
};

inline constexpr std::size_t kMaxRegexSteps = 4096;     ///< of all entries together
inline constexpr std::size_t kMaxRegexesSteps = 16384;  ///< of all expressions of one search

/// Fails with `invalid_option`; the offset is in bytes of the expression.
Result<Regex> compile_regex(std::string_view expression, bool exact);

}  // namespace shuye
