#include "clean/scripts.h"

#include <string_view>
#include <vector>

#include "shuye/script.h"
#include "text/script_evidence.h"

namespace shuye {
namespace {

bool is_read(const Block& block) { return block.kind != BlockKind::code && !block.text.empty(); }

/// Each leaf alone would not tell; a sample of the article does.
struct Sample {
  explicit Sample(const Document& document);

  ScriptEvidence whole;
  std::vector<ScriptEvidence> blocks;  // of the document's first ones, without words
};

Sample::Sample(const Document& document) : whole(document.metadata.title) {
  constexpr std::size_t kEnough = std::size_t{1} << 16;  // bytes
  std::vector<std::string_view> texts = {document.metadata.title};
  std::size_t size = texts[0].size();
  for (const Block& block : document.blocks) {
    if (size > kEnough) break;
    ScriptEvidence& evidence = blocks.emplace_back();
    if (!is_read(block)) continue;
    evidence = ScriptEvidence(block.text);
    if (block.role != Role::body) continue;
    whole += evidence;
    texts.push_back(block.text);
    size += block.text.size();
  }
  if (!whole.needs_words()) return;
  for (const std::string_view text : texts) whole.add_words(text);
}

/// Three characters, and none that tells otherwise; one, where half of the document is foreign.
float least_confidence(const Document& document) { return document.detection.mixed ? 0.5F : 0.75F; }

bool is_same(Script a, Script b) { return a == b || (is_traditional(a) && is_traditional(b)); }

}  // namespace

std::vector<BlockIndex> find_scripts(Document& document) {
  const Sample sample(document);
  document.detection = sample.whole.detection();
  document.script = settle_script(document.detection, document.named_script);
  const float sure = least_confidence(document);
  std::vector<BlockIndex> unseen;
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (!is_read(block)) continue;
    ScriptEvidence evidence =
        i < sample.blocks.size() ? sample.blocks[i] : ScriptEvidence(block.text);
    if (evidence.has_unseen()) unseen.push_back(i);
    // Nearly all blocks are in the document's script, which is sooner found out than the rest.
    const Script script = evidence.script();
    if (script == Script::none || is_same(script, document.script)) continue;
    // A Japanese line may be Han alone, and then looks like any of them.
    if (document.script == Script::ja) continue;
    if (evidence.needs_words()) evidence.add_words(block.text);
    const Detection own = evidence.detection();
    if (own.confidence < sure) continue;
    block.script = own.script;
    block.by_character = own.by_character;
  }
  return unseen;
}

}  // namespace shuye
