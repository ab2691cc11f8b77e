#pragma once

/// Reads one text from its end and notes which keywords begin where.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/pair_finder.h"
#include "search/pattern_set.h"
#include "shuye/search.h"

namespace shuye {

class Scanner {
 public:
  /// All of these have to live as long as this.
  Scanner(const PatternSet& set, Overlaps overlaps, std::u16string_view text,
          std::vector<Match>& found, std::size_t most)
      : set_(set),
        automaton_(set.automaton),
        overlaps_(overlaps),
        text_(text),
        found_(found),
        most_(most),
        finder_(set, text),
        seen_(text.size()) {}

  /// Appends what `Overlaps` needs to know of each place, the last one first: the longest keyword
  /// that begins there, the one that comes first, or all of them. False when it stopped since there
  /// were more in `found` than the most. The block is not filled in.
  bool run();

 private:
  void enter(std::size_t edge);
  void cross(std::size_t edge);
  void follow(std::size_t at);
  void read_on(std::size_t at);
  void keep_end(std::uint32_t end);
  void note(std::uint32_t begin);
  void note_longest(Automaton::Node node, std::uint32_t begin);
  void note_first(Automaton::Node node, std::uint32_t begin);
  void note_all(Automaton::Node node, std::uint32_t begin);
  void add(std::uint32_t keyword, std::uint32_t begin, std::uint32_t end) {
    found_.push_back({keyword, kNoBlock, begin, end});
  }
  const Automaton::Output* fitting(Automaton::Node node, std::uint32_t begin,
                                   std::uint32_t end) const;
  bool fits(const Automaton::Output& output, std::uint32_t begin, std::uint32_t end) const;

  /// Where what the node stands for ends, which begins with the unit that was read last.
  std::uint32_t end_of(Automaton::Node node, std::uint32_t begin) const {
    const std::uint32_t depth = automaton_.depth(node);
    return ends_.empty() ? begin + depth : ends_[ends_.size() - depth];
  }

  const PatternSet& set_;
  const Automaton& automaton_;
  Overlaps overlaps_;
  std::u16string_view text_;
  std::vector<Match>& found_;
  std::size_t most_;

  PairFinder finder_;
  Places places_;
  std::size_t seen_;  // what is right of it was read unit by unit, and a plain one last: `last_`
  UnitClass last_ = UnitClasses::kNone;
  Automaton::Node node_ = 0;  // what was read last of what may become a keyword
  /// Of its units, and perhaps of others before, in that order; where all of them are plain and one
  /// behind the other, none.
  std::vector<std::uint32_t> ends_;
};

}  // namespace shuye
