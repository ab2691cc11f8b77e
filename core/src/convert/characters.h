#pragma once

/// What a configuration makes of each character before its neighbours are known.

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "convert/pair_filter.h"
#include "text/code_point_table.h"
#include "text/utf8.h"

namespace shuye {

/// Sixteen bytes, since a text asks for one of these at nearly every character.
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
  std::uint64_t seconds = 0;   ///< of the words that it begins (`Trie::seconds`)
  char output[4] = {};         ///< what it becomes, …
  std::uint16_t in_words = 0;  ///< its number in the trie of the words, 0 where it has none
  std::uint8_t size = 0;       ///< … in bytes; above 4, `output` says where that stands
  std::uint8_t kind = 0;

  bool is_written_out() const { return size <= sizeof output; }
  std::uint32_t output_begin() const {
    std::uint32_t begin = 0;
    std::memcpy(&begin, output, sizeof begin);
    return begin;
  }
};

/// What a character is to two stages: its number in the first one's trie, that of what the first
/// stage makes of it in the second one's, 0 where it has none, and the numbers that can follow.
struct StagesCharacter {
  std::uint64_t first_seconds = 0, second_seconds = 0;
  std::uint16_t in_first = 0, in_second = 0;
};

class Characters {
  static constexpr std::uint16_t kActive = 0x8000;

 public:
  Characters() = default;

  /// The characters that the words are made of have to be added first, in the order of their
  /// numbers: so their places are their numbers.
  void add(char32_t c, const Character& character) {
    auto place = static_cast<std::uint16_t>(all_.size());
    if (character.in_words == place) words_end_ = place + 1u;
    if (character.kind != 0) {
      place |= kActive;
      if (c <= 0xFFFF) set(active_, c);
      if (c != 0 && c < 0x80) has_active_ascii_ = true;
    }
    places_.set(c, place);
    all_.push_back(character);
  }

  /// Of the character that was added last; of all, or of none where there is one stage.
  void add_stages(const StagesCharacter& stages) { stages_.push_back(stages); }

  /// When all were added: gives back what was kept free for more.
  void settle() {
    all_.shrink_to_fit();
    stages_.shrink_to_fit();
  }

  bool has(char32_t c) const { return places_.at(c) != 0; }

  /// For texts in which few pairs of characters begin an entry: what can follow the characters that
  /// do nothing but begin entries. `pairs` is what the filter has room for.
  void filter_pairs(std::size_t pairs);
  void add_pair(char32_t first, char32_t second);

  /// One that a text has. It is one number, as WebAssembly hands structures of two over by memory.
  class Read {
   public:
    Read() = default;
    Read(std::uint16_t place, std::uint32_t length) : bits_(place | length << 16) {}
    std::uint32_t place() const { return bits_ & (kActive - 1); }
    std::uint32_t length() const { return bits_ >> 16; }  ///< in bytes
    /// False where nothing happens to it.
    bool active() const { return (bits_ & kActive) != 0; }

   private:
    std::uint32_t bits_ = 1 << 16;
  };

  Read read(std::string_view text, std::size_t at) const {
    if (text.size() - at >= kLoad) {
      const std::uint32_t bytes = load(text.data() + at);
      if (is_common(bytes) && (bytes & 0x0F) != 0) {
        return {places_.at(block_of(bytes), place_of(bytes)), 3};
      }
      if ((bytes & 0x80) == 0) return {places_.at(static_cast<char32_t>(bytes & 0x7F)), 1};
    }
    return read_any(text, at);
  }

  const Character& operator[](Read read) const { return all_[read.place()]; }
  const StagesCharacter& stages(Read read) const { return stages_[read.place()]; }
  /// A character of the words, by its number.
  Read of_words(std::uint16_t number) const { return {number, 0}; }

  /// Its number in the trie of the words.
  std::uint32_t in_words(Read read) const {
    const std::uint32_t place = read.place();
    return place < words_end_ ? place : all_[place].in_words;
  }

  /// The next character to which something may happen, or `end`, which may be in the middle of a
  /// character: then the place behind that.
  std::size_t next_active(std::string_view text, std::size_t at, std::size_t end) const {
    for (;;) {
      at = next_active_or_rare(text, at, end);
      if (at >= end) return at;
      const Read one = read(text, at);
      if (one.active()) return at;
      at += one.length();
    }
  }

