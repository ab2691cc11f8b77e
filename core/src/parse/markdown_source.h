#pragma once

/// The text of a Markdown document as cmark-gfm is given it, and the way back from its positions.
///
/// cmark-gfm decides itself what `*` and `_` do and cannot be told otherwise, but an extension may
/// decide what any other character does. So a `*` that stands beside Chinese is replaced by a
/// control character that does not occur in the text, for which markdown_tree.cpp knows the rule.
/// As one byte stands for one byte, every position remains what it was, and where the character
/// turns out to be no markup (in code, in an address) `original` puts back what it stands for.
///
/// In the same way the spaces in a site generator's tag at the beginning of an address,
/// `[题]({{ site.url }}/a)`, become control characters, since an address ends at a space; so do the
/// first backslash of a formula `\(x\)`, the bars of a formula, which would part cells of a table,
/// and the `<` of a placeholder, which would begin a tag.
///
/// A character that nobody sees before the mark of a heading, an item, a quotation or of code, as
/// editors leave it where they are copied from, would make text of the mark. It is not given at
/// all: its line begins behind it. In code it stays.
///
/// cmark-gfm also drops footnotes that nothing refers to. A first paragraph that refers to all of
/// them keeps them; `is_added` tells its lines from the text's.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown_placeholders.h"
#include "shuye/document.h"

namespace shuye {

class MarkdownSource {
 public:
  /// `offset` is where `text` begins in the decoded text. Linear in `text`.
  MarkdownSource(std::string_view text, std::size_t offset);

  /// For the parser: first `mentions`, then the text with its stand-ins, which goes to `feed` in
  /// pieces, so that it needs no memory of its own.
  const std::string& mentions() const { return mentions_; }
  void each_piece(const std::function<void(std::string_view piece)>& feed) const;

  /// The characters that stand for `*`, `~` and `_`; 0 where none does.
  unsigned char star() const { return star_; }
  unsigned char tilde() const { return tilde_; }
  unsigned char underscore() const { return underscore_; }

  /// The character that stands for the backslash that begins a formula `\(x\)`; 0: there is none.
  unsigned char backslash() const { return backslash_; }

  /// Whether the text has such a character at all, so that an extension has to look for it.
  bool has_equals() const { return has_equals_; }
  bool has_dollars() const { return has_dollars_; }
  bool has_braces() const { return has_braces_; }

  /// Whether a line may define what a link refers to, `[甲]: https://example.com`.
  bool has_definitions() const { return has_definitions_; }

  /// Whether there may be addresses of mail, and such as begin with `www.`.
  bool has_at_signs() const { return has_at_signs_; }
  bool has_www() const { return has_www_; }

  /// As it stood in the text.
  std::string original(std::string_view parsed) const;

  /// The same where it need not be copied: without a stand-in it is what was parsed.
  bool is_original(std::string_view parsed) const;

  /// As it stood in the text, as HTML: a placeholder (markdown_placeholders.h) is no tag there,
  /// too.
  std::string original_html(std::string_view parsed) const;

  /// Whether a line, counted from 1, is not the text's. cmark-gfm counts 0 where it knows no line.
  bool is_added(int line) const { return line > 0 && line <= added_lines_; }

  /// From a column of one line to the end of another, all counted from 1, in bytes of the decoded
  /// text. White space at the end is left out.
  Range range(int first_line, int column, int last_line) const;

  /// The text at a place in the decoded text.
  std::string_view at(std::size_t place) const;

  std::string_view text() const { return text_; }

  /// Where it ends in the decoded text.
  std::size_t end() const { return offset_ + text_.size(); }

  /// Where in the text the line after this one begins, which is counted from 1.
  std::size_t line_end(int line) const { return line_begin(line + 1); }

  /// The byte before a place in the decoded text; 0 at the beginning.
  char before(std::size_t place) const;

 private:
  void scan();
  std::size_t pass(std::size_t begin, std::size_t end);
  std::size_t scan_run(std::size_t at);
  std::size_t scan_tag(std::size_t at);
  std::size_t scan_backslash(std::size_t at);
  std::size_t scan_dollar(std::size_t at);
  std::size_t scan_angle(std::size_t at);
  void keep_bars(std::size_t begin, std::size_t length);
  bool is_in_code(std::size_t at);
  std::size_t scan_line(std::size_t at);
  bool scan_fence(std::size_t at, bool behind_unseen);
  void replace(std::size_t begin, std::size_t end, char original, unsigned char& stand_in);
  std::size_t line_begin(int line) const;

  /// A stand-in that stands in place of some bytes.
  struct Replacement {
    std::uint32_t begin = 0;
    std::uint16_t length = 0;
    char by = 0;
  };

  struct Fence {
    char mark = 0;
    std::size_t length = 0;  // 0: there is none
    bool behind_unseen = false;
  };

  /// Bytes that are not given.
  struct Unseen {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  std::string_view text_;
  std::size_t offset_;
  std::vector<Replacement> replacements_;  // sorted
  std::vector<Unseen> unseen_;             // sorted
  std::string mentions_;
  std::vector<std::uint32_t> lines_;  // where they begin in the text, with one past the last
  std::array<char, 32> originals_;    // of control characters
  unsigned char star_ = 0;
  unsigned char tilde_ = 0;
  unsigned char underscore_ = 0;
  unsigned char blank_ = 0;
  unsigned char backslash_ = 0;
  unsigned char bar_ = 0;
  unsigned char angle_ = 0;
  Placeholders placeholders_;
  std::optional<bool> has_bracketed_formula_;  // asked for where there may be one
  std::size_t bars_end_ = 0;                   // up to here bars are a formula's
  std::size_t counted_ = 0;                    // up to here backticks were counted
  std::size_t backticks_ = 0;                  // in the line, before that
  Fence fence_;                                // of the code that is scanned
  bool has_equals_ = false;
  bool has_dollars_ = false;
  bool has_braces_ = false;
  bool has_definitions_ = false;
  bool has_at_signs_ = false;
  bool has_www_ = false;
  int added_lines_ = 0;
};

}  // namespace shuye
