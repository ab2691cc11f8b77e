#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "search/pattern_set.h"
#include "search/regex_scanner.h"
#include "search/scanner.h"
#include "shuye/search.h"
#include "text/character.h"
#include "text/utf16.h"

namespace shuye {

using Matches = std::vector<Match>;

struct Matcher::Patterns {
  Overlaps overlaps = Overlaps::leftmost_longest;
  std::vector<PatternSet> sets;       // one for each way in which keywords are read
  std::vector<RegexPattern> regexes;  // one for each keyword that is one

  /// Appends them, of each the last one first. False when there were too many.
  bool find_candidates(std::u16string_view text, Matches& found) const;

  /// Appends those that count, in units, without their block. False when there were too many.
  bool find(std::u16string_view text, Matches& matches) const;
};

namespace {

Error wrong(std::string message) {
  return Error{ErrorCode::invalid_option, Stage::search, 0, std::move(message)};
}

std::string above_limit(std::size_t number, const std::string& what, std::size_t limit) {
  return std::to_string(number) + what + "; the limit is " + std::to_string(limit);
}

Result<void> check_size(const std::vector<Keyword>& keywords) {
  if (keywords.size() > kMaxKeywords) {
    return wrong(above_limit(keywords.size(), " keywords", kMaxKeywords));
  }
  std::size_t all = 0;
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    std::size_t size = keywords[i].text.size();
    for (const std::string& other : keywords[i].also) size += other.size();
    all += size;
    if (size > kMaxKeywordBytes) {
      return wrong("keyword " + std::to_string(i) + " has " +
                   above_limit(size, " bytes", kMaxKeywordBytes));
    }
  }
  if (all > kMaxKeywordsBytes) {
    return wrong("the keywords have " + above_limit(all, " bytes", kMaxKeywordsBytes));
  }
  return {};
}

/// Those of the keywords that are regular expressions.
Result<std::vector<RegexPattern>> regexes_of(const std::vector<Keyword>& keywords) {
  std::vector<RegexPattern> all;
  std::size_t steps = 0;
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i].match != KeywordMatch::regex) continue;
    auto regex = compile_regex(keywords[i].text, keywords[i].exact);
    if (!regex) {
      Error error = std::move(regex).error();
      error.message = "keyword " + std::to_string(i) + ": " + error.message;
      return error;
    }
    for (const auto& entry : regex->entries) steps += entry.size();
    if (steps > kMaxRegexesSteps) return wrong("the regular expressions are too large together");
    all.push_back({std::move(regex).value(), static_cast<std::uint32_t>(i), keywords[i].exact});
  }
  return all;
}

bool is_any_read(const std::vector<Keyword>& keywords, Reading reading) {
  return std::any_of(keywords.begin(), keywords.end(), [&](const Keyword& keyword) {
    return keyword.exact == reading.exact && keyword.match != KeywordMatch::regex;
  });
}

/// In the order in which matches are told, and in which the first of those at one place is the one
/// that counts.
bool is_before(const Match& a, const Match& b, Overlaps overlaps) {
  if (overlaps == Overlaps::leftmost_first) {
    return std::tie(a.begin, a.keyword, b.end) < std::tie(b.begin, b.keyword, a.end);
  }
  return std::tie(a.begin, b.end, a.keyword) < std::tie(b.begin, a.end, b.keyword);
}

bool is_same(const Match& a, const Match& b) {
  return a.begin == b.begin && a.end == b.end && a.keyword == b.keyword;
}

/// What was found from the end, and perhaps by several sets, in order.
void put_in_order(Matches& matches, Matches::iterator first, std::size_t sets, Overlaps overlaps) {
  if (sets == 1 && overlaps != Overlaps::all) {
    std::reverse(first, matches.end());
    return;
  }
  std::sort(first, matches.end(),
            [&](const Match& a, const Match& b) { return is_before(a, b, overlaps); });
  matches.erase(std::unique(first, matches.end(), is_same), matches.end());
}

/// Of those that overlap the first.
void leave_free(Matches& matches, Matches::iterator first) {
  std::uint32_t free = 0;
  auto to = first;
  for (auto match = first; match != matches.end(); ++match) {
    if (match->begin < free) continue;
    free = match->end;
    *to++ = *match;
  }
  matches.erase(to, matches.end());
}

/// A text as UTF-16 and, where it is asked for, where its units begin. Most texts are short.
class Units {
 public:
  explicit Units(std::string_view text) : size_(text.size()) {
    if (size_ > kFew) many_.resize(size_);
    begin_ = size_ > kFew ? many_.data() : few_.data();
    size_ = static_cast<std::size_t>(utf16::write(text, begin_) - begin_);
  }
  Units(const Units&) = delete;
  Units& operator=(const Units&) = delete;

  std::u16string_view all() const { return {begin_, size_}; }

  const std::uint32_t* byte_offsets() {
    if (size_ > kFew) many_offsets_.resize(size_ + 1);
    std::uint32_t* offsets = size_ > kFew ? many_offsets_.data() : few_offsets_.data();
    utf16::write_byte_offsets(all(), offsets);
    return offsets;
  }

