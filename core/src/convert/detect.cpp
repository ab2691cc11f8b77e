#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "convert/script_words.h"
#include "shuye/script.h"
#include "text/utf8.h"

namespace shuye {

namespace {

#include "fold_table.inc"

/// What a character of the Basic Multilingual Plane says; rarer ones are not counted.
enum Sign : std::uint8_t { simplified_only = 1, traditional_only = 2, begins_word = 4 };

class Signs {
 public:
  Signs() {
    for (const std::uint32_t c : kSimplifiedOnly) add(c, simplified_only);
    for (const std::uint32_t c : kTraditionalOnly) add(c, traditional_only);
  }
  void add(char32_t c, Sign sign) {
    if (c < signs_.size()) signs_[c] |= sign;
  }
  std::uint8_t operator[](char32_t c) const { return c < signs_.size() ? signs_[c] : 0; }

 private:
  std::array<std::uint8_t, 0x10000> signs_ = {};
};

/// The words of script_words.h, sorted, each with the count of a `Detection` that it adds to.
class Words {
 public:
  using Count = std::uint32_t Detection::*;
  using Word = std::pair<std::string, Count>;

  explicit Words(Signs& signs) {
    for (const MergedCharacter& merged : kMergedCharacters) add_merged(merged);
    add_all(kTaiwanWords, &Detection::taiwan_words);
    add_all(kHongKongWords, &Detection::hong_kong_words);
    std::sort(words_.begin(), words_.end(),
              [](const Word& a, const Word& b) { return a.first < b.first; });
    for (const Word& word : words_) signs.add(utf8::read(word.first, 0).code_point, begins_word);
  }

  /// Counts the words that begin `text`, of which the first character has `length` bytes.
  void count(std::string_view text, std::size_t length, Detection& detection) const {
    const std::string_view first = text.substr(0, length);
    auto word = std::lower_bound(words_.begin(), words_.end(), first,
                                 [](const Word& w, std::string_view t) { return w.first < t; });
    for (; word != words_.end() && starts_with(word->first, first); ++word) {
      if (starts_with(text, word->first)) ++(detection.*word->second);
    }
  }

 private:
  static bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
  }

  template <typename Take>
  static void each_word(std::string_view list, const Take& take) {
    while (!list.empty()) {
      const std::size_t end = list.find(' ');
      take(list.substr(0, end));
      list.remove_prefix(end == list.npos ? list.size() : end + 1);
    }
  }

  void add_all(std::string_view list, Count count) {
    each_word(list, [&](std::string_view word) { words_.emplace_back(word, count); });
  }

  void add_merged(const MergedCharacter& merged) {
    add_all(merged.words, &Detection::merged_words);
    for (std::size_t i = 0; i < merged.proper.size();) {
      const std::size_t length = utf8::read(merged.proper, i).length;
      each_word(merged.words, [&](std::string_view word) {
        std::string proper(word);
        proper.replace(proper.find(merged.character), merged.character.size(),
                       merged.proper.substr(i, length));
        words_.emplace_back(std::move(proper), &Detection::proper_words);
      });
      i += length;
    }
  }

  std::vector<Word> words_;
};

struct Tables {
  Signs signs;
  Words words{signs};
};

/// Of two counts, true where the first is what the text is and not what slipped in.
bool outweighs(std::uint32_t count, std::uint32_t other) {
  constexpr std::uint32_t kFewest = 2, kTimes = 3;
  return count >= kFewest && count >= kTimes * other;
}

Region region_of(const Detection& detection) {
  if (detection.script != Script::hant) return Region::none;
  if (outweighs(detection.taiwan_words, detection.hong_kong_words)) return Region::taiwan;
  if (outweighs(detection.hong_kong_words, detection.taiwan_words)) return Region::hong_kong;
  return Region::none;
}

}  // namespace

std::string_view name_of(Region region) {
  if (region == Region::none) return "";
  return region == Region::taiwan ? "TW" : "HK";
}

Detection detect(std::string_view utf8) {
  static const Tables kTables;
  Detection found;
  for (std::size_t i = 0; i < utf8.size();) {
    const utf8::Character c = utf8::read(utf8, i);
    const std::uint8_t signs = kTables.signs[c.code_point];
    found.simplified += (signs & simplified_only) != 0;
    found.traditional += (signs & traditional_only) != 0;
    if ((signs & begins_word) != 0) kTables.words.count(utf8.substr(i), c.length, found);
    i += c.length;
  }
  const std::uint32_t all = found.simplified + found.traditional;
  if (all == 0) return found;
  // A tie is Simplified: Simplified texts quote Traditional names more often than the other way
  // round.
  found.script = found.simplified >= found.traditional ? Script::hans : Script::hant;
  const std::uint32_t less = std::min(found.simplified, found.traditional);
  constexpr std::uint32_t kMixedFewest = 3, kMixedShare = 4;
  found.mixed = less >= kMixedFewest && less * kMixedShare >= all;
  found.confidence = static_cast<float>(all - less) / static_cast<float>(all + 1);
  found.by_character =
      found.script == Script::hant && outweighs(found.merged_words, found.proper_words);
  found.region = region_of(found);
  return found;
}

Script detect_script(std::string_view utf8) { return detect(utf8).script; }

}  // namespace shuye
