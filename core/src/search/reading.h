#pragma once

/// How keywords and texts are read before they are compared: as units, which are folded characters.

#include <string>
#include <string_view>

namespace shuye {

struct Reading {
  bool exact = false;               ///< every character is a unit of its own: nothing is folded
  bool ignore_punctuation = false;  ///< of folded readings
};

enum class UnitKind : unsigned char {
  one,          ///< `fold_to_unit` is it
  several,      ///< `Folding::several`
  mark,         ///< counts for nothing and belongs to the character before it
  passed_over,  ///< counts for nothing
};

UnitKind unit_kind(char32_t c, Reading reading);

/// Of what is one unit. All white space is one, so that a line end is found as a space.
char32_t fold_to_unit(char32_t c, Reading reading);

/// Punctuation and spaces, where they are passed over: also of what characters fold to.
bool is_left_out(char32_t unit, Reading reading);

/// A keyword's units.
void append_units(std::string_view text, Reading reading, std::u32string& units);

/// Nothing to look for: empty, or punctuation and spaces only.
bool is_idle(std::u32string_view units);

/// Whether a character of a word that has spaces around it ends or begins at a place of a text,
/// diacritics and what is not seen aside.
bool is_word_before(std::u16string_view text, std::size_t place);
bool is_word_behind(std::u16string_view text, std::size_t place);

}  // namespace shuye
