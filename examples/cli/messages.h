#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <shuye/document.h>
#include <shuye/result.h>

namespace cli {

/// Writes `shuye: <message>` to standard error, as one line.
void complain(std::string_view message);

/// `shuye: a.md: decode: at byte 17: …`
void complain(std::string_view input, const shuye::Error& error);

/// `shuye: a.md: warning: at byte 17: …`
void warn(std::string_view input, const std::vector<shuye::Warning>& warnings);

}  // namespace cli
