#pragma once

#include <vector>

#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Finds out the document's script, and the blocks that are surely in another one. As this is what
/// reads every character first, it says in which blocks there are some that nobody sees.
SHUYE_APART std::vector<BlockIndex> find_scripts(Document& document);

}  // namespace shuye
