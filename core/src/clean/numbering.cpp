#include "clean/numbering.h"

#include <cstddef>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// 0 to 9, or 10 for what is no digit.
std::uint32_t han_digit(char32_t c) {
  constexpr std::u32string_view kDigits[] = {U"〇零○", U"一壹弌", U"二贰两弍", U"三叁参弎",
                                             U"四肆",  U"五伍",   U"六陆",     U"七柒",
                                             U"八捌",  U"九玖"};
  for (std::uint32_t value = 0; value < 10; ++value) {
    if (is_in(kDigits[value], c)) return value;
  }
  return 10;
}

std::uint32_t han_unit(char32_t c) {
  if (is_in(U"十拾", c)) return 10;
  if (is_in(U"百佰", c)) return 100;
  if (is_in(U"千仟", c)) return 1'000;
  if (is_in(U"万萬", c)) return 10'000;
  return 0;
}

/// 廿 and 卅 are tens by themselves.
std::uint32_t han_tens(char32_t c) {
  if (is_in(U"廿念", c)) return 20;
  if (c == U'卅') return 30;
  return c == U'卌' ? 40 : 0;
}

constexpr std::uint32_t kGreatest = 1'000'000;

NumberText read_arabic(std::string_view text) {
  NumberText found;
  while (found.length < text.size() && text[found.length] >= '0' && text[found.length] <= '9') {
    if (found.value < kGreatest) {
      found.value = found.value * 10 + static_cast<std::uint32_t>(text[found.length] - '0');
    }
    ++found.length;
  }
  return found;
}

