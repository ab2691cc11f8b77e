#include "text/script_evidence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "text/character.h"
#include "text/code_point_table.h"
#include "text/script_words.h"
#include "text/three_bytes.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace shuye {

namespace {

#include "fold_table.inc"

/// What a character of the Basic Multilingual Plane says; rarer ones are not counted.
enum Sign : std::uint8_t {
  simplified_only = 1,
  traditional_only = 2,
  begins_word = 4,
  han = 8,
  hiragana = 16,
  katakana = 32,
  unseen = 64,
};

/// What a set of signs adds to the counts of each, which all have a part of one number.
constexpr unsigned kPartBits = 10;
constexpr std::uint64_t kPart = (1U << kPartBits) - 1;
constexpr std::size_t kSets = 128;  // one more than all signs together

constexpr std::array<std::uint64_t, kSets> parts_of_sets() {
  std::array<std::uint64_t, kSets> parts = {};
  for (std::size_t set = 0; set < kSets; ++set) {
    unsigned shift = 0;
    for (const Sign sign : {simplified_only, traditional_only, han, hiragana, katakana, unseen}) {
      if ((set & sign) != 0) parts[set] |= std::uint64_t{1} << shift;
      shift += kPartBits;
    }
  }
  return parts;
}
constexpr std::array<std::uint64_t, kSets> kParts = parts_of_sets();

/// Counts signs with neither a branch nor a store for each character.
class SignCounter {
 public:
  /// The most characters that can be added.
  static constexpr std::size_t kMost = kPart;

  void add(std::uint8_t signs) { sum_ += kParts[signs]; }
  std::uint32_t of(Sign sign) const {
    return static_cast<std::uint32_t>(sum_ / kParts[sign] & kPart);
  }

 private:
  std::uint64_t sum_ = 0;
};

class Signs {
 public:
  Signs() {
    for (const std::uint32_t c : kSimplifiedOnly) add(c, simplified_only);
    for (const std::uint32_t c : kTraditionalOnly) add(c, traditional_only);
    add_all(0x4E00, 0x9FFF, han);
    add_all(0x3041, 0x3096, hiragana);
    add_all(0x30A1, 0x30FA, katakana);
    for (const char32_t c : kUnseen) add(c, unseen);
  }
  void add(char32_t c, Sign sign) {
    if (c < signs_.size()) signs_[c] |= sign;
  }
  void add_all(char32_t first, char32_t last, Sign sign) {
    for (char32_t c = first; c <= last; ++c) add(c, sign);
  }
  std::uint8_t operator[](char32_t c) const { return c < signs_.size() ? signs_[c] : 0; }
  /// Of the Basic Multilingual Plane.
  std::uint8_t of_narrow(char32_t c) const { return signs_[c]; }

 private:
  std::array<std::uint8_t, 0x10000> signs_ = {};
};

/// Where a `Detection` counts a word.
using Count = std::uint32_t Detection::*;

constexpr Count kCounts[] = {&Detection::simplified,     &Detection::traditional,
                             &Detection::merged_words,   &Detection::proper_words,
                             &Detection::taiwan_words,   &Detection::hong_kong_words,
                             &Detection::mainland_words, &Detection::kana};

struct Word {
  std::string text;
  Count count;
};

/// The words of script_words.h, sorted.
class Words {
 public:
  explicit Words(Signs& signs) {
    for (const MergedCharacter& merged : kMergedCharacters) add_merged(merged);
    add_all(kTaiwanWords, &Detection::taiwan_words);
    add_all(kHongKongWords, &Detection::hong_kong_words);
    add_all(kMainlandWords, &Detection::mainland_words);
    std::sort(words_.begin(), words_.end(),
              [](const Word& a, const Word& b) { return a.text < b.text; });
    for (std::size_t i = words_.size(); i-- > 0;) {
      const char32_t first = utf8::read(words_[i].text, 0).code_point;
      signs.add(first, begins_word);
      first_.set(first, static_cast<std::uint16_t>(i));
    }
  }

