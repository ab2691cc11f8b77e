#pragma once

/// Texts of a view as a person would read them out: without marks, images or references.

#include <string>
#include <string_view>

#include "shuye/document.h"
#include "shuye/view.h"
#include "text/character.h"

namespace shuye {

/// The title; where the article has none, the first sentence of its body.
std::string display_title(const Document& document, const View& view);

/// Hands the text of `to_text` to `write` in pieces.
template <typename Write>
void write_text(const Document& document, const View& view, const Write& write) {
  bool first = true;
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    std::string_view text = view.blocks[i].text;
    if (!view.blocks[i].shown || !is_leaf(block.kind)) continue;
    std::string without;
    if (find_object(text) != std::string_view::npos) {
      text = without = without_objects(text);
    }
    if (block.kind != BlockKind::code) text = trim(text);
    if (text.empty()) continue;
    // A table's row is a line, its cells parted by tabs; everything else stands apart.
    const bool in_row = block.kind == BlockKind::cell;
    if (!first) {
      const bool first_cell = in_row && i == block.parent + 1;
      const bool first_row = first_cell && document.blocks[block.parent].parent + 1 == block.parent;
      write(!in_row || first_row ? "\n\n" : first_cell ? "\n" : "\t");
    }
    first = false;
    write(text);
  }
  if (!first) write("\n");
}

}  // namespace shuye