/// 一百零二, 二〇二, 廿三.
NumberText read_han(std::string_view text) {
  NumberText found;
  std::uint32_t total = 0;
  std::uint32_t digits = 0;
  bool positional = false;  // 二〇二: digits without units
  bool waiting = false;     // a digit that its unit has not come for
  while (found.length < text.size()) {
    const utf8::Character c = utf8::read(text, found.length);
    if (const std::uint32_t digit = han_digit(c.code_point); digit < 10) {
      const bool skipped = digits == 0 && total > 0;  // the 零 of 一百零二
      positional = waiting && !skipped;
      digits = waiting && digits < kGreatest ? digits * 10 + digit : digit;
      waiting = true;
    } else if (const std::uint32_t tens = han_tens(c.code_point); tens != 0) {
      total += tens;
    } else if (const std::uint32_t unit = han_unit(c.code_point); unit != 0) {
      total += (waiting && digits != 0 ? digits : 1) * unit;
      digits = 0;
      waiting = false;
    } else {
      break;
    }
    if (total > kGreatest) total = kGreatest;
    found.length += c.length;
  }
  found.value = positional ? digits : total + digits;
  return found;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  Numbering read() {
    if (text_.empty()) return {};
    if (Numbering part = read_part()) return part;
    if (Numbering part = read_english()) return part;
    const char32_t first = next();
    if (first == U'-' || first == U'—' || first == U'–') return read_dashed();
    if (first == U'(' || first == U'（') return read_bracketed();
    if (Numbering han = read_han_list()) return han;
    return read_arabic_list();
  }

 private:
  char32_t next() const { return at_ < text_.size() ? utf8::read(text_, at_).code_point : 0; }
  bool done() const { return at_ >= text_.size(); }
  std::string_view rest() const { return text_.substr(at_); }
  void skip() { at_ += utf8::read(text_, at_).length; }

  bool take(std::u32string_view set) {
    if (done() || !is_in(set, next())) return false;
    skip();
    return true;
  }

  void skip_blanks() {
    while (!done() && is_space(next())) skip();
  }

  Numbering finish(NumberStyle style, std::uint32_t number) {
    Numbering found{style, 1, number, false, false};
    const bool parted = done() || is_space(next()) || is_punctuation(next());
    found.glued = !parted;
    while (!done() && (is_space(next()) || is_punctuation(next()))) skip();
    found.bare = done();
    return found;
  }

  static NumberStyle style_of(char32_t unit) {
    if (is_in(U"卷部集册辑编", unit)) return NumberStyle::volume;
    if (is_in(U"章回篇幕话折讲", unit)) return NumberStyle::chapter;
    return unit == U'节' ? NumberStyle::section : NumberStyle::none;
  }

  /// 第一卷 风起 第一章 初见 is a chapter.
  Numbering read_part() {
    const std::size_t begin = at_;
    Numbering found;
    for (;;) {
      const bool ordinal = take(U"第");
      const bool reversed = !ordinal && take(U"卷");  // 卷三
      if (!ordinal && !reversed) break;
      skip_blanks();
      const NumberText number = read_number(rest());
      if (number.length == 0) break;
      at_ += number.length;
      NumberStyle style = NumberStyle::volume;
      if (!reversed) {
        skip_blanks();
        if (done()) break;
        style = style_of(next());
        if (style == NumberStyle::none) break;
        skip();
        if (rest().starts_with("分")) skip();  // 第一部分
      }
      found = finish(style, number.value);
      const std::size_t deeper = rest().find("第");
      if (style != NumberStyle::volume || deeper == std::string_view::npos || deeper > 60) break;
      const std::size_t here = at_;
      at_ += deeper;
      if (!Reader(rest()).read_part()) {
        at_ = here;
        break;
      }
    }
    at_ = begin;
    return found;
  }

  /// Part 2, Chapter IV.
  Numbering read_english() {
    constexpr std::string_view kNames[] = {"part", "volume", "book", "chapter", "section"};
    const std::size_t begin = at_;
    for (const std::string_view name : kNames) {
      if (!rest().starts_with(name)) continue;
      at_ += name.size();
      take(U".");
      if (done() || (!is_space(next()) && (next() < '0' || next() > '9'))) break;
      skip_blanks();
      NumberText number = read_number(rest());
      if (number.length == 0) number = read_word();
      if (number.length == 0) break;
      at_ += number.length;
      const Numbering found = finish(name == "chapter"   ? NumberStyle::chapter
                                     : name == "section" ? NumberStyle::section
                                                         : NumberStyle::volume,
                                     number.value);
      at_ = begin;
      return found.glued ? Numbering{} : found;
    }
    at_ = begin;
    return {};
  }

  /// One, two, …; I, II, ….
  NumberText read_word() const {
    constexpr std::string_view kWords[] = {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "i",
        "ii",  "iii", "iv",    "v",    "vi",   "vii", "viii",  "ix",    "x",    "xi",  "xii"};
    std::size_t length = 0;
    while (at_ + length < text_.size() && text_[at_ + length] >= 'a' &&
           text_[at_ + length] <= 'z') {
      ++length;
    }
    for (std::uint32_t i = 0; i < 22; ++i) {
      if (text_.substr(at_, length) == kWords[i]) return {i < 10 ? i + 1 : i - 9, length};
    }
    return {};
  }

  Numbering read_dashed() {
    skip();
    skip_blanks();
    const NumberText number = read_number(rest());
    if (number.length == 0) return {};
    at_ += number.length;
    skip_blanks();
    if (!take(U"-—–")) return {};
    return finish(NumberStyle::dashed, number.value);
  }

  Numbering read_bracketed() {
    skip();
    const bool arabic = next() >= '0' && next() <= '9';
    const NumberText number = read_number(rest());
    if (number.length == 0 || (arabic && number.length > 2)) return {};
    at_ += number.length;
    if (!take(U")）")) return {};
    Numbering found =
        finish(arabic ? NumberStyle::parenthesis : NumberStyle::bracketed, number.value);
    found.glued = false;
    return found;
  }

  Numbering read_han_list() {
    const NumberText number = read_han(rest());
    if (number.length == 0) return {};
    const std::size_t begin = at_;
    at_ += number.length;
    const bool bare = done();
    const bool ended = !bare && (take(U"、.．:：") || (number.value <= 30 && take(U"，,")));
    if (bare || ended) {
      if (bare && number.value > 99) return {};
      Numbering found = finish(NumberStyle::han, number.value);
      found.glued = false;
      return found;
    }
    at_ = begin;
    return {};
  }

  Numbering read_arabic_list() {
    Numbering found{NumberStyle::arabic, 1, 0, false, false};
    NumberText number = read_arabic(rest());
    if (number.length == 0 || number.length > 2) return {};
    const bool padded = text_[at_] == '0' && number.length == 2;
    at_ += number.length;
    if (take(U")）")) found.style = NumberStyle::parenthesis;
    found.number = number.value;
    while (found.style == NumberStyle::arabic && (next() == '.' || next() == U'．')) {
      skip();
      number = read_arabic(rest());
      if (number.length == 0) break;
      if (number.length > 2) return {};
      at_ += number.length;
      ++found.depth;
      found.number = number.value;
      // 1.5亿 is a number, 1.1 背景 a heading.
      if (found.depth > 4) return {};
    }
    const bool dotted = found.depth > 1;
    const bool ended = text_[at_ - 1] == '.' || (!done() && take(U"、．:：")) ||
                       found.style == NumberStyle::parenthesis;
    if (dotted && !ended && !done() && !is_space(next())) return {};
    if (dotted && done()) return {};
    // 01 标题 and 01标题: a leading zero numbers a heading; 30 天 is a number.
    if (!dotted && !ended && !padded) return {};
    if (padded && !ended && !dotted && next() >= '0' && next() <= '9') return {};
    if (padded && !ended && is_in(U"年月日时分秒:：-/", next())) return {};
    skip_blanks();
    found.bare = done();
    return found;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

NumberText read_number(std::string_view folded) {
  const NumberText arabic = read_arabic(folded);
  return arabic.length > 0 ? arabic : read_han(folded);
}

Numbering numbering_of(std::string_view folded) { return Reader(folded).read(); }

}  // namespace shuye
