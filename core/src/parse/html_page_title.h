#pragma once

/// The article's title in a page's `title`, where words are parted by spaces.

#include <string>
#include <string_view>

#include "shuye/document.h"

namespace shuye {

/// `title` without what is set apart behind it, or before a colon, as long as enough words are
/// left: Readability's rules, with the document's headings to go by. Linear.
std::string title_of_words(std::string_view title, const Document& document);

}  // namespace shuye
