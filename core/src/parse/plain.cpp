#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/builder.h"
#include "parse/parsers.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

struct Line {
  Range range;               // without the blanks around it
  std::uint32_t indent = 0;  // in columns, as are widths: a Han character takes two
  std::uint32_t width = 0;
  bool blank = true;
  bool rule = false;
  bool ends_sentence = false;
};

/// As wide as a Han character.
bool is_wide(char32_t c) { return is_set_solid(c) || c == 0x3000 || (c >= 0x2014 && c <= 0x2026); }

bool ends_sentence(char32_t c) {
  constexpr std::u32string_view kEnds = U"。！？!?.…”」』）)：:；;";
  return kEnds.find(c) != std::u32string_view::npos;
}

/// The characters that people draw lines with.
bool draws_line(char32_t c) {
  constexpr std::u32string_view kStrokes = U"-*=_~+#—–―─━═＊－＝＿～·•☆★◇◆○●※";
  return kStrokes.find(c) != std::u32string_view::npos;
}

/// Three strokes or more, and nothing else.
bool is_rule(std::string_view text) {
  std::size_t strokes = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (draws_line(c.code_point)) {
      ++strokes;
    } else if (!is_space(c.code_point)) {
      return false;
    }
    at += c.length;
  }
  return strokes >= 3;
}

std::uint32_t width_of(std::string_view text) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    width += is_wide(c.code_point) ? 2 : 1;
    at += c.length;
  }
  return width;
}

Line to_line(std::string_view text, Range range) {
  Line line;
  const std::string_view whole = text.substr(range.begin, range.size());
  const std::string_view inner = trim(whole);
  if (inner.empty()) return line;
  const auto before = static_cast<std::size_t>(inner.data() - whole.data());
  line.range = {range.begin + before, range.begin + before + inner.size()};
  line.indent = width_of(whole.substr(0, before));
  line.width = width_of(inner);
  line.blank = false;
  line.rule = is_rule(inner);
  line.ends_sentence = ends_sentence(utf8::read_before(inner, inner.size()).code_point);
  return line;
}

/// Lines end with LF, CR, both, or one of Unicode's separators.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    const std::size_t here = at;
    at += c.length;
    if (c.code_point != '\n' && c.code_point != '\r' && c.code_point != 0x2028 &&
        c.code_point != 0x2029) {
      continue;
    }
    if (c.code_point == '\r' && at < text.size() && text[at] == '\n') ++at;
    lines.push_back(to_line(text, {begin, here}));
    begin = at;
  }
  lines.push_back(to_line(text, {begin, text.size()}));
  return lines;
}

/// A line of at least this width had no room for the next word.
std::uint32_t full_width(std::uint32_t column) { return column - column / 5; }

/// The column at which a program broke the lines; 0 when every line is a paragraph of its own.
///
/// Broken lines that another one follows are nearly all of the same length, and end anywhere in a
/// sentence. Verses are of one length, too, but short.
std::uint32_t wrap_column(const std::vector<Line>& lines) {
  constexpr std::uint32_t kNarrowest = 40;
  constexpr std::uint32_t kWidest = 160;
  constexpr std::size_t kFewest = 4;
  std::vector<std::uint32_t> widths;
  std::size_t mid_sentence = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank || lines[i].rule || lines[i + 1].blank || lines[i + 1].rule) continue;
    widths.push_back(lines[i].indent + lines[i].width);
    mid_sentence += lines[i].ends_sentence ? 0 : 1;
  }
  if (widths.size() < kFewest) return 0;
  std::sort(widths.begin(), widths.end());
  const std::uint32_t column = widths[(widths.size() - 1) * 9 / 10];
  if (column < kNarrowest || widths.back() > kWidest) return 0;
  const auto full = static_cast<std::size_t>(
      widths.end() - std::lower_bound(widths.begin(), widths.end(), full_width(column)));
  const bool same_length = full * 4 >= widths.size() * 3;
  return same_length && mid_sentence * 2 >= widths.size() ? column : 0;
}

/// The margin that all lines keep.
std::uint32_t common_indent(const std::vector<Line>& lines) {
  std::uint32_t indent = UINT32_MAX;
  for (const Line& line : lines) {
    if (!line.blank && !line.rule) indent = std::min(indent, line.indent);
  }
  return indent;
}

struct Wrapping {
  std::uint32_t column = 0;
  std::uint32_t indent = 0;
};

/// Whether the program broke the line here, so that the next one goes on with it.
bool goes_on(const Line& line, const Line& next, const Wrapping& wrapping) {
  if (wrapping.column == 0 || next.blank || next.rule || line.rule) return false;
  // A line with room left was ended by its author; a deeper indent begins a paragraph.
  return line.indent + line.width >= full_width(wrapping.column) && next.indent <= wrapping.indent;
}

void append_line(std::string& paragraph, std::string_view line) {
  const char32_t left = utf8::read_before(paragraph, paragraph.size()).code_point;
  if (needs_space_between(left, utf8::read(line, 0).code_point)) paragraph += ' ';
  paragraph += line;
}

}  // namespace

void parse_plain(std::string_view text, std::size_t offset, Document& document) {
  DocumentBuilder builder(document);
  const std::vector<Line> lines = lines_of(text);
  const Wrapping wrapping{wrap_column(lines), common_indent(lines)};
  const auto source = [&](Range range) { return Range{range.begin + offset, range.end + offset}; };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].blank) continue;
    Range range = lines[i].range;
    if (lines[i].rule) {
      builder.leaf(BlockKind::rule, source(range), {});
      continue;
    }
    std::string paragraph(text.substr(range.begin, range.size()));
    for (; i + 1 < lines.size() && goes_on(lines[i], lines[i + 1], wrapping); ++i) {
      const Range next = lines[i + 1].range;
      append_line(paragraph, text.substr(next.begin, next.size()));
      range.end = next.end;
    }
    builder.leaf(BlockKind::paragraph, source(range), std::move(paragraph));
  }
  builder.finish();
}

}  // namespace shuye
