#pragma once

/// Opening and rendering in one line, for tests.

#include <string>

#include "shuye/article.h"

namespace shuye {

inline std::string rendered(const std::string& source, Output output,
                            Format format = Format::markdown, const ViewOptions& view = {}) {
  OpenOptions options;
  options.format = format;
  auto article = Article::open(source, options);
  if (!article) return "error: " + article.error().message;
  const auto out = article->render(output, view, {});
  return out ? *out : "error: " + out.error().message;
}

}  // namespace shuye
