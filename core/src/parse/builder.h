#pragma once

/// Builds the blocks of a document in pre-order. Every parser (Markdown, HTML, plain text) writes
/// through this one, so that what a document may look like is decided in one place.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye {

class DocumentBuilder {
 public:
  explicit DocumentBuilder(Document& document) : document_(document) {}

  /// Opens a container; its fields can be set through the reference until the next call. Deeper
  /// than `kMaxDepth` nothing is opened, and what follows goes to the last level.
  Block& open(BlockKind kind, Range source);
  void close();

  /// Adds a leaf. Spans are sorted; empty ones are dropped.
  Block& leaf(BlockKind kind, Range source, std::string text, std::vector<Span> spans = {});

  /// The kind of the innermost open container; `paragraph` at the top.
  BlockKind inside() const;
  std::size_t depth() const { return open_.size() + skipped_; }

  /// Closes what is open.
  void finish();

 private:
  Document& document_;
  std::vector<BlockIndex> open_;
  std::size_t skipped_ = 0;  // opened beyond kMaxDepth
  Block discarded_;          // what those are given to write to
};

}  // namespace shuye
