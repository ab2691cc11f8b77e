#include "search/reading.h"

#include <algorithm>

#include "text/character.h"
#include "text/fold.h"
#include "text/utf16.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// More characters that count for nothing than this in a row are taken for what they are.
constexpr int kMostPassedOver = 32;

/// Not a space of no width, at which words may be parted.
bool counts_for_nothing(char32_t c) { return c != 0x200B && passed_over(c) != PassedOver::no; }

}  // namespace

UnitKind unit_kind(char32_t c, Reading reading) {
  if (reading.exact) return UnitKind::one;
  if (Folding::get().is_plain(c)) {
    return is_left_out(c, reading) ? UnitKind::passed_over : UnitKind::one;
  }
  switch (passed_over(c)) {
    case PassedOver::mark:
      return UnitKind::mark;
    case PassedOver::format:
      return UnitKind::passed_over;
    case PassedOver::no:
      break;
  }
  if (is_left_out(c, reading)) return UnitKind::passed_over;
  return Folding::get().several(c).empty() ? UnitKind::one : UnitKind::several;
}

char32_t fold_to_unit(char32_t c, Reading reading) {
  if (reading.exact) return c;
  return is_space(c) ? U' ' : Folding::get()(c);
}

bool is_left_out(char32_t unit, Reading reading) {
  return reading.ignore_punctuation && (is_punctuation(unit) || is_space(unit));
}

void append_units(std::string_view text, Reading reading, std::u32string& units) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    switch (unit_kind(c.code_point, reading)) {
      case UnitKind::one:
        units.push_back(fold_to_unit(c.code_point, reading));
        break;
      case UnitKind::several:
        for (const char32_t unit : Folding::get().several(c.code_point)) {
          if (!is_left_out(unit, reading)) units.push_back(unit);
        }
        break;
      case UnitKind::mark:
      case UnitKind::passed_over:
        break;
    }
  }
}

bool is_idle(std::u32string_view units) {
  return std::all_of(units.begin(), units.end(),
                     [](char32_t c) { return is_punctuation(c) || is_space(c); });
}

bool is_word_before(std::u16string_view text, std::size_t place) {
  for (int passed = 0; place > 0 && passed < kMostPassedOver; ++passed) {
    const utf8::Character c = utf16::read_before(text, place);
    if (!counts_for_nothing(c.code_point)) return is_word(c.code_point);
    place -= c.length;
  }
  return false;
}

bool is_word_behind(std::u16string_view text, std::size_t place) {
  for (int passed = 0; place < text.size() && passed < kMostPassedOver; ++passed) {
    const utf8::Character c = utf16::read(text, place);
    if (!counts_for_nothing(c.code_point)) return is_word(c.code_point);
    place += c.length;
  }
  return false;
}

}  // namespace shuye
