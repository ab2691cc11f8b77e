#pragma once

/// How those who wrote an article sign it where no label says so.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace shuye {

/// `記者陳小明／台北報導`, `記者 陳小明 報導`, `記者陳小明台北報導`, `山城社记者 王小明、李雷`. In
/// `记者走进书店` nothing parts a name from the rest.
std::vector<std::string> reporters_in(std::string_view text);

/// `By Ada Lovelace`: words that all begin as names do, and few of them.
std::optional<std::string> english_author_in(std::string_view text);

}  // namespace shuye
