#pragma once

/// The text of a Markdown document as cmark-gfm is given it, and the way back from its positions.
///
/// CommonMark's rule for `*` looks at the characters on both sides and is wrong for Chinese, where
/// no space parts words: in `**重点：**后文` the second run stands between punctuation and a letter
/// and may not close. What CommonMark's authors propose for CJK (markdown-cjk-friendly) is that a
/// run beside a CJK character may open and close whatever is on its other side. cmark-gfm has no
/// such switch, but its own rule says the same of a run between two punctuation characters. So such
/// runs are given a punctuation character on both sides, the *guard*, one that does not occur in
/// the text; it is taken out of everything that cmark-gfm gives back.
///
/// cmark-gfm also drops footnotes that nothing refers to. A first paragraph that refers to all of
/// them keeps them; `is_added` tells its lines from the text's.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/document.h"

namespace shuye {

class MarkdownSource {
 public:
  /// `offset` is where `text` begins in the decoded text. Linear in `text`.
  MarkdownSource(std::string_view text, std::size_t offset);

  /// For the parser, once: it is as long as the article, and nothing else needs it.
  std::string take_guarded() { return std::move(guarded_); }

  /// Without guards: as it stood in the text.
  std::string original(std::string_view parsed) const;

  /// Whether a line, counted from 1, is not the text's. cmark-gfm counts 0 where it knows no line.
  bool is_added(int line) const { return line > 0 && line <= added_lines_; }

  /// From a column of one line to the end of another, all counted from 1, in bytes of the decoded
  /// text. White space at the end is left out.
  Range range(int first_line, int column, int last_line) const;

  /// The text, without guards, at a place in the decoded text.
  std::string_view at(std::size_t place) const;

  /// The byte before a place in the decoded text; 0 at the beginning.
  char before(std::size_t place) const;

 private:
  void guard(std::string_view text);
  bool needs_guards(std::string_view text, std::size_t begin, std::size_t end) const;
  std::size_t to_text(std::size_t guarded) const;

  std::string_view text_;
  std::size_t offset_;
  std::string_view guard_character_;
  std::string guarded_;
  std::vector<std::size_t> guards_;  // where they stand in guarded_
  std::vector<std::size_t> lines_;   // where they begin in guarded_, with one past the last
  std::size_t added_bytes_ = 0;
  int added_lines_ = 0;
};

}  // namespace shuye
