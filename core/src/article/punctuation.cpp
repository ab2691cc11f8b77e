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
  bool dropped = false;

  char32_t shown() const { return replacement == 0 ? code_point : replacement; }
};
using Characters = std::vector<Character>;

enum class Marks : std::uint8_t { simplified, traditional, neither };

struct Quote {
  char32_t open, close;
  Marks marks;
};
/// Those of a script by depth: the outer ones, the inner ones.
constexpr Quote kQuotes[] = {{U'“', U'”', Marks::simplified},
                             {U'‘', U'’', Marks::simplified},
                             {U'「', U'」', Marks::traditional},
                             {U'『', U'』', Marks::traditional},
                             {U'"', U'"', Marks::neither}};
constexpr const Quote& kStraight = kQuotes[4];

const Quote& quote_of(Marks marks, std::size_t depth) {
  return kQuotes[(marks == Marks::traditional ? 2 : 0) + depth % 2];
}
bool is_inner(const Quote& quote) { return &quote == &kQuotes[1] || &quote == &kQuotes[3]; }
bool is_quote(char32_t c) {
  return std::any_of(std::begin(kQuotes), std::end(kQuotes), [&](const Quote& quote) {
    return quote.marks != Marks::neither && (c == quote.open || c == quote.close);
  });
}

struct HalfWidth {
  char32_t half, full;
};
constexpr HalfWidth kHalfWidth[] = {
    {U',', U'，'}, {U':', U'：'}, {U';', U'；'}, {U'?', U'？'}, {U'!', U'！'}};
bool is_half_width(char32_t c) {
  return std::any_of(std::begin(kHalfWidth), std::end(kHalfWidth),
                     [&](const HalfWidth& mark) { return c == mark.half; });
}

Characters characters_of(std::string_view text, const std::vector<Range>& verbatim) {
  Characters characters;
  auto range = verbatim.begin();
  for (std::size_t at = 0; at < text.size();) {
    while (range != verbatim.end() && range->end <= at) ++range;
    const utf8::Character c = utf8::read(text, at);
    characters.push_back({c.code_point, at, range != verbatim.end() && range->begin <= at});
    at += c.length;
  }
  return characters;
}

/// An address goes on to the next white space or Chinese mark.
void keep_addresses(Characters& characters) {
  bool inside = false;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto is = [&](std::size_t at, char32_t c) {
      return at < characters.size() && characters[at].code_point == c;
    };
    inside = inside || (is(i, ':') && is(i + 1, '/') && is(i + 2, '/'));
    const char32_t c = characters[i].code_point;
    inside = inside && !is_space(c) && !is_quote(c) && (is_han(c) || !is_set_solid(c));
    characters[i].verbatim = characters[i].verbatim || inside;
  }
}

class Neighbours {
 public:
  explicit Neighbours(const Characters& characters) : characters_(characters) {}

  char32_t before(std::size_t i) const { return i == 0 ? 0 : characters_[i - 1].shown(); }
  char32_t behind(std::size_t i) const {
    return i + 1 >= characters_.size() ? 0 : characters_[i + 1].shown();
  }
  bool is_start(std::size_t i) const { return before(i) == 0 || before(i) == U'\n'; }
  bool is_edge(std::size_t i) const { return behind(i) == 0 || behind(i) == U'\n'; }

 private:
  const Characters& characters_;
};

constexpr std::size_t kNone = SIZE_MAX;

/// Finds which quotation mark belongs to which.
class QuotePairs {
 public:
  explicit QuotePairs(const Characters& characters)
      : characters_(characters), near_(characters), partners_(characters.size(), kNone) {}

  /// For each mark its partner's index, `kNone` for all else. What was opened inside a pair and not
  /// closed there has none.
  std::vector<std::size_t> find() && {
    count_straight();
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (characters_[i].code_point == U'\n') ++line_;
      if (characters_[i].verbatim || is_apostrophe(i)) continue;
      for (const Quote& quote : kQuotes) mark(i, quote);
    }
    return std::move(partners_);
  }

 private:
  struct Open {
    const Quote* quote;
    std::size_t at;
  };

  // As in don’t.
  bool is_apostrophe(std::size_t i) const {
    const char32_t c = characters_[i].code_point;
    return (c == U'‘' || c == U'’') && is_word(near_.before(i)) && is_word(near_.behind(i));
  }

  bool is_straight(std::size_t i) const {
    return characters_[i].code_point == kStraight.open && !characters_[i].verbatim;
  }

  void count_straight() {
    straight_.push_back(0);
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (characters_[i].code_point == U'\n') straight_.push_back(0);
      if (is_straight(i)) ++straight_.back();
    }
  }

  void mark(std::size_t i, const Quote& quote) {
    const char32_t c = characters_[i].code_point;
    if (&quote == &kStraight) {
      if (is_straight(i)) straight(i);
    } else if (c == quote.open) {
      open_.push_back({&quote, i});
    } else if (c == quote.close) {
      close(i, quote);
    }
  }

  // Inches look like a mark: 27" opens nothing, and closes nothing where that leaves one over.
  void straight(std::size_t i) {
    const std::size_t left = --straight_[line_];
    const char32_t before = near_.before(i);
    const bool digit = before >= U'0' && before <= U'9';
    if (!(digit && left % 2 == 1) && close(i, kStraight)) return;
    const bool begins = near_.is_start(i) || is_space(before) || is_set_solid(before) ||
                        is_quote(before) || is_half_width(before) || before == U'(' ||
                        before == U'—' || before == U'…';
    if (begins && !near_.is_edge(i) && !is_space(near_.behind(i))) open_.push_back({&kStraight, i});
  }

  bool close(std::size_t i, const Quote& quote) {
    // Marks nest a few levels deep; further back nothing is looked for.
    constexpr std::size_t kDeepest = 8;
    const std::size_t lowest = open_.size() - std::min(open_.size(), kDeepest);
    std::size_t depth = open_.size();
    while (depth > lowest && open_[depth - 1].quote != &quote) --depth;
    if (depth == lowest) return false;
    partners_[i] = open_[depth - 1].at;
    partners_[open_[depth - 1].at] = i;
    open_.resize(depth - 1);
    return true;
  }

  const Characters& characters_;
  const Neighbours near_;
  std::vector<std::size_t> partners_;
  std::vector<Open> open_;
  std::vector<std::size_t> straight_;  // how many are left in each line
  std::size_t line_ = 0;
};

