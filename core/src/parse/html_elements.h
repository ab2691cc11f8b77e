#pragma once

/// What each element of HTML means to a document: one closed table for the HTML parser and for the
/// inline HTML of Markdown. An element that is not in the table is transparent: its text stays and
/// it leaves no other mark.

#include <cstdint>
#include <string_view>

#include "shuye/document.h"

namespace shuye {

enum class ElementKind : std::uint8_t {
  transparent,  ///< inline, without a meaning that the document has
  span,         ///< inline, a span of `Element::span`
  line_break,   ///< br
  soft_break,   ///< wbr: a place to break, no text
  image,        ///< img
  ruby,         ///< its rt children annotate the text before them
  ruby_text,    ///< rt
  ruby_paren,   ///< rp: shown only where ruby is not
  division,     ///< a block without a meaning of its own: parts paragraphs
  leaf,         ///< a block of text, of kind `Element::block`
  container,    ///< a block of blocks, of kind `Element::block`
  rule,         ///< hr
  table_part,   ///< thead, tbody, tfoot: parts of a table that the document does not have
  metadata,     ///< in the head: never text
  hidden,       ///< programs, styles, graphics, players, form fields: content that is no text
  fallback,     ///< noscript: hidden except for images, which pages that load them late put there
};

/// What judging a page by its text asks of an element; bits of `Element::traits`.
enum Trait : std::uint16_t {
  kPhrasing = 1,        ///< runs of these and of text are paragraphs
  kPhrasingAround = 2,  ///< phrasing as long as all in it is
  kScored = 4,          ///< holds text that speaks for what it stands in
  kParts = 8,           ///< a `div` around one of these is no paragraph
  kTextish = 16,        ///< usually holds text
  kHeading = 32,
  kList = 64,
  kEmbedded = 128,  ///< shows another page or a player
  kFormField = 256,
  kDataCell = 512,  ///< tables with one of these hold data
};

struct Element {
  std::string_view name;
  ElementKind kind = ElementKind::transparent;
  SpanKind span = SpanKind::strong;
  BlockKind block = BlockKind::paragraph;
  std::uint8_t level = 0;  ///< of headings
  std::uint16_t traits = 0;
  std::int8_t weight = 0;  ///< how much the element speaks for being the article

  bool has(Trait trait) const { return (traits & trait) != 0; }
  bool is_block() const { return kind >= ElementKind::division && kind <= ElementKind::table_part; }
};

/// The element of that name, which must be in lower case; nullptr when it is not in the table.
const Element* find_element(std::string_view name);

}  // namespace shuye
