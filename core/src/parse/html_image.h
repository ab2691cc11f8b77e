#pragma once

/// Which address an `img` really has: pages that load images late keep it elsewhere.

#include <cstdint>
#include <string>
#include <string_view>

#include "parse/html_tree.h"

namespace shuye {

/// The address of the `img` at `node`; empty when it has none that shows anything (placeholders,
/// counting pixels).
std::string image_address(const HtmlTree& tree, std::uint32_t node);

/// The address with the greatest width or density of a `srcset`; empty when it names none.
std::string_view largest_of(std::string_view srcset);

}  // namespace shuye
