#pragma once

/// What was found, as it stands in the JSON.

#include "render/json_writer.h"
#include "shuye/document.h"
#include "shuye/view.h"

namespace shuye {

/// The first `count` keywords of the view.
void write_keywords(const View& view, std::size_t count, JsonWriter& json);

/// With `context` UTF-16 units of text on each side, where that is not 0.
void write_matches(const View& view, std::size_t context, JsonWriter& json);

}  // namespace shuye
