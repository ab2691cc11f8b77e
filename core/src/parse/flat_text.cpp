#include "parse/flat_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

// Elements whose content is no text and that have none, so that no end tag will come.
bool is_void(std::string_view name) {
  constexpr std::string_view kVoid[] = {"area",  "col",   "embed",  "frame",
                                        "input", "param", "source", "track"};
  return std::find(std::begin(kVoid), std::end(kVoid), name) != std::end(kVoid);
}

}  // namespace

void FlatText::text(std::string_view piece) {
  if (piece.empty() || is_muted()) return;
  if (images_ > 0) {
    image_.alternative.append(piece);
  } else if (in_ruby_text_) {
    annotation_.append(piece);
  } else {
    settle_break(piece);
    text_.append(piece);
  }
}

// White space in code is code's own: a line end beside it is one more space, and it is kept at the
// end.
void FlatText::code(std::string_view piece) {
  if (!is_muted() && !is_captured()) settle_break(piece.starts_with(' ') ? "x" : piece);
  open(SpanKind::code);
  text(piece);
  close();
  code_end_ = text_.size();
}

void FlatText::math(std::string_view formula) {
  std::string line(formula);
  std::replace(line.begin(), line.end(), '\n', ' ');
  open(SpanKind::math);
  text(line);
  close();
}

void FlatText::annotated(std::string_view base, std::string_view reading) {
  if (is_muted() || is_captured()) return text(base);
  settle_break(base);
  const std::size_t span = add_span(SpanKind::ruby, {}, trim(reading));
  text_.append(base);
  spans_[span].end = static_cast<std::uint32_t>(text_.size());
}

void FlatText::soft_break() {
  if (is_captured()) {
    text(" ");
  } else if (!is_muted() && !break_pending_) {
    break_pending_ = true;
    spans_at_break_ = spans_.size();
  }
}

void FlatText::hard_break() {
  if (is_muted()) return;
  if (is_captured()) return text(" ");
  break_pending_ = false;
  const std::size_t span = add_span(SpanKind::line_break, {}, {});
  text_.push_back('\n');
  spans_[span].end = static_cast<std::uint32_t>(text_.size());
}

// Decides the soft break that waits before `next`. Spans opened since then begin after its space.
void FlatText::settle_break(std::string_view next) {
  if (!std::exchange(break_pending_, false) || text_.empty()) return;
  const char32_t before = utf8::read_before(text_, text_.size()).code_point;
  const char32_t left = code_end_ == text_.size() && is_space(before) ? U'x' : before;
  if (!needs_space_between(left, utf8::read(next, 0).code_point)) return;
  text_.push_back(' ');
  for (std::size_t i = spans_at_break_; i < spans_.size(); ++i) {
    spans_[i].begin = static_cast<std::uint32_t>(text_.size());
  }
}

std::size_t FlatText::add_span(SpanKind kind, std::string_view target, std::string_view title) {
  Span& span = spans_.emplace_back();
  span.kind = kind;
  span.begin = span.end = static_cast<std::uint32_t>(text_.size());
  span.target = target;
  span.title = title;
  return spans_.size() - 1;
}

void FlatText::open(SpanKind kind, std::string_view target, std::string_view title) {
  open_.push_back(add_span(kind, target, title));
}

void FlatText::close() {
  spans_[open_.back()].end = static_cast<std::uint32_t>(text_.size());
  open_.pop_back();
}

void FlatText::object(SpanKind kind, std::string_view target, std::string_view title,
                      std::string_view alternative) {
  settle_break(kObjectReplacement);
  Span& span = spans_[add_span(kind, target, title)];
  text_.append(kObjectReplacement);
  span.end = static_cast<std::uint32_t>(text_.size());
  span.alternative = alternative;
}

void FlatText::begin_image(std::string_view target, std::string_view title) {
  if (images_++ > 0) return;
  image_.target = target;
  image_.title = title;
  image_.alternative.clear();
}

