#include "search/unit_classes.h"

#include <algorithm>

#include "text/character.h"
#include "text/fold.h"

namespace shuye {

bool UnitClasses::add(char32_t unit) {
  // What is no code point stays in no class: bytes that are no UTF-8 match nothing.
  if (unit > 0x10FFFF || units_.at(unit) != kNone) return true;
  if (next_ >= kMost) return false;
  units_.set(unit, next_++);
  added_.push_back(unit);
  return true;
}

void UnitClasses::set_special(char32_t from, char32_t to) {
  for (char32_t c = from; c <= to && c < kNarrow; ++c) narrow_[c] = kSpecial;
}

// Asked of the units, and not of every character: a few keywords must not cost what a small article
// does.
void UnitClasses::set_folded() {
  for (const char32_t unit : added_) {
    for (const auto& pair : Folding::narrow_pairs(unit)) narrow_[pair[0]] = units_.at(unit);
  }
  const auto is_wide = [](char32_t unit) { return unit >= kNarrow; };
  if (std::any_of(added_.begin(), added_.end(), is_wide)) {
    for (const auto& pair : Folding::wide_pairs()) {
      if (pair[0] >= kNarrow) break;  // they are in order
      narrow_[pair[0]] = units_.at(pair[1]);
    }
  }
  if (const UnitClass space = units_.at(U' '); space != kNone) {
    const auto set_spaces = [&](char32_t from, char32_t to) {
      for (char32_t c = from; c <= to; ++c) {
        if (is_space(c)) narrow_[c] = space;
      }
    };
    set_spaces(0, 0xFF);
    set_spaces(0x1600, 0x20FF);
    set_spaces(0x3000, 0x3000);
  }
  // Where none of what a character folds to is in a keyword it ends whatever was begun, like any
  // other.
  for (const char32_t unit : added_) {
    for (const auto& several : Folding::get().several_with(unit)) {
      if (several.from < kNarrow) narrow_[several.from] = kSpecial;
    }
  }
  for (const auto& range : ranges_passed_over()) set_special(range[0], range[1]);
  for (const char32_t c : {0x3099, 0x309A, 0xFF9E, 0xFF9F}) narrow_[c] = kSpecial;
}

void UnitClasses::set_left_out() {
  for (char32_t c = 0; c < kNarrow; ++c) {
    if (c == 0x3100) c = 0xFE00;  // nothing between is punctuation
    if (is_left_out(c, reading_)) narrow_[c] = kSpecial;
  }
}

void UnitClasses::finish(Reading reading) {
  reading_ = reading;
  narrow_.resize(kNarrow);
  for (const char32_t unit : added_) {
    if (unit < kNarrow) narrow_[unit] = units_.at(unit);
  }
  // Of characters beyond the Basic Multilingual Plane, which are read by both their surrogates.
  set_special(0xDC00, 0xDFFF);
  if (reading.exact) return;
  set_folded();
  if (reading.ignore_punctuation) set_left_out();
}

UnitClass UnitClasses::of_wide(char32_t c) const {
  if (unit_kind(c, reading_) != UnitKind::one) return kSpecial;
  return units_.at(fold_to_unit(c, reading_));
}

}  // namespace shuye
