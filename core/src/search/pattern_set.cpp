#include "search/pattern_set.h"

#include <string>
#include <utility>

#include "text/character.h"

namespace shuye {
namespace {

/// One way to write a keyword.
struct Written {
  std::u32string units;
  std::uint32_t keyword;
  std::uint8_t edges;
};

/// A keyword's edge that is a letter or a digit has to be an edge of a word, if its match says so.
std::uint8_t edges_of(const std::u32string& units, KeywordMatch match) {
  std::uint8_t edges = Automaton::kAnyEdges;
  if (match == KeywordMatch::anywhere) return edges;
  if (is_word(units.front())) edges |= Automaton::kWordBegin;
  if (match != KeywordMatch::prefix && is_word(units.back())) edges |= Automaton::kWordEnd;
  return edges;
}

std::vector<Written> all_written(const std::vector<Keyword>& keywords, Reading reading) {
  std::vector<Written> all;
  const auto add = [&](std::size_t index, std::string_view text) {
    std::u32string units = units_of(trim(text), reading);
    if (is_idle(units)) return;
    const std::uint8_t edges = edges_of(units, keywords[index].match);
    all.push_back({std::move(units), static_cast<std::uint32_t>(index), edges});
  };
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i].exact != reading.exact || keywords[i].match == KeywordMatch::regex) continue;
    add(i, keywords[i].text);
    for (const std::string& other : keywords[i].also) add(i, other);
  }
  return all;
}

bool add_classes(const std::vector<Written>& all, UnitClasses& classes) {
  for (const Written& written : all) {
    if (written.units.size() == 1 && !classes.add(written.units[0])) return false;
  }
  classes.end_singles();
  for (const Written& written : all) {
    for (const char32_t unit : written.units) {
      if (!classes.add(unit)) return false;
    }
  }
  return true;
}

/// From its end. Bytes that are no UTF-8 are of no class, and what has one matches nothing.
bool append_reversed(const std::u32string& units, const UnitClasses& classes,
                     std::vector<UnitClass>& row) {
  for (std::size_t i = units.size(); i-- > 0;) {
    row.push_back(classes.of_unit(units[i]));
    if (row.back() == UnitClasses::kNone) return false;
  }
  return true;
}

}  // namespace

std::optional<PatternSet> pattern_set(const std::vector<Keyword>& keywords, Reading reading) {
  const std::vector<Written> all = all_written(keywords, reading);
  PatternSet set;
  set.reading = reading;
  if (all.empty()) return set;
  if (!add_classes(all, set.classes)) return std::nullopt;
  set.classes.finish(reading);
  set.neighbours = Neighbours(set.classes);
  std::vector<UnitClass> row;
  std::vector<Automaton::Pattern> patterns;
  for (const Written& written : all) {
    const std::size_t begin = row.size();
    if (!append_reversed(written.units, set.classes, row)) {
      row.resize(begin);
      continue;
    }
    patterns.push_back({begin, row.size(), written.keyword, written.edges});
    if (row.size() - begin > 1) set.neighbours.add(row[begin + 1], row[begin]);
  }
  if (!patterns.empty()) set.automaton = Automaton(row, std::move(patterns), set.classes.end());
  return set;
}

}  // namespace shuye
