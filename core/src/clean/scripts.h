#pragma once

#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Finds out the document's script, and the blocks that are surely in another one.
SHUYE_APART void find_scripts(Document& document);

}  // namespace shuye
