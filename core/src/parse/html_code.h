#pragma once

/// Code blocks of pages: their language, and the line numbers that highlighters put beside them.

#include <cstdint>
#include <string>

#include "parse/html_tree.h"

namespace shuye {

/// The language of the `pre` at `node`, as the classes of it, of the code in it or of the boxes
/// around it name it; empty when they do not.
std::string code_language(const HtmlTree& tree, std::uint32_t node);

/// True of a box that holds only line numbers.
bool is_line_numbers(const HtmlTree& tree, std::uint32_t node);

}  // namespace shuye
