#pragma once

/// Aho and Corasick's automaton over the *reversed* keywords. It reads a text from its end: after
/// the unit at position i its state knows every keyword that begins at i, the longest first. (Read
/// forwards it knows what *ends* at i, and finding the leftmost-longest match takes looking ahead
/// and going back, which is quadratic for keywords such as a and aaaa…b.)
///
/// The nodes are numbered by their distance from the root, so that the children of each are one
/// range and all that is kept of a node are a few numbers. What is not found among the children
/// is looked for among those of the node for the longest proper suffix, and so on.

#include <cstdint>
#include <vector>

#include "search/unit_classes.h"

namespace shuye {

class Automaton {
 public:
  using Node = std::uint32_t;
  static constexpr std::uint32_t kNone = UINT32_MAX;

  /// What a keyword's edges must be. Bits.
  enum Edges : std::uint8_t { kAnyEdges = 0, kWordBegin = 1, kWordEnd = 2 };

  /// A row of classes, the last unit's first, that stands for a keyword.
  struct Pattern {
    std::size_t begin = 0;  ///< in the row of all classes
    std::size_t end = 0;
    std::uint32_t keyword = 0;
    std::uint8_t edges = kAnyEdges;
    std::uint64_t head = 0;  ///< what they are sorted by (automaton.cpp)
  };
  struct Output {
    std::uint32_t keyword;
    std::uint8_t edges;
    bool last;  ///< of the node's
  };

  Automaton() = default;
  Automaton(const std::vector<UnitClass>& all, std::vector<Pattern> patterns, std::size_t classes);

  bool empty() const { return parents_ == 0; }

  Node step(Node node, UnitClass c) const {
    if (c == UnitClasses::kNone) return 0;
    while (node != 0) {
      const Node next = child(node, c);
      if (next != 0) return next;
      node = states_[node].fail;
    }
    return root_[c];
  }

  /// `step` from a node of two units or more, to one of three or more or 0: whatever else it would
  /// lead to is a pair or a single unit, and found as that.
  Node step_beyond_pairs(Node node, UnitClass c) const {
    for (; node != 0; node = states_[node].long_fail) {
      if (const Node next = child(node, c); next != 0) return next;
    }
    return 0;
  }
  /// Whether that can be anything but 0.
  bool goes_on(Node node) const {
    const State& state = states_[node];
    if (state.depth < 2) return false;
    return state.long_fail != 0 || state.children != states_[node + 1].children;
  }

  /// The node of two units side by side, or 0.
  Node pair(UnitClass left, UnitClass right) const {
    const std::uint32_t key = key_of(left, right);
    std::size_t slot = hash(left, right) >> slot_shift_;
    while (slots_[slot].node != 0 && slots_[slot].key != key)
      slot = (slot + 1) & (slots_.size() - 1);
    return slots_[slot].node;
  }
  /// The node of one unit, or 0.
  Node single(UnitClass c) const { return root_[c]; }

  std::uint32_t depth(Node node) const { return states_[node].depth; }

  /// The node itself where keywords end at it, or the next shorter one; kNone for no more.
  Node first_with_output(Node node) const { return states_[node].noted; }
  Node shorter(Node node) const { return states_[states_[node].fail].noted; }
  /// The first of the node's outputs, in the order of the keywords.
  const Output* output(Node node) const { return &outputs_[states_[node].output]; }
  /// The smallest number of a keyword that ends at this node or a shorter one.
  std::uint32_t lowest(Node node) const { return lowest_[node]; }
  /// Of those the node of the one that needs no edges; kNone.
  Node lowest_free(Node node) const { return lowest_free_[node]; }

 private:
  /// All that a step asks for, so that it waits for memory once.
  struct State {
    Node children = 0;   // the first one; those of the next node follow
    Node fail = 0;       // of the longest proper suffix
    Node long_fail = 0;  // the next of these that has two units or more, and children; or 0
    Node noted = kNone;  // `first_with_output`
    std::uint32_t output = kNone;
    std::uint32_t depth = 0;
  };
  struct Slot {
    std::uint32_t key = 0;
    Node node = 0;
  };

  static std::uint32_t key_of(UnitClass left, UnitClass right) {
    return std::uint32_t{left} << 16 | right;
  }
  static std::uint32_t hash(UnitClass left, UnitClass right) {
    return key_of(left, right) * 2654435761U;
  }

  Node child(Node node, UnitClass c) const {
    Node at = states_[node].children;
    Node end = states_[node + 1].children;
    while (end - at > 4) {
      const Node middle = at + (end - at) / 2;
      if (class_[middle] <= c) {
        at = middle;
      } else {
        end = middle;
      }
    }
    for (; at < end; ++at) {
      if (class_[at] == c) return at;
    }
    return 0;
  }
  void grow(const std::vector<UnitClass>& all, const std::vector<Pattern>& patterns);
  void link(const std::vector<Node>& parents);
  void note_pairs();
  void note_lowest();

  std::vector<UnitClass> class_;
  std::vector<State> states_;  // and one behind the last
  std::vector<std::uint32_t> lowest_, lowest_free_;
  std::vector<Output> outputs_;
  std::vector<Node> root_;   // by class
  std::vector<Slot> slots_;  // by hash, or behind it
  std::uint32_t slot_shift_ = 0;
  std::size_t parents_ = 0;
};

}  // namespace shuye
