#include "article/punctuation.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {

namespace {

struct Character {
  char32_t code_point = 0;
  std::size_t begin = 0;
  bool verbatim = false;
  char32_t replacement = 0;  // 0: it stays

  char32_t shown() const { return replacement == 0 ? code_point : replacement; }
};
using Characters = std::vector<Character>;

struct Quote {
  char32_t open, close;
  bool traditional;
};
constexpr Quote kQuotes[] = {
    {U'“', U'”', false}, {U'‘', U'’', false}, {U'「', U'」', true}, {U'『', U'』', true}};

struct HalfWidth {
  char32_t half, full;
};
constexpr HalfWidth kHalfWidth[] = {
    {U',', U'，'}, {U':', U'：'}, {U';', U'；'}, {U'?', U'？'}, {U'!', U'！'}};

Characters characters_of(std::string_view text, const std::vector<Range>& verbatim) {
  Characters characters;
  auto range = verbatim.begin();
  for (std::size_t at = 0; at < text.size();) {
    while (range != verbatim.end() && range->end <= at) ++range;
    const utf8::Character c = utf8::read(text, at);
    characters.push_back({c.code_point, at, range != verbatim.end() && range->begin <= at, 0});
    at += c.length;
  }
  return characters;
}

/// An address goes on to the next white space.
void keep_addresses(Characters& characters) {
  bool inside = false;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto is = [&](std::size_t at, char32_t c) {
      return at < characters.size() && characters[at].code_point == c;
    };
    inside = inside || (is(i, ':') && is(i + 1, '/') && is(i + 2, '/'));
    inside = inside && !is_space(characters[i].code_point);
    characters[i].verbatim = characters[i].verbatim || inside;
  }
}

class Neighbours {
 public:
  explicit Neighbours(const Characters& characters) : characters_(characters) {}

  char32_t before(std::size_t i) const { return i == 0 ? 0 : characters_[i - 1].shown(); }
  char32_t behind(std::size_t i) const {
    return i + 1 == characters_.size() ? 0 : characters_[i + 1].code_point;
  }
  bool is_edge(std::size_t i) const { return behind(i) == 0 || behind(i) == U'\n'; }

 private:
  const Characters& characters_;
};

constexpr std::size_t kNone = SIZE_MAX;

/// For each quotation mark its partner's index, `kNone` for all else. What was opened inside a pair
/// and not closed there has none.
std::vector<std::size_t> pair_quotes(const Characters& characters) {
  // Marks nest a few levels deep; further back nothing is looked for.
  constexpr std::size_t kDeepest = 8;
  struct Open {
    const Quote* quote;
    std::size_t at;
  };
  std::vector<Open> open;
  std::vector<std::size_t> partners(characters.size(), kNone);
  const Neighbours near(characters);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    // The apostrophe of don’t is no mark.
    const bool inside_word = is_word(near.before(i)) && is_word(near.behind(i));
    if (characters[i].verbatim || inside_word) continue;
    for (const Quote& quote : kQuotes) {
      if (characters[i].code_point == quote.open) open.push_back({&quote, i});
      if (characters[i].code_point != quote.close) continue;
      const std::size_t lowest = open.size() - std::min(open.size(), kDeepest);
      std::size_t depth = open.size();
      while (depth > lowest && open[depth - 1].quote != &quote) --depth;
      if (depth == lowest) continue;
      partners[i] = open[depth - 1].at;
      partners[open[depth - 1].at] = i;
      open.resize(depth - 1);
    }
  }
  return partners;
}

/// Puts the script's own marks in the place of the other's, by depth.
void set_quotes(Characters& characters, bool traditional) {
  std::vector<std::size_t> han(characters.size() + 1, 0);  // how many before each character
  for (std::size_t i = 0; i < characters.size(); ++i) {
    han[i + 1] = han[i] + static_cast<std::size_t>(is_han(characters[i].code_point));
  }
  const std::vector<std::size_t> partners = pair_quotes(characters);
  const Neighbours near(characters);
  std::size_t depth = 0;
  for (std::size_t open = 0; open < characters.size(); ++open) {
    const std::size_t close = partners[open];
    if (close == kNone) continue;
    if (close < open) {
      --depth;
      continue;
    }
    const Quote& mark = kQuotes[(traditional ? 2 : 0) + depth++ % 2];
    const bool chinese = han[close] > han[open] || is_set_solid(near.before(open)) ||
                         is_set_solid(near.behind(close));
    const bool own = std::any_of(std::begin(kQuotes), std::end(kQuotes), [&](const Quote& quote) {
      return quote.open == characters[open].code_point && quote.traditional == traditional;
    });
    if (!chinese || own) continue;
    characters[open].replacement = mark.open;
    characters[close].replacement = mark.close;
  }
}

bool is_quote(char32_t c) {
  return std::any_of(std::begin(kQuotes), std::end(kQuotes),
                     [&](const Quote& quote) { return c == quote.open || c == quote.close; });
}

void widen_marks(Characters& characters) {
  const Neighbours near(characters);
  const auto beside_han = [&](char32_t c) { return is_set_solid(c) || is_quote(c); };
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (characters[i].verbatim) continue;
    for (const HalfWidth& mark : kHalfWidth) {
      if (characters[i].code_point != mark.half || !beside_han(near.before(i))) continue;
      const bool followed = near.behind(i) == U'?' || near.behind(i) == U'!';  // ?! and !!!
      if (followed || near.is_edge(i) || beside_han(near.behind(i))) {
        characters[i].replacement = mark.full;
      }
    }
  }
}

/// Parentheses that do not nest, around Han at both ends and behind Han or at the beginning.
void widen_parentheses(Characters& characters) {
  const Neighbours near(characters);
  std::size_t open = characters.size();
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i].code_point;
    if (characters[i].verbatim || c == U'\n') open = characters.size();
    if (characters[i].verbatim) continue;
    if (c == U'(') {
      const bool behind_han = i == 0 || near.before(i) == U'\n' || is_set_solid(near.before(i));
      open = behind_han && is_set_solid(near.behind(i)) ? i : characters.size();
    }
    if (c != U')') continue;
    if (open < i && is_set_solid(near.before(i))) {
      characters[open].replacement = U'（';
      characters[i].replacement = U'）';
    }
    open = characters.size();
  }
}

}  // namespace

std::string regional_punctuation(std::string_view text, const std::vector<Range>& verbatim,
                                 Script script, OffsetMap& map) {
  const bool traditional =
      script == Script::hant || script == Script::hant_tw || script == Script::hant_hk;
  if (!traditional && script != Script::hans) {
    map.keep(text.size());
    return std::string(text);
  }
  Characters characters = characters_of(text, verbatim);
  keep_addresses(characters);
  widen_parentheses(characters);
  set_quotes(characters, traditional);
  widen_marks(characters);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const std::size_t end = i + 1 < characters.size() ? characters[i + 1].begin : text.size();
    const std::size_t length = end - characters[i].begin;
    const std::size_t before = out.size();
    if (characters[i].replacement == 0) {
      out += text.substr(characters[i].begin, length);
      map.keep(length);
    } else {
      utf8::append(out, characters[i].replacement);
      map.replace(length, out.size() - before);
    }
  }
  return out;
}

}  // namespace shuye
