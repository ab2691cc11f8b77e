#pragma once

/// Text as it flows in an element: white space collapsed as CSS does it, spans over flat text.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye {

/// What a leaf block is made of.
struct FlowedText {
  std::string text;
  std::vector<Span> spans;
  Range source;               ///< from the first to the last piece that left something
  const void* tag = nullptr;  ///< what the first piece was given; nullptr when one had none
};

class InlineFlow {
 public:
  enum class Mode : std::uint8_t {
    paragraphs,  ///< two line breaks, or one before an indent, part paragraphs
    one,         ///< one text: what parts paragraphs breaks the line
    verbatim,    ///< white space stays, and there are no spans
  };

  /// `budget` bounds, in bytes, what is copied when spans go on in the next paragraph.
  explicit InlineFlow(std::size_t budget) : budget_(budget) {}

  /// Where the pieces that follow come from; `tag` is whatever the caller wants to know of it.
  void at(Range source, const void* tag);

  void text(std::string_view text);
  void line_break();
  /// Where a block begins or ends inside of one text.
  void block_edge();
  void image(std::string target, std::string alternative, std::string title);

  void open_span(SpanKind kind, std::string target = {}, std::string title = {});
  void close_span();

  void open_ruby();
  /// Annotates what came since the last annotation.
  void annotate(std::string annotation);

  /// Whether anything came since the last `take`.
  bool empty() const { return done_.empty() && leaf_.text.empty(); }

  /// Ends the text and hands over its paragraphs, none of them empty (one at most, unless they
  /// part). Open spans go on in what follows, which flows as `next` says.
  std::vector<FlowedText> take(Mode next);

 private:
  enum class Space : std::uint8_t { none, blank, newline };
  struct OpenSpan {
    Span span;
    bool begun = false;  // it begins with the first character, after the white space
  };

  void word(std::string_view word);
  std::string_view without_indent(std::string_view word);
  void separate(char32_t next);
  void append(std::string_view text);
  void end_spans();
  void end_paragraph();

  Mode mode_ = Mode::paragraphs;
  FlowedText leaf_;
  std::vector<FlowedText> done_;
  std::vector<OpenSpan> open_;
  std::size_t budget_;
  Space space_ = Space::none;
  unsigned breaks_ = 0;   // not yet written: those at the end of a text are dropped
  unsigned indent_ = 0;   // blanks that stand where a line begins, in halves of a Han character
  std::size_t ruby_ = 0;  // where the base of the next annotation begins
  Range source_;
  const void* tag_ = nullptr;
};

}  // namespace shuye
