#pragma once

/// parse: UTF-8 text → Document. Front matter first, then Markdown, HTML or plain text, all into
/// the same tree.

#include <optional>
#include <string>

#include "shuye/decode.h"
#include "shuye/document.h"
#include "shuye/result.h"

namespace shuye {

struct ParseOptions {
  std::optional<Format> format;  ///< empty: decided from the name and from the text
  /// Of the file, or its address: a hint for the format, and what relative addresses of HTML count
  /// from; may be empty.
  std::string name;
};

/// Containers nest at most this deep; what is deeper is flattened into the last level, its text
/// kept.
inline constexpr std::size_t kMaxDepth = 100;

/// Fails only with `internal`. Whatever is broken in the input becomes a warning of the document.
Result<Document> parse(const DecodedText& decoded, const ParseOptions& options = {});

}  // namespace shuye
