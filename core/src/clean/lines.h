#pragma once

/// The document as its reader sees it: one line for each leaf that has text, with what the rules of
/// cleaning ask of it. Lines are compared and looked up folded (see search.h), so that every rule
/// and every word list is written once, in Simplified characters and half-width letters.

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Holds as long as the block's text is as it was.
struct Line {
  BlockIndex block = kNoBlock;
  std::string_view text;  ///< trimmed, without images and references
  std::size_t width = 0;  ///< as wide as so many Han characters: Latin letters count a half
  bool ends = false;  ///< ends as a sentence does: 。！？…；: and so on, before closing brackets
  bool stops = false;  ///< as `ends`, but a question does not count: headings may ask

  /// `text` folded. Folded when it is asked for first: of most lines nobody asks.
  const std::string& folded() const;

 private:
  friend Line line_of(const Document& document, BlockIndex block);

  mutable std::string folded_;
  std::shared_ptr<const std::string> own_text_;  // where `text` is not a part of the block's
};

/// A part of `text` folded to UTF-8.
std::string folded_text(std::string_view text);

/// The letters, digits and Han characters of a folded text: what two lines have in common when they
/// differ in punctuation only. At most the first so many.
std::u32string letters_of(std::string_view folded, std::size_t most = std::u32string::npos);

Line line_of(const Document& document, BlockIndex block);

/// A line for every leaf with text that is part of the body.
SHUYE_APART std::vector<Line> lines_of(const Document& document);

/// Drops the lines whose blocks got another role. Reading them all again would cost more than
/// everything else that cleaning does.
void keep_body(const Document& document, std::vector<Line>& lines);

/// A paragraph of prose rather than a title, a button or a list entry.
bool is_prose(const Line& line);

/// Whether most of the text is Chinese or Japanese. What other languages' buttons say and how their
/// sentences end is not known here.
bool is_east_asian(const std::vector<Line>& lines);

/// Whether the whole text stands in quotation marks or round brackets: somebody says it, or a stage
/// direction does.
bool is_enclosed(std::string_view text);

/// Words to look for in folded text: folded themselves.
using Words = std::vector<std::string>;
Words folded_words(std::initializer_list<std::string_view> words);

bool contains_any(std::string_view folded, const Words& words);
bool is_any(std::string_view folded, const Words& words);

/// Gives a block's role away, with the rule that says so.
void assign(Document& document, BlockIndex block, Role role, std::string_view rule,
            float confidence);

}  // namespace shuye
