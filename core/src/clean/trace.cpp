#include "shuye/clean.h"

namespace shuye {
namespace {

/// Leaves that a view of the article does not show, or that the reader took back.
bool is_removal(const Block& block) {
  if (!is_leaf(block.kind)) return false;
  return block.restored || (block.role != Role::body && block.role != Role::notice);
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
    add({0, TraceKind::removal, block.rule, block.confidence, block.text, "", i, block.restored});
  }
  for (const Repair& repair : document.repairs) {
    add({0, TraceKind::repair, repair.rule, repair.confidence, repair.original, repair.replacement,
         repair.block, false});
  }
  for (const Warning& warning : document.warnings) {
    add({0, TraceKind::warning, warning.rule, 1, warning.message, "", kNoBlock, false});
  }
  return trace;
}

Result<void> restore(Document& document, std::uint32_t trace_id) {
  const std::vector<TraceEntry> trace = trace_of(document);
  if (trace_id >= trace.size() || trace[trace_id].kind != TraceKind::removal) {
    return Error{ErrorCode::unknown_trace_entry, Stage::clean, 0,
                 "the trace has no removal " + std::to_string(trace_id)};
  }
  Block& block = document.blocks[trace[trace_id].block];
  block.role = Role::body;
  block.restored = true;
  return {};
}

}  // namespace shuye
