#pragma once

#include "shuye/document.h"

namespace shuye {

/// Finds out the document's script, and the blocks that are surely in another one.
void find_scripts(Document& document);

}  // namespace shuye
