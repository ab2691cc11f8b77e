#pragma once

/// JSON-LD: what search engines are told of an article (schema.org's Article and its kinds).

#include <string_view>

#include "shuye/document.h"

namespace shuye {

/// Fills in the fields that are empty. `page_title` tells which of two titles is the article's.
/// What is not JSON, or tells of no article, changes nothing.
void read_json_ld(std::string_view json, std::string_view page_title, Metadata& metadata);

}  // namespace shuye
