#pragma once

/// The part of YAML that nearly all front matter is written in, without the parser for all of it: a
/// page that opens one article would have to compile that first.

#include <optional>
#include <string_view>

#include "parse/front_matter_value.h"

namespace shuye {

/// Reads lines `name: value`, in which a value is one plain or quoted scalar or a list `[a, b]` of
/// them, and lines `- value` below a name that has none. Gives what `read_yaml` gives, or nothing
/// where there is anything else: an escape, an anchor, a comment, a text that goes on in the next
/// line.
SHUYE_APART std::optional<Value> read_plain_yaml(std::string_view text);

}  // namespace shuye
