#pragma once

/// Characters that nobody sees between those of Chinese: zero-width spaces, joiners and soft
/// hyphens, which editors and pages leave behind and sites scatter against copying. They part
/// phrases for conversion and words for search, and a soft hyphen shows at a line's end.
///
/// Where they mean something they stay: between the letters of other scripts, in emoji, in code.

#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Takes them out of the block's text. A paragraph of nothing else is clutter.
SHUYE_APART void remove_unseen(Document& document, BlockIndex block);

/// Out of what the source says of title, description and names.
void remove_unseen(Document& document, Metadata& metadata);

/// The length of those that a text begins with, as of a byte order mark that was written twice.
std::size_t unseen_beginning(std::string_view text);

}  // namespace shuye
