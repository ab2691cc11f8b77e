#pragma once

/// Folding whole texts (see search.h).

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace shuye {

/// `fold` of many characters. The generated pairs are spread out, so that folding a character of
/// the Basic Multilingual Plane is one look-up: a search folds every character of an article. Most
/// of them fold to themselves, which a table small enough for the processor's first cache tells.
class Folding {
 public:
  /// There is one, made when it is asked for first.
  static const Folding& get();

  char32_t operator()(char32_t c) const { return c < kSize && !changes_[c] ? c : changed(c); }

  /// Of a character of the Basic Multilingual Plane: whether it folds to another one.
  bool changes(char32_t c) const { return changes_[c]; }

  /// Whether `c` is a character of the Basic Multilingual Plane that counts as one: `several` and
  /// `passed_over` have nothing to say of it. Nearly all are, and it is asked of each character of
  /// thousands of keywords.
  bool is_plain(char32_t c) const { return c < kSize && plain_[c]; }

  /// What `c` is folded to where that are several characters: ﬁ to f and i, ㈱ to (株), が to か
  /// and a voicing mark. Empty for all others.
  std::u32string_view several(char32_t c) const;

  /// The characters that fold to another one: from, to. Both are in the Basic Multilingual Plane in
  /// the first table, of which this is the part that folds to `target`, and one of the two is not
  /// in the second.
  static std::span<const std::uint16_t[2]> narrow_pairs(char32_t target);
  static std::span<const std::uint32_t[2]> wide_pairs();

  /// A character that is folded to several, and one of these.
  struct Part {
    char32_t part;
    char32_t from;
  };
  /// Those of which `part` is a part.
  std::span<const Part> several_with(char32_t part) const;

 private:
  static constexpr std::size_t kSize = 0x10000;

  struct ToSeveral {
    char32_t from;
    std::u32string_view to;
  };

  Folding();
  void set(char32_t c, std::uint16_t folded);
  char32_t changed(char32_t c) const;

  std::bitset<kSize> changes_, plain_;
  std::vector<ToSeveral> several_;                // by the first
  std::vector<Part> parts_;                       // of those, by the first
  std::array<std::uint16_t, kSize> folded_ = {};  // 0: to what is not in this plane
};

/// Characters that count for nothing: diacritics and selectors of variants, which belong to the
/// character before them, and what is not seen, such as soft hyphens and joiners.
enum class PassedOver : std::uint8_t { no, mark, format };
PassedOver passed_over(char32_t c);

/// All of the ranges of such characters: from, to, and 1 for marks.
std::span<const char32_t[3]> ranges_passed_over();

/// The voicing marks of kana: they make another letter of the character before them.
constexpr bool is_voicing_mark(char32_t c) {
  return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
}

/// Appends `text`, folded, as UTF-8. Most of a text folds to itself and is copied in runs.
void append_folded(std::string& out, std::string_view text);

}  // namespace shuye
