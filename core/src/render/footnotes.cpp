#include "render/footnotes.h"

namespace shuye {

Footnotes::Footnotes(const Document& document, const View& view) {
  std::unordered_map<std::string, BlockIndex> defined;
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::footnote && view.blocks[i].shown) {
      defined.try_emplace(block.label, i);
    }
  }
  if (defined.empty()) return;
  const auto add = [&](const std::string& label) {
    const auto found = defined.find(label);
    if (found == defined.end() || !numbers_.try_emplace(label, blocks_.size() + 1).second) return;
    blocks_.push_back(found->second);
  };
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    if (!view.blocks[i].shown) continue;
    for (const Span& span : document.blocks[i].spans) {
      if (span.kind == SpanKind::footnote_reference) add(span.target);
    }
  }
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind == BlockKind::footnote) add(document.blocks[i].label);
  }
}

std::size_t Footnotes::number(std::string_view label) const {
  const auto found = numbers_.find(std::string(label));
  return found == numbers_.end() ? 0 : found->second;
}

}  // namespace shuye
