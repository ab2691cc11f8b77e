#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <shuye/document.h>

#include "packs.h"
#include "request.h"

namespace cli {

struct LineAnswer {
  std::string json;  ///< one line, without its newline
  bool ok = false;
  std::vector<shuye::Warning> warnings;  ///< of the article
};

/// Answers one line of a batch; whatever is wrong with it becomes an answer, too. `number` counts
/// the input's lines from 1.
LineAnswer answer_line(const std::string& line, std::size_t number, const Request& defaults,
                       PackFolder& folder);

/// The answer to a line that is too large to be read.
LineAnswer refuse_line(const std::string& message, std::size_t number);

}  // namespace cli
