#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <shuye/shuye.h>

namespace cli {

/// What is asked of one article. The command line fills one in; a line of a batch begins with a
/// copy.
struct Request {
  shuye::OpenOptions open;
  shuye::ViewOptions view;
  shuye::Keyword as_keyword;  ///< how the keywords that come are to be found
  shuye::Output output = shuye::Output::html;
};

/// Sets one option by the name that the command line and a line of a batch share: `script`, `to`,
/// `keywords`, `keyword`, `match`, `overlaps`, `context`, `show`, `punctuation`, `format`,
/// `charset`, `name` or `cut`. Keywords are added to those that are there. Fails with a message
/// that names the values there are.
shuye::Result<void> set_option(Request& request, std::string_view name, std::string_view value);

/// Cuts a list at commas and semicolons of either width and at the enumeration comma (、); empty
/// parts are left out, and so is white space around a part.
std::vector<std::string> cut_list(std::string_view list);

}  // namespace cli
