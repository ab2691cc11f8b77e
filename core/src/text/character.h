#pragma once

/// What kind of character a code point is, as far as reading Chinese needs to know.

#include <string>
#include <string_view>

namespace shuye {

/// CJK ideographs, with extensions, compatibility forms, 々 and 〇.
bool is_han(char32_t c);

/// The block of ideographs that nearly all of a Chinese text is of.
constexpr bool is_common_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// Letters and digits of ASCII and Latin with diacritics, and other alphabets: what makes words
/// with spaces between them.
bool is_word(char32_t c);

/// White space, U+3000 and U+FEFF included.
bool is_space(char32_t c);

/// Characters that have no width and that nobody sees: zero-width space and no-break space, word
/// joiner, soft hyphen, joiners, and the mark of a direction that text has anyway.
inline constexpr char32_t kUnseen[] = {0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x2060, 0xFEFF};
bool is_unseen(char32_t c);

/// Punctuation and symbols, of ASCII and full width.
bool is_punctuation(char32_t c);

/// Characters that are set without spaces around them: Han, kana, bopomofo, full-width punctuation.
inline bool is_set_solid(char32_t c) {
  if (c < 0x3001) return false;
  return c <= 0x31BF || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF65) || is_han(c);
}

/// Whether a line end between these two stands for a space: not where both are set solid, nor
/// between such a one and a mark that Chinese shares with other scripts (“ ” ‘ ’ — … ·).
bool needs_space_between(char32_t left, char32_t right);

/// Where the first U+FFFC of well-formed UTF-8 stands, the character in place of an image or a
/// reference; npos where there is none. (`find` stops at every full-width comma: they begin with
/// the same byte.)
std::size_t find_object(std::string_view text);

/// Without the characters that stand for images and references.
std::string without_objects(std::string_view text);

/// Without white space (in the sense of `is_space`) at both ends.
std::string_view trim(std::string_view text);

}  // namespace shuye
