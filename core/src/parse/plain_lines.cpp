#include "parse/plain_lines.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// As wide as a Han character.
bool is_wide(char32_t c) { return is_set_solid(c) || c == 0x3000 || (c >= 0x2014 && c <= 0x2026); }

bool ends_sentence(char32_t c) { return is_in(U"。！？!?.…”」』）)：:；;", c); }

/// Punctuation that belongs to what stands before it: the line was cut by a program.
bool belongs_before(char32_t c) { return is_in(U"，。、；：！？）」』”’》】〉％", c); }

/// The characters that people draw lines with.
bool draws_line(char32_t c) { return is_in(U"-*=_~+#—–―─━═＊－＝＿～·•☆★◇◆○●※", c); }

/// Three strokes or more, and nothing else; a dash of Chinese is as long as two.
bool is_rule(std::string_view text) {
  std::size_t strokes = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (draws_line(c.code_point)) {
      strokes += is_in(U"—―━", c.code_point) ? 2 : 1;
    } else if (!is_space(c.code_point)) {
      return false;
    }
    at += c.length;
  }
  return strokes >= 3;
}

std::size_t blanks_at(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  while (at + length < text.size()) {
    const utf8::Character c = utf8::read(text, at + length);
    if (!is_space(c.code_point)) break;
    length += c.length;
  }
  return length;
}

void set_mark(PlainLine& line, LineMark mark, std::size_t length, std::uint32_t number) {
  constexpr std::size_t kLongest = 200;
  if (length > kLongest) return;
  line.mark = mark;
  line.mark_length = static_cast<std::uint8_t>(length);
  line.number = static_cast<std::uint16_t>(number);
}

/// `1.`, `1)`, `1、`; two digits at most.
void read_number(std::string_view text, PlainLine& line) {
  std::size_t at = 0;
  std::uint32_t number = 0;
  for (; at < text.size(); ++at) {
    const utf8::Character c = utf8::read(text, at);
    if (c.code_point < '0' || c.code_point > '9') break;
    number = number * 10 + (c.code_point - '0');
    if (at == 2) return;
  }
  if (at == 0 || at == text.size()) return;
  const utf8::Character c = utf8::read(text, at);
  const std::size_t behind = at + c.length;
  const std::size_t blanks = blanks_at(text, behind);
  if (behind + blanks == text.size()) return;
  const bool spaced = is_in(U".)", c.code_point) && blanks > 0;
  const char32_t next = utf8::read(text, behind).code_point;
  const bool solid = is_in(U".)）、．", c.code_point) && is_set_solid(next);
  if (spaced || solid) set_mark(line, LineMark::number, behind + blanks, number);
}

void read_mark(std::string_view text, PlainLine& line) {
  const utf8::Character c = utf8::read(text, 0);
  const std::size_t blanks = blanks_at(text, c.length);
  const bool empty = c.length + blanks == text.size();
  if (c.code_point == '>' || c.code_point == U'＞') {
    set_mark(line, LineMark::quote, c.length + blanks, 0);
  } else if (empty) {
    return;
  } else if (is_in(U"•●○■□◆◇▪▫‣⁃∙▶►", c.code_point) ||
             (is_in(U"-*+–·", c.code_point) && blanks > 0)) {
    set_mark(line, LineMark::bullet, c.length + blanks, 0);
  } else if (c.code_point >= U'①' && c.code_point <= U'⑳') {
    set_mark(line, LineMark::number, c.length + blanks, c.code_point - U'①' + 1);
  } else {
    read_number(text, line);
  }
}

PlainLine to_line(std::string_view text, std::size_t begin, std::size_t end) {
  PlainLine line;
  const std::string_view whole = text.substr(begin, end - begin);
  const std::string_view inner = trim(whole);
  if (inner.empty()) return line;
  const auto before = static_cast<std::size_t>(inner.data() - whole.data());
  line.begin = static_cast<std::uint32_t>(begin + before);
  line.end = static_cast<std::uint32_t>(begin + before + inner.size());
  line.indent = columns_of(whole.substr(0, before));
  line.width = columns_of(inner);
  line.blank = false;
  line.rule = is_rule(inner);
  line.ends_sentence = ends_sentence(utf8::read_before(inner, inner.size()).code_point);
  line.goes_on = belongs_before(utf8::read(inner, 0).code_point);
  if (!line.rule) read_mark(inner, line);
  return line;
}

}  // namespace

std::uint32_t columns_of(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    width += c.code_point == '\t' ? 4 : is_wide(c.code_point) ? 2 : 1;
    at += c.length;
  }
  return width;
}

std::vector<PlainLine> plain_lines(std::string_view text) {
  std::vector<PlainLine> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte != '\n' && byte != '\r' && byte != 0xE2) {
      ++at;
      continue;
    }
    const utf8::Character c = utf8::read(text, at);
    const std::size_t here = at;
    at += c.length;
    if (c.code_point != '\n' && c.code_point != '\r' && c.code_point != 0x2028 &&
        c.code_point != 0x2029) {
      continue;
    }
    if (c.code_point == '\r' && at < text.size() && text[at] == '\n') ++at;
    lines.push_back(to_line(text, begin, here));
    begin = at;
  }
  lines.push_back(to_line(text, begin, text.size()));
  return lines;
}

}  // namespace shuye
