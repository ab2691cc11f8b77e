#pragma once

#include <string_view>
#include <system_error>

#include <shuye/convert.h>

#include "files.h"
#include "packs.h"

namespace cli {

/// How it ended: whether it was read and converted to the end, and whether everything was written.
struct ConvertEnd {
  shuye::Result<void> read;
  std::error_code written;
};

/// The converter of one of OpenCC's configurations, or of several that plus signs join; of the
/// glossary alone where none is named. Fails when a pack cannot be had.
shuye::Result<shuye::Converter> converter_for(std::string_view configuration,
                                              const shuye::Glossary& glossary, PackFolder& folder);

/// Converts a text of any length in constant memory.
ConvertEnd convert_stream(Input& input, Sink& sink, const shuye::Converter& converter);

}  // namespace cli
