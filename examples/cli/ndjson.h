#pragma once

/// Batches: one JSON object a line in, one out (ndjson.org).

#include <string>
#include <system_error>

#include "files.h"
#include "packs.h"
#include "request.h"

namespace cli {

struct BatchOptions {
  Request defaults;
  std::string name;       ///< of the input, for messages
  bool warnings = true;   ///< tell of the articles' warnings
  bool progress = false;  ///< show on the terminal how far the batch is
};

/// How a batch ended: with every line answered, or stopped by its input or its output.
struct BatchEnd {
  shuye::Result<void> read;
  std::error_code written;
};

BatchEnd run_batch(Input& input, Sink& sink, const BatchOptions& options, PackFolder& folder);

}  // namespace cli
