#pragma once

/// JSON-LD: what search engines are told of an article (schema.org's Article and its kinds).

#include <string_view>

#include "shuye/document.h"

namespace shuye {

/// Fills in the fields that are empty. What is not JSON, or tells of no article, changes nothing.
void read_json_ld(std::string_view json, Metadata& metadata);

}  // namespace shuye
