#pragma once

#include <string>
#include <vector>

#include <shuye/shuye.h>

#include "packs.h"
#include "request.h"

namespace cli {

/// The whole way from bytes to output, which goes to `sink`; gives the article's warnings. Fails as
/// `Article::open` and `Article::render` do, and when a pack cannot be had; the sink got nothing
/// then. Takes the bytes.
shuye::Result<std::vector<shuye::Warning>> answer(std::string bytes, const Request& request,
                                                  PackFolder& folder, const shuye::Sink& sink);

}  // namespace cli
