#pragma once

/// The tags of inline HTML that stand in a Markdown paragraph. Only single tags are read here,
/// which cmark-gfm has found to be well-formed; what they mean is the matter of html_elements.h.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shuye {

struct InlineTag {
  std::string name;  ///< in lower case
  bool closing = false;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names in lower case

  /// The value of the first attribute of that name; empty when there is none.
  std::string_view attribute(std::string_view wanted) const;
};

/// Empty for what is no tag: comments, declarations, instructions.
std::optional<InlineTag> read_inline_tag(std::string_view html);

}  // namespace shuye
