#pragma once

/// search: keywords → ranges of a document's text.
///
/// Keywords are found on the *original* text of each block, so that a hit survives every change of
/// script. Text and keywords are folded before they are compared: Simplified, Traditional and
/// regional forms of a character are one, full-width forms are half-width, case does not count.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/document.h"
#include "shuye/result.h"

namespace shuye {

inline constexpr std::size_t kMaxKeywords = 100'000;
inline constexpr std::size_t kMaxKeywordBytes = std::size_t{1} << 20;  ///< of one keyword

/// A code point's folded form; the code point itself when it folds to nothing else. The table is
/// made at build time from OpenCC's character dictionaries and Unicode's data.
char32_t fold(char32_t code_point);

/// An occurrence of a keyword in one block's text.
struct Match {
  std::uint32_t keyword = 0;  ///< index into the keywords
  BlockIndex block = kNoBlock;
  std::uint32_t begin = 0;  ///< in bytes of the block's original text
  std::uint32_t end = 0;
};

/// Finds many keywords at once, with Aho and Corasick's automaton over folded code points.
/// Immutable and cheap to copy.
class Matcher {
 public:
  /// White space around a keyword does not count. A keyword that is empty or of punctuation only
  /// matches nothing. Fails with `invalid_option` above the limits.
  static Result<Matcher> create(const std::vector<std::string>& keywords);

  /// Appends the leftmost-longest matches in `text`, without overlaps, in their order. An edge of a
  /// keyword that is a Latin letter or a digit must be an edge of a word (Han counts as a boundary:
  /// Kimi is found in 用Kimi模型, but not in Kimikaze); a Han keyword matches anywhere. Of keywords
  /// that fold to the same, the first gets the match. Linear in `text`.
  void find(std::string_view text, BlockIndex block, std::vector<Match>& matches) const;

 private:
  struct Automaton;  // see core/src/search/matcher.cpp
  explicit Matcher(std::shared_ptr<const Automaton> automaton) : automaton_(std::move(automaton)) {}
  std::shared_ptr<const Automaton> automaton_;
};

}  // namespace shuye
