#include <algorithm>
#include <utility>

#include "shuye/repair.h"

namespace shuye {
namespace {

struct Leaf {
  Range source;
  BlockIndex block = kNoBlock;
};

std::vector<Leaf> leaves_of(const Document& document) {
  std::vector<Leaf> leaves;
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (is_leaf(block.kind) && block.source.size() > 0) leaves.push_back({block.source, i});
  }
  std::stable_sort(leaves.begin(), leaves.end(),
                   [](const Leaf& a, const Leaf& b) { return a.source.begin < b.source.begin; });
  return leaves;
}

/// Of a repaired stretch, what a block's text can show: without the markup that it may end with.
std::string_view shown(std::string_view replacement) {
  const auto is_text = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto* end = std::find_if_not(replacement.begin(), replacement.end(), is_text);
  const auto length = static_cast<std::size_t>(end - replacement.begin());
  return length == 0 ? replacement : replacement.substr(0, length);
}

/// Follows a block's text while its repairs are looked for one after another.
class Follower {
 public:
  /// Where `text` stands that is at `offset` of the source: at most as far from the last one as
  /// there, since a text is what is left of its source when the markup is gone.
  Range find(const Leaf& leaf, const std::string& block, std::size_t offset,
             std::string_view text) {
    if (leaf.block != block_) {
      block_ = leaf.block;
      source_ = leaf.source.begin;
      at_ = 0;
    }
    if (text.empty() || offset < source_) return {};
    const std::size_t furthest = std::min(at_ + (offset - source_), block.size());
    const std::size_t nearest = std::max(at_, furthest - std::min(furthest, kMostMarkup));
    const std::string_view among =
        std::string_view(block).substr(nearest, furthest - nearest + text.size());
    std::size_t found = among.rfind(text);
    if (found == std::string_view::npos) return {};
    found += nearest;
    at_ = found + text.size();
    source_ = offset + text.size();
    return {found, at_};
  }

 private:
  static constexpr std::size_t kMostMarkup = 16384;  // between two repairs of a block

  BlockIndex block_ = kNoBlock;
  std::size_t source_ = 0;  // behind the last one
  std::size_t at_ = 0;      // the same in the block's text
};

}  // namespace

void attach_repairs(Document& document, const TextRepairs& repairs) {
  const std::vector<Leaf> leaves = leaves_of(document);
  Follower follower;
  for (const TextRepair& repair : repairs.repairs) {
    Repair& made = document.repairs.emplace_back();
    made.rule = repair.rule;
    made.confidence = repair.confidence;
    made.original = repair.original;
    made.replacement = repair.replacement;
    const auto after = std::upper_bound(
        leaves.begin(), leaves.end(), repair.place.begin,
        [](std::size_t offset, const Leaf& leaf) { return offset < leaf.source.begin; });
    if (after == leaves.begin()) continue;
    const Leaf& leaf = *(after - 1);
    if (repair.place.begin >= leaf.source.end) continue;
    made.block = leaf.block;
    const Range found = follower.find(leaf, document.blocks[leaf.block].text, repair.place.begin,
                                      shown(repair.replacement));
    if (found.size() > 0) made.place = found;
  }
  document.warnings.insert(document.warnings.end(), repairs.warnings.begin(),
                           repairs.warnings.end());
}

}  // namespace shuye
