#include "parse/html_measure.h"

#include <algorithm>
#include <cstddef>

#include "text/han_run.h"
#include "text/utf8.h"

namespace shuye {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Of the three bytes of UTF-8 that begin with E2 to EF: ideographs, kana, hangul, full-width
/// forms.
bool is_wide(char32_t c) {
  return (c >= 0x2E80 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) ||
         (c >= 0xFE30 && c < 0xFE50) || (c >= 0xFF00 && c < 0xFF61) || c >= 0x1F000;
}

/// Hangul is written with spaces and with the punctuation of Latin letters.
bool is_hangul(char32_t c) { return c >= 0xAC00 && c < 0xD7B0; }

/// The comma of every script, and the other marks of Chinese prose.
bool is_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U"\u060C\uFE50\uFE10\uFE11\u2E41\u2E34\u2E32，、。；！？";
  return kMarks.find(c) != std::u32string_view::npos;
}

}  // namespace

TextMeasure measure_text(std::string_view text) {
  TextMeasure measure;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_blank(c)) {
      if (!blank) measure.length += kLetter;
      blank = true;
      ++at;
      continue;
    }
    blank = false;
    if (static_cast<unsigned char>(c) < 0x80) {
      measure.length += kLetter;
      measure.marks += c == ',' ? 1 : 0;
      ++at;
      continue;
    }
    if (const std::size_t han = common_han_run(text, at); han > 0) {
      measure.length += static_cast<std::uint32_t>(han) * kHan;
      measure.wide += static_cast<std::uint32_t>(han);
      at += 3 * han;
      continue;
    }
    const utf8::Character character = utf8::read(text, at);
    const bool wide = is_wide(character.code_point);
    measure.length += wide ? kHan : kLetter;
    measure.wide += wide && !is_hangul(character.code_point) ? 1 : 0;
    measure.marks += is_mark(character.code_point) ? 1 : 0;
    at += character.length;
  }
  return measure;
}

bool shows_nothing(const HtmlNode& node) {
  return node.is(ElementKind::hidden) || node.is(ElementKind::metadata) ||
         node.is(ElementKind::fallback) || node.is(ElementKind::ruby_paren);
}

PageMeasure::PageMeasure(const HtmlTree& tree) : tree_(tree), before_(tree.size() + 1) {
  constexpr std::uint32_t kTenthsOfInnerLink = 3;
  Sums sums;
  std::uint32_t hidden_until = 0;
  std::uint32_t link_until = 0;
  std::uint32_t tenths = 0;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    before_[i] = sums;
    const HtmlNode& node = tree[i];
    if (node.is_text()) {
      if (i < hidden_until) continue;
      const TextMeasure text = measure_text(node.text());
      sums.length += text.length;
      sums.wide += text.wide;
      sums.marks += text.marks;
      if (i < link_until) sums.link_length += text.length * tenths / 10;
      continue;
    }
    if (shows_nothing(node)) hidden_until = std::max(hidden_until, node.end);
    if (node.element != nullptr && node.element->has(kParts)) ++sums.parts;
    if (node.name() == "a") {
      const std::string_view address = node.attribute("href");
      tenths = address.size() > 1 && address[0] == '#' ? kTenthsOfInnerLink : 10;
      link_until = node.end;
    }
  }
  before_[tree.size()] = sums;
}

PageMeasure::Sums PageMeasure::between(std::uint32_t first, std::uint32_t last) const {
  Sums sums = before_[last];
  sums.length -= before_[first].length;
  sums.link_length -= before_[first].link_length;
  sums.wide -= before_[first].wide;
  sums.marks -= before_[first].marks;
  sums.parts -= before_[first].parts;
  return sums;
}

}  // namespace shuye
