#include "parse/builder.h"

#include <algorithm>
#include <utility>

#include "shuye/parse.h"

namespace shuye {

Block& DocumentBuilder::open(BlockKind kind, Range source) {
  if (open_.size() >= kMaxDepth) {
    ++skipped_;
    return discarded_;
  }
  const auto index = static_cast<BlockIndex>(document_.blocks.size());
  Block& block = document_.blocks.emplace_back();
  block.kind = kind;
  block.parent = open_.empty() ? kNoBlock : open_.back();
  block.end = index + 1;
  block.source = source;
  open_.push_back(index);
  return block;
}

void DocumentBuilder::close() {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  document_.blocks[open_.back()].end = static_cast<BlockIndex>(document_.blocks.size());
  open_.pop_back();
}

Block& DocumentBuilder::leaf(BlockKind kind, Range source, std::string text,
                             std::vector<Span> spans) {
  const auto index = static_cast<BlockIndex>(document_.blocks.size());
  Block& block = document_.blocks.emplace_back();
  block.kind = kind;
  block.parent = open_.empty() ? kNoBlock : open_.back();
  block.end = index + 1;
  block.source = source;
  block.text = std::move(text);
  spans.erase(std::remove_if(spans.begin(), spans.end(),
                             [](const Span& span) { return span.begin >= span.end; }),
              spans.end());
  std::stable_sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  block.spans = std::move(spans);
  return block;
}

BlockKind DocumentBuilder::inside() const {
  return open_.empty() ? BlockKind::paragraph : document_.blocks[open_.back()].kind;
}

void DocumentBuilder::finish() {
  while (!open_.empty()) close();
}

}  // namespace shuye
