#pragma once

/// Builds the blocks of a document in pre-order. Every parser (Markdown, HTML, plain text) writes
/// through this one, so that what a document may look like is decided in one place:
///
/// - lists hold items, definition lists hold terms and definitions, tables hold captions and rows,
///   rows hold cells; a block that stands there without its wrapping gets one;
/// - items, rows, cells, terms and captions stand nowhere else: an item or a row elsewhere is not
///   opened and what is in it goes to where it stands, a leaf becomes a paragraph;
/// - containers nest at most `kMaxDepth` deep; what is deeper goes to the last level.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/document.h"

namespace shuye {

class DocumentBuilder {
 public:
  /// `source_end` is where the source ends, counted as the blocks' own places are. How far it was
  /// read tells how many blocks to make room for; 0: not known.
  explicit DocumentBuilder(Document& document, std::size_t source_end = 0)
      : document_(document), source_end_(source_end) {}

  /// Opens a container; its fields can be set through the reference until the next call. Each
  /// `open` needs its `close`, also where the container had no place and was not made.
  Block& open(BlockKind kind, Range source);
  void close();

  /// Adds a leaf. Spans are sorted; empty ones are dropped.
  Block& leaf(BlockKind kind, Range source, std::string text, std::vector<Span> spans = {});

  /// The kind of the innermost open container; `paragraph` at the top.
  BlockKind inside() const;

  /// How many containers the parser has open.
  std::size_t depth() const { return open_.size(); }

  void warn(Warning warning) { document_.warnings.push_back(std::move(warning)); }

  /// Closes what is open.
  void finish();

 private:
  BlockIndex parent() const { return containers_.empty() ? kNoBlock : containers_.back().block; }
  Block& add(BlockKind kind, Range source);
  void make_room(Range source);
  void push(BlockKind kind, Range source, bool implied);
  void pop();
  void make_room_for(BlockKind kind, Range source);

  struct Container {
    BlockIndex block = kNoBlock;
    bool implied = false;  // made here, not by the parser
  };

  Document& document_;
  std::size_t source_end_;
  std::size_t reached_ = 0;  // of the source
  std::vector<Container> containers_;
  std::vector<bool> open_;  // by the parser; false: without a container
  Block discarded_;         // what is written to then
};

}  // namespace shuye
