#pragma once

/// A pack in memory: the entries of one dictionary and the trie over their keys.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/trie.h"
#include "shuye/result.h"

namespace shuye {

/// What a key becomes.
struct PackValue {
  /// Where it stands in a text that many share; of a key `by_characters`, which has no text of its
  /// own, where the numbers of the key's characters stand.
  std::uint32_t begin = 0;
  std::uint16_t size = 0;  ///< in bytes, or numbers
  /// Each character of the value is a form of the key's character at the same place.
  bool aligned : 1 = false;
  /// It is what the key's characters become one by one, as it is for four words of five.
  bool by_characters : 1 = false;
  std::uint8_t dictionary : 6 = 0;  ///< the number of the dictionary that has it

  /// Not for values `by_characters`.
  std::string_view in(const std::string& text) const { return {text.data() + begin, size}; }
};

class Pack {
 public:
  /// Reads `bytes` (see pack_format.h), which must be the pack called `name`. Fails with
  /// `pack_damaged`.
  static Result<std::shared_ptr<const Pack>> read(std::string_view name, std::string_view bytes);

  std::size_t size() const { return values_.size(); }
  const Trie& trie() const { return trie_; }

  const std::vector<PackValue>& values() const { return values_; }
  const std::string& text() const { return text_; }
  bool is_aligned(std::size_t i) const { return values_[i].aligned; }
  /// Appends the value of the key `i`.
  void append_value(std::size_t i, std::string& out) const;
  /// The numbers of a key whose value is given `by_characters`.
  std::span<const std::uint16_t> numbers(const PackValue& value) const {
    return {numbers_.data() + value.begin, value.size};
  }
  /// What the character with this number becomes alone.
  std::string_view character(std::uint32_t number) const { return alone_[number].in(text_); }
  /// OpenCC's name of the dictionary that the entry is from, such as `STPhrases`.
  const std::string& dictionary(std::size_t i) const {
    return dictionaries_[values_[i].dictionary];
  }
  /// The key is one character.
  bool is_character(std::size_t i) const { return is_character_[i]; }
  /// The characters that keys have, in the order of their numbers.
  const std::vector<char32_t>& alphabet() const { return alphabet_; }

 private:
  class Reader;

  std::vector<PackValue> values_, alone_;
  std::vector<std::uint16_t> numbers_;
  std::vector<bool> is_character_;
  std::vector<char32_t> alphabet_;
  std::vector<std::string> dictionaries_;
  std::string text_;
  Trie trie_;
};

}  // namespace shuye
