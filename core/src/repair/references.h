#pragma once

/// Character references that are read as text: `&nbsp;&nbsp;他说`, `&ldquo;好&rdquo;`. What escaped
/// a page twice, or took text out of one, left them. An article about HTML means them as they are.

#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// Puts the characters there, and takes away the tags that were escaped with them, where the
/// references are used and not talked about: they do in their places what their characters do
/// (quotation marks come in pairs, spaces in runs or at the ends of lines), and nothing in the
/// document is about markup. Code and addresses stay as they are.
SHUYE_APART void mend_references(Document& document);

}  // namespace shuye
