#pragma once

/// clean: Document → Document. Finds the article among the clutter and fills in metadata. Nothing
/// is deleted: blocks get roles, each with the rule and the confidence that gave it, so that every
/// decision can be read in the trace and undone.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"
#include "shuye/result.h"

namespace shuye {

/// How sure a rule has to be of itself before what it found is cut.
enum class Cutting : std::uint8_t {
  cautious,  ///< only what hardly anybody would miss: confidence from 0.85 on
  normal,    ///< what is clutter more likely than not: from 0.5 on
  bold,      ///< what may well be clutter, too: from 0.3 on
};

/// `"cautious"`, `"normal"`, `"bold"`.
std::string_view name_of(Cutting cutting);

struct CleanOptions {
  Cutting cut = Cutting::normal;
};

/// The confidence below which nothing is cut.
float least_confidence(Cutting cutting);

/// When nothing stands out, everything stays. Titles and bylines are found the same way however
/// boldly clutter is cut.
void clean(Document& document, const CleanOptions& options = {});

enum class TraceKind : std::uint8_t { removal, repair, warning };
std::string_view name_of(TraceKind kind);

/// One removal, repair or warning. The trace is a reading of the document's roles, repairs and
/// warnings; its ids count up from 0 in that order and stay what they are when an entry is
/// restored.
struct TraceEntry {
  std::uint32_t id = 0;
  TraceKind kind = TraceKind::removal;
  std::string_view rule;
  float confidence = 1.0F;
  std::string original;
  std::string replacement;  ///< of repairs only
  BlockIndex block = kNoBlock;
  /// Of repairs: of what stands there now in the block's text; none: not known.
  std::optional<Range> place = {};
  bool restored = false;
};

std::vector<TraceEntry> trace_of(const Document& document);

/// Gives a removed block back to the body, or puts the original of a repair back into its block's
/// text. Fails with `unknown_trace_entry` when the id names neither, or a repair whose place in a
/// text is not known (in an address, say).
Result<void> restore(Document& document, std::uint32_t trace_id);

/// A heading of the body; the title is not among them.
struct OutlineEntry {
  std::uint8_t depth = 1;  ///< relative to the title, from 1, without gaps
  BlockIndex block = kNoBlock;
};

std::vector<OutlineEntry> outline_of(const Document& document);

}  // namespace shuye
