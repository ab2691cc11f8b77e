#pragma once

/// What a configuration makes of each character before its neighbours are known.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/code_point_table.h"
#include "text/utf8.h"

namespace shuye {

struct Character {
  enum Kind : std::uint8_t {
    changes = 1,   ///< becomes another text when it stands alone
    word = 2,      ///< can begin a word of several characters
    sequence = 4,  ///< an operator of an ideographic description sequence
    nul = 8,
    several = 16,  ///< the first of two stages makes several characters of it
    first = 32,    ///< can begin an entry of several characters of the first of two stages
    second = 64,   ///< becomes one that can begin an entry of several characters of the second
    phrase = several | first | second,
    special = phrase | sequence | nul,
  };
  std::uint8_t kind = 0;
  std::uint8_t size = 0;     ///< of what it becomes
  std::uint32_t output = 0;  ///< where that stands
  /// Its numbers in the tries of the words and of the first stage, and that of what the first stage
  /// makes of it in the second stage's trie; 0 where it has none.
  std::uint16_t in_words = 0, in_first = 0, in_second = 0;
  std::uint64_t seconds = 0;  ///< of the words that it begins
};

class Characters {
 public:
  Characters() = default;

  /// The characters that the words are made of have to be added first, in the order of their
  /// numbers: so their places are their numbers.
  void add(char32_t c, const Character& character) {
    auto place = static_cast<std::uint16_t>(all_.size());
    if (character.in_words == place) words_end_ = place + 1u;
    if (character.kind != 0) {
      place |= kActive;
      if (c <= 0xFFFF) active_[c >> 6] |= std::uint64_t{1} << (c & 0x3F);
    }
    places_.set(c, place);
    all_.push_back(character);
  }

  bool has(char32_t c) const { return places_.at(c) != 0; }

  /// One that a text has, with its length in bytes. `active` is false where nothing happens to it.
  struct Read {
    std::uint16_t place = 0;
    std::uint32_t length = 1;
    bool active() const { return (place & kActive) != 0; }
  };

  Read read(std::string_view text, std::size_t at) const {
    if (text.size() - at > 2 && text[at] != '\xE0') {
      const std::uint32_t bytes = three_bytes(text, at);
      if (is_common(bytes)) return {places_.at(block_of(bytes), place_of(bytes)), 3};
    }
    const utf8::Character c = utf8::read(text, at);
    return {places_.at(c.code_point), c.length};
  }

  const Character& operator[](Read read) const { return all_[read.place & ~kActive]; }

  /// Its number in the trie of the words.
  std::uint32_t in_words(Read read) const {
    const std::uint32_t place = read.place & ~kActive;
    return place < words_end_ ? place : all_[place].in_words;
  }

  /// The next character to which something may happen, or the end of the text.
  std::size_t next_active(std::string_view text, std::size_t at) const {
    const std::size_t size = text.size();
    const auto is_active = [&](std::size_t block, std::size_t place) {
      return (active_[block] >> place & 1) != 0;
    };
    while (at < size) {
      const auto lead = static_cast<unsigned char>(text[at]);
      if (size - at > 2) {
        const std::uint32_t bytes = three_bytes(text, at);
        if (is_common(bytes)) {
          if (is_active(block_of(bytes), place_of(bytes))) return at;
          at += 3;
          continue;
        }
      }
      if (lead < 0x80) {
        if (is_active(lead >> 6, lead & 0x3F)) return at;
        ++at;
        continue;
      }
      const Read other = read(text, at);
      if (other.active()) return at;
      at += other.length;
    }
    return at;
  }

 private:
  static constexpr std::uint16_t kActive = 0x8000;

  static std::uint32_t three_bytes(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
      return static_cast<unsigned char>(text[at + i]);
    };
    return byte(0) | byte(1) << 8 | byte(2) << 16;
  }

  // Nearly all of a Chinese text: a character of three bytes. Surrogates and what is written longer
  // than it need be are not told apart; whether such bytes are passed by one by one or at once does
  // not matter, since nothing begins with one that goes on a character.
  static bool is_common(std::uint32_t bytes) { return (bytes & 0xC0C0F0) == 0x8080E0; }
  static std::size_t block_of(std::uint32_t bytes) {
    return (bytes & 0x0F) << 6 | (bytes >> 8 & 0x3F);
  }
  static std::size_t place_of(std::uint32_t bytes) { return bytes >> 16 & 0x3F; }

  CodePointTable places_;
  std::vector<Character> all_ = std::vector<Character>(1);
  std::uint32_t words_end_ = 1;
  std::array<std::uint64_t, 0x10000 / 64> active_ = {};  // one bit for each code point
};

}  // namespace shuye
