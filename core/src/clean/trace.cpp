#include "shuye/clean.h"

#include <algorithm>

namespace shuye {
namespace {

/// Leaves that a view of the article does not show, or that the reader took back.
bool is_removal(const Block& block) {
  if (!is_leaf(block.kind)) return false;
  return block.restored || (block.role != Role::body && block.role != Role::notice);
}

/// An offset of a text of which `place` was replaced by `length` bytes.
std::size_t moved(std::size_t offset, Range place, std::size_t length) {
  if (offset >= place.end) return offset - place.size() + length;
  return offset <= place.begin ? offset : std::min(offset, place.begin + length);
}

/// Puts the original back. Spans and the places of the block's other repairs move along.
bool undo(Document& document, Repair& repair) {
  if (repair.restored) return true;
  if (repair.block == kNoBlock || repair.place.size() == 0) return false;
  const Range place = repair.place;
  const std::size_t length = repair.original.size();
  Block& block = document.blocks[repair.block];
  block.text.replace(place.begin, place.size(), repair.original);
  for (Span& span : block.spans) {
    span.begin = static_cast<std::uint32_t>(moved(span.begin, place, length));
    span.end = static_cast<std::uint32_t>(moved(span.end, place, length));
  }
  for (Repair& other : document.repairs) {
    if (other.block != repair.block || other.place.size() == 0) continue;
    other.place = {moved(other.place.begin, place, length), moved(other.place.end, place, length)};
  }
  repair.place = {place.begin, place.begin + length};
  repair.restored = true;
  return true;
}

}  // namespace

std::vector<TraceEntry> trace_of(const Document& document) {
  std::vector<TraceEntry> trace;
  const auto add = [&](TraceEntry entry) {
    entry.id = static_cast<std::uint32_t>(trace.size());
    trace.push_back(std::move(entry));
  };
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!is_removal(block)) continue;
    add({0,
         TraceKind::removal,
         block.rule,
         block.confidence,
         block.text,
         "",
         i,
         {},
         block.restored});
  }
  for (const Repair& repair : document.repairs) {
    add({0, TraceKind::repair, repair.rule, repair.confidence, repair.original, repair.replacement,
         repair.block, repair.place, repair.restored});
  }
  for (const Warning& warning : document.warnings) {
    add({0, TraceKind::warning, warning.rule, 1, warning.message, "", kNoBlock, {}, false});
  }
  return trace;
}

Result<void> restore(Document& document, std::uint32_t trace_id) {
  const std::vector<TraceEntry> trace = trace_of(document);
  if (trace_id < trace.size() && trace[trace_id].kind == TraceKind::removal) {
    Block& block = document.blocks[trace[trace_id].block];
    block.role = Role::body;
    block.restored = true;
    return {};
  }
  if (trace_id < trace.size() && trace[trace_id].kind == TraceKind::repair) {
    std::size_t first = trace_id;  // repairs stand together, in the document's order
    while (first > 0 && trace[first - 1].kind == TraceKind::repair) --first;
    if (undo(document, document.repairs[trace_id - first])) return {};
  }
  return Error{
      ErrorCode::unknown_trace_entry, Stage::clean, 0,
      "the trace has no removal or repair " + std::to_string(trace_id) + " that can be taken back"};
}

}  // namespace shuye
