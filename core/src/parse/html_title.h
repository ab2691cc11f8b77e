#pragma once

/// The title of a page, without the name of the site that most pages append to it.

#include <string>
#include <string_view>

#include "shuye/document.h"

namespace shuye {

/// `title` up to the separator before the site's name, when a heading of the page or another line
/// of it says that same part, or the publisher is what follows; else as it is.
std::string without_site_name(std::string_view title, const Document& document);

/// The first heading that says `title`, or else the first paragraph, gets the role.
void mark_title(Document& document, std::string_view title);

/// A line with a date that stands between the title and the article is left to be read as a byline,
/// also where it stands outside of the article's own container.
void spare_byline(Document& document);

}  // namespace shuye
