#pragma once

/// Front matter: the fields before an article, in YAML (`---`), TOML (`+++`) or JSON (an object,
/// bare or between `;;;`).

#include <cstddef>
#include <string_view>

#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Front matter longer than this is none.
inline constexpr std::size_t kMaxFrontMatterBytes = std::size_t{1} << 20;

/// Reads the front matter that `text` begins with into the document's metadata. Returns where the
/// article begins, in bytes; 0 when there is no front matter. What is broken becomes a warning, and
/// what can be read line by line is read.
SHUYE_APART std::size_t read_front_matter(std::string_view text, Document& document);

}  // namespace shuye
