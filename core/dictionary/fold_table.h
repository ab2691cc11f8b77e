#pragma once

#include <map>
#include <string>

namespace shuye::dictionary {

/// The characters that are folded to one other for searching: compatible and full-width forms,
/// capitals, letters with diacritics, and the forms of every region and script to the Simplified
/// one. Folding twice is folding once.
using Folding = std::map<char32_t, char32_t>;

Folding folding(const std::string& opencc, const std::string& unicode);

/// The C++ text of `fold_table.inc`: the folding; the characters that are folded to several, and
/// those that are passed over; and the characters that only Simplified or only Traditional Chinese
/// uses.
std::string fold_table(const std::string& opencc, const std::string& unicode,
                       const Folding& folding);

/// The characters that only Traditional Chinese uses: 們 and Taiwan's 裡 but not 乾.
std::u32string traditional_only(const std::string& opencc);

}  // namespace shuye::dictionary
