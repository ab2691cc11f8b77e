#include "clean/scripts.h"

#include <string>

#include "shuye/script.h"

namespace shuye {
namespace {

Detection detection_of(const Document& document) {
  // Each leaf alone would not tell; a sample of the article does.
  constexpr std::size_t kEnough = std::size_t{1} << 16;  // bytes
  std::string text = document.metadata.title;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::code || block.role != Role::body) continue;
    text += block.text;
    text += '\n';
    if (text.size() > kEnough) break;
  }
  return detect(text);
}

/// Three characters, and none that tells otherwise; one, where half of the document is foreign.
float least_confidence(const Document& document) { return document.detection.mixed ? 0.5F : 0.75F; }

bool is_same(Script a, Script b) { return a == b || (is_traditional(a) && is_traditional(b)); }

}  // namespace

std::vector<BlockIndex> find_scripts(Document& document) {
  document.detection = detection_of(document);
  document.script = settle_script(document.detection, document.named_script);
  const float sure = least_confidence(document);
  std::vector<BlockIndex> unseen;
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (block.kind == BlockKind::code || block.text.empty()) continue;
    // Nearly all blocks are in the document's script, which is sooner found out than the rest.
    const ScriptLook look = look_at_script(block.text);
    if (look.unseen) unseen.push_back(i);
    if (look.script == Script::none || is_same(look.script, document.script)) continue;
    // A Japanese line may be Han alone, and then looks like any of them.
    if (document.script == Script::ja) continue;
    const Detection own = detect(block.text);
    if (own.confidence < sure) continue;
    block.script = own.script;
    block.by_character = own.by_character;
  }
  return unseen;
}

}  // namespace shuye
