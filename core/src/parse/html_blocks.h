#pragma once

/// HTML's elements → blocks.

#include <cstddef>

#include "parse/builder.h"
#include "parse/html_roles.h"
#include "parse/html_tree.h"
#include "text/apart.h"

namespace shuye {

/// Writes all that a reader would see of the page. `offset` is where the page begins in the decoded
/// text; `hints` may be nullptr. Linear in the tree, without recursion.
SHUYE_APART void write_blocks(const HtmlTree& tree, const RoleHints* hints, std::size_t offset,
                              DocumentBuilder& builder);

}  // namespace shuye
