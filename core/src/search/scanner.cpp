#include "search/scanner.h"

#include <algorithm>

namespace shuye {

bool Scanner::run() {
  if (automaton_.empty()) return true;
  units_.classes[0] = UnitClasses::kNone;
  units_.ends[0] = Units::kNoPlace;
  while (!reader_.at_begin()) {
    reader_.read(units_);
    scan();
    if (found_.size() > most_) return false;
  }
  return true;
}

void Scanner::scan() {
  std::size_t unit = follow(1);
  for (std::size_t i = 0; i < units_.event_count; ++i) {
    if (units_.events[i] >= unit) unit = enter(units_.events[i]);
  }
  if (node_ != 0 || !kept_.empty()) keep_ends();
}

/// Notes what begins with this unit, and goes on as long as that may become more. Gives the unit
/// from which on nothing was looked at.
std::size_t Scanner::enter(std::size_t unit) {
  const UnitClass c = units_.classes[unit];
  node_ = automaton_.pair(c, units_.classes[unit - 1]);
  note(node_ != 0 ? node_ : automaton_.single(c), unit);
  return follow(unit + 1);
}

// At one unit or none it ends: that the next one makes a pair with it is an event.
std::size_t Scanner::follow(std::size_t unit) {
  for (; node_ != 0 && unit <= units_.size; ++unit) {
    node_ = automaton_.step_beyond_pairs(node_, units_.classes[unit]);
    if (node_ == 0) break;
    note(node_, unit);
  }
  return unit;
}

/// The ends of the units of what goes on in the next stretch.
void Scanner::keep_ends() {
  if (node_ == 0) return kept_.clear();
  const std::size_t depth = automaton_.depth(node_);
  const std::size_t here = std::min(depth, units_.size);
  const auto* end = units_.ends.data() + units_.size + 1;
  kept_.insert(kept_.end(), end - here, end);
  // Now and then, so that nothing is moved often.
  if (kept_.size() > 2 * depth + Units::kMost) {
    kept_.erase(kept_.begin(), kept_.end() - static_cast<std::ptrdiff_t>(depth));
  }
}

void Scanner::note(Automaton::Node node, std::size_t unit) {
  node = automaton_.first_with_output(node);
  const std::uint32_t begin = units_.begins[unit];
  if (node == Automaton::kNone || begin == Units::kNoPlace) return;
  unit_ = unit;
  switch (overlaps_) {
    case Overlaps::leftmost_longest:
      return note_longest(node, begin);
    case Overlaps::leftmost_first:
      return note_first(node, begin);
    case Overlaps::all:
      return note_all(node, begin);
  }
}

bool Scanner::fits(const Automaton::Output& output, std::uint32_t begin, std::uint32_t end) const {
  if (output.edges == Automaton::kAnyEdges) return true;
  if ((output.edges & Automaton::kWordBegin) != 0 && is_word_before(text_, begin)) return false;
  return (output.edges & Automaton::kWordEnd) == 0 || !is_word_behind(text_, end);
}

/// The first output of the node that may stand there.
const Automaton::Output* Scanner::fitting(Automaton::Node node, std::uint32_t begin,
                                          std::uint32_t end) const {
  if (end == Units::kNoPlace) return nullptr;
  for (const Automaton::Output* output = automaton_.output(node);; ++output) {
    if (fits(*output, begin, end)) return output;
    if (output->last) return nullptr;
  }
}

void Scanner::note_longest(Automaton::Node node, std::uint32_t begin) {
  for (; node != Automaton::kNone; node = automaton_.shorter(node)) {
    const std::uint32_t end = end_of(node);
    if (const auto* output = fitting(node, begin, end)) {
      add(output->keyword, begin, end);
      return;
    }
  }
}

// Of the keywords that need no edges the first is known; the others are looked at one by one.
void Scanner::note_first(Automaton::Node node, std::uint32_t begin) {
  Match best{Automaton::kNone, kNoBlock, begin, 0};
  const auto take = [&](Automaton::Node at) {
    const std::uint32_t end = end_of(at);
    const auto* output = fitting(at, begin, end);
    if (output != nullptr && output->keyword < best.keyword) {
      best.keyword = output->keyword;
      best.end = end;
    }
  };
  if (const auto free = automaton_.lowest_free(node); free != Automaton::kNone) take(free);
  for (; node != Automaton::kNone && automaton_.lowest(node) < best.keyword;
       node = automaton_.shorter(node)) {
    take(node);
  }
  if (best.keyword != Automaton::kNone) found_.push_back(best);
}

void Scanner::note_all(Automaton::Node node, std::uint32_t begin) {
  for (; node != Automaton::kNone; node = automaton_.shorter(node)) {
    const std::uint32_t end = end_of(node);
    if (end == Units::kNoPlace) continue;
    for (const Automaton::Output* output = automaton_.output(node);; ++output) {
      if (fits(*output, begin, end)) add(output->keyword, begin, end);
      if (output->last) break;
    }
    if (found_.size() > most_) return;
  }
}

}  // namespace shuye
