#include "parse/markdown_blocks.h"

#include <algorithm>
#include <utility>

#include "parse/markdown_placeholders.h"
#include "parse/markdown_tags.h"
#include "parse/parsers.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::string_view kTagRule = "markdown.tag";

// `[!NOTE]- 题`: the kind, and how long all before the title is; 0 when it is no callout.
struct CalloutLine {
  std::string_view kind;
  std::size_t length = 0;
};

CalloutLine read_callout_line(std::string_view text) {
  constexpr std::size_t kLongestKind = 40;
  if (!text.starts_with("[!")) return {};
  const std::size_t end = text.substr(0, kLongestKind).find(']');
  if (end == std::string_view::npos || end == 2) return {};
  const std::string_view name = text.substr(2, std::min(text.find('|'), end) - 2);
  const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
    return is_word(static_cast<unsigned char>(c)) || c == '-' || c == '_';
  });
  if (!is_name) return {};
  CalloutLine line{callout_named(name), end + 1};
  if (line.kind.empty()) line.kind = "note";
  if (line.length < text.size() && (text[line.length] == '-' || text[line.length] == '+')) {
    ++line.length;
  }
  line.length = std::min(text.find_first_not_of(' ', line.length), text.size());
  return line;
}

}  // namespace

MarkdownBlocks::Line MarkdownBlocks::take() {
  Line line;
  line_.finish(line.text, line.spans);
  return line;
}

// Tells the trace what the leaf that was added last does not show. Nothing was mended and no text
// of the article is gone: the reader should know.
void MarkdownBlocks::record_dropped() {
  for (std::string& text : dropped_) {
    document_.warnings.push_back({kTagRule, std::move(text), document_.blocks.back().source.begin});
  }
  dropped_.clear();
}

void MarkdownBlocks::clutter(std::string text, Range place, std::string_view rule) {
  Block& block = builder_.leaf(BlockKind::paragraph, place, std::move(text));
  block.role = Role::clutter;
  block.rule = rule;
}

void MarkdownBlocks::paragraph(Range place) {
  auto [text, spans] = take();
  if (text.empty()) {
    std::string tags;
    for (const std::string& tag : dropped_) tags.append(tags.empty() ? "" : " ").append(tag);
    dropped_.clear();
    if (!tags.empty()) clutter(std::move(tags), place, kTagRule);
    return;
  }
  const bool figure =
      text == kObjectReplacement && !spans.empty() && spans.back().kind == SpanKind::image;
  if (figure) builder_.open(BlockKind::figure, place);
  builder_.leaf(BlockKind::paragraph, place, std::move(text), std::move(spans));
  record_dropped();
  if (figure) builder_.close();
}

void MarkdownBlocks::heading(Range place, int level) {
  auto [text, spans] = take();
  if (text.empty()) {
    dropped_.clear();
    return;
  }
  builder_.leaf(BlockKind::heading, place, std::move(text), std::move(spans)).level =
      static_cast<std::uint8_t>(level);
  record_dropped();
}

Block& MarkdownBlocks::cell(Range place) {
  auto [text, spans] = take();
  Block& block = builder_.leaf(BlockKind::cell, place, std::move(text), std::move(spans));
  record_dropped();
  return block;
}

void MarkdownBlocks::mark(const MarkdownMark& mark, Range place) {
  const Tag& tag = mark.tag;
  switch (tag.kind) {
    case TagKind::image:
      return figure(tag, place);
    case TagKind::link:
    case TagKind::text:
      this->tag(mark.text);
      return paragraph(place);
    case TagKind::callout:
    case TagKind::quote:
      if (mark.paired) return open_callout(tag, place);
      break;
    case TagKind::end:
      if (mark.paired) return close_callout(place);
      break;
    default:
      break;
  }
  clutter(mark.text, place, kTagRule);
}

void MarkdownBlocks::figure(const Tag& tag, Range place) {
  builder_.open(BlockKind::figure, place);
  line_.begin_image(without_tags(tag.address), {});
  line_.text(tag.text);
  line_.end_image();
  auto [text, spans] = take();
  builder_.leaf(BlockKind::paragraph, place, std::move(text), std::move(spans));
  if (!tag.caption.empty()) builder_.leaf(BlockKind::caption, place, tag.caption);
  builder_.close();
}

void MarkdownBlocks::add_title(Line title, Range place) {
  if (title.text.empty()) return;
  builder_.leaf(BlockKind::paragraph, place, std::move(title.text), std::move(title.spans)).header =
      true;
  record_dropped();
}

