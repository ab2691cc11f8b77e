#pragma once

/// Collects the text of one leaf block and the spans over it, from the inline nodes of Markdown and
/// the raw tags among them.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "parse/html_elements.h"
#include "parse/inline_html.h"
#include "shuye/document.h"

namespace shuye {

class FlatText {
 public:
  void text(std::string_view piece);
  void code(std::string_view piece);
  void math(std::string_view formula);

  /// Text with its reading above it.
  void annotated(std::string_view base, std::string_view reading);

  /// What was collected so far.
  std::string_view view() const { return text_; }

  /// A line end of the source: a space between words, nothing between characters of Chinese.
  void soft_break();
  void hard_break();

  /// Spans of Markdown nest: the last one opened is the one that closes.
  void open(SpanKind kind, std::string_view target = {}, std::string_view title = {});
  void close();

  /// What stands between these two is the image's alternative. An image inside is a part of it.
  void begin_image(std::string_view target, std::string_view title);
  void end_image();

  void footnote_reference(std::string_view label);

  /// A raw tag. Tags need not nest with each other nor with Markdown's spans.
  void tag(const InlineTag& tag);

  /// Ends what is open and gives away what was collected; the object can be used again.
  void finish(std::string& text, std::vector<Span>& spans);

 private:
  bool is_muted() const { return hidden_ != nullptr || in_ruby_paren_; }
  bool is_captured() const { return images_ > 0 || in_ruby_text_; }
  std::size_t add_span(SpanKind kind, std::string_view target, std::string_view title);
  void settle_break(std::string_view next);
  void object(SpanKind kind, std::string_view target, std::string_view title,
              std::string_view alternative);

  void open_tag(const Element& element, const InlineTag& tag);
  void close_tag(const Element& element);
  void image_tag(const InlineTag& tag);
  void begin_ruby_text();
  void end_ruby_text();

  std::string text_;
  std::vector<Span> spans_;
  std::vector<std::size_t> open_;                                 // of Markdown, into spans_
  std::map<const Element*, std::vector<std::size_t>> open_tags_;  // of HTML, into spans_

  bool break_pending_ = false;      // a soft break waits for what follows it
  std::size_t spans_at_break_ = 0;  // the spans from here on were opened after it
  std::size_t code_end_ = 0;        // where the last code ends

  std::size_t images_ = 0;           // open ones
  Span image_;                       // the outermost of them
  const Element* hidden_ = nullptr;  // the element whose content is no text
  bool in_ruby_ = false;
  bool in_ruby_text_ = false;
  bool in_ruby_paren_ = false;
  std::uint32_t ruby_base_ = 0;  // where the base of the next annotation begins
  std::string annotation_;
};

}  // namespace shuye
