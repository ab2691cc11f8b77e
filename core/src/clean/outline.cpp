#include "shuye/clean.h"
#include "text/character.h"

namespace shuye {

// Levels may begin anywhere and leave gaps (h2, h4, h2); depths do not. A heading is one deeper
// than the nearest heading above it with a smaller level.
std::vector<OutlineEntry> outline_of(const Document& document) {
  std::vector<OutlineEntry> outline;
  std::vector<std::uint8_t> open;  // the levels of the headings that this one is inside of
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::heading || block.role != Role::body) continue;
    if (trim(block.text).empty()) continue;
    while (!open.empty() && open.back() >= block.level) open.pop_back();
    open.push_back(block.level);
    outline.push_back({static_cast<std::uint8_t>(open.size()), i});
  }
  return outline;
}

}  // namespace shuye
