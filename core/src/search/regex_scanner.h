#pragma once

/// Finds, for each place of a text, the longest match of a regular expression that begins there.
///
/// What is kept of each state is the furthest end that can be reached from it. It follows from what
/// is known one character further on, so one pass from the end of the text tells it for all places:
/// whatever the expression, nothing is looked at twice.

#include <cstdint>
#include <string_view>
#include <vector>

#include "search/regex.h"
#include "shuye/search.h"

namespace shuye {

struct RegexPattern {
  Regex regex;
  std::uint32_t keyword = 0;
  bool exact = false;
};

class RegexScanner {
 public:
  RegexScanner(const RegexPattern& pattern, std::u16string_view text, std::vector<Match>& found,
               std::size_t most)
      : pattern_(pattern), regex_(pattern.regex), text_(text), found_(found), most_(most) {}

  /// Appends what is found, the last one first. False when it stopped since there were more than
  /// the most. The block is not filled in.
  bool run();

 private:
  static constexpr std::int32_t kNone = -1;

  struct Character {
    char32_t c, folded;
    std::uint32_t begin, end;
  };

  void read();
  bool is_edge(std::size_t place) const;  // of whole characters
  std::uint8_t place_at(std::size_t place) const;
  bool is_read(const RegexState& state, const Character& c) const;
  std::int32_t furthest(std::uint32_t entry);

  const RegexPattern& pattern_;
  const Regex& regex_;
  std::u16string_view text_;
  std::vector<Match>& found_;
  std::size_t most_;
  std::vector<Character> characters_;

  // Of the place that is looked at: the furthest end from each state, and from each entry where it
  // was asked for.
  std::size_t place_ = 0;
  std::uint8_t is_ = 0;
  std::vector<std::int32_t> ends_, entry_ends_;
  std::vector<std::size_t> known_at_;
};

}  // namespace shuye
