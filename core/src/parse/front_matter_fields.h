#pragma once

#include "parse/front_matter_value.h"
#include "shuye/document.h"

namespace shuye {

/// Takes the fields that metadata has a place for, under any of the names that site generators and
/// people give them; the others go to `Metadata::extra`, and so does what one place has no room
/// for.
void apply_fields(const Value& fields, Metadata& metadata);

/// Whether front matter is known to have a field of that name: one that metadata has a place for,
/// or one that tells a site generator what to do.
bool is_known_field(std::string_view name);

}  // namespace shuye
