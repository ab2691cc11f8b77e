#pragma once

#include <string_view>
#include <system_error>

#include "files.h"
#include "packs.h"

namespace cli {

/// How it ended: whether it was read and converted to the end, and whether everything was written.
struct ConvertEnd {
  shuye::Result<void> read;
  std::error_code written;
};

/// Converts a text of any length by one of OpenCC's configurations, in constant memory.
ConvertEnd convert_stream(Input& input, Sink& sink, std::string_view configuration,
                          PackFolder& folder);

}  // namespace cli
