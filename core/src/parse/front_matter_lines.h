#pragma once

/// Lines that look like fields of front matter.

#include <optional>
#include <string_view>

namespace shuye {

struct FieldLine {
  std::string_view name;   ///< without quotes
  std::string_view value;  ///< without white space around it; empty when it follows below
};

/// `name: value` or `name = value` without indentation. A name is short and has no space but
/// between words; the colon may be full width.
std::optional<FieldLine> read_field_line(std::string_view line);

/// Takes the first line off `rest`, without its line end.
std::string_view take_line(std::string_view& rest);

}  // namespace shuye