/// Puts the script's own marks in the place of the other's.
class QuoteSetter {
 public:
  QuoteSetter(Characters& characters, Marks marks)
      : characters_(characters),
        near_(characters),
        marks_(marks),
        partners_(QuotePairs(characters).find()),
        han_(characters.size() + 1, 0) {
    for (std::size_t i = 0; i < characters.size(); ++i) {
      han_[i + 1] = han_[i] + static_cast<std::size_t>(is_han(characters[i].code_point));
    }
  }

  void set() {
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      if (characters_[i].code_point == U'\n') speech_goes_on_ = false;
      if (characters_[i].verbatim) continue;
      if (partners_[i] == kNone) {
        single(i);
      } else if (partners_[i] < i) {
        --depth_;
      } else {
        pair(i, partners_[i]);
      }
    }
  }

 private:
  /// By depth; in a speech that opened and does not close here, what was inside stays inside.
  void pair(std::size_t open, std::size_t close) {
    const Quote* own = std::find_if(
        std::begin(kQuotes), std::end(kQuotes),
        [&](const Quote& quote) { return quote.open == characters_[open].code_point; });
    const bool inside = speech_goes_on_ && depth_ == 0 && is_inner(*own);
    const Quote& mark = quote_of(marks_, depth_++ + static_cast<std::size_t>(inside));
    const bool chinese =
        han_[close] > han_[open] || is_behind_han(open) || is_set_solid(near_.behind(close));
    if (!chinese || own->marks == marks_) return;
    characters_[open].replacement = mark.open;
    characters_[close].replacement = mark.close;
  }

  /// Perhaps with a mark and a space between.
  bool is_behind_han(std::size_t i) const {
    if (i > 0 && near_.before(i) == U' ') --i;
    if (i > 0 && is_half_width(near_.before(i))) --i;
    return is_set_solid(near_.before(i));
  }

  /// A speech of several paragraphs opens in each and closes in the last. ’ may be an apostrophe,
  /// and ” a measure.
  void single(std::size_t i) {
    const char32_t c = characters_[i].code_point;
    for (const Quote& quote : kQuotes) {
      if (is_inner(quote) || quote.marks == Marks::neither) continue;
      const Quote& mark = quote_of(marks_, 0);
      if (c == quote.open && is_set_solid(near_.behind(i))) {
        characters_[i].replacement = mark.open;
        speech_goes_on_ = true;
      } else if (c == quote.close && is_set_solid(near_.before(i))) {
        characters_[i].replacement = mark.close;
      }
    }
  }

  Characters& characters_;
  const Neighbours near_;
  const Marks marks_;
  const std::vector<std::size_t> partners_;
  std::vector<std::size_t> han_;  // how many before each character
  std::size_t depth_ = 0;
  bool speech_goes_on_ = false;
};

bool is_beside_han(char32_t c) { return is_set_solid(c) || is_quote(c); }

/// The full-width mark has its space in it: one that follows in the line is dropped.
void widen_marks(Characters& characters) {
  const Neighbours near(characters);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (characters[i].verbatim) continue;
    for (const HalfWidth& mark : kHalfWidth) {
      if (characters[i].code_point != mark.half || !is_beside_han(near.before(i))) continue;
      const bool followed = near.behind(i) == U'?' || near.behind(i) == U'!';  // ?! and !!!
      const bool spaced = near.behind(i) == U' ' && is_beside_han(near.behind(i + 1));
      if (followed || spaced || near.is_edge(i) || is_beside_han(near.behind(i))) {
        characters[i].replacement = mark.full;
        if (spaced) characters[i + 1].dropped = !characters[i + 1].verbatim;
      }
    }
  }
}

/// Parentheses that do not nest, around Han at both ends and behind Han, perhaps with a mark
/// between, or at the beginning.
void widen_parentheses(Characters& characters) {
  const Neighbours near(characters);
  std::size_t open = characters.size();
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i].code_point;
    if (characters[i].verbatim || c == U'\n') open = characters.size();
    if (characters[i].verbatim) continue;
    if (c == U'(') {
      const std::size_t last = i > 0 && is_half_width(near.before(i)) ? i - 1 : i;
      const bool behind_han = near.is_start(i) || is_set_solid(near.before(last));
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
  QuoteSetter(characters, traditional ? Marks::traditional : Marks::simplified).set();
  widen_marks(characters);
  std::string out;
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const std::size_t end = i + 1 < characters.size() ? characters[i + 1].begin : text.size();
    const std::size_t length = end - characters[i].begin;
    const std::size_t before = out.size();
    if (characters[i].dropped) {
      map.replace(length, 0);
    } else if (characters[i].replacement == 0) {
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
