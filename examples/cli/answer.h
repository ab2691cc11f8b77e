#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <shuye/shuye.h>

#include "packs.h"
#include "request.h"

namespace cli {

struct Answer {
  std::string output;
  std::vector<shuye::Warning> warnings;
};

/// The whole way from bytes to output. Fails as `Article::open` and `Article::render` do, and when
/// a pack cannot be had. Takes the bytes.
shuye::Result<Answer> answer(std::string bytes, const Request& request, PackFolder& folder);

}  // namespace cli
