#pragma once

/// search: keywords → ranges of a document's text.
///
/// Keywords are found on the *original* text of each block, so that a hit survives every change of
/// script. Text and keywords are folded before they are compared, and a match begins and ends at
/// whole characters of the text:
///
/// - Simplified, Traditional, Taiwan's, Hong Kong's and Japan's forms of a character are one;
/// - full-width and half-width forms are one, half-width katakana with their voicing marks, too
///   (ｶﾞ and ガ; but カ is not found in ガ);
/// - case does not count, in full: ß is ss;
/// - diacritics count for nothing: é, e with U+0301 behind it, and e are one. So do selectors of
///   variants and what is not seen (soft hyphens, joiners);
/// - compatibility forms are what they stand for: ﬁ is fi, ㈱ is (株), ① is 1, Ⅳ is IV, ㎏ is kg,
///   compatibility ideographs are the usual ones;
/// - a line end and every other white space is a space.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/document.h"
#include "shuye/result.h"

namespace shuye {

inline constexpr std::size_t kMaxKeywords = 100'000;
inline constexpr std::size_t kMaxKeywordBytes = std::size_t{1} << 20;   ///< of one keyword
inline constexpr std::size_t kMaxKeywordsBytes = std::size_t{8} << 20;  ///< of all together
inline constexpr std::size_t kMaxMatches = 4'000'000;                   ///< of one search

/// Where a keyword may stand. A character of Han is always a boundary.
enum class KeywordMatch : std::uint8_t {
  automatic,  ///< an edge that is a letter or a digit is an edge of a word: Kimi in 用Kimi模型
  word,       ///< the same; what is asked for by name
  prefix,     ///< it begins where a word begins: Kimi in Kimikaze
  anywhere,   ///< inside words, too: Kimi in akimikaze
  regex,      ///< a regular expression; core/src/search/regex.h says what is understood
};
std::optional<KeywordMatch> match_from_name(std::string_view name);  // "auto", "word", …

/// How many colours there are for keywords. What they look like is a style sheet's to say.
inline constexpr std::uint8_t kColours = 8;
inline constexpr std::uint8_t kColourByPlace = 0xFF;  ///< the keyword's place in its list, in turn

/// What is looked for.
struct Keyword {
  std::string text;
  KeywordMatch match = KeywordMatch::automatic;
  bool exact = false;  ///< only as it is written: nothing is folded
  std::uint8_t colour = kColourByPlace;
  std::string label;              ///< what it is called instead of `text`
  std::vector<std::string> also;  ///< other ways to write it, found in its stead

  Keyword() = default;
  Keyword(std::string as_written) : text(std::move(as_written)) {}
  Keyword(const char* as_written) : text(as_written) {}

  bool operator==(const Keyword&) const = default;
};

/// Which of several matches count. At one place the longer one comes first, of equally long ones
/// the one whose keyword does.
enum class Overlaps : std::uint8_t {
  leftmost_longest,  ///< of those that begin first the longest; none overlaps another
  leftmost_first,    ///< of those that begin first the one whose keyword comes first
  all,               ///< every one
};
std::optional<Overlaps> overlaps_from_name(std::string_view name);  // "leftmost-longest", …

struct SearchOptions {
  Overlaps overlaps = Overlaps::leftmost_longest;
  /// Passes over punctuation and spaces between the characters of a keyword, in it and in the text.
  bool ignore_punctuation = false;
  /// What a keyword is called in other regions counts, too: 软件 finds 軟體.
  bool regional_words = false;

  bool operator==(const SearchOptions&) const = default;
};

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

/// Texts made ready for being searched again and again: UTF-16, one behind the other.
class TextRow {
 public:
  /// `text` is well-formed UTF-8.
  void add(std::string_view text);
  /// Gives back the memory that was for more.
  void shrink() { units_.shrink_to_fit(); }

  std::size_t size() const { return begins_.size(); }  ///< how many texts
  std::u16string_view text(std::size_t index) const {
    const std::size_t end = index + 1 < size() ? begins_[index + 1] : units_.size();
    return all().substr(begins_[index], end - begins_[index] - 1);
  }
  /// With one unit behind each text, `kBetween`.
  std::u16string_view all() const { return units_; }
  std::uint32_t begin(std::size_t index) const { return begins_[index]; }  ///< in `all`

  /// A surrogate by itself, which no keyword has.
  static constexpr char16_t kBetween = 0xD800;

 private:
  std::u16string units_;
  std::vector<std::uint32_t> begins_;
};

/// Finds many keywords at once, with Aho and Corasick's automaton (core/src/search/automaton.h).
/// Immutable and cheap to copy.
class Matcher {
 public:
  /// White space around a keyword does not count. A keyword that is empty or of punctuation only
  /// matches nothing. Fails with `invalid_option` above the limits.
  static Result<Matcher> create(const std::vector<Keyword>& keywords,
                                const SearchOptions& options = {});

  /// Appends the matches in `text`, in the order in which they begin. Of keywords that fold to the
  /// same, the first gets the match, unless all are asked for. Linear in `text` for a set of
  /// keywords. False when it stopped at `kMaxMatches`.
  bool find(std::string_view text, BlockIndex block, std::vector<Match>& matches) const;

  /// The same for all texts of a row, one after the other: `block` is the index of the text in it,
  /// `begin` and `end` are its UTF-16 units.
  bool find(const TextRow& row, std::vector<Match>& matches) const;

  /// Whether there is nothing to look for.
  bool empty() const;

 private:
  struct Patterns;  // see core/src/search/matcher.cpp
  explicit Matcher(std::shared_ptr<const Patterns> patterns) : patterns_(std::move(patterns)) {}
  std::shared_ptr<const Patterns> patterns_;
};

}  // namespace shuye
