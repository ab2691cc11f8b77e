#pragma once

/// Texts of a view as a person would read them out: without marks, images or references.

#include <string>
#include <string_view>

#include "shuye/document.h"
#include "shuye/view.h"

namespace shuye {

/// Without the characters that stand for images and references.
std::string without_objects(std::string_view text);

/// The title; where the article has none, the first sentence of its body.
std::string display_title(const Document& document, const View& view);

}  // namespace shuye
