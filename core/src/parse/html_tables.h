#pragma once

/// Tables: which of them hold data and which only lay out a page, and how blocks are told from
/// layout in general.

#include <vector>

#include "parse/html_tree.h"

namespace shuye {

/// For every node: true of the tables that hold rows of data. The others (around another table,
/// around headings, lists or several paragraphs, or of one single cell or column) are layout, and
/// what is in them stands for itself.
std::vector<bool> find_data_tables(const HtmlTree& tree);

}  // namespace shuye
