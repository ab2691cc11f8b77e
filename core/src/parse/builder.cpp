#include "parse/builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shuye/parse.h"

namespace shuye {
namespace {

/// What stands directly in a container of that kind; anything may stand in the others.
bool may_hold(BlockKind outer, BlockKind inner) {
  switch (outer) {
    case BlockKind::list:
      return inner == BlockKind::item;
    case BlockKind::definition_list:
      return inner == BlockKind::term || inner == BlockKind::definition;
    case BlockKind::table:
      return inner == BlockKind::row || inner == BlockKind::caption;
    case BlockKind::row:
      return inner == BlockKind::cell;
    default:
      return inner != BlockKind::item && inner != BlockKind::term &&
             inner != BlockKind::definition && inner != BlockKind::row &&
             inner != BlockKind::cell &&
             (inner != BlockKind::caption || outer == BlockKind::figure);
  }
}

/// The container that wraps what has no place directly in `outer`.
std::optional<BlockKind> wrapper_in(BlockKind outer) {
  switch (outer) {
    case BlockKind::list:
      return BlockKind::item;
    case BlockKind::definition_list:
      return BlockKind::definition;
    case BlockKind::table:
      return BlockKind::row;
    default:
      return std::nullopt;
  }
}

/// The levels that a container needs: a list without room for an item could hold nothing.
std::size_t levels_of(BlockKind kind) { return wrapper_in(kind) ? 2 : 1; }

}  // namespace

Block& DocumentBuilder::open(BlockKind kind, Range source) {
  make_room_for(kind, source);
  const bool has_place =
      may_hold(inside(), kind) && containers_.size() + levels_of(kind) <= kMaxDepth;
  open_.push_back(has_place);
  if (!has_place) return discarded_ = Block{};
  push(kind, source, false);
  return document_.blocks.back();
}

void DocumentBuilder::close() {
  const bool has_place = open_.back();
  open_.pop_back();
  if (!has_place) return;
  while (containers_.back().implied) pop();
  pop();
}

Block& DocumentBuilder::leaf(BlockKind kind, Range source, std::string text,
                             std::vector<Span> spans) {
  make_room_for(kind, source);
  if (inside() == BlockKind::row) kind = BlockKind::cell;
  if (!may_hold(inside(), kind)) kind = BlockKind::paragraph;
  Block& block = add(kind, source);
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
  return containers_.empty() ? BlockKind::paragraph : document_.blocks[parent()].kind;
}

void DocumentBuilder::finish() {
  while (!open_.empty()) close();
}

/// Room for what a text that goes on like this will have. (To double it again and again would need
/// three times the memory at the last, and half of that would stay.)
void DocumentBuilder::make_room(Range source) {
  constexpr std::size_t kFirst = 64, kFewToJudge = 1024, kMost = 8;
  std::vector<Block>& blocks = document_.blocks;
  const std::size_t size = blocks.size();
  reached_ = std::max(reached_, source.begin);
  if (size < blocks.capacity()) return;
  std::size_t room = std::max(2 * size, kFirst);
  if (size >= kFewToJudge && reached_ > 0 && reached_ < source_end_) {
    const double whole = static_cast<double>(source_end_) / static_cast<double>(reached_);
    const auto expected =
        static_cast<std::size_t>(static_cast<double>(size) * std::min(whole, 1e3));
    room = std::clamp(expected + expected / 16, size + size / 8, kMost * size);
  }
  blocks.reserve(room);
}

Block& DocumentBuilder::add(BlockKind kind, Range source) {
  make_room(source);
  const auto index = static_cast<BlockIndex>(document_.blocks.size());
  Block& block = document_.blocks.emplace_back();
  block.kind = kind;
  block.parent = parent();
  block.end = index + 1;
  block.source = source;
  return block;
}

void DocumentBuilder::push(BlockKind kind, Range source, bool implied) {
  const auto index = static_cast<BlockIndex>(document_.blocks.size());
  const BlockIndex outer = parent();
  Block& block = add(kind, source);
  if (implied) {
    // It stands there only because of the list or table: what was said of that holds for it.
    const Block& whole = document_.blocks[outer];
    block.role = whole.role;
    block.rule = whole.rule;
    block.confidence = whole.confidence;
  }
  containers_.push_back({index, implied});
}

void DocumentBuilder::pop() {
  document_.blocks[parent()].end = static_cast<BlockIndex>(document_.blocks.size());
  containers_.pop_back();
}

void DocumentBuilder::make_room_for(BlockKind kind, Range source) {
  // A wrapping made here ends where the parser's own begins.
  if (!containers_.empty() && containers_.back().implied && !may_hold(inside(), kind)) {
    const BlockIndex outer = document_.blocks[parent()].parent;
    if (may_hold(document_.blocks[outer].kind, kind)) pop();
  }
  const std::optional<BlockKind> wrapper = wrapper_in(inside());
  if (!wrapper || may_hold(inside(), kind)) return;
  // A container in a row's place has none: only cells do.
  push(*wrapper, source, true);
}

}  // namespace shuye
