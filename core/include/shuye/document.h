#pragma once

/// The document: metadata, and a tree of blocks whose leaves hold flat text with spans.
///
/// A phrase, a keyword and an annotation do not stop at `<b>`. With flat text the converter sees
/// the whole phrase and the matcher the whole word; only the renderer nests tags.
///
/// All offsets are bytes of UTF-8.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/decode.h"
#include "shuye/script.h"

namespace shuye {

enum class Format : std::uint8_t { markdown, html, plain };

using BlockIndex = std::uint32_t;
inline constexpr BlockIndex kNoBlock = UINT32_MAX;

/// A half-open range in bytes.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

enum class SpanKind : std::uint8_t {
  strong,
  emphasis,
  strikethrough,
  underline,
  mark,  ///< marked by the author, not by a keyword
  subscript,
  superscript,
  small,
  keyboard,
  code,                ///< never converted
  math,                ///< a formula with its dollar signs, as written; never converted
  link,                ///< `target` is the address, `title` its title
  image,               ///< over one U+FFFC; `target` is the source, `title`, `alternative`
  ruby,                ///< over the base text; `title` is the annotation
  line_break,          ///< over one "\n"
  footnote_reference,  ///< over one U+FFFC; `target` is the footnote's label
};

struct Span {
  SpanKind kind = SpanKind::strong;
  std::uint32_t begin = 0;  ///< in bytes of the block's text
  std::uint32_t end = 0;
  std::string target;
  std::string title;
  std::string alternative;
};

enum class BlockKind : std::uint8_t {
  // Leaves, with text and spans.
  heading,
  paragraph,
  code,  ///< text verbatim, newlines included; never converted
  cell,
  caption,
  term,  ///< of a definition list
  rule,  ///< a thematic break, without text
  // Containers, without text of their own.
  quote,
  list,
  item,
  definition_list,
  definition,
  table,
  row,
  figure,
  footnote,  ///< `label` is what its references name
};

/// True of the kinds whose blocks hold text.
bool is_leaf(BlockKind kind);

enum class Role : std::uint8_t {
  body,
  title,  ///< says what `Metadata::title` says
  subtitle,
  byline,   ///< authors, publisher, dates: what metadata was taken from
  notice,   ///< copyright and licence
  clutter,  ///< no part of the article
};

enum class Align : std::uint8_t { none, left, center, right };
enum class Task : std::uint8_t { none, open, done };

/// Long articles have a million blocks, so the small fields stand together and names that no block
/// has two of share a field.
struct Block {
  BlockKind kind = BlockKind::paragraph;

  // What cleaning says of the block. Cleaning never deletes: it gives roles, and a view shows the
  // roles that it is asked for.
  Role role = Role::body;
  bool restored = false;    ///< the reader took the role back; the rule stays for the trace
  float confidence = 1.0F;  ///< 0 to 1, of the rule
  std::string_view rule;    ///< the cleaning rule that gave the role; static; empty: none did

  BlockIndex parent = kNoBlock;
  BlockIndex end = 0;  ///< one past the last descendant; its own index + 1 for a leaf
  Range source;        ///< in bytes of the decoded text

  std::string text;         ///< of leaves
  std::vector<Span> spans;  ///< sorted by begin, then by end descending; may overlap

  std::uint8_t level = 0;     ///< of a heading: 1 to 6
  bool ordered = false;       ///< of a list
  bool tight = false;         ///< of a list: its items' paragraphs are not set apart
  bool header = false;        ///< of a row or a cell; of a callout's paragraph: its title
  Align align = Align::none;  ///< of a cell
  Task task = Task::none;     ///< of an item
  /// Of a leaf that is surely in another script than the document, as quotations are: its script.
  Script script = Script::none;
  bool by_character = false;  ///< of such a leaf: as in `Detection`
  std::uint32_t start = 1;    ///< of an ordered list: its first number
  /// Of a footnote: what its references name; of a heading: its id, unique in the document; of
  /// code: its language; of a quote that is a callout: its kind, `note`, `tip`, `important`,
  /// `warning` or `caution`.
  std::string label;
};

struct Metadata {
  std::string title;
  std::string subtitle;
  std::vector<std::string> authors;
  std::vector<std::string> editors;
  std::string publisher;
  std::string
      date;  ///< ISO 8601, as precise as known: 2025-03, 2025-03-05, 2025-03-05T01:42:55+08:00
  std::string url;
  std::string description;
  std::vector<std::string> keywords;
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  std::string image;
  /// Fields of the front matter that are none of the above: name → value as JSON, in the order
  /// of the source. So are fields that are not wholly above: a date that ISO 8601 would write
  /// otherwise, authors with more than their names.
  std::vector<std::pair<std::string, std::string>> extra;
};

/// Something that was mended: `original` stood where `replacement` stands.
struct Repair {
  std::string_view rule;
  float confidence = 1.0F;
  BlockIndex block = kNoBlock;
  std::string original;
  std::string replacement;
  std::optional<Range> place = {};  ///< of what the block's text shows of it; none: not known
  bool restored = false;            ///< the reader took it back: the original stands there again
};

/// Something that the reader should know and that lost nothing: broken front matter, bytes that are
/// no text.
struct Warning {
  std::string_view rule;
  std::string message;
  std::size_t offset = 0;  ///< in bytes of the decoded text
};

struct Document {
  Format format = Format::plain;
  Charset charset = Charset::utf_8;
  Script named_script = Script::none;  ///< what the source says: `lang="zh-TW"`
  Script script = Script::none;        ///< found out, or a region's that the source names
  Detection detection;                 ///< of the body's text
  Metadata metadata;
  std::vector<Block> blocks;  ///< the tree, in the order of the source (pre-order)
  std::vector<Repair> repairs;
  std::vector<Warning> warnings;
};

/// Names as in JSON: `"paragraph"`, `"line_break"`, `"clutter"`, `"markdown"`.
std::string_view name_of(BlockKind kind);
std::string_view name_of(SpanKind kind);
std::string_view name_of(Role role);
std::string_view name_of(Format format);
std::string_view name_of(Align align);
std::string_view name_of(Task task);

/// The characters that stand for an image or a footnote reference in a text: U+FFFC.
inline constexpr std::string_view kObjectReplacement = "\xEF\xBF\xBC";

}  // namespace shuye
