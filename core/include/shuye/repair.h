#pragma once

/// repair: text → text, between decode and parse, since damage can have swallowed markup.
///
/// Mends what a widespread site tool does to Traditional Chinese: it replaced bytes, not
/// characters, in text encoded as GBK, so that 聯 became 聯(lián), and where the bytes of a key
/// stood across two characters, what followed fell out of step. core/README.md explains it. A text
/// that is not damaged in this way stays as it is, and needs no pack.

#include <string>
#include <string_view>
#include <vector>

#include "shuye/convert.h"
#include "shuye/decode.h"
#include "shuye/document.h"

namespace shuye {

/// Something that was mended in a text.
struct TextRepair {
  std::string_view rule;  ///< `reading`, `realigned`, `leftover-tag`; static
  float confidence = 1.0F;
  Range place;              ///< of what stands there now, in bytes of the repaired text
  std::string original;     ///< what stood there
  std::string replacement;  ///< what stands there now
};

struct TextRepairs {
  std::vector<TextRepair> repairs;  ///< sorted by place, without overlaps
  std::vector<Warning> warnings;    ///< what is damaged and cannot be mended: it stays
};

/// The packs that `repair` needs for this text; none where it looks whole, which is found out by
/// looking for brackets.
std::vector<std::string_view> packs_for_repair(std::string_view text);

/// Mends the text; its losses and switches move along. Without the packs nothing is mended, and a
/// warning says so. Never fails; linear in the text.
TextRepairs repair(DecodedText& decoded, const Packs& packs);

/// Writes the repairs of a text into the document that was parsed from it: each with its block and,
/// where it can be told, its place in the block's text.
void attach_repairs(Document& document, const TextRepairs& repairs);

}  // namespace shuye