 private:
  static constexpr std::size_t kFew = 1024;
  std::size_t size_;
  char16_t* begin_;
  std::array<char16_t, kFew> few_;
  std::array<std::uint32_t, kFew + 1> few_offsets_;
  std::u16string many_;
  std::vector<std::uint32_t> many_offsets_;
};

}  // namespace

std::optional<KeywordMatch> match_from_name(std::string_view name) {
  if (name == "auto") return KeywordMatch::automatic;
  if (name == "word") return KeywordMatch::word;
  if (name == "prefix") return KeywordMatch::prefix;
  if (name == "anywhere") return KeywordMatch::anywhere;
  if (name == "regex") return KeywordMatch::regex;
  return std::nullopt;
}

std::optional<Overlaps> overlaps_from_name(std::string_view name) {
  if (name == "leftmost-longest") return Overlaps::leftmost_longest;
  if (name == "leftmost-first") return Overlaps::leftmost_first;
  if (name == "all") return Overlaps::all;
  return std::nullopt;
}

Result<Matcher> Matcher::create(const std::vector<Keyword>& keywords,
                                const SearchOptions& options) {
  if (auto checked = check_size(keywords); !checked) return std::move(checked).error();
  auto patterns = std::make_shared<Patterns>();
  patterns->overlaps = options.overlaps;
  const std::array readings = {Reading{false, options.ignore_punctuation}, Reading{true, false}};
  for (const Reading reading : readings) {
    // The tables of a set are worth a small article.
    if (!is_any_read(keywords, reading)) continue;
    std::optional<PatternSet> set = pattern_set(keywords, reading);
    if (!set) {
      return wrong("the keywords have more than " + std::to_string(UnitClasses::kMost) +
                   " different characters");
    }
    if (!set->automaton.empty()) patterns->sets.push_back(std::move(*set));
  }
  auto regexes = regexes_of(keywords);
  if (!regexes) return std::move(regexes).error();
  patterns->regexes = std::move(regexes).value();
  return Matcher(std::move(patterns));
}

bool Matcher::Patterns::find_candidates(std::u16string_view text, Matches& found) const {
  const std::size_t most = found.size() + kMaxMatches;
  for (const PatternSet& set : sets) {
    if (!Scanner(set, overlaps, text, found, most).run()) return false;
  }
  for (const RegexPattern& pattern : regexes) {
    if (!RegexScanner(pattern, text, found, most).run()) return false;
  }
  return true;
}

bool Matcher::Patterns::find(std::u16string_view text, Matches& matches) const {
  const std::size_t before = matches.size();
  if (!find_candidates(text, matches)) {
    matches.resize(before);
    return false;
  }
  if (matches.size() == before) return true;
  const auto first = matches.begin() + static_cast<std::ptrdiff_t>(before);
  put_in_order(matches, first, sets.size() + regexes.size(), overlaps);
  if (overlaps != Overlaps::all) leave_free(matches, first);
  if (matches.size() <= kMaxMatches) return true;
  matches.resize(kMaxMatches);
  return false;
}

bool Matcher::empty() const { return patterns_->sets.empty() && patterns_->regexes.empty(); }

bool Matcher::find(std::string_view text, BlockIndex block, std::vector<Match>& matches) const {
  Units units(text);
  const std::size_t before = matches.size();
  const bool all = patterns_->find(units.all(), matches);
  if (matches.size() == before) return all;
  const std::uint32_t* bytes = units.byte_offsets();
  for (std::size_t i = before; i < matches.size(); ++i) {
    matches[i] = {matches[i].keyword, block, bytes[matches[i].begin], bytes[matches[i].end]};
  }
  return all;
}

bool Matcher::find(const TextRow& row, std::vector<Match>& matches) const {
  const std::size_t before = matches.size();
  if (!patterns_->regexes.empty()) {
    // What they take for a character, or for an end of a text, may be what parts texts.
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::size_t first = matches.size();
      const bool all = patterns_->find(row.text(i), matches);
      for (std::size_t m = first; m < matches.size(); ++m) {
        matches[m].block = static_cast<BlockIndex>(i);
      }
      if (!all) return false;
    }
    return true;
  }
  const bool all = patterns_->find(row.all(), matches);
  std::size_t text = 0;
  for (std::size_t i = before; i < matches.size(); ++i) {
    Match& match = matches[i];
    while (text + 1 < row.size() && row.begin(text + 1) <= match.begin) ++text;
    match.block = static_cast<BlockIndex>(text);
    match.begin -= row.begin(text);
    match.end -= row.begin(text);
  }
  return all;
}

void TextRow::add(std::string_view text) {
  begins_.push_back(static_cast<std::uint32_t>(units_.size()));
  units_.resize(units_.size() + text.size() + 1);
  char16_t* end = utf16::write(text, units_.data() + begins_.back());
  *end++ = kBetween;
  units_.resize(static_cast<std::size_t>(end - units_.data()));
}

}  // namespace shuye
