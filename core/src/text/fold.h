#pragma once

/// Folding whole texts (see search.h).

#include <string>
#include <string_view>

namespace shuye {

/// Appends `text`, folded, as UTF-8. Most of a text folds to itself and is copied in runs.
void append_folded(std::string& out, std::string_view text);

}  // namespace shuye
