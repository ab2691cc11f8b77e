#pragma once

/// Repairs in the text of a block, which cleaning does not see before they are made.

#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye {

/// What shall stand in a block's text instead of what stands at `place`.
struct Edit {
  Range place;
  std::string replacement;
};

/// Makes the edits, which are sorted and apart from each other; spans move along, and a line end
/// is a line break. Each is a repair
/// of its own in the trace, so that those that are alike are told as one; where a block has many
/// they are one repair of all that lies between them.
void apply_edits(Document& document, BlockIndex block, const std::vector<Edit>& edits,
                 std::string_view rule, float confidence);

}  // namespace shuye
