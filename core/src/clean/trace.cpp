#include "shuye/clean.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/utf8.h"

namespace shuye {
namespace {

/// Leaves that a view of the article does not show, or that the reader took back.
bool is_removal(const Block& block) {
  if (!is_leaf(block.kind)) return false;
  return block.restored || (block.role != Role::body && block.role != Role::notice);
}

/// Where the offsets of a text go when a repair in it is undone.
class Undone {
 public:
  Undone(const Repair& repair, std::string_view replacement)
      : place_(*repair.place), length_(repair.original.size()) {
    const std::string_view original = repair.original;
    std::size_t at = 0;
    for (std::size_t i = 0; i < replacement.size(); ++i) {
      // A character that the original has as well is found again in it.
      if ((replacement[i] & 0xC0) != 0x80) {
        const std::string_view c = replacement.substr(i, utf8::read(replacement, i).length);
        const std::size_t found = original.substr(at, kFarthest).find(c);
        if (found != std::string_view::npos) at += found;
      }
      inside_.push_back(at);
      at = std::min(at + 1, length_);
    }
  }

  std::size_t begin(std::size_t offset) const {
    if (offset >= place_.end) return offset - place_.size() + length_;
    return offset <= place_.begin ? offset : place_.begin + inside_[offset - place_.begin];
  }

  /// What ends where something was taken away ends before it.
  std::size_t end(std::size_t offset) const {
    if (offset <= place_.begin) return offset;
    if (offset >= place_.end) return begin(offset);
    return place_.begin + std::min(inside_[offset - 1 - place_.begin] + 1, length_);
  }

  Range of(Range range) const {
    // A stretch of nothing moves as what stands behind it.
    return range.size() == 0 ? Range{begin(range.begin), begin(range.begin)}
                             : Range{begin(range.begin), end(range.end)};
  }

 private:
  static constexpr std::size_t kFarthest = 4096;

  Range place_;
  std::size_t length_;
  std::vector<std::size_t> inside_;  // of each byte of what stands there now
};

/// Puts the original back. Spans and the places of the block's other repairs move along.
bool undo(Document& document, Repair& repair) {
  if (repair.restored) return true;
  if (repair.block == kNoBlock || !repair.place) return false;
  const Range place = *repair.place;
  Block& block = document.blocks[repair.block];
  const Undone undone(repair, std::string_view(block.text).substr(place.begin, place.size()));
  block.text.replace(place.begin, place.size(), repair.original);
  // A line break that the repair made goes with it.
  const bool had_breaks = repair.original.find('\n') != std::string::npos;
  const auto was_made = [&](const Span& span) {
    return !had_breaks && span.kind == SpanKind::line_break && span.begin >= place.begin &&
           span.end <= place.end;
  };
  block.spans.erase(std::remove_if(block.spans.begin(), block.spans.end(), was_made),
                    block.spans.end());
  for (Span& span : block.spans) {
    const Range moved = undone.of({span.begin, span.end});
    span.begin = static_cast<std::uint32_t>(moved.begin);
    span.end = static_cast<std::uint32_t>(moved.end);
  }
  for (Repair& other : document.repairs) {
    if (&other == &repair || other.block != repair.block || !other.place) continue;
    other.place = undone.of(*other.place);
  }
  repair.place = {place.begin, place.begin + repair.original.size()};
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
