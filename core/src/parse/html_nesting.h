#pragma once

/// Keeps a page from costing the HTML parser more than it is worth.
///
/// The parsing algorithm of HTML looks through all open elements at most tags, and opens unclosed
/// formatting elements again in every paragraph: 100,000 nested `<div>` take a minute, and a
/// megabyte of `<b><p>` takes memory without bound. What no reader's page needs is taken out
/// before.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace shuye {

/// Elements nest at most this deep. Browsers stop at 512.
inline constexpr std::size_t kMaxElementDepth = 400;

/// The text with tags beyond the limits overwritten by line feeds, so that every other byte keeps
/// its place; empty when nothing is beyond them. Linear in `html`.
std::optional<std::string> limit_nesting(std::string_view html);

}  // namespace shuye
