#pragma once

/// What the matcher promises (shuye/search.h), said in the simplest way and as slowly as it takes:
/// the oracle of its tests.

#include <shuye/search.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "search/reading.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace shuye::testing {

class NaiveSearch {
 public:
  NaiveSearch(const std::vector<Keyword>& keywords, const SearchOptions& options,
              std::string_view text)
      : keywords_(keywords), options_(options), text_(text) {}

  std::vector<Match> find() {
    std::vector<Match> all;
    for (const bool exact : {false, true}) {
      reading_ = {exact, !exact && options_.ignore_punctuation};
      read();
      for (std::size_t i = 0; i < keywords_.size(); ++i) {
        if (keywords_[i].exact == exact) add_all(static_cast<std::uint32_t>(i), all);
      }
    }
    return choose(all);
  }

 private:
  struct Character {
    std::u32string units;
    std::size_t begin, end;
    bool joins;  // to the character before it
  };

  void read() {
    characters_.clear();
    bool attaches = false;
    for (std::size_t at = 0; at < text_.size();) {
      const utf8::Character c = utf8::read(text_, at);
      const std::size_t begin = at;
      at += c.length;
      const UnitKind kind = unit_kind(c.code_point, reading_);
      if (kind == UnitKind::mark) {
        if (attaches) characters_.back().end = at;
        continue;
      }
      attaches = kind != UnitKind::passed_over;
      if (!attaches) continue;
      std::u32string units = units_of(text_.substr(begin, c.length));
      const bool joins = !reading_.exact && is_voicing_mark(c.code_point);
      characters_.push_back({std::move(units), begin, at, joins});
    }
  }

  void add_all(std::uint32_t index, std::vector<Match>& all) const {
    const Keyword& keyword = keywords_[index];
    const std::u32string units = units_of(trim(keyword.text));
    if (is_idle(units)) return;
    const bool is_text =
        std::all_of(units.begin(), units.end(), [](char32_t unit) { return unit <= 0x10FFFF; });
    if (!is_text) return;
    const bool any = keyword.match == KeywordMatch::anywhere;
    const bool word_begin = !any && is_word(units.front());
    const bool word_end = !any && keyword.match != KeywordMatch::prefix && is_word(units.back());
    for (std::size_t first = 0; first < characters_.size(); ++first) {
      std::size_t last = first;
      std::u32string read;
      for (; last < characters_.size() && read.size() < units.size(); ++last) {
        read += characters_[last].units;
      }
      const std::size_t begin = characters_[first].begin;
      if (read != units || characters_[first].joins || last == first) continue;
      if (last < characters_.size() && characters_[last].joins) continue;
      const std::size_t end = characters_[last - 1].end;
      const std::u16string before = utf16_of(text_.substr(0, begin));
      if (word_begin && is_word_before(before, before.size())) continue;
      if (word_end && is_word_behind(utf16_of(text_.substr(end)), 0)) continue;
      all.push_back({index, 0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  }

  std::u32string units_of(std::string_view text) const {
    std::u32string units;
    append_units(text, reading_, units);
    return units;
  }

  static std::u16string utf16_of(std::string_view text) {
    std::u16string units(text.size(), u'\0');
    units.resize(static_cast<std::size_t>(utf16::write(text, units.data()) - units.data()));
    return units;
  }

  std::vector<Match> choose(std::vector<Match> all) const {
    const bool by_keyword = options_.overlaps == Overlaps::leftmost_first;
    std::sort(all.begin(), all.end(), [&](const Match& a, const Match& b) {
      return by_keyword ? std::tie(a.begin, a.keyword) < std::tie(b.begin, b.keyword)
                        : std::tie(a.begin, b.end, a.keyword) < std::tie(b.begin, a.end, b.keyword);
    });
    if (options_.overlaps == Overlaps::all) return all;
    std::vector<Match> chosen;
    for (const Match& match : all) {
      if (chosen.empty() || match.begin >= chosen.back().end) chosen.push_back(match);
    }
    return chosen;
  }

  const std::vector<Keyword>& keywords_;
  const SearchOptions& options_;
  std::string_view text_;
  Reading reading_;
  std::vector<Character> characters_;
};

inline std::string describe(const std::vector<Match>& matches) {
  std::string out;
  for (const Match& match : matches) {
    out += std::to_string(match.keyword) + ":" + std::to_string(match.begin) + "-" +
           std::to_string(match.end) + " ";
  }
  return out;
}

}  // namespace shuye::testing
