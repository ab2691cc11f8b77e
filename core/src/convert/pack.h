#pragma once

/// A pack in memory: the entries of one dictionary and the trie over their keys.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "convert/trie.h"
#include "shuye/result.h"

namespace shuye {

class Pack {
 public:
  /// Reads `bytes` (see pack_format.h), which must be the pack called `name`. Fails with
  /// `pack_damaged`.
  static Result<std::shared_ptr<const Pack>> read(std::string_view name, std::string_view bytes);

  std::size_t size() const { return entries_.size(); }
  const Trie& trie() const { return trie_; }

  std::string_view key(std::size_t i) const { return view(entries_[i].key, entries_[i].key_size); }
  std::string_view value(std::size_t i) const {
    return view(entries_[i].value, entries_[i].value_size);
  }
  /// The key is a word of the segmentation.
  bool is_segment(std::size_t i) const { return entries_[i].segment; }
  /// Each character of the value is a form of the key's character at the same place.
  bool is_aligned(std::size_t i) const { return entries_[i].aligned; }

 private:
  class Reader;
  struct Entry {
    std::uint32_t key = 0, value = 0;  // in text_
    std::uint16_t key_size = 0, value_size = 0;
    bool segment = false, aligned = false;
  };

  std::string_view view(std::uint32_t begin, std::uint16_t size) const {
    return std::string_view(text_).substr(begin, size);
  }

  std::vector<Entry> entries_;
  std::string text_;  // all keys and values
  Trie trie_;
};

}  // namespace shuye
