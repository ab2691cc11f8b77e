#pragma once

/// Where an output goes in parts, so that the whole of it never stands in memory.

#include <cstddef>
#include <functional>
#include <string_view>

namespace shuye {

/// Takes the parts of an output in their order; put together they are the output. A part is well-
/// formed UTF-8, never empty, and about `kPartBytes` long but for the last; one that has an address
/// or another value of a megabyte is longer by that. It is good until the call returns.
using Sink = std::function<void(std::string_view part)>;

inline constexpr std::size_t kPartBytes = std::size_t{1} << 16;

}  // namespace shuye
