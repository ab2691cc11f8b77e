#pragma once

/// Mathematics in Markdown, which CommonMark does not know, by its form alone. A look ends at the
/// latest where the next formula would begin, so that all looks at a text together are linear.

#include <cstddef>
#include <string_view>

namespace shuye {

/// `$x$` or `$$x$$` at `at`, in bytes; 0 when it is none. An amount is none: `$5 和 $6`.
std::size_t math_length(std::string_view text, std::size_t at);

/// Whether a formula may be what stands between two dollar signs. With Chinese in it there are
/// signs of TeX as well; else it is the text between two amounts.
bool reads_as_formula(std::string_view inner);

/// `\(x\)` or `\[x\]`, also with two backslashes each, which are for generators that let Markdown
/// take one away. To CommonMark these are brackets that are meant as such, and tools that escape
/// whatever could be markup write them a lot: `\[1\]`, `\(例如\)`. What stands in them tells.
struct BracketedFormula {
  std::size_t length = 0;  ///< 0: none
  std::size_t mark = 0;    ///< the length of each of its ends
  bool sure = false;       ///< else it may be one where others of the same text are: `\(x\)`
};
inline constexpr std::size_t kLongestBracketedFormula = 4'000;  // in bytes, with its ends
BracketedFormula bracketed_formula(std::string_view text, std::size_t at);

/// Whether such a formula surely stands in the text.
bool has_bracketed_formula(std::string_view text);

/// Whether each bar that `formula` has belongs to it, so that it parts no cells of a table: `|x|`,
/// `P(A|B)`, or any where there are signs of TeX.
bool owns_its_bars(std::string_view formula);

}  // namespace shuye
