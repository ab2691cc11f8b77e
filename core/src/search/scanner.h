#pragma once

/// Reads one text from its end and notes which keywords begin where.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/pattern_set.h"
#include "shuye/search.h"

namespace shuye {

/// What `Overlaps` needs to know of each place: the longest keyword that begins there, the one that
/// comes first, or all of them.
struct Candidate {
  std::uint32_t begin, end, keyword;
};

class Scanner {
 public:
  /// All of these have to live as long as this.
  Scanner(const PatternSet& set, Overlaps overlaps, std::string_view text,
          std::vector<Candidate>& found)
      : set_(set), automaton_(set.automaton), overlaps_(overlaps), text_(text), found_(found) {}

  /// Appends the candidates, the last one first. False when it stopped since there were too many.
  bool run();

 private:
  /// The end of a unit that is not the last one of its character, at which no match can end.
  static constexpr std::uint32_t kNoEnd = UINT32_MAX;

  void skip();
  void read_character();
  void read_cluster();
  void feed(UnitClass c, std::uint32_t begin, std::uint32_t end, bool is_begin);
  void note(std::uint32_t begin);
  void note_longest(Automaton::Node node, std::uint32_t begin);
  void note_first(Automaton::Node node, std::uint32_t begin);
  void note_all(Automaton::Node node, std::uint32_t begin);
  const Automaton::Output* fitting(Automaton::Node node, std::uint32_t begin,
                                   std::uint32_t end) const;
  bool fits(const Automaton::Output& output, std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t end_of(Automaton::Node node) const {
    const std::uint32_t depth = automaton_.depth(node);
    return depth == 1 ? end_ : ends_[ends_.size() - depth];
  }

  const PatternSet& set_;
  const Automaton& automaton_;
  Overlaps overlaps_;
  std::string_view text_;
  std::vector<Candidate>& found_;

  std::size_t at_ = 0;               // what is right of it was read
  Automaton::Node node_ = 0;         // its state
  std::uint32_t end_ = 0;            // of the unit that was read last
  std::vector<std::uint32_t> ends_;  // of the units of the state at least, where it has several
  bool joined_ = false;              // what was read last is one letter with what is read next
};

}  // namespace shuye
