#include "search/scanner.h"

#include "search/unit_reader.h"

namespace shuye {

// Where pairs may be that keywords end with, and around what is not plain, the text is read unit by
// unit; what is passed over between has no keyword in it.
bool Scanner::run() {
  if (automaton_.empty()) return true;
  while (finder_.at() > 0) {
    const bool goes_on = finder_.find(places_);
    for (std::size_t i = 0; i < places_.size; ++i) {
      if (places_.edges[i] <= seen_) enter(places_.edges[i]);
    }
    if (!goes_on && finder_.at() <= seen_) cross(finder_.at());
    if (seen_ < finder_.at()) finder_.go_to(seen_, last_);
    if (found_.size() > most_) return false;
  }
  return true;
}

/// Notes what begins with the character left of the edge, and goes on as long as that may become
/// more.
void Scanner::enter(std::size_t edge) {
  const UnitClass* classes = set_.classes.narrow();
  const UnitClass left = classes[text_[edge - 1]];
  node_ = 0;
  if (edge < text_.size()) node_ = automaton_.pair(left, classes[text_[edge]]);
  if (node_ == 0) node_ = automaton_.single(left);
  if (node_ == 0) return;
  note(static_cast<std::uint32_t>(edge - 1));
  if (automaton_.goes_on(node_)) follow(edge - 1);
}

/// Reads plain characters as long as they become more than a pair: pairs are at places of their
/// own.
void Scanner::follow(std::size_t at) {
  const UnitClass* classes = set_.classes.narrow();
  while (at > 0 && automaton_.goes_on(node_)) {
    const UnitClass c = classes[text_[at - 1]];
    if (c == UnitClasses::kSpecial) return read_on(at);
    node_ = automaton_.step_beyond_pairs(node_, c);
    if (node_ == 0) break;
    note(static_cast<std::uint32_t>(--at));
  }
  seen_ = at;
  last_ = classes[text_[at]];
}

/// Reads what is not plain, from the plain character right of it on.
void Scanner::cross(std::size_t edge) {
  node_ = 0;
  if (edge < text_.size()) node_ = automaton_.single(set_.classes.narrow()[text_[edge]]);
  read_on(edge);
}

/// Goes on where something is not plain, until it is again and `follow` would end.
void Scanner::read_on(std::size_t at) {
  for (std::size_t depth = automaton_.depth(node_); depth > 0; --depth) {
    ends_.push_back(static_cast<std::uint32_t>(at + depth));
  }
  UnitReader reader(set_, text_, at);
  Unit unit{};
  do {
    if (!reader.read(unit)) {
      unit.begin = 0;
      break;
    }
    node_ = automaton_.step(node_, unit.of);
    keep_end(unit.end);
    note(unit.begin);
  } while (!unit.plain || automaton_.goes_on(node_));
  ends_.clear();
  seen_ = unit.begin;
  last_ = unit.of;
}

void Scanner::keep_end(std::uint32_t end) {
  constexpr std::size_t kMost = 1024;
  ends_.push_back(end);
  // Now and then, so that nothing is moved often.
  const std::size_t depth = automaton_.depth(node_);
  if (ends_.size() > 2 * depth + kMost) {
    ends_.erase(ends_.begin(), ends_.end() - static_cast<std::ptrdiff_t>(depth));
  }
}

void Scanner::note(std::uint32_t begin) {
  const Automaton::Node node = automaton_.first_with_output(node_);
  if (node == Automaton::kNone || begin == Unit::kNoPlace) return;
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
  if (end == Unit::kNoPlace) return nullptr;
  for (const Automaton::Output* output = automaton_.output(node);; ++output) {
    if (fits(*output, begin, end)) return output;
    if (output->last) return nullptr;
  }
}

void Scanner::note_longest(Automaton::Node node, std::uint32_t begin) {
  for (; node != Automaton::kNone; node = automaton_.shorter(node)) {
    const std::uint32_t end = end_of(node, begin);
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
    const std::uint32_t end = end_of(at, begin);
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
    const std::uint32_t end = end_of(node, begin);
    if (end == Unit::kNoPlace) continue;
    for (const Automaton::Output* output = automaton_.output(node);; ++output) {
      if (fits(*output, begin, end)) add(output->keyword, begin, end);
      if (output->last) break;
    }
    if (found_.size() > most_) return;
  }
}

}  // namespace shuye
