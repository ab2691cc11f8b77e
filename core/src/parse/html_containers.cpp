#include "parse/html_containers.h"

#include <algorithm>

#include "parse/html_measure.h"
#include "parse/html_names.h"

namespace shuye {
namespace {

constexpr std::uint32_t kShortestDeclared = 100 * kLetter;
constexpr std::uint32_t kFewestMarks = 2;
constexpr double kMostLinks = 0.4;

/// `titled`: below the page's title. A text of code and short lines can have hardly any mark.
bool is_declared(const SketchNode& node, const Tally& tally, bool titled) {
  if (!node.names.say(kContainer) && !node.is("article")) return false;
  const std::uint32_t fewest = titled && node.names.say(kContainer) ? 1 : kFewestMarks;
  return tally.length >= kShortestDeclared && tally.marks >= fewest &&
         tally.link_density() < kMostLinks;
}

bool holds(const SketchNode& outer, const SketchNode& inner) {
  return inner.first >= outer.first && inner.last <= outer.last;
}

}  // namespace

std::uint32_t find_declared(const HtmlTree& tree, const PageMeasure& measure,
                            const std::vector<Names>& names) {
  constexpr std::uint64_t kShare = 4;  // 1 / 4
  const std::uint32_t whole = measure.of(0).length;
  std::uint32_t found = 0;
  int found_rank = 0;
  std::uint64_t found_length = 0;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const int rank = names[i].say(kContainer)      ? 3
                     : tree[i].name() == "article" ? 2
                     : tree[i].name() == "main"    ? 1
                                                   : 0;
    const std::uint64_t length = rank == 0 ? 0 : measure.of(i).length;
    if (length == 0 || rank < found_rank || length * kShare < whole) continue;
    // Inside of the one found, one that holds nearly all of it fits better.
    const bool inside = found != 0 && i < tree[found].end;
    if (rank == found_rank && (inside ? length * 20 < found_length * 19 : length <= found_length)) {
      continue;
    }
    found = i;
    found_rank = rank;
    found_length = length;
  }
  return found;
}

/// The outermost box inside of the found ones that is named for an article's text and holds most of
/// theirs that is no link.
std::uint32_t narrower(const PageSketch& sketch, const std::vector<Tally>& totals,
                       const ArticleBoxes& boxes, bool chinese) {
  const std::uint64_t share = chinese ? 80 : 95;
  std::uint64_t whole = 0;
  for (const std::uint32_t part : boxes.parts) {
    whole += totals[part].length - totals[part].link_length;
  }
  for (const std::uint32_t part : boxes.parts) {
    for (std::uint32_t i = part; i < sketch[part].end; ++i) {
      if (!sketch[i].names.say(kContainer)) continue;
      const std::uint64_t length = totals[i].length - totals[i].link_length;
      if (length * 100 >= whole * share) return i;
    }
  }
  return 0;
}

bool prefer_declared(const PageSketch& sketch, const std::vector<Tally>& totals,
                     std::uint32_t heading, bool chinese, ArticleBoxes& boxes) {
  if (boxes.top != 0) {
    if (const std::uint32_t inner = narrower(sketch, totals, boxes, chinese)) {
      boxes = {inner, {inner}};
      return true;
    }
  }
  std::uint32_t found = 0;
  unsigned count = 0;
  for (std::uint32_t i = 1; i < sketch.size(); ++i) {
    if (!is_declared(sketch[i], totals[i], heading != 0)) continue;
    if (found != 0 && i < sketch[found].end) continue;
    if (heading != 0 && sketch[i].last <= heading) continue;
    if (heading != 0 && found != 0) break;
    found = i;
    ++count;
  }
  if (found == 0 || (heading == 0 && count > 1)) return false;
  const SketchNode& declared = sketch[found];
  if (boxes.top != 0) {
    const SketchNode& top = sketch[boxes.top];
    if (holds(declared, top) || holds(top, declared)) return true;
    for (const std::uint32_t part : boxes.parts) {
      if (holds(sketch[part], declared)) return true;
    }
    if (heading != 0 && heading >= top.first && heading < top.last) return false;
  }
  boxes.top = found;
  boxes.parts = {found};
  return true;
}

}  // namespace shuye