  /// Calls `take` with the words that begin `text`, of which the first character is `c` and begins
  /// words.
  template <typename Take>
  void each(std::string_view text, utf8::Character c, const Take& take) const {
    const std::string_view first = text.substr(0, c.length);
    for (std::size_t i = first_.at(c.code_point);
         i < words_.size() && starts_with(words_[i].text, first); ++i) {
      if (starts_with(text, words_[i].text)) take(words_[i]);
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
    each_word(list, [&](std::string_view word) { words_.push_back({std::string(word), count}); });
  }

  void add_merged(const MergedCharacter& merged) {
    add_all(merged.words, &Detection::merged_words);
    for (std::size_t i = 0; i < merged.proper.size();) {
      const std::size_t length = utf8::read(merged.proper, i).length;
      each_word(merged.words, [&](std::string_view word) {
        std::string proper(word);
        proper.replace(proper.find(merged.character), merged.character.size(),
                       merged.proper.substr(i, length));
        words_.push_back({std::move(proper), &Detection::proper_words});
      });
      i += length;
    }
  }

  std::vector<Word> words_;
  CodePointTable first_;  // of the words that a character begins
};

struct Tables {
  Signs signs;
  Words words{signs};
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

}  // namespace

ScriptEvidence::ScriptEvidence(std::string_view text) {
  const Signs& known = tables().signs;
  std::array<char16_t, SignCounter::kMost> units;
  while (!text.empty()) {
    const std::string_view part = utf8::first_part(text, units.size());
    text.remove_prefix(part.size());
    SignCounter signs;
    const char16_t* end = utf16::write(part, units.data());
    for (const char16_t* unit = units.data(); unit != end; ++unit)
      signs.add(known.of_narrow(*unit));
    counts_.simplified += signs.of(simplified_only);
    counts_.traditional += signs.of(traditional_only);
    counts_.kana += signs.of(hiragana) + signs.of(katakana);
    hiragana_ += signs.of(hiragana);
    han_ += signs.of(han);
    has_unseen_ = has_unseen_ || signs.of(unseen) > 0;
  }
}

ScriptEvidence& ScriptEvidence::operator+=(const ScriptEvidence& other) {
  for (const Count count : kCounts) counts_.*count += other.counts_.*count;
  han_ += other.han_;
  hiragana_ += other.hiragana_;
  has_unseen_ = has_unseen_ || other.has_unseen_;
  taiwan_.add(other.taiwan_);
  hong_kong_.add(other.hong_kong_);
  return *this;
}

void ScriptEvidence::add_words(std::string_view text) {
  const Tables& known = tables();
  const auto add = [&](const Word& word) {
    ++(counts_.*word.count);
    if (word.count == &Detection::taiwan_words) taiwan_.add(&word);
    if (word.count == &Detection::hong_kong_words) hong_kong_.add(&word);
  };
  for (std::size_t i = 0; i < text.size();) {
    if (const std::uint32_t c = three_bytes::read(text, i);
        c != 0 && (known.signs.of_narrow(c) & begins_word) == 0) {
      i += 3;
      continue;
    }
    const utf8::Character c = utf8::read(text, i);
    if ((known.signs[c.code_point] & begins_word) != 0) {
      known.words.each(text.substr(i), c, add);
    }
    i += c.length;
  }
}

Region ScriptEvidence::region() const {
  const std::uint32_t taiwan = counts_.taiwan_words, hong_kong = counts_.hong_kong_words;
  if (taiwan_.several() && outweighs(taiwan, hong_kong + counts_.mainland_words)) {
    return Region::taiwan;
  }
  // Hong Kong has many words in common with the mainland.
  if (hong_kong_.several() && outweighs(hong_kong, taiwan)) return Region::hong_kong;
  return Region::none;
}

Script ScriptEvidence::script() const {
  if (is_japanese()) return Script::ja;
  if (counts_.simplified + counts_.traditional == 0) return Script::none;
  // A tie is Simplified: Simplified texts quote Traditional names more often than the other way
  // round.
  return counts_.simplified >= counts_.traditional ? Script::hans : Script::hant;
}

Detection ScriptEvidence::detection() const {
  Detection found = counts_;
  found.script = script();
  if (found.script == Script::none) return found;
  if (found.script == Script::ja) {
    found.confidence = static_cast<float>(found.kana) / static_cast<float>(found.kana + 1);
    return found;
  }
  const std::uint32_t all = found.simplified + found.traditional;
  const std::uint32_t less = std::min(found.simplified, found.traditional);
  constexpr std::uint32_t kMixedFewest = 3, kMixedShare = 4;
  found.mixed = less >= kMixedFewest && less * kMixedShare >= all;
  found.confidence = static_cast<float>(all - less) / static_cast<float>(all + 1);
  if (found.script == Script::hant) {
    found.by_character = outweighs(found.merged_words, found.proper_words);
    found.region = region();
  }
  return found;
}

}  // namespace shuye
