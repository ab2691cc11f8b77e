#pragma once

/// The words of a `class` attribute.

#include <cstddef>
#include <string_view>

namespace shuye {

/// Calls `visit` with each word, in order; long attributes are cut off.
template <typename Visitor>
void for_each_class(std::string_view value, Visitor visit) {
  constexpr std::size_t kLongest = 1024;
  constexpr std::string_view kBlanks = " \t\n\f\r";
  value = value.substr(0, kLongest);
  std::size_t at = 0;
  while ((at = value.find_first_not_of(kBlanks, at)) != std::string_view::npos) {
    std::size_t end = value.find_first_of(kBlanks, at);
    if (end == std::string_view::npos) end = value.size();
    visit(value.substr(at, end - at));
    at = end;
  }
}

}  // namespace shuye
