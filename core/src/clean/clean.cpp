#include "shuye/clean.h"

#include "clean/byline.h"
#include "clean/clutter.h"
#include "clean/headings.h"
#include "clean/title.h"
#include "shuye/script.h"

namespace shuye {
namespace {

/// Simplified or Traditional, by the text of all leaves.
Detection detection_of(const Document& document) {
  // Each leaf alone would not tell; a sample of the article does.
  constexpr std::size_t kEnough = std::size_t{1} << 16;  // bytes
  std::string text = document.metadata.title;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::code || block.role != Role::body) continue;
    text += block.text;
    if (text.size() > kEnough) break;
  }
  return detect(text);
}

}  // namespace

// The order matters: related articles have bylines of their own; bylines must be known before the
// title is looked for (they stand around it); and clutter must be gone before short lines are taken
// for headings.
void clean(Document& document) {
  document.detection = detection_of(document);
  if (document.script == Script::none) document.script = document.detection.script;
  cut_head(document);
  cut_related(document);
  find_bylines(document);
  find_title(document);
  cut_tail(document);
  infer_headings(document);
  name_headings(document);
}

}  // namespace shuye
