#pragma once

/// Lines that say when, and beside it who: `2025-07-31 11:36:49 某人 阅读:129`, `发表于2014-08-24
/// 21:30| 1164次阅读| 来源晚报`, `山城观察2019-09-23 07:48`.

#include <optional>

#include "clean/byline_fields.h"

namespace shuye {

/// Nothing where the line has no whole date, or more to say than a byline has.
std::optional<Byline> read_dated_line(const Characters& line);

}  // namespace shuye
