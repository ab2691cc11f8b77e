#pragma once

/// Longest match among the keys of a dictionary, by code points.
///
/// Characters are numbered, and a key is a path of numbers. The first number of a path is looked up
/// in a table; every other edge, from a node and a number to a node, is an entry of one hash table
/// with linear probing. Keys are added in one pass without moving anything, so that the trie of
/// 50,000 words is made in some milliseconds while a page waits; a look-up costs what it costs in a
/// double array.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/code_point_table.h"
#include "text/utf8.h"

namespace shuye {

class Trie {
 public:
  static constexpr std::uint32_t kNone = (1 << 24) - 1;
  /// As many as the tag of an edge has room for: 14 bits for a number, 18 for a node.
  static constexpr std::size_t kMostCharacters = (1 << 14) - 1;
  static constexpr std::size_t kMostEdges = 3 * (1 << 17) / 4;
  static constexpr std::size_t kMostKeys = kNone;

  struct Match {
    std::uint32_t key = kNone;  ///< its index
    std::size_t length = 0;     ///< in bytes
  };

  /// The end of a path.
  struct Node {
    std::uint32_t id = 0;  ///< 0 where no key goes this way
    std::uint32_t key = kNone;
    std::uint32_t followers = 0;  ///< one bit for all numbers that are the same modulo 8

    /// A longer key goes on from here.
    bool grows() const { return followers != 0; }
    /// False where none does with this number; most are known by it without the table.
    bool may_grow(std::uint32_t number) const { return (followers >> (number & 7) & 1) != 0; }
  };

  /// An empty trie with room for `edges` edges, at most `kMostEdges`, that do not begin a key.
  explicit Trie(std::size_t edges = 0);

  /// Gives the next character its number, the first one 1. False when it has one already, or there
  /// are too many.
  bool add_character(char32_t c);

  /// Adds the path that goes on from the node `parent`, 0 for the beginning, and returns its node,
  /// or an old one.
  std::uint32_t add_edge(std::uint32_t parent, std::uint32_t number);
  void end_key(std::uint32_t node, std::uint32_t key);

  std::uint32_t number(char32_t c) const { return numbers_.at(c); }
  std::size_t characters() const { return first_.size() - 1; }

  /// Where a path begins, for any number that was given, or 0; and where it goes on.
  Node begin(std::uint32_t number) const { return node(number, first_[number]); }
  Node next(std::uint32_t id, std::uint32_t number) const;

  /// A quick look at what can follow a first character: one bit for all numbers that are the same
  /// modulo 64. Most pairs of characters begin no key, and are known by it without the table.
  std::uint64_t seconds(std::uint32_t number) const { return seconds_[number]; }
  static bool has(std::uint64_t seconds, std::uint32_t number) {
    return (seconds >> (number & 63) & 1) != 0;
  }

  /// Calls `each(first, second)` for the first two characters of all keys that have two, each pair
  /// once.
  template <typename Each>
  void for_each_pair(const Each& each) const {
    for (const Edge& edge : edges_) {
      const std::uint32_t parent = edge.tag >> kNumberBits;
      if (parent != 0 && parent < kFirstEdge) each(parent, edge.tag & (kFirstEdge - 1));
    }
  }

  /// Calls `each(key, numbers)` for every key, in no order.
  template <typename Each>
  void for_each_key(const Each& each) const;

  /// The longest key that `text` has at `at`, which must be inside it.
  Match longest(std::string_view text, std::size_t at) const;

 private:
  struct Edge {
    std::uint32_t tag = 0;  // the node it leaves and its number, 0 while it is free
    std::uint32_t end = 0;  // of the node it leads to: `followers`, and the key below them
  };
  static constexpr std::uint32_t kKeyBits = 24;
  static constexpr std::uint32_t kNumberBits = 14;
  // Nodes after the first character are called after their edge's place in the table.
  static constexpr std::uint32_t kFirstEdge = 1 << kNumberBits;

  static Node node(std::uint32_t id, std::uint32_t end) {
    return {id, end & kNone, end >> kKeyBits};
  }
  std::uint32_t& end_of(std::uint32_t id) {
    return id < kFirstEdge ? first_[id] : edges_[id - kFirstEdge].end;
  }
  // Where the edge is, or the free place where it would be.
  std::uint32_t place(std::uint32_t tag) const {
    std::uint32_t at = tag * 0x9E3779B1u >> shift_;
    while (edges_[at].tag != tag && edges_[at].tag != 0) at = (at + 1) & mask_;
    return at;
  }

  CodePointTable numbers_;
  std::vector<std::uint32_t> first_ = {kNone};  // `end` of each path of one character
  std::vector<std::uint64_t> seconds_ = {0};
  std::vector<Edge> edges_;
  std::uint32_t mask_ = 0, shift_ = 0;
};

inline Trie::Node Trie::next(std::uint32_t id, std::uint32_t number) const {
  const std::uint32_t at = place(id << kNumberBits | number);
  if (edges_[at].tag == 0) return {};
  return node(kFirstEdge + at, edges_[at].end);
}

template <typename Each>
void Trie::for_each_key(const Each& each) const {
  std::vector<std::uint32_t> numbers;
  const auto visit = [&](std::uint32_t id, std::uint32_t end) {
    const std::uint32_t key = end & kNone;
    if (key == kNone) return;
    numbers.clear();
    for (; id >= kFirstEdge; id = edges_[id - kFirstEdge].tag >> kNumberBits) {
      numbers.push_back(edges_[id - kFirstEdge].tag & (kFirstEdge - 1));
    }
    numbers.push_back(id);
    std::reverse(numbers.begin(), numbers.end());
    each(key, numbers);
  };
  for (std::uint32_t i = 1; i < first_.size(); ++i) visit(i, first_[i]);
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    if (edges_[i].tag != 0) visit(kFirstEdge + i, edges_[i].end);
  }
}

inline Trie::Match Trie::longest(std::string_view text, std::size_t at) const {
  const utf8::Character first = utf8::read(text, at);
  Node node = begin(number(first.code_point));
  Match match{node.key, first.length};
  for (std::size_t i = at + first.length; node.grows() && i < text.size();) {
    const utf8::Character c = utf8::read(text, i);
    const std::uint32_t follower = number(c.code_point);
    if (!node.may_grow(follower)) break;
    node = next(node.id, follower);
    i += c.length;
    if (node.key != kNone) match = {node.key, i - at};
  }
  return match;
}

}  // namespace shuye
