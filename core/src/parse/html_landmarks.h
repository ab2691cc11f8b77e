#pragma once

/// Where the page says that its article begins: at its title, and where the text begins as the page
/// describes itself.

#include <cstdint>

#include "parse/html_tree.h"

namespace shuye {

/// The heading that says what the page's `title` says, else a line of its own that does and is no
/// link; 0: there is none. Linear.
std::uint32_t find_title_heading(const HtmlTree& tree);

/// The text from `from` on that begins as the page's description does, which mostly is how the
/// article begins, whatever elements and white space stand in it; 0: none does. Linear.
std::uint32_t find_lead(const HtmlTree& tree, std::uint32_t from);

}  // namespace shuye
