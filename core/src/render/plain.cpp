#include "render/plain.h"

#include "shuye/render.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// A title that is longer is cut off.
constexpr std::size_t kMaxTitle = 60;  // in characters

/// The text up to and including the mark that ends its first sentence.
std::string first_sentence(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == kMaxTitle) return std::string(text.substr(0, at)) + "…";
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    const char32_t p = c.code_point;
    if (p == U'。' || p == U'！' || p == U'？' || p == U'!' || p == U'?' || p == U'\n') break;
  }
  return std::string(trim(text.substr(0, at)));
}

}  // namespace

std::string without_objects(std::string_view text) {
  std::string out;
  for (;;) {
    const std::size_t object = text.find(kObjectReplacement);
    out.append(text.substr(0, object));
    if (object == std::string_view::npos) return out;
    text.remove_prefix(object + kObjectReplacement.size());
  }
}

std::string display_title(const Document& document, const View& view) {
  if (!view.metadata.title.empty()) return view.metadata.title;
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    if (!view.blocks[i].shown || document.blocks[i].role != Role::body) continue;
    std::string sentence = first_sentence(trim(without_objects(view.blocks[i].text)));
    if (!sentence.empty()) return sentence;
  }
  return {};
}

std::string to_text(const Document& document, const View& view) {
  std::string out;
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!view.blocks[i].shown || !is_leaf(block.kind)) continue;
    const std::string text = without_objects(view.blocks[i].text);
    const std::string_view trimmed = block.kind == BlockKind::code ? text : trim(text);
    if (trimmed.empty()) continue;
    // A table's row is a line, its cells parted by tabs; everything else stands apart.
    const bool in_row = block.kind == BlockKind::cell;
    if (!out.empty()) {
      const bool first_cell = in_row && i == block.parent + 1;
      const bool first_row = first_cell && document.blocks[block.parent].parent + 1 == block.parent;
      out.append(!in_row || first_row ? "\n\n" : first_cell ? "\n" : "\t");
    }
    out.append(trimmed);
  }
  if (!out.empty()) out.push_back('\n');
  return out;
}

}  // namespace shuye