 private:
  static constexpr std::size_t kLoad = 4, kManyBytes = 9 + kLoad;
  static constexpr std::uint32_t kCommon = 0x8080E0, kCommonMask = 0xC0C0F0;
  static constexpr std::uint32_t kThreeBytes = 0xFFFFFF;

  static std::uint32_t load(const char* from) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    return bytes;
  }

  // Eight characters of ASCII, no NUL among them: taking one from a NUL sets its highest bit.
  static bool is_plain_ascii(const char* from) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, from, sizeof bytes);
    return ((bytes | (bytes - 0x0101010101010101)) & 0x8080808080808080) == 0;
  }

  // Nearly all of a Chinese text: a character of three bytes. Surrogates and what is written longer
  // than it need be are not told apart; whether such bytes are passed by one by one or at once does
  // not matter, since nothing begins with one that goes on a character.
  static bool is_common(std::uint32_t bytes) { return (bytes & kCommonMask) == kCommon; }
  static bool are_common(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    return (((a ^ kCommon) | (b ^ kCommon) | (c ^ kCommon)) & kCommonMask) == 0;
  }
  static std::size_t block_of(std::uint32_t bytes) {
    return (bytes & 0x0F) << 6 | (bytes >> 8 & 0x3F);
  }
  static std::size_t place_of(std::uint32_t bytes) { return bytes >> 16 & 0x3F; }

  // Apart, so that `read` is small enough to stand wherever it is called.
  Read read_any(std::string_view text, std::size_t at) const;

  using Set = std::array<std::uint64_t, 0x10000 / 64>;  // one bit for each code point
  static void set(Set& to, char32_t c) { to[c >> 6] |= std::uint64_t{1} << (c & 0x3F); }
  static unsigned has(const Set& set, std::uint32_t bytes) {
    return static_cast<unsigned>(set[block_of(bytes)] >> place_of(bytes)) & 1;
  }
  unsigned is_active(std::uint32_t bytes) const { return has(active_, bytes); }

  // Of an active character: it only begins entries, and none with what follows.
  bool begins_no_pair(std::uint32_t first, std::uint32_t second) const {
    if (has(filtered_, first) == 0) return false;
    if (is_common(second)) return !pairs_.may_have(first & kThreeBytes, second & kThreeBytes);
    return (second & 0x80) == 0;
  }

  // Passes by common characters and ASCII to which nothing happens, four or eight at once.
  std::size_t next_active_or_rare(std::string_view text, std::size_t at, std::size_t end) const {
    if (text.size() < kManyBytes) return at;
    const char* from = text.data() + at;
    const char* const stop = text.data() + std::min(end, text.size() - kManyBytes);
    while (from < stop) {
      const std::uint32_t a = load(from);
      if (is_common(a)) {
        if (is_active(a)) {
          if (!begins_no_pair(a, load(from + 3))) break;
          from += 3;
          continue;
        }
        // Where little happens, it mostly does not happen to the next three either.
        const std::uint32_t b = load(from + 3), c = load(from + 6), d = load(from + 9);
        from += 3;
        if (!are_common(b, c, d)) continue;
        if ((is_active(b) | is_active(c) | is_active(d)) != 0) {
          from += is_active(b) ? 0 : is_active(c) ? 3 : 6;
        } else {
          from += 9;
        }
      } else if (!has_active_ascii_ && is_plain_ascii(from)) {
        from += 8;
      } else if ((a & 0x80) == 0 && (active_[a >> 6 & 1] >> (a & 0x3F) & 1) == 0) {
        ++from;
      } else {
        break;
      }
    }
    return static_cast<std::size_t>(from - text.data());
  }

  CodePointTable places_;
  std::vector<Character> all_ = std::vector<Character>(1);
  std::vector<StagesCharacter> stages_ = std::vector<StagesCharacter>(1);
  std::uint32_t words_end_ = 1;
  bool has_active_ascii_ = false;  // but for the NUL
  Set active_ = {}, filtered_ = {};
  PairFilter pairs_;
};

}  // namespace shuye
