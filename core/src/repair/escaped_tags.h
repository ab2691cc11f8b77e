#pragma once

/// Tags in a text whose angle brackets are character references: `&lt;p&gt;`.

#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye {

/// A character reference that is read as text.
struct Reference {
  Range place;
  char32_t code_point = 0;
};

struct EscapedTag {
  Range place;
  bool breaks = false;  ///< a line ends there
};

/// Those of elements that a text is formatted with, in pairs or such as need no partner. Sorted, as
/// `references` are.
std::vector<EscapedTag> escaped_tags(std::string_view text,
                                     const std::vector<Reference>& references);

}  // namespace shuye
