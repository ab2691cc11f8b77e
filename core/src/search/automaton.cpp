#include "search/automaton.h"

#include <algorithm>
#include <utility>

namespace shuye {

Automaton::Automaton(const std::vector<UnitClass>& all, std::vector<Pattern> patterns,
                     std::size_t classes)
    : root_(classes, 0) {
  std::sort(patterns.begin(), patterns.end(), [&](const Pattern& a, const Pattern& b) {
    const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto [x, y] = std::mismatch(at(a.begin), at(a.end), at(b.begin), at(b.end));
    if (x == at(a.end) || y == at(b.end)) {
      const bool same = x == at(a.end) && y == at(b.end);
      return same ? std::pair(a.keyword, a.edges) < std::pair(b.keyword, b.edges) : x == at(a.end);
    }
    return *x < *y;
  });
  grow(all, patterns);
  note_pairs();
  note_lowest();
}

// Node by node, in the order in which they are numbered: each has a range of the sorted patterns.
void Automaton::grow(const std::vector<UnitClass>& all, const std::vector<Pattern>& patterns) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;  // of the nodes
  std::vector<Node> parents;
  const auto add = [&](Node parent, UnitClass c, std::size_t begin, std::size_t end) {
    class_.push_back(c);
    parents.push_back(parent);
    depth_.push_back(class_.size() == 1 ? 0 : depth_[parent] + 1);
    output_.push_back(kNone);
    ranges.emplace_back(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
  };
  add(0, 0, 0, patterns.size());
  for (Node node = 0; node < class_.size(); ++node) {
    // Not a structured binding: Clang 14 lets no lambda capture one.
    auto at = ranges[node].first;
    const auto end = ranges[node].second;
    const std::size_t depth = depth_[node];
    const auto ends_here = [&] { return patterns[at].begin + depth == patterns[at].end; };
    if (at < end && ends_here()) output_[node] = static_cast<std::uint32_t>(outputs_.size());
    for (; at < end && ends_here(); ++at) {
      const Output output{patterns[at].keyword, patterns[at].edges, false};
      const bool again = outputs_.size() > output_[node] &&
                         outputs_.back().keyword == output.keyword &&
                         outputs_.back().edges == output.edges;
      if (!again) outputs_.push_back(output);
    }
    if (output_[node] != kNone) outputs_.back().last = true;
    children_.push_back(static_cast<Node>(class_.size()));
    while (at < end) {
      const UnitClass c = all[patterns[at].begin + depth];
      const std::uint32_t from = at;
      while (at < end && all[patterns[at].begin + depth] == c) ++at;
      if (node == 0) root_[c] = static_cast<Node>(class_.size());
      add(node, c, from, at);
    }
  }
  children_.push_back(static_cast<Node>(class_.size()));
  parents_ = class_.size() - 1;
  link(parents);
}

void Automaton::link(const std::vector<Node>& parents) {
  fail_.assign(class_.size(), 0);
  shorter_.assign(class_.size(), kNone);
  for (Node node = 1; node < class_.size(); ++node) {
    if (depth_[node] > 1) fail_[node] = step(fail_[parents[node]], class_[node]);
    shorter_[node] = first_with_output(fail_[node]);
  }
}

void Automaton::note_pairs() {
  const auto first = std::find_if(depth_.begin(), depth_.end(), [](auto d) { return d == 2; });
  const auto last = std::find_if(first, depth_.end(), [](auto d) { return d == 3; });
  constexpr std::uint32_t kLeast = 12, kMost = 20;  // bits
  std::uint32_t bits = kLeast;
  while (bits < kMost && (std::size_t{1} << bits) < 64 * static_cast<std::size_t>(last - first)) {
    ++bits;
  }
  pair_shift_ = 32 - bits;
  pairs_.assign((std::size_t{1} << bits) / 64, 0);
  for (Node parent = 1; parent < class_.size() && depth_[parent] == 1; ++parent) {
    for (Node node = children_[parent]; node < children_[parent + 1]; ++node) {
      const std::uint32_t bit = (class_[node] * kLeft + class_[parent] * kRight) >> pair_shift_;
      pairs_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
    }
  }
}

void Automaton::note_lowest() {
  lowest_.assign(class_.size(), kNone);
  lowest_free_.assign(class_.size(), kNone);
  std::vector<std::uint32_t> free(class_.size(), kNone);  // the keyword of lowest_free_
  for (Node node = 1; node < class_.size(); ++node) {
    if (const Node next = shorter_[node]; next != kNone) {
      lowest_[node] = lowest_[next];
      lowest_free_[node] = lowest_free_[next];
      free[node] = free[next];
    }
    if (output_[node] == kNone) continue;
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
