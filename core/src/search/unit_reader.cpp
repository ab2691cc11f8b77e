#include "search/unit_reader.h"

#include <bit>
#include <cstring>
#include <string>

#include "text/fold.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// A character is at most so many units.
constexpr std::size_t kMostOfOne = 32;

/// The last four bytes before `end`, the last one highest. The text has four at least.
[[gnu::always_inline]] inline std::uint32_t bytes_before(const char* text, std::size_t end) {
  static_assert(std::endian::native == std::endian::little);
  std::uint32_t bytes = 0;
  if (end >= sizeof bytes) {
    std::memcpy(&bytes, text + end - sizeof bytes, sizeof bytes);
    return bytes;
  }
  std::memcpy(&bytes, text, sizeof bytes);
  return bytes << (32 - 8 * end);
}

}  // namespace

void UnitReader::read(Units& units) {
  units.classes[0] = units.classes[units.size];
  units.ends[0] = units.ends[units.size];
  units.size = 0;
  units.event_count = 0;
  while (at_ > 0 && units.size + kMostOfOne <= Units::kMost) {
    if (!joined_ && text_.size() >= 4) read_narrow(units);
    if (at_ > 0 && units.size + kMostOfOne <= Units::kMost) read_character(units);
  }
}

// What nearly all of a text is: characters of ASCII and of three bytes, but for U+0800 to U+0FFF
// and the surrogates' neighbours, whose first bytes can begin what is no UTF-8. There is no branch
// on whether a keyword may begin: that follows no rule which a processor could foresee.
void UnitReader::read_narrow(Units& units) {
  constexpr std::uint32_t kFirst = 0xDFFE;  // E1 to EC, EE, EF
  const char* text = text_.data();
  const UnitClass* classes = set_.classes.narrow();
  const UnitClass singles_end = set_.classes.singles_end();
  const Automaton::PairFilter filter = set_.automaton.pair_filter();
  std::size_t size = units.size;
  std::size_t events = units.event_count;
  std::size_t end = at_;
  UnitClass right = units.classes[size];
  while (end > 0 && size + kMostOfOne < Units::kMost) {
    const std::uint32_t bytes = bytes_before(text, end);
    UnitClass c = UnitClasses::kSpecial;
    std::size_t begin = end - 1;
    if (bytes < 0x80000000) {
      c = classes[bytes >> 24];
    } else if ((bytes & 0xC0C0F000) == 0x8080E000 && (kFirst >> (bytes >> 8 & 0xF) & 1) != 0) {
      c = classes[(bytes << 4 & 0xF000) | (bytes >> 10 & 0xFC0) | (bytes >> 24 & 0x3F)];
      begin = end - 3;
    }
    if (c == UnitClasses::kSpecial) break;
    ++size;
    units.classes[size] = c;
    units.begins[size] = static_cast<std::uint32_t>(begin);
    units.ends[size] = static_cast<std::uint32_t>(end);
    units.events[events] = static_cast<std::uint16_t>(size);
    events += (c != UnitClasses::kNone) & ((c < singles_end) | filter.may_be(c, right)) ? 1 : 0;
    right = c;
    end = begin;
  }
  at_ = end;
  units.size = size;
  units.event_count = events;
}

void UnitReader::read_character(Units& units) {
  const utf8::Character c = utf8::read_before(text_, at_);
  const UnitClass of = set_.classes.of(c.code_point);
  if (of == UnitClasses::kSpecial) return read_cluster(units);
  const auto end = static_cast<std::uint32_t>(at_);
  at_ -= c.length;
  add(units, of, static_cast<std::uint32_t>(at_), end);
}

// A character that is several units, or one with marks behind it, or what is passed over.
void UnitReader::read_cluster(Units& units) {
  const auto end = static_cast<std::uint32_t>(at_);
  utf8::Character c = utf8::read_before(text_, at_);
  UnitKind kind = unit_kind(c.code_point, set_.reading);
  at_ -= c.length;
  while (kind == UnitKind::mark && at_ > 0) {
    c = utf8::read_before(text_, at_);
    kind = unit_kind(c.code_point, set_.reading);
    at_ -= c.length;
  }
  if (kind == UnitKind::mark || kind == UnitKind::passed_over) return;
  const auto begin = static_cast<std::uint32_t>(at_);
  if (kind == UnitKind::one) {
    const bool is_voicing = is_voicing_mark(c.code_point) && !set_.reading.exact;
    const UnitClass of = set_.classes.of_unit(fold_to_unit(c.code_point, set_.reading));
    add(units, of, is_voicing ? Units::kNoPlace : begin, end);
    joined_ = is_voicing;
    return;
  }
  std::u32string all;
  for (const char32_t unit : Folding::get().several(c.code_point)) {
    if (!is_left_out(unit, set_.reading)) all.push_back(unit);
  }
  for (std::size_t i = all.size(); i-- > 0;) {
    add(units, set_.classes.of_unit(all[i]), i == 0 ? begin : Units::kNoPlace,
        i + 1 == all.size() ? end : Units::kNoPlace);
  }
}

void UnitReader::add(Units& units, UnitClass c, std::uint32_t begin, std::uint32_t end) {
  units.add(c, begin, joined_ ? Units::kNoPlace : end);
  units.events[units.event_count++] = static_cast<std::uint16_t>(units.size);
  joined_ = false;
}

}  // namespace shuye
