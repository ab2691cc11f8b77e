#include "text/character_reference.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shuye {
namespace {

// Sorted by name.
constexpr std::pair<std::string_view, char32_t> kNamed[] = {
    {"Prime", 0x2033},  {"acute", 0xB4},    {"amp", '&'},       {"apos", '\''},
    {"asymp", 0x2248},  {"bull", 0x2022},   {"cent", 0xA2},     {"copy", 0xA9},
    {"darr", 0x2193},   {"deg", 0xB0},      {"divide", 0xF7},   {"emsp", 0x2003},
    {"ensp", 0x2002},   {"euro", 0x20AC},   {"frac12", 0xBD},   {"ge", 0x2265},
    {"gt", '>'},        {"hearts", 0x2665}, {"hellip", 0x2026}, {"infin", 0x221E},
    {"laquo", 0xAB},    {"larr", 0x2190},   {"ldquo", 0x201C},  {"le", 0x2264},
    {"lrm", 0x200E},    {"lsaquo", 0x2039}, {"lsquo", 0x2018},  {"lt", '<'},
    {"mdash", 0x2014},  {"micro", 0xB5},    {"middot", 0xB7},   {"minus", 0x2212},
    {"nbsp", 0xA0},     {"ndash", 0x2013},  {"ne", 0x2260},     {"para", 0xB6},
    {"permil", 0x2030}, {"plusmn", 0xB1},   {"pound", 0xA3},    {"prime", 0x2032},
    {"quot", '"'},      {"raquo", 0xBB},    {"rarr", 0x2192},   {"rdquo", 0x201D},
    {"reg", 0xAE},      {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sect", 0xA7},
    {"shy", 0xAD},      {"sup2", 0xB2},     {"sup3", 0xB3},     {"thinsp", 0x2009},
    {"times", 0xD7},    {"trade", 0x2122},  {"uarr", 0x2191},   {"yen", 0xA5},
    {"zwj", 0x200D},    {"zwnj", 0x200C},
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < std::size(kNamed); ++i) {
    if (kNamed[i - 1].first >= kNamed[i].first) return false;
  }
  return true;
}
static_assert(in_order(), "code_point_named searches by halves");

char32_t code_point_named(std::string_view name) {
  const auto* const found = std::lower_bound(
      std::begin(kNamed), std::end(kNamed), name,
      [](const auto& known, std::string_view wanted) { return known.first < wanted; });
  return found != std::end(kNamed) && found->first == name ? found->second : 0;
}

/// Of `39` or `x27`; 0 where it names no character that a text may have.
char32_t code_point_numbered(std::string_view number) {
  const bool hexadecimal = !number.empty() && (number[0] == 'x' || number[0] == 'X');
  if (hexadecimal) number.remove_prefix(1);
  if (number.empty() || number.size() > 7) return 0;
  char32_t value = 0;
  for (const char c : number) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (c >= '0' && c <= '9') {
      value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(c - '0');
    } else if (hexadecimal && lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return 0;
    }
  }
  return value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? 0 : value;
}

}  // namespace

CharacterReference character_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 11;
  const std::string_view rest = text.substr(at, kLongest);
  const std::size_t end = rest.find(';');
  if (rest.empty() || rest[0] != '&' || end == std::string_view::npos || end < 2) return {};
  const std::string_view name = rest.substr(1, end - 1);
  const char32_t c = name[0] == '#' ? code_point_numbered(name.substr(1)) : code_point_named(name);
  return c == 0 ? CharacterReference() : CharacterReference{end + 1, c};
}

}  // namespace shuye
