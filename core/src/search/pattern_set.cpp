#include "search/pattern_set.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "text/character.h"

namespace shuye {
namespace {

/// One way to write a keyword: a part of the row of all units.
struct Written {
  std::size_t begin;
  std::size_t end;
  std::uint32_t keyword;
  std::uint8_t edges;
};

/// There may be thousands: their units are one row, so that none has memory of its own.
struct AllWritten {
  std::u32string row;
  std::vector<Written> all;

  std::u32string_view units(const Written& written) const {
    return std::u32string_view(row).substr(written.begin, written.end - written.begin);
  }
};

/// A keyword's edge that is a letter or a digit has to be an edge of a word, if its match says so.
std::uint8_t edges_of(std::u32string_view units, KeywordMatch match) {
  std::uint8_t edges = Automaton::kAnyEdges;
  if (match == KeywordMatch::anywhere) return edges;
  if (is_word(units.front())) edges |= Automaton::kWordBegin;
  if (match != KeywordMatch::prefix && is_word(units.back())) edges |= Automaton::kWordEnd;
  return edges;
}

AllWritten all_written(const std::vector<Keyword>& keywords, Reading reading) {
  AllWritten written;
  written.all.reserve(keywords.size());
  const auto add = [&](std::size_t index, std::string_view text) {
    Written next{written.row.size(), 0, static_cast<std::uint32_t>(index), Automaton::kAnyEdges};
    append_units(trim(text), reading, written.row);
    next.end = written.row.size();
    const std::u32string_view units = written.units(next);
    if (is_idle(units)) {
      written.row.resize(next.begin);
      return;
    }
    next.edges = edges_of(units, keywords[index].match);
    written.all.push_back(next);
  };
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i].exact != reading.exact || keywords[i].match == KeywordMatch::regex) continue;
    add(i, keywords[i].text);
    for (const std::string& other : keywords[i].also) add(i, other);
  }
  return written;
}

bool add_classes(const AllWritten& written, UnitClasses& classes) {
  for (const Written& one : written.all) {
    if (one.end - one.begin == 1 && !classes.add(written.row[one.begin])) return false;
  }
  classes.end_singles();
  return std::all_of(written.row.begin(), written.row.end(),
                     [&](char32_t unit) { return classes.add(unit); });
}

/// From its end. Bytes that are no UTF-8 are of no class, and what has one matches nothing.
bool append_reversed(std::u32string_view units, const UnitClasses& classes,
                     std::vector<UnitClass>& row) {
  for (std::size_t i = units.size(); i-- > 0;) {
    row.push_back(classes.of_unit(units[i]));
    if (row.back() == UnitClasses::kNone) return false;
  }
  return true;
}

}  // namespace

std::optional<PatternSet> pattern_set(const std::vector<Keyword>& keywords, Reading reading) {
  const AllWritten written = all_written(keywords, reading);
  PatternSet set;
  set.reading = reading;
  if (written.all.empty()) return set;
  if (!add_classes(written, set.classes)) return std::nullopt;
  set.classes.finish(reading);
  set.neighbours = Neighbours(set.classes);
  std::vector<UnitClass> row;
  row.reserve(written.row.size());
  std::vector<Automaton::Pattern> patterns;
  patterns.reserve(written.all.size());
  for (const Written& one : written.all) {
    const std::size_t begin = row.size();
    if (!append_reversed(written.units(one), set.classes, row)) {
      row.resize(begin);
      continue;
    }
    patterns.push_back({begin, row.size(), one.keyword, one.edges});
    if (row.size() - begin > 1) set.neighbours.add(row[begin + 1], row[begin]);
  }
  if (!patterns.empty()) set.automaton = Automaton(row, std::move(patterns), set.classes.end());
  return set;
}

}  // namespace shuye
