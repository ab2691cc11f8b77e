#include "search/unit_reader.h"

#include "text/fold.h"
#include "text/utf16.h"

namespace shuye {

bool UnitReader::read(Unit& unit) {
  while (several_.empty()) {
    if (at_ == 0) return false;
    if (read_character(unit)) return true;
  }
  unit = next_of_several();
  return true;
}

/// False when it is none, or several.
bool UnitReader::read_character(Unit& unit) {
  const utf8::Character c = utf16::read_before(text_, at_);
  const UnitClass of = set_.classes.of(c.code_point);
  if (of == UnitClasses::kSpecial) return read_cluster(unit);
  const std::uint32_t end = place();
  at_ -= c.length;
  const bool plain = !joined_ && c.code_point < 0x10000;
  unit = {of, plain, place(), end_of(end)};
  return true;
}

// A character that is several units, or one with marks behind it, or what is passed over.
bool UnitReader::read_cluster(Unit& unit) {
  const std::uint32_t end = place();
  utf8::Character c;
  UnitKind kind = UnitKind::mark;
  while (kind == UnitKind::mark && at_ > 0) {
    c = utf16::read_before(text_, at_);
    kind = unit_kind(c.code_point, set_.reading);
    at_ -= c.length;
  }
  if (kind == UnitKind::several) {
    for (const char32_t one : Folding::get().several(c.code_point)) {
      if (!is_left_out(one, set_.reading)) several_.push_back(one);
    }
    several_end_ = end;
  }
  if (kind != UnitKind::one) return false;
  const bool is_voicing = is_voicing_mark(c.code_point) && !set_.reading.exact;
  const UnitClass of = set_.classes.of_unit(fold_to_unit(c.code_point, set_.reading));
  unit = {of, false, is_voicing ? Unit::kNoPlace : place(), end_of(end)};
  joined_ = is_voicing;
  return true;
}

/// From the right. The first of them begins where the character does, the last one ends there.
Unit UnitReader::next_of_several() {
  const UnitClass of = set_.classes.of_unit(several_.back());
  several_.pop_back();
  const std::uint32_t end = end_of(std::exchange(several_end_, Unit::kNoPlace));
  return {of, false, several_.empty() ? place() : Unit::kNoPlace, end};
}

}  // namespace shuye
