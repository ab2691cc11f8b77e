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
/// outer
///   one. A mark without its partner stays, as do pairs in Latin text.
/// - Half-width , : ; ? ! between Han characters, also at the end of a line, and parentheses around
///   Han characters become full-width.
///
/// Nothing of `verbatim` (sorted, without overlaps) changes, nor does an address. Scripts that are
/// not Chinese have their text back. Linear.
std::string regional_punctuation(std::string_view text, const std::vector<Range>& verbatim,
                                 Script script, OffsetMap& map);

}  // namespace shuye
