#include "parse/html_inline.h"

#include <algorithm>
#include <utility>

#include "text/character.h"
#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// A paragraph of Chinese begins with two blank characters: four halves.
constexpr unsigned kParagraphIndent = 4;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

std::size_t next_blank(std::string_view text, std::size_t at) {
  const auto may_be_blank = [](sixteen_bytes::Vector bytes) {
    return sixteen_bytes::below(bytes, ' ' + 1);
  };
  while ((at = sixteen_bytes::find(text, at, may_be_blank)) < text.size() && !is_blank(text[at])) {
    ++at;
  }
  return at;
}

unsigned halves(char32_t c) { return c == 0x3000 ? 2 : c == 0x200B || c == 0xFEFF ? 0 : 1; }

void clip(FlowedText& leaf) {
  const std::string_view text = leaf.text;
  const std::string_view trimmed = trim(text);
  const auto end = static_cast<std::uint32_t>(trimmed.data() - text.data() + trimmed.size());
  leaf.text.resize(end);
  for (Span& span : leaf.spans) span.end = std::min(span.end, end);
}

}  // namespace

void InlineFlow::at(Range source, const void* tag) {
  source_ = source;
  tag_ = tag;
}

void InlineFlow::text(std::string_view text) {
  if (mode_ == Mode::verbatim) return append(text);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    at = next_blank(text, at);
    if (at > begin) word(text.substr(begin, at - begin));
    for (; at < text.size() && is_blank(text[at]); ++at) {
      const bool newline = text[at] == '\n' || text[at] == '\r';
      if (newline || space_ == Space::none) space_ = newline ? Space::newline : Space::blank;
    }
  }
}

void InlineFlow::word(std::string_view word) {
  if (leaf_.text.empty() || breaks_ > 0) {
    word = without_indent(word);
    if (word.empty()) return;
  }
  separate(utf8::read(word, 0).code_point);
  append(word);
}

std::string_view InlineFlow::without_indent(std::string_view word) {
  while (!word.empty()) {
    const utf8::Character c = utf8::read(word, 0);
    if (!is_space(c.code_point)) break;
    indent_ += halves(c.code_point);
    word.remove_prefix(c.length);
  }
  return word;
}

/// Writes what is due before the next character: a paragraph's end, a line break or a space.
void InlineFlow::separate(char32_t next) {
  const Space space = std::exchange(space_, Space::none);
  const unsigned breaks = std::exchange(breaks_, 0);
  const unsigned indent = std::exchange(indent_, 0);
  if (leaf_.text.empty()) return;
  if (breaks > 0) {
    if (mode_ == Mode::paragraphs && (breaks > 1 || indent >= kParagraphIndent)) {
      return end_paragraph();
    }
    const auto at = static_cast<std::uint32_t>(leaf_.text.size());
    leaf_.spans.push_back({SpanKind::line_break, at, at + 1, {}, {}, {}});
    leaf_.text += '\n';
    return;
  }
  if (space == Space::none) return;
  // A line of the source may end between any two Han characters; there it means nothing.
  const char32_t last = utf8::read_before(leaf_.text, leaf_.text.size()).code_point;
  if (space != Space::newline || needs_space_between(last, next)) leaf_.text += ' ';
}

void InlineFlow::append(std::string_view text) {
  if (text.empty()) return;
  if (leaf_.text.empty()) {
    leaf_.source = source_;
    leaf_.tag = tag_;
  }
  leaf_.source.begin = std::min(leaf_.source.begin, source_.begin);
  leaf_.source.end = std::max(leaf_.source.end, source_.end);
  if (tag_ == nullptr) leaf_.tag = nullptr;
  for (auto open = open_.rbegin(); open != open_.rend() && !open->begun; ++open) {
    open->begun = true;
    open->span.begin = static_cast<std::uint32_t>(leaf_.text.size());
  }
  leaf_.text += text;
}

void InlineFlow::line_break() {
  if (mode_ == Mode::verbatim) return append("\n");
  space_ = Space::none;
  ++breaks_;
}

void InlineFlow::block_edge() {
  if (mode_ == Mode::verbatim) {
    if (!leaf_.text.empty() && leaf_.text.back() != '\n') append("\n");
    return;
  }
  space_ = Space::none;
  if (breaks_ == 0) breaks_ = 1;
}

void InlineFlow::image(std::string target, std::string alternative, std::string title) {
  if (mode_ == Mode::verbatim) return;
  separate(0xFFFC);
  append(kObjectReplacement);
  const auto end = static_cast<std::uint32_t>(leaf_.text.size());
  const auto begin = end - static_cast<std::uint32_t>(kObjectReplacement.size());
  leaf_.spans.push_back(
      {SpanKind::image, begin, end, std::move(target), std::move(title), std::move(alternative)});
}

void InlineFlow::open_span(SpanKind kind, std::string target, std::string title) {
  OpenSpan open;
  open.span = {kind, 0, 0, std::move(target), std::move(title), {}};
  open_.push_back(std::move(open));
}

void InlineFlow::close_span() {
  OpenSpan open = std::move(open_.back());
  open_.pop_back();
  if (!open.begun || mode_ == Mode::verbatim) return;
  open.span.end = static_cast<std::uint32_t>(leaf_.text.size());
  leaf_.spans.push_back(std::move(open.span));
}

void InlineFlow::open_ruby() { ruby_ = leaf_.text.size(); }

void InlineFlow::annotate(std::string annotation) {
  while (ruby_ < leaf_.text.size() && is_blank(leaf_.text[ruby_])) ++ruby_;
  const auto begin = static_cast<std::uint32_t>(ruby_);
  ruby_ = leaf_.text.size();
  if (begin >= ruby_ || annotation.empty() || mode_ == Mode::verbatim) return;
  leaf_.spans.push_back(
      {SpanKind::ruby, begin, static_cast<std::uint32_t>(ruby_), {}, std::move(annotation), {}});
}

/// Ends the open spans with the leaf; they begin again in the next one.
void InlineFlow::end_spans() {
  const auto end = static_cast<std::uint32_t>(leaf_.text.size());
  for (OpenSpan& open : open_) {
    if (!open.begun) continue;
    open.begun = false;
    if (mode_ == Mode::verbatim) continue;
    const std::size_t size = sizeof(Span) + open.span.target.size() + open.span.title.size();
    if (size > budget_) continue;
    budget_ -= size;
    leaf_.spans.push_back(open.span);
    leaf_.spans.back().end = end;
  }
}

void InlineFlow::end_paragraph() {
  end_spans();
  if (mode_ != Mode::verbatim) clip(leaf_);
  if (!leaf_.text.empty()) done_.push_back(std::move(leaf_));
  leaf_ = {};
  ruby_ = 0;
}

std::vector<FlowedText> InlineFlow::take(Mode next) {
  end_paragraph();
  space_ = Space::none;
  breaks_ = 0;
  indent_ = 0;
  mode_ = next;
  return std::exchange(done_, {});
}

}  // namespace shuye
