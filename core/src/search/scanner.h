#pragma once

/// Reads one text from its end and notes which keywords begin where.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/pattern_set.h"
#include "search/unit_reader.h"
#include "shuye/search.h"

namespace shuye {

class Scanner {
 public:
  /// All of these have to live as long as this.
  Scanner(const PatternSet& set, Overlaps overlaps, std::string_view text,
          std::vector<Match>& found, std::size_t most)
      : automaton_(set.automaton),
        overlaps_(overlaps),
        text_(text),
        found_(found),
        most_(most),
        reader_(set, text) {}

  /// Appends what `Overlaps` needs to know of each place, the last one first: the longest keyword
  /// that begins there, the one that comes first, or all of them. False when it stopped since there
  /// were more in `found` than the most. The block is not filled in.
  bool run();

 private:
  void scan();
  std::size_t enter(std::size_t unit);
  std::size_t follow(std::size_t unit);
  void keep_ends();
  void note(Automaton::Node node, std::size_t unit);
  void note_longest(Automaton::Node node, std::uint32_t begin);
  void note_first(Automaton::Node node, std::uint32_t begin);
  void note_all(Automaton::Node node, std::uint32_t begin);
  void add(std::uint32_t keyword, std::uint32_t begin, std::uint32_t end) {
    found_.push_back({keyword, kNoBlock, begin, end});
  }
  const Automaton::Output* fitting(Automaton::Node node, std::uint32_t begin,
                                   std::uint32_t end) const;
  bool fits(const Automaton::Output& output, std::uint32_t begin, std::uint32_t end) const;

  /// Where what the node stands for ends when it begins with the unit that is noted.
  std::uint32_t end_of(Automaton::Node node) const {
    const std::uint32_t depth = automaton_.depth(node);
    if (depth <= unit_ + 1) return units_.ends[unit_ + 1 - depth];
    return kept_[kept_.size() + unit_ - depth];
  }

  const Automaton& automaton_;
  Overlaps overlaps_;
  std::string_view text_;
  std::vector<Match>& found_;
  std::size_t most_;

  UnitReader reader_;
  Units units_;
  Automaton::Node node_ = 0;  // what was read last of several units that may become a keyword
  std::size_t unit_ = 0;      // that is noted
  std::vector<std::uint32_t> kept_;  // ends of units of stretches before, as many as `node_` has
};

}  // namespace shuye
