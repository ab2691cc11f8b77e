#include "search/pair_finder.h"

namespace shuye {

// There is no branch on whether a keyword may begin: that follows no rule which a processor could
// foresee.
bool PairFinder::find(Places& places) {
  const char16_t* text = text_.data();
  const UnitClass* classes = set_.classes.narrow();
  const Neighbours::Sets* all_sets = set_.neighbours.sets();
  std::size_t size = 0;
  std::size_t at = at_;
  unsigned right = right_;
  while (at > 0 && size < Places::kMost) {
    const unsigned sets = all_sets[classes[text[at - 1]]];
    if (sets == Neighbours::kNotRead) break;
    places.edges[size] = static_cast<std::uint32_t>(at);
    size += (sets & right) != 0 ? 1 : 0;
    right = sets >> Neighbours::kHalf;
    --at;
  }
  places.size = size;
  at_ = at;
  right_ = right;
  return at == 0 || size == Places::kMost;
}

}  // namespace shuye
