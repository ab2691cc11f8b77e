#include "repair/context.h"

#include <string_view>

namespace shuye {
namespace {

using List = std::u32string_view;

constexpr List kClosing = U"）」』》”】’";
constexpr List kOpening = U"（「『《“【‘";
constexpr List kStops = U"，。！？；：、,;:";
constexpr List kNothingBefore = U"（「『《“【\u3000\n<> ";

bool is_in(List list, char32_t c) { return list.find(c) != List::npos; }

double of_brackets(const std::vector<Trail>& trails, std::int32_t last, char32_t c) {
  constexpr double kOpen = 2.5;
  constexpr double kNotOpen = -4;
  const std::size_t which = kClosing.find(c);
  if (which == List::npos && c != '"') return 0;
  bool open = false;
  std::size_t steps = 0;
  for (std::int32_t at = last; at >= 0 && steps < kContext; ++steps) {
    const Trail& trail = trails[static_cast<std::size_t>(at)];
    if (trail.character == '\n') break;
    if (c == '"') {
      open ^= trail.character == '"';
    } else if (trail.character == kOpening[which]) {
      return kOpen;
    } else if (trail.character == c) {
      return kNotOpen;
    }
    at = trail.before;
  }
  return open ? kOpen : kNotOpen;
}

/// A line seldom ends inside of brackets.
double of_line_ends(const std::vector<Trail>& trails, std::int32_t last, char32_t c) {
  constexpr double kLeftOpen = -3;
  if (c != '\n') return 0;
  std::size_t steps = 0;
  for (std::int32_t at = last; at >= 0 && steps < kContext; ++steps) {
    const Trail& trail = trails[static_cast<std::size_t>(at)];
    if (trail.character == '\n' || is_in(kClosing, trail.character)) return 0;
    if (is_in(kOpening, trail.character)) return kLeftOpen;
    at = trail.before;
  }
  return 0;
}

double of_stops(char32_t before, char32_t c) {
  if (!is_in(kStops, c)) return 0;
  if (before == c && is_in(U"！？。", c)) return -1.5;
  if ((before == U'！' && c == U'？') || (before == U'？' && c == U'！')) return -1.5;
  return is_in(kStops, before) || is_in(kNothingBefore, before) ? -4 : 0;
}

/// The first digits of numbers are small.
double of_digits(char32_t before, char32_t c) {
  if (c == '1') return 0.7;
  if (c == '2') return 0.5;
  return c == '0' && (before < '0' || before > '9') ? -1.5 : 0;
}

}  // namespace

double fitness(const std::vector<Trail>& trails, std::int32_t last, char32_t c) {
  const char32_t before = last < 0 ? U'\n' : trails[static_cast<std::size_t>(last)].character;
  return of_brackets(trails, last, c) + of_line_ends(trails, last, c) + of_stops(before, c) +
         of_digits(before, c);
}

}  // namespace shuye
