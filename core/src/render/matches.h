#pragma once

/// What was found, as it stands in the JSON.

#include <span>

#include "render/json_writer.h"
#include "shuye/document.h"
#include "shuye/view.h"

namespace shuye {

void write_keywords(std::span<const ViewKeyword> keywords, JsonWriter& json);

/// With `context` UTF-16 units of text on each side, where that is not 0.
void write_matches(const View& view, std::size_t context, JsonWriter& json);

}  // namespace shuye
