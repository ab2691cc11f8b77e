#include "search/automaton.h"

#include <algorithm>
#include <utility>

namespace shuye {
namespace {

/// The first four classes of a pattern as one number, 0 for none: in the order of the patterns as
/// far as it goes, which for most keywords is all the way.
std::uint64_t head_of(const std::vector<UnitClass>& all, const Automaton::Pattern& pattern) {
  std::uint64_t head = 0;
  for (std::size_t i = pattern.begin; i < pattern.begin + 4; ++i) {
    head = head << 16 | (i < pattern.end ? all[i] : UnitClasses::kNone);
  }
  return head;
}

/// In the order of their classes; of the same classes in that of the keywords.
bool is_before(const std::vector<UnitClass>& all, const Automaton::Pattern& a,
               const Automaton::Pattern& b) {
  const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
  const auto [x, y] = std::mismatch(at(a.begin), at(a.end), at(b.begin), at(b.end));
  if (x == at(a.end) || y == at(b.end)) {
    const bool same = x == at(a.end) && y == at(b.end);
    return same ? std::pair(a.keyword, a.edges) < std::pair(b.keyword, b.edges) : x == at(a.end);
  }
  return *x < *y;
}

}  // namespace

Automaton::Automaton(const std::vector<UnitClass>& all, std::vector<Pattern> patterns,
                     std::size_t classes)
    : root_(classes, 0) {
  for (Pattern& pattern : patterns) pattern.head = head_of(all, pattern);
  std::sort(patterns.begin(), patterns.end(), [&](const Pattern& a, const Pattern& b) {
    return a.head != b.head ? a.head < b.head : is_before(all, a, b);
  });
  grow(all, patterns);
  note_pairs();
  note_lowest();
}

// Node by node, in the order in which they are numbered: each has a range of the sorted patterns.
void Automaton::grow(const std::vector<UnitClass>& all, const std::vector<Pattern>& patterns) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;  // of the nodes
  std::vector<Node> parents;
  const std::size_t most = all.size() + 1;  // where no two patterns begin alike
  class_.reserve(most);
  states_.reserve(most + 1);
  parents.reserve(most);
  ranges.reserve(most);
  const auto add = [&](Node parent, UnitClass c, std::size_t begin, std::size_t end) {
    class_.push_back(c);
    parents.push_back(parent);
    const std::uint32_t depth = class_.size() == 1 ? 0 : states_[parent].depth + 1;
    states_.emplace_back().depth = depth;
    ranges.emplace_back(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
  };
  add(0, 0, 0, patterns.size());
  for (Node node = 0; node < class_.size(); ++node) {
    // Not a structured binding: Clang 14 lets no lambda capture one.
    auto at = ranges[node].first;
    const auto end = ranges[node].second;
    const std::size_t depth = states_[node].depth;
    const auto ends_here = [&] { return patterns[at].begin + depth == patterns[at].end; };
    const std::size_t first = outputs_.size();
    for (; at < end && ends_here(); ++at) {
      const Output output{patterns[at].keyword, patterns[at].edges, false};
      const bool again = outputs_.size() > first && outputs_.back().keyword == output.keyword &&
                         outputs_.back().edges == output.edges;
      if (!again) outputs_.push_back(output);
    }
    if (outputs_.size() > first) {
      outputs_.back().last = true;
      states_[node].output = static_cast<std::uint32_t>(first);
    }
    states_[node].children = static_cast<Node>(class_.size());
    while (at < end) {
      const UnitClass c = all[patterns[at].begin + depth];
      const std::uint32_t from = at;
      while (at < end && all[patterns[at].begin + depth] == c) ++at;
      if (node == 0) root_[c] = static_cast<Node>(class_.size());
      add(node, c, from, at);
    }
  }
  states_.emplace_back().children = static_cast<Node>(class_.size());
  parents_ = class_.size() - 1;
  link(parents);
}

void Automaton::link(const std::vector<Node>& parents) {
  for (Node node = 1; node < class_.size(); ++node) {
    State& state = states_[node];
    if (state.depth > 1) state.fail = step(states_[parents[node]].fail, class_[node]);
    const State& fail = states_[state.fail];
    state.noted = state.output != kNone ? node : fail.noted;
    const bool goes_on = fail.depth > 1 && fail.children != states_[state.fail + 1].children;
    state.long_fail = goes_on ? state.fail : fail.long_fail;
  }
}

void Automaton::note_pairs() {
  const auto has_depth = [](std::uint32_t depth) {
    return [depth](const State& state) { return state.depth == depth; };
  };
  const auto first = std::find_if(states_.begin(), states_.end(), has_depth(2));
  const auto count = static_cast<std::size_t>(std::count_if(first, states_.end(), has_depth(2)));
  std::uint32_t bits = 1;
  while ((std::size_t{1} << bits) < 4 * count + 2) ++bits;
  slot_shift_ = 32 - bits;
  slots_.assign(std::size_t{1} << bits, Slot{});
  for (Node parent = 1; parent < class_.size() && states_[parent].depth == 1; ++parent) {
    for (Node node = states_[parent].children; node < states_[parent + 1].children; ++node) {
      const UnitClass left = class_[node], right = class_[parent];
      std::size_t slot = hash(left, right) >> slot_shift_;
      while (slots_[slot].node != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = {key_of(left, right), node};
    }
  }
}

void Automaton::note_lowest() {
  lowest_.assign(class_.size(), kNone);
  lowest_free_.assign(class_.size(), kNone);
  std::vector<std::uint32_t> free(class_.size(), kNone);  // the keyword of lowest_free_
  for (Node node = 1; node < class_.size(); ++node) {
    if (const Node next = shorter(node); next != kNone) {
      lowest_[node] = lowest_[next];
      lowest_free_[node] = lowest_free_[next];
      free[node] = free[next];
    }
    if (states_[node].output == kNone) continue;
    for (const Output* out = output(node);; ++out) {
      lowest_[node] = std::min(lowest_[node], out->keyword);
      if (out->edges == kAnyEdges && out->keyword <= free[node]) {
        free[node] = out->keyword;
        lowest_free_[node] = node;
      }
      if (out->last) break;
    }
  }
}

}  // namespace shuye
