#include "parse/plain_wrapping.h"

#include <algorithm>
#include <cstddef>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::uint32_t kNarrowest = 36;
constexpr std::uint32_t kWidest = 160;
constexpr std::size_t kFewest = 4;

bool is_text(const PlainLine& line) { return !line.blank && !line.rule; }

}  // namespace

Wrapping::Wrapping(const std::vector<PlainLine>& lines) {
  find_column(lines);
  std::uint32_t indent = UINT32_MAX;
  std::size_t pieces = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_text(lines[i])) continue;
    indent = std::min(indent, lines[i].indent);
    pieces += lines[i].goes_on && i > 0 && is_text(lines[i - 1]) ? 1 : 0;
  }
  indent_ = indent;
  in_pieces_ = pieces >= 3;
}

/// Broken lines that another one follows are nearly all of the same length, or many of them are of
/// exactly the greatest (the others are dialogue and ends of paragraphs); and they end anywhere in
/// a sentence. Verses are of one length, too, but short.
void Wrapping::find_column(const std::vector<PlainLine>& lines) {
  std::vector<std::uint32_t> widths;
  std::size_t mid_sentence = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_text(lines[i]) || !is_text(lines[i + 1])) continue;
    widths.push_back(lines[i].indent + lines[i].width);
    mid_sentence += lines[i].ends_sentence ? 0 : 1;
  }
  if (widths.size() < kFewest) return;
  std::sort(widths.begin(), widths.end());
  const std::uint32_t widest = widths.back();
  const std::uint32_t column = widths[(widths.size() - 1) * 9 / 10];
  if (column < kNarrowest || widest > kWidest) return;
  const auto at_least = [&](std::uint32_t least) {
    return static_cast<std::size_t>(widths.end() -
                                    std::lower_bound(widths.begin(), widths.end(), least));
  };
  const std::uint32_t ragged = column - column / 5;
  if (at_least(ragged) * 4 >= widths.size() * 3 && mid_sentence * 2 >= widths.size()) {
    least_ = ragged;
    return;
  }
  // Han characters fill a line but for the one that must not stand at its end.
  constexpr std::uint32_t kSlack = 4;
  const std::uint32_t full = widest - kSlack;
  const std::size_t filled = at_least(full);
  std::size_t filled_mid_sentence = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_text(lines[i]) || !is_text(lines[i + 1])) continue;
    if (lines[i].indent + lines[i].width >= full && !lines[i].ends_sentence) ++filled_mid_sentence;
  }
  const bool many = filled >= 2 * kFewest && filled * 4 >= widths.size();
  if (many && filled_mid_sentence * 3 >= filled * 2) least_ = full;
}

bool Wrapping::joins_pieces(const std::vector<PlainLine>& lines, std::size_t i) const {
  if (lines[i + 1].goes_on) return true;
  // …叫做 | defer | ，它可以…: a word between two pieces of a sentence.
  constexpr std::uint32_t kLongestWord = 40;
  constexpr std::uint32_t kShortestPiece = 20;
  return in_pieces_ && i + 2 < lines.size() && lines[i + 2].goes_on && !lines[i].ends_sentence &&
         lines[i].width >= kShortestPiece && !lines[i + 1].ends_sentence &&
         lines[i + 1].width <= kLongestWord && lines[i + 1].mark == LineMark::none;
}

bool Wrapping::joins(const std::vector<PlainLine>& lines, std::size_t i) const {
  if (i + 1 >= lines.size() || !is_text(lines[i]) || !is_text(lines[i + 1])) return false;
  if (joins_pieces(lines, i)) return true;
  if (least_ == 0) return false;
  // A line with room left was ended by its author; a deeper indent begins a paragraph.
  return lines[i].indent + lines[i].width >= least_ && lines[i + 1].indent <= indent_;
}

void append_line(std::string& paragraph, std::string_view line) {
  const char32_t left = utf8::read_before(paragraph, paragraph.size()).code_point;
  if (needs_space_between(left, utf8::read(line, 0).code_point)) paragraph += ' ';
  paragraph += line;
}

}  // namespace shuye
