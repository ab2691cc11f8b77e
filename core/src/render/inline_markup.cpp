#include "render/inline_markup.h"

#include <algorithm>

#include "render/mark_pieces.h"
#include "shuye/render.h"

namespace shuye {
namespace {

/// More elements than this are not open at once in a line; the text of spans beyond is shown plain.
constexpr std::size_t kMaxOpen = 32;

std::string_view element_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::strong:
      return "strong";
    case SpanKind::emphasis:
      return "em";
    case SpanKind::strikethrough:
      return "del";
    case SpanKind::underline:
      return "u";
    case SpanKind::mark:
      return "mark";
    case SpanKind::subscript:
      return "sub";
    case SpanKind::superscript:
      return "sup";
    case SpanKind::small:
      return "small";
    case SpanKind::keyboard:
      return "kbd";
    case SpanKind::code:
      return "code";
    case SpanKind::math:
      return "span";
    case SpanKind::link:
      return "a";
    case SpanKind::ruby:
      return "ruby";
    case SpanKind::image:
    case SpanKind::line_break:
    case SpanKind::footnote_reference:
      break;
  }
  return {};
}

/// Stands for one character and holds no other span.
bool is_object(SpanKind kind) { return element_of(kind).empty(); }

class InlineWriter {
 public:
  InlineWriter(const View& view, const ViewBlock& block, const Footnotes& footnotes, Markup& out)
      : block_(block), footnotes_(footnotes), out_(out), marks_(view, block) {}

  void write() {
    const std::size_t end = block_.text.size();
    while (at_ < end) {
      close_ended();
      open_begun();
      if (object_ != nullptr) {
        write_object(*object_);
        at_ = std::max<std::size_t>(at_ + 1, object_->end);
        object_ = nullptr;
        continue;
      }
      const std::size_t stop = next_boundary(end);
      out_.text(std::string_view(block_.text).substr(at_, stop - at_));
      at_ = stop;
    }
    close_mark();
    while (!open_.empty()) close_last();
  }

 private:
  std::size_t next_boundary(std::size_t end) const {
    std::size_t stop = end;
    const auto before = [&](std::size_t place) {
      if (place > at_) stop = std::min(stop, place);
    };
    if (next_span_ < block_.spans.size()) before(block_.spans[next_span_].begin);
    for (const Span* span : open_) before(span->end);
    before(marks_.next_edge());
    return stop;
  }

  void close_ended() {
    // Each piece between two edges of matches is a mark of its own.
    if (marks_.advance(at_)) close_mark();
    const auto ended = std::find_if(open_.begin(), open_.end(),
                                    [&](const Span* span) { return span->end <= at_; });
    if (ended == open_.end()) return;
    // What was opened after the one that ends is closed with it, and opened again if it goes on.
    const std::vector<const Span*> inner(ended, open_.end());
    close_mark();
    for (std::size_t i = 0; i < inner.size(); ++i) close_last();
    for (const Span* span : inner) {
      if (span->end > at_) open(*span);
    }
  }

  void open_begun() {
    for (; next_span_ < block_.spans.size() && block_.spans[next_span_].begin <= at_;
         ++next_span_) {
      const Span& span = block_.spans[next_span_];
      if (span.end <= at_) continue;
      if (is_object(span.kind)) {
        if (object_ == nullptr) object_ = &span;
      } else if (open_.size() < kMaxOpen && !is_nested_link(span)) {
        close_mark();
        open(span);
      }
    }
    if (!marks_.empty() && !marked_) {
      out_.open("mark", marks_.attributes());
      marked_ = true;
    }
  }

  bool is_nested_link(const Span& span) const {
    return span.kind == SpanKind::link &&
           std::any_of(open_.begin(), open_.end(),
                       [](const Span* outer) { return outer->kind == SpanKind::link; });
  }

  void open(const Span& span) {
    Attributes attributes;
    if (span.kind == SpanKind::link) {
      const std::string_view address = safe_address(span.target, AddressUse::link);
      if (!address.empty()) {
        attributes.push_back({"href", std::string(address)});
        attributes.push_back({"rel", "noopener noreferrer"});
      }
      if (!span.title.empty()) attributes.push_back({"title", span.title});
    } else if (span.kind == SpanKind::mark) {
      attributes.push_back({"class", "author"});
    } else if (span.kind == SpanKind::math) {
      attributes.push_back({"class", "math"});
    }
    out_.open(element_of(span.kind), attributes);
    open_.push_back(&span);
  }

  void close_last() {
    const Span& span = *open_.back();
    if (span.kind == SpanKind::ruby && span.end <= at_ && !span.title.empty()) {
      out_.open("rt");
      out_.text(span.title);
      out_.close("rt");
    }
    out_.close(element_of(span.kind));
    open_.pop_back();
  }

  // A mark is always the innermost element, so marks cannot nest.
  void close_mark() {
    if (marked_) out_.close("mark");
    marked_ = false;
  }

  void write_object(const Span& span) {
    if (span.kind == SpanKind::line_break) {
      out_.empty("br");
    } else if (span.kind == SpanKind::footnote_reference) {
      write_reference(span);
    } else {
      const std::string_view address = safe_address(span.target, AddressUse::image);
      if (address.empty()) {
        out_.lost_object(span.alternative);
        return;
      }
      Attributes attributes = {{"src", std::string(address)}, {"alt", span.alternative}};
      if (!span.title.empty()) attributes.push_back({"title", span.title});
      attributes.push_back({"loading", "lazy"});
      out_.empty("img", attributes);
    }
  }

  void write_reference(const Span& span) {
    const std::size_t number = footnotes_.number(span.target);
    if (number == 0) return out_.lost_object({});
    const std::string name = std::to_string(number);
    out_.open("a", {{"class", "footnote"}, {"href", "#fn" + name}});
    out_.open("sup");
    out_.text(name);
    out_.close("sup");
    out_.close("a");
  }

  const ViewBlock& block_;
  const Footnotes& footnotes_;
  Markup& out_;
  std::size_t at_ = 0;
  std::size_t next_span_ = 0;
  MarkPieces marks_;
  std::vector<const Span*> open_;
  const Span* object_ = nullptr;
  bool marked_ = false;
};

}  // namespace

void write_inline(const View& view, const ViewBlock& block, const Footnotes& footnotes,
                  Markup& out) {
  InlineWriter(view, block, footnotes, out).write();
}

}  // namespace shuye
