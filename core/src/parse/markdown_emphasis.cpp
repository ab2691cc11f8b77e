#include "parse/markdown_emphasis.h"

#include <algorithm>
#include <iterator>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

struct Interval {
  char32_t first;
  char32_t last;
};

// East Asian Width W, F or H without default emoji, and Hangul; Unicode 17.
constexpr Interval kCjk[] = {
    {0x1100, 0x11FF},   {0x20A9, 0x20A9},   {0x2329, 0x232A},   {0x2630, 0x2637},
    {0x268A, 0x268F},   {0x2E80, 0x2E99},   {0x2E9B, 0x2EF3},   {0x2F00, 0x2FD5},
    {0x2FF0, 0x303E},   {0x3041, 0x3096},   {0x3099, 0x30FF},   {0x3105, 0x312F},
    {0x3131, 0x318E},   {0x3190, 0x31E5},   {0x31EF, 0x321E},   {0x3220, 0x3247},
    {0x3250, 0xA48C},   {0xA490, 0xA4C6},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},
    {0xD7B0, 0xD7C6},   {0xD7CB, 0xD7FB},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE52},   {0xFE54, 0xFE66},   {0xFE68, 0xFE6B},   {0xFF01, 0xFFBE},
    {0xFFC2, 0xFFC7},   {0xFFCA, 0xFFCF},   {0xFFD2, 0xFFD7},   {0xFFDA, 0xFFDC},
    {0xFFE0, 0xFFE6},   {0xFFE8, 0xFFEE},   {0x16FE0, 0x16FE4}, {0x16FF0, 0x16FF6},
    {0x17000, 0x18CD5}, {0x18CFF, 0x18D1E}, {0x18D80, 0x18DF2}, {0x1AFF0, 0x1AFF3},
    {0x1AFF5, 0x1AFFB}, {0x1AFFD, 0x1AFFE}, {0x1B000, 0x1B122}, {0x1B132, 0x1B132},
    {0x1B150, 0x1B152}, {0x1B155, 0x1B155}, {0x1B164, 0x1B167}, {0x1B170, 0x1B2FB},
    {0x1D300, 0x1D356}, {0x1D360, 0x1D376}, {0x1F200, 0x1F200}, {0x1F202, 0x1F202},
    {0x1F210, 0x1F219}, {0x1F21B, 0x1F22E}, {0x1F230, 0x1F231}, {0x1F237, 0x1F237},
    {0x1F23B, 0x1F23B}, {0x1F240, 0x1F248}, {0x1F260, 0x1F265}, {0x20000, 0x3FFFD},
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < std::size(kCjk); ++i) {
    if (kCjk[i - 1].last >= kCjk[i].first) return false;
  }
  return true;
}
static_assert(in_order(), "is_cjk searches by halves");

// Without U+FE0F, which makes an emoji of what is before it.
bool is_selector(char32_t c) { return c >= 0xFE00 && c <= 0xFE0E; }
bool is_ideographic_selector(char32_t c) { return c >= 0xE0100 && c <= 0xE01EF; }
bool is_quotation_mark(char32_t c) {
  return (c >= 0x2018 && c <= 0x2019) || c == 0x201C || c == 0x201D;
}

// Marks that belong to no script.
bool is_shared_mark(char32_t c) {
  return c == 0xB7 || c == 0x2014 || c == 0x2026 || (c >= 0x2018 && c <= 0x201D);
}

bool is_plain_letter(char32_t c) { return is_han(c) || is_word(c); }

utf8::Character before(std::string_view text, std::size_t at) {
  return at == 0 ? utf8::Character{U'\n', 0} : utf8::read_before(text, at);
}

utf8::Character after(std::string_view text, std::size_t at) {
  return at >= text.size() ? utf8::Character{U'\n', 0} : utf8::read(text, at);
}

}  // namespace

bool is_cjk(char32_t c) {
  if (c >= 0x3250 && c <= 0xA48C) return true;
  if (c < 0x1100) return false;
  const Interval* found =
      std::lower_bound(std::begin(kCjk), std::end(kCjk), c,
                       [](const Interval& known, char32_t wanted) { return known.last < wanted; });
  return found != std::end(kCjk) && found->first <= c;
}

bool is_cjk_before(std::string_view text, std::size_t at) {
  const utf8::Character last = before(text, at);
  const char32_t c = last.code_point;
  if (is_cjk(c) || is_ideographic_selector(c)) return true;
  if (!is_selector(c) && !is_shared_mark(c)) return false;
  const char32_t base = before(text, at - last.length).code_point;
  return is_cjk(base) || (c == 0xFE01 && is_quotation_mark(base));
}

bool is_cjk_after(std::string_view text, std::size_t at) {
  const utf8::Character first = after(text, at);
  if (is_cjk(first.code_point)) return true;
  return is_shared_mark(first.code_point) && is_cjk(after(text, at + first.length).code_point);
}

bool is_closing_mark_at(std::string_view text, std::size_t at) {
  constexpr std::u32string_view kMarks =
      U"，。、；：？！）］｝」』》〉】〕〗〙〛．～︰︱︳︴︶︸︺︼︾﹀﹂﹄";
  return kMarks.find(after(text, at).code_point) != std::u32string_view::npos;
}

bool is_cjk_run(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view run = text.substr(begin, end - begin);
  // What nobody sees does not stand beside it.
  while (is_unseen(before(text, begin).code_point)) begin -= before(text, begin).length;
  while (is_unseen(after(text, end).code_point)) end += after(text, end).length;
  const char32_t left = before(text, begin).code_point;
  const char32_t right = after(text, end).code_point;
  // Beside the bar of a table the run may stand at the end of a cell; to CommonMark it is
  // punctuation.
  if (is_space(left) || is_space(right) || left == '|' || right == '|') return false;
  const bool mixed = run.find(run[0] == '*' ? '~' : '*') != std::string_view::npos;
  if (!mixed && is_plain_letter(left) && is_plain_letter(right)) return false;
  return is_cjk_before(text, begin) || is_cjk_after(text, end);
}

bool is_underscore_behind_selector(std::string_view text, std::size_t begin) {
  const utf8::Character last = before(text, begin);
  if (!is_selector(last.code_point)) return false;
  const char32_t base = before(text, begin - last.length).code_point;
  return is_punctuation(base) || is_quotation_mark(base);
}

}  // namespace shuye
