#include "convert/trie.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace shuye {

/// Makes the tables from sorted keys: numbers first, then one node after the other.
class Trie::Builder {
 public:
  Builder(Trie& trie, const std::vector<std::string_view>& keys) : trie_(trie), keys_(keys) {
    number_characters();
    trie_.cells_.resize(count_ + 1);
    next_free_.resize(count_ + 1);
    for (std::size_t i = 0; i <= count_; ++i) next_free_[i] = static_cast<std::uint32_t>(i + 1);
  }

  void build() {
    for (const Group& group : groups({0, keys_.size()}, 0)) {
      First& first = trie_.first_[group.number];
      std::tie(first.key, first.base) = descend(group.range, 1);
    }
    // A lookup adds a number to a base without asking whether the sum is inside.
    trie_.cells_.resize(trie_.cells_.size() + count_ + 1);
  }

 private:
  struct Range {
    std::size_t begin, end;
  };
  struct Group {
    std::uint32_t number;  // of the character that all keys of the range have at this depth
    Range range;
  };

  // The commoner a character is, the smaller its number, which packs the cells more densely.
  void number_characters() {
    std::vector<std::pair<char32_t, std::uint32_t>> counts;
    std::vector<char32_t> all;
    for (const std::string_view key : keys_) {
      characters_begin_.push_back(all.size());
      for (std::size_t i = 0; i < key.size();) {
        const utf8::Character c = utf8::read(key, i);
        all.push_back(c.code_point);
        i += c.length;
      }
    }
    characters_begin_.push_back(all.size());
    std::vector<char32_t> sorted = all;
    std::sort(sorted.begin(), sorted.end());
    for (const char32_t c : sorted) {
      if (counts.empty() || counts.back().first != c) counts.push_back({c, 0});
      ++counts.back().second;
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [c, count] : counts) give_number(c);
    characters_.reserve(all.size());
    for (const char32_t c : all) {
      characters_.push_back(static_cast<std::uint16_t>(trie_.number(c)));
    }
  }

  void give_number(char32_t c) {
    std::uint16_t& page = trie_.page_of_[c >> 8];
    if (page == 0) {
      page = static_cast<std::uint16_t>(trie_.pages_.size());
      trie_.pages_.emplace_back();
    }
    trie_.pages_[page][c & 0xFF] = static_cast<std::uint16_t>(++count_);
    trie_.first_.emplace_back();
  }

  std::size_t depth(std::size_t key) const {
    return characters_begin_[key + 1] - characters_begin_[key];
  }

  std::uint16_t character(std::size_t key, std::size_t depth) const {
    return characters_[characters_begin_[key] + depth];
  }

  std::vector<Group> groups(Range range, std::size_t depth) const {
    std::vector<Group> groups;
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t number = character(i, depth);
      if (groups.empty() || groups.back().number != number) groups.push_back({number, {i, i}});
      groups.back().range.end = i + 1;
    }
    return groups;
  }

  // The key that ends here, which is the first of the range, and the base of the others.
  std::pair<std::uint32_t, std::uint32_t> descend(Range range, std::size_t at) {
    std::uint32_t key = kNone;
    if (depth(range.begin) == at) key = static_cast<std::uint32_t>(range.begin++);
    if (range.begin == range.end) return {key, 0};
    const std::vector<Group> children = groups(range, at);
    const std::uint32_t base = place(children);
    for (const Group& child : children) {
      const auto [child_key, child_base] = descend(child.range, at + 1);
      Cell& cell = trie_.cells_[base + child.number];
      cell.key = child_key;
      cell.base = child_base;
    }
    return {key, base};
  }

  // Takes cells for the children and returns the base they stand at, which no other node has.
  std::uint32_t place(const std::vector<Group>& children) {
    const std::uint32_t base = find_base(children);
    if (base_taken_.size() <= base) base_taken_.resize(base + 1);
    base_taken_[base] = true;
    for (const Group& child : children) {
      grow(base + child.number + 1);
      trie_.cells_[base + child.number].parent = base;
    }
    return base;
  }

  // The first base whose cells are all free. After some tries it goes behind the last cell, which
  // always fits, so that no set of keys takes more than linear time.
  std::uint32_t find_base(const std::vector<Group>& children) {
    const std::uint32_t least = children.front().number;
    int tries = 256;
    for (std::uint32_t cell = free_from(least + 1); tries > 0;
         cell = free_from(cell + 1), --tries) {
      if (fits(children, cell - least)) return cell - least;
    }
    return static_cast<std::uint32_t>(trie_.cells_.size());
  }

  bool fits(const std::vector<Group>& children, std::uint32_t base) const {
    if (base < base_taken_.size() && base_taken_[base]) return false;
    return std::all_of(children.begin(), children.end(), [&](const Group& child) {
      return base + child.number >= trie_.cells_.size() ||
             trie_.cells_[base + child.number].parent == 0;
    });
  }

  // The first free cell from here on; paths are shortened on the way, as in a disjoint-set forest.
  std::uint32_t free_from(std::uint32_t cell) {
    std::uint32_t end = cell;
    while (end < trie_.cells_.size() && trie_.cells_[end].parent != 0) end = next_free_[end];
    while (cell < end) cell = std::exchange(next_free_[cell], end);
    return end;
  }

  void grow(std::size_t size) {
    while (trie_.cells_.size() < size) {
      trie_.cells_.emplace_back();
      next_free_.push_back(static_cast<std::uint32_t>(trie_.cells_.size()));
    }
  }

  Trie& trie_;
  const std::vector<std::string_view>& keys_;
  std::vector<std::uint16_t> characters_;  // of all keys, as numbers
  std::vector<std::size_t> characters_begin_;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> next_free_;
  std::vector<bool> base_taken_;
};

Trie::Trie(const std::vector<std::string_view>& keys) { Builder(*this, keys).build(); }

}  // namespace shuye
