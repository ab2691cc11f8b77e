#pragma once

/// Which way the texts of a document go to the script of a view.

#include <string_view>
#include <vector>

#include "shuye/document.h"
#include "shuye/result.h"
#include "shuye/script.h"

namespace shuye {

/// How the texts of one script come to the view's.
struct Way {
  std::string_view configuration;  ///< of `configuration_for`
  Script script = Script::none;    ///< that the texts are in then

  bool operator==(const Way&) const = default;
};

/// Where the source names no region, the words may tell it. That is reason enough for the right
/// words in another script, and for leaving the text as it is in its own; not for changing the
/// forms of a text that is in the script asked for.
Way way_of(const Document& document, Script to);

/// A block of another script goes its own way; one in Japanese stays what it is.
Way way_of(const Document& document, const Block& block, Script to);

/// Adds the names of the packs of a configuration that are not there yet; none of an empty one.
Result<void> add_packs(std::string_view configuration, std::vector<std::string_view>& all);

}  // namespace shuye
