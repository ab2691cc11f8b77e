#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"
#include "shuye/offset_map.h"
#include "shuye/script.h"

namespace shuye {

/// Sets a text's punctuation as the script has it, and adds to `map` which bytes became which.
///
/// - Quotation marks: “ ‘ ’ ” in Simplified, 「『』」 in Traditional, the inner pair inside the
///   outer one; straight "…" around or beside Han, too. Marks without a partner follow when they
///   are outer ones at Han (a speech goes on in the next paragraph). Pairs in Latin text stay, as
///   do apostrophes and measures (27").
/// - Half-width , : ; ? ! between Han characters, also at the end of a line or with a space behind
///   them, which goes, and parentheses around Han characters become full-width.
///
/// Nothing of `verbatim` (sorted, without overlaps) changes, nor does an address. Scripts that are
/// not Chinese have their text back. Linear.
std::string regional_punctuation(std::string_view text, const std::vector<Range>& verbatim,
                                 Script script, OffsetMap& map);

}  // namespace shuye
