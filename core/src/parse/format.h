#pragma once

#include <optional>
#include <string_view>

#include "shuye/document.h"

namespace shuye {

/// The format that a file's name or address says: `.md`, `.markdown`, `.html`, `.htm`, `.xhtml`.
/// Empty for every other name, `.txt` included: all kinds of text are called that.
std::optional<Format> format_of_name(std::string_view name);

/// The format of a text without front matter, decided from its first 256 KB: HTML when it begins as
/// a document of HTML or is mostly tags, Markdown when it has more of its signs than come about by
/// chance, else plain.
Format format_of_text(std::string_view text);

}  // namespace shuye
