#include "shuye/clean.h"

#include "clean/byline.h"
#include "clean/clutter.h"
#include "clean/edges.h"
#include "clean/headings.h"
#include "clean/lines.h"
#include "clean/scripts.h"
#include "clean/surroundings.h"
#include "clean/title.h"
#include "repair/unseen.h"

namespace shuye {

float least_confidence(Cutting cutting) {
  switch (cutting) {
    case Cutting::cautious:
      return 0.85F;
    case Cutting::normal:
      return 0.5F;
    case Cutting::bold:
      return 0.3F;
  }
  return 0.5F;
}

namespace {

/// Leaves what no rule was sure enough of; whether there was such a block.
bool spare(Document& document, float least) {
  bool spared = false;
  for (Block& block : document.blocks) {
    if (block.role != Role::clutter || block.confidence >= least) continue;
    block.role = Role::body;
    block.rule = {};
    block.confidence = 1;
    spared = true;
  }
  return spared;
}

}  // namespace

// The order matters: what nobody sees must be gone before lines are compared; related articles have
// bylines of their own; bylines must be known before the title is looked for (they stand around
// it); and clutter must be gone before short lines are taken for headings.
void clean(Document& document, const CleanOptions& options) {
  const float least = least_confidence(options.cut);
  const std::vector<BlockIndex> unseen = find_scripts(document);
  for (const BlockIndex block : unseen) remove_unseen(document, block);
  remove_unseen(document, document.metadata);
  spare(document, least);  // what the parser took for clutter
  std::vector<Line> lines = lines_of(document);
  for (const auto step :
       {cut_surroundings, cut_head, cut_related, cut_edges, find_bylines, find_title, cut_tail}) {
    step(document, lines);
    keep_body(document, lines);
  }
  if (spare(document, least)) lines = lines_of(document);
  infer_headings(document, lines);
  name_headings(document);
}

}  // namespace shuye
