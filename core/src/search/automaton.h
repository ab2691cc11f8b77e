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
      node = fail_[node];
    }
    return root_[c];
  }

  /// Whether two units, the left one's class first, may be in a keyword side by side: mostly not.
  bool may_be_pair(UnitClass left, UnitClass right) const {
    const std::uint32_t bit = (left * kLeft + right * kRight) >> pair_shift_;
    return (pairs_[bit >> 6] >> (bit & 63) & 1) != 0;
  }
  bool is_pair(UnitClass left, UnitClass right) const {
    const Node node = root_[right];
    return node != 0 && child(node, left) != 0;
  }

  std::uint32_t depth(Node node) const { return depth_[node]; }
  UnitClass last_class(Node node) const { return class_[node]; }

  /// The node itself where keywords end at it, or the next shorter one; kNone for no more.
  Node first_with_output(Node node) const { return output_[node] != kNone ? node : shorter_[node]; }
  Node shorter(Node node) const { return shorter_[node]; }
  /// The first of the node's outputs, in the order of the keywords.
  const Output* output(Node node) const { return &outputs_[output_[node]]; }
  /// The smallest number of a keyword that ends at this node or a shorter one.
  std::uint32_t lowest(Node node) const { return lowest_[node]; }
  /// Of those the node of the one that needs no edges; kNone.
  Node lowest_free(Node node) const { return lowest_free_[node]; }

 private:
  static constexpr std::uint32_t kLeft = 2654435761U, kRight = 2246822519U;

  Node child(Node node, UnitClass c) const {
    Node at = children_[node];
    Node end = children_[node + 1];
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
  std::vector<std::uint32_t> children_, fail_, depth_, output_, shorter_, lowest_, lowest_free_;
  std::vector<Output> outputs_;
  std::vector<Node> root_;  // by class
  std::vector<std::uint64_t> pairs_;
  std::uint32_t pair_shift_ = 0;
  std::size_t parents_ = 0;
};

}  // namespace shuye
