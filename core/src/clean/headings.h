#pragma once

#include "clean/lines.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Turns paragraphs that are headings without markup into headings, where the article has none with
/// markup, and gives every heading its level.
SHUYE_APART void infer_headings(Document& document, const std::vector<Line>& lines);

/// Gives every heading of the body its id: `s1`, `s2`, ….
SHUYE_APART void name_headings(Document& document);

/// Whether a line surely says of itself that it heads a section: by its number, or by a name such
/// as 序章.
bool begins_section(const Line& line);

}  // namespace shuye
