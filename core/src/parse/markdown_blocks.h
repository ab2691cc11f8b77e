#pragma once

/// What Markdown's extensions become in the document: tags, formulas, callouts, definitions and
/// annotations, in addition to what the builder makes of blocks and `FlatText` of a line. Nothing
/// of cmark-gfm here.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/builder.h"
#include "parse/flat_text.h"
#include "parse/markdown_tree.h"
#include "shuye/document.h"

namespace shuye {

class MarkdownBlocks {
 public:
  /// `source_end` as in `DocumentBuilder`.
  MarkdownBlocks(Document& document, std::size_t source_end)
      : document_(document), builder_(document, source_end) {}

  DocumentBuilder& builder() { return builder_; }

  /// The leaf's text that is being collected.
  FlatText& line() { return line_; }

  /// A leaf of what was collected. An image that is a paragraph of its own is a figure; a line of
  /// nothing but tags that say nothing is clutter; without any text there is no leaf.
  void paragraph(Range place);
  void heading(Range place, int level);
  Block& cell(Range place);

  void mark(const MarkdownMark& mark, Range place);
  void formula(std::string text, Range place);

  /// A block of HTML. A component's tag alone is clutter.
  void html(std::string_view text, Range place);

  void tag(const std::string& text);

  /// What the line has and does not show: an attribute list, a component's tag.
  void drop(std::string text) { dropped_.push_back(std::move(text)); }

  void annotation(std::string_view text);

  /// Makes a callout of the quotation that was opened last when the line reads `[!NOTE] 题`. What
  /// was collected is then its title. Returns whether it is one.
  bool callout_title(Range place);

  /// What was collected is a term, or one of its definitions.
  void term(Range place);
  void definition(Range place);
  void end_definitions();
  bool in_definitions() const { return in_definitions_; }

 private:
  struct Line {
    std::string text;
    std::vector<Span> spans;
  };
  Line take();
  void record_dropped();
  void add_title(Line title, Range place);
  void open_callout(const Tag& tag, Range place);
  void close_callout(Range place);
  void figure(const Tag& tag, Range place);
  void clutter(std::string text, Range place, std::string_view rule);

  Document& document_;
  DocumentBuilder builder_;
  FlatText line_;
  std::vector<std::string> dropped_;  // what the line had and does not show
  std::vector<std::string> sources_;  // whose the open quotations of marks are
  bool in_definitions_ = false;
};

}  // namespace shuye
