#pragma once

/// Single facts about a page, wherever they stand in it.

#include <string>
#include <string_view>
#include <vector>

namespace shuye {

/// One line, trimmed; empty when it is no text a reader would want (much too long, or nothing).
std::string clean_fact(std::string_view value);

/// Each fills in what is still empty.
void fill(std::string& field, std::string_view value);
void fill_date(std::string& field, std::string_view value);

/// Of names or words that `、`, `|`, commas or semicolons of either width part, or spaces where
/// nothing else does; without addresses and without repetitions.
void fill_list(std::vector<std::string>& field, std::string_view value);

/// What templates write where a page has no author: `name`, `admin`, 未知, a domain, counts.
bool is_nobody(std::string_view author);

}  // namespace shuye