void FlatText::end_image() {
  if (--images_ > 0 || is_muted() || in_ruby_text_) return;
  object(SpanKind::image, image_.target, image_.title, image_.alternative);
}

void FlatText::footnote_reference(std::string_view label) {
  if (!is_muted() && !is_captured()) object(SpanKind::footnote_reference, label, {}, {});
}

void FlatText::tag(const InlineTag& tag) {
  const Element* element = find_element(tag.name);
  if (element == nullptr) return;
  if (hidden_ != nullptr) {
    if (tag.closing && element == hidden_) hidden_ = nullptr;
  } else if (tag.closing) {
    close_tag(*element);
  } else {
    open_tag(*element, tag);
  }
}

void FlatText::open_tag(const Element& element, const InlineTag& tag) {
  switch (element.kind) {
    case ElementKind::span:
      open_tags_[&element].push_back(
          add_span(element.span, element.span == SpanKind::link ? tag.attribute("href") : "",
                   tag.attribute("title")));
      break;
    case ElementKind::line_break:
      hard_break();
      break;
    case ElementKind::image:
      image_tag(tag);
      break;
    case ElementKind::ruby:
      end_ruby_text();
      in_ruby_ = true;
      ruby_base_ = static_cast<std::uint32_t>(text_.size());
      break;
    case ElementKind::ruby_text:
      begin_ruby_text();
      break;
    case ElementKind::ruby_paren:
      end_ruby_text();
      in_ruby_paren_ = in_ruby_;
      break;
    case ElementKind::metadata:
    case ElementKind::hidden:
    case ElementKind::fallback:
      if (!is_void(element.name)) hidden_ = &element;
      break;
    default:
      break;
  }
}

void FlatText::close_tag(const Element& element) {
  switch (element.kind) {
    case ElementKind::span: {
      std::vector<std::size_t>& opened = open_tags_[&element];
      if (opened.empty()) return;
      spans_[opened.back()].end = static_cast<std::uint32_t>(text_.size());
      opened.pop_back();
      break;
    }
    case ElementKind::ruby:
      end_ruby_text();
      in_ruby_ = in_ruby_paren_ = false;
      break;
    case ElementKind::ruby_text:
      end_ruby_text();
      break;
    case ElementKind::ruby_paren:
      in_ruby_paren_ = false;
      break;
    default:
      break;
  }
}

// Pages that load their images late keep the address in `data-src` or `data-original`.
void FlatText::image_tag(const InlineTag& tag) {
  if (is_muted()) return;
  if (is_captured()) return text(tag.attribute("alt"));
  std::string_view source = tag.attribute("src");
  for (const std::string_view late : {"data-src", "data-original"}) {
    if (source.empty() || source.starts_with("data:")) {
      const std::string_view address = tag.attribute(late);
      if (!address.empty()) source = address;
    }
  }
  if (!source.empty())
    object(SpanKind::image, source, tag.attribute("title"), tag.attribute("alt"));
}

void FlatText::begin_ruby_text() {
  if (!in_ruby_) return;
  end_ruby_text();
  in_ruby_paren_ = false;
  in_ruby_text_ = true;
}

void FlatText::end_ruby_text() {
  if (!std::exchange(in_ruby_text_, false)) return;
  const std::size_t span = add_span(SpanKind::ruby, {}, trim(annotation_));
  spans_[span].begin = ruby_base_;
  ruby_base_ = static_cast<std::uint32_t>(text_.size());
  annotation_.clear();
}

void FlatText::finish(std::string& text, std::vector<Span>& spans) {
  end_ruby_text();
  for (auto& [element, opened] : open_tags_) {
    for (const std::size_t span : opened) {
      spans_[span].end = static_cast<std::uint32_t>(text_.size());
    }
  }
  const std::size_t kept = std::max(text_.find_last_not_of(" \t\n") + 1, code_end_);
  text_.resize(kept);
  for (Span& span : spans_) span.end = std::min(span.end, static_cast<std::uint32_t>(kept));
  text = std::move(text_);
  spans = std::move(spans_);
  *this = FlatText();
}

}  // namespace shuye