void MarkdownBlocks::open_callout(const Tag& tag, Range place) {
  const bool quote = tag.kind == TagKind::quote;
  Block& block = builder_.open(BlockKind::quote, place);
  if (!quote) block.label = tag.callout;
  sources_.push_back(quote ? tag.text : std::string());
  if (!quote) add_title({tag.text, {}}, place);
}

void MarkdownBlocks::close_callout(Range place) {
  if (sources_.empty()) return;
  const std::string source = std::move(sources_.back());
  sources_.pop_back();
  if (!source.empty()) builder_.leaf(BlockKind::paragraph, place, "—— " + source);
  builder_.close();
}

bool MarkdownBlocks::callout_title(Range place) {
  const CalloutLine callout = read_callout_line(line_.view());
  if (callout.length == 0 || document_.blocks.empty()) return false;
  Block& quote = document_.blocks.back();
  if (quote.kind != BlockKind::quote) return false;
  quote.label = callout.kind;
  Line title = take();
  const auto length = static_cast<std::uint32_t>(std::min(callout.length, title.text.size()));
  title.text.erase(0, length);
  for (Span& span : title.spans) {
    span.begin -= std::min(span.begin, length);
    span.end -= std::min(span.end, length);
  }
  add_title(std::move(title), place);
  return true;
}

void MarkdownBlocks::formula(std::string text, Range place) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (text.starts_with("\\\\[")) {
    // Of two backslashes one was for the site's generator.
    text.erase(0, 1);
    const std::size_t end = text.rfind("\\\\]");
    if (end != std::string::npos) text.erase(end, 1);
  }
  Span span;
  span.kind = SpanKind::math;
  span.end = static_cast<std::uint32_t>(text.size());
  builder_.leaf(BlockKind::paragraph, place, std::move(text), {std::move(span)});
}

void MarkdownBlocks::html(std::string_view text, Range place) {
  const std::size_t before = document_.blocks.size();
  parse_html_fragment(text, place.begin, builder_);
  text = trim(text);
  if (!begins_component(text)) return;
  if (document_.blocks.size() == before) return clutter(std::string(text), place, kTagRule);
  const std::size_t end = std::min(text.find('>'), text.size() - 1);
  document_.warnings.push_back({kTagRule, std::string(text.substr(0, end + 1)), place.begin});
}

void MarkdownBlocks::tag(const std::string& text) {
  const Tag tag = read_tag(text);
  switch (tag.kind) {
    case TagKind::image:
      line_.begin_image(without_tags(tag.address), tag.caption == tag.text ? "" : tag.caption);
      line_.text(tag.text);
      line_.end_image();
      break;
    case TagKind::link:
      line_.open(SpanKind::link, without_tags(tag.address));
      line_.text(tag.text);
      line_.close();
      break;
    case TagKind::text:
      line_.text(tag.text);
      break;
    case TagKind::unknown:
      // A sentence about templates: nobody would miss a tag that a site filled in.
      line_.text(text);
      break;
    default:
      dropped_.push_back(text);
  }
}

// As many readings as characters are one for each; else the first is that of all.
void MarkdownBlocks::annotation(std::string_view text) {
  text = text.substr(1, text.size() - 2);
  const std::size_t bar = text.find('|');
  const std::string_view base = text.substr(0, bar);
  std::vector<std::string_view> readings;
  for (std::size_t from = bar + 1;;) {
    const std::size_t end = std::min(text.find('|', from), text.size());
    readings.push_back(text.substr(from, end - from));
    if (end == text.size()) break;
    from = end + 1;
  }
  std::size_t characters = 0;
  for (std::size_t at = 0; at < base.size(); at += utf8::read(base, at).length) ++characters;
  if (readings.size() != characters) {
    std::string whole;
    for (const std::string_view reading : readings) whole.append(reading);
    return line_.annotated(base, whole);
  }
  std::size_t at = 0;
  for (const std::string_view reading : readings) {
    const std::size_t length = utf8::read(base, at).length;
    line_.annotated(base.substr(at, length), reading);
    at += length;
  }
}

void MarkdownBlocks::term(Range place) {
  if (!std::exchange(in_definitions_, true)) builder_.open(BlockKind::definition_list, place);
  auto [text, spans] = take();
  builder_.leaf(BlockKind::term, place, std::move(text), std::move(spans));
  record_dropped();
}

void MarkdownBlocks::definition(Range place) {
  builder_.open(BlockKind::definition, place);
  paragraph(place);
  builder_.close();
}

void MarkdownBlocks::end_definitions() {
  if (std::exchange(in_definitions_, false)) builder_.close();
}

}  // namespace shuye
