#pragma once

#include <string>

namespace shuye::dictionary {

/// The C++ text of `fold_table.inc`: which character every character is folded to for searching,
/// and the characters that only Simplified or only Traditional Chinese uses.
std::string fold_table(const std::string& opencc, const std::string& unicode);

}  // namespace shuye::dictionary
