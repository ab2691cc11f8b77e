#include "convert/trie.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace shuye {

void Trie::Keys::add(std::string_view key) {
  for (std::size_t i = 0; i < key.size();) {
    const utf8::Character c = utf8::read(key, i);
    i += c.length;
    const auto known = std::find(alphabet.begin(), alphabet.end(), c.code_point);
    numbers.push_back(static_cast<std::uint16_t>(known - alphabet.begin() + 1));
    if (known == alphabet.end()) alphabet.push_back(c.code_point);
  }
  ends.push_back(static_cast<std::uint32_t>(numbers.size()));
}

/// Makes the tables, one node after the other.
class Trie::Builder {
 public:
  Builder(Trie& trie, const Keys& keys) : trie_(trie), keys_(keys) {
    for (const char32_t c : keys_.alphabet) number_character(c);
    grow(keys_.alphabet.size() + 1);
  }

  void build() {
    for (const Group& group : groups({0, keys_.ends.size()}, 0)) {
      First& first = trie_.first_[group.number];
      std::tie(first.key, first.base) = descend(group.range, 1);
    }
    // A lookup adds a number to a base without asking whether the sum is inside.
    trie_.cells_.resize(trie_.cells_.size() + keys_.alphabet.size() + 1);
  }

 private:
  struct Range {
    std::size_t begin, end;
  };
  struct Group {
    std::uint32_t number;  // of the character that all keys of the range have at this depth
    Range range;
  };

  void number_character(char32_t c) {
    std::uint16_t& page = trie_.page_of_[c >> 8];
    if (page == 0) {
      page = static_cast<std::uint16_t>(trie_.pages_.size());
      trie_.pages_.emplace_back();
    }
    trie_.pages_[page][c & 0xFF] = static_cast<std::uint16_t>(trie_.first_.size());
    trie_.first_.emplace_back();
  }

  std::size_t begin(std::size_t key) const { return key == 0 ? 0 : keys_.ends[key - 1]; }

  std::size_t depth(std::size_t key) const { return keys_.ends[key] - begin(key); }

  std::uint16_t character(std::size_t key, std::size_t depth) const {
    return keys_.numbers[begin(key) + depth];
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
  const Keys& keys_;
  std::vector<std::uint32_t> next_free_;
  std::vector<bool> base_taken_;
};

Trie::Trie(const Keys& keys) { Builder(*this, keys).build(); }

}  // namespace shuye
