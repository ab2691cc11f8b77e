#pragma once

/// What a configuration makes of each character before its neighbours are known.

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
    phrase = 4,    ///< can begin an entry of several characters, of any stage but the words
    sequence = 8,  ///< an operator of an ideographic description sequence
    nul = 16,
    special = phrase | sequence | nul,
  };
  std::uint8_t kind = 0;
  std::uint8_t size = 0;     ///< of what it becomes
  std::uint32_t output = 0;  ///< where that stands
  /// Its numbers in the tries of the words and of the first stage, and that of what the first stage
  /// makes of it in the second stage's trie; 0 where it has none.
  std::uint16_t number = 0, first = 0, second = 0;
  bool several = false;  ///< the first stage makes several characters of it
};

class Characters {
 public:
  Characters() = default;

  /// `words` characters that are numbered from 1 keep their numbers as places.
  std::uint16_t add(char32_t c, const Character& character) {
    const auto place = static_cast<std::uint16_t>(all_.size());
    places_.set(c, character.kind == 0 ? place : static_cast<std::uint16_t>(place | kActive));
    all_.push_back(character);
    return place;
  }

  bool has(char32_t c) const { return places_.at(c) != 0; }

  /// One that a text has, with its length in bytes. `active` is false where nothing happens to it.
  struct Read {
    std::uint16_t place = 0;
    std::uint32_t length = 1;
    bool active() const { return (place & kActive) != 0; }
  };

  Read read(std::string_view text, std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    // Nearly all of a Chinese text: three bytes from U+1000 on. Surrogates have no places.
    if (lead > 0xE0 && lead < 0xF0 && text.size() - at > 2 && (byte(1) & 0xC0) == 0x80 &&
        (byte(2) & 0xC0) == 0x80) {
      const std::size_t block = (lead & 0x0F) << 6 | (byte(1) & 0x3F);
      return {places_.at(block, byte(2) & 0x3F), 3};
    }
    const utf8::Character c = utf8::read(text, at);
    return {places_.at(c.code_point), c.length};
  }

  const Character& operator[](Read read) const { return all_[read.place & ~kActive]; }

 private:
  static constexpr std::uint16_t kActive = 0x8000;

  CodePointTable places_;
  std::vector<Character> all_ = std::vector<Character>(1);
};

}  // namespace shuye
