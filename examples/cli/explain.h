#pragma once

#include <string_view>
#include <system_error>

#include <shuye/convert.h>

#include "convert.h"
#include "files.h"

namespace cli {

/// Writes a table of what a conversion changes in a text, in the order in which it first does: how
/// often, where first (line:character), what became what, and the dictionaries that say so.
ConvertEnd explain_stream(Input& input, Sink& sink, const shuye::Converter& converter,
                          std::string_view configuration);

}  // namespace cli
