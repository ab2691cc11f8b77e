#pragma once

/// A document as text that can be read and compared, for tests.

#include <string>

#include "shuye/document.h"

namespace shuye {

/// The leaf's text with its spans as brackets: `strong(重點：)後文`, `image(￼ a.png "alt")`; a line
/// break is `/`.
inline std::string describe_leaf(const Block& block) {
  std::string out;
  for (std::size_t at = 0; at <= block.text.size(); ++at) {
    for (auto span = block.spans.rbegin(); span != block.spans.rend(); ++span) {
      if (span->end != at || span->kind == SpanKind::line_break) continue;
      if (!span->target.empty()) out.append(" ").append(span->target);
      if (!span->title.empty()) out.append(" '").append(span->title).append("'");
      if (!span->alternative.empty()) out.append(" \"").append(span->alternative).append("\"");
      out.append(")");
    }
    bool breaks = false;
    for (const Span& span : block.spans) {
      if (span.begin != at) continue;
      breaks = breaks || span.kind == SpanKind::line_break;
      if (span.kind != SpanKind::line_break) out.append(name_of(span.kind)).append("(");
    }
    if (at < block.text.size()) out.push_back(breaks ? '/' : block.text[at]);
  }
  return out;
}

/// What there is to say of the block beside its kind and its text.
inline std::string describe_fields(const Block& block) {
  std::string out;
  if (block.level > 0) out.append(" ").append(std::to_string(block.level));
  if (block.ordered) out.append(" from ").append(std::to_string(block.start));
  if (block.tight) out.append(" tight");
  if (block.header) out.append(" header");
  if (block.align != Align::none) out.append(" ").append(name_of(block.align));
  if (block.task != Task::none) out.append(" ").append(name_of(block.task));
  if (block.kind == BlockKind::code && !block.label.empty()) out.append(" in ").append(block.label);
  if (block.kind == BlockKind::footnote ||
      (block.kind == BlockKind::quote && !block.label.empty())) {
    out.append(" labelled ").append(block.label);
  }
  if (block.role != Role::body) {
    out.append(" [").append(name_of(block.role)).append(" ").append(block.rule).append("]");
  }
  return out;
}

/// One line for each block, indented by its depth.
inline std::string describe(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    for (BlockIndex p = block.parent; p != kNoBlock; p = document.blocks[p].parent) {
      out.append("  ");
    }
    out.append(name_of(block.kind)).append(describe_fields(block));
    if (!block.text.empty()) out.append(": ").append(describe_leaf(block));
    out.append("\n");
  }
  return out;
}

}  // namespace shuye
