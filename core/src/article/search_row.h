#pragma once

/// Texts of some blocks of a view, as they are searched. Those of a whole article are several rows:
/// one that was just made is still in the processor's cache when it is searched.

#include <vector>

#include "shuye/search.h"
#include "shuye/view.h"

namespace shuye {

struct SearchRow {
  TextRow texts;
  std::vector<BlockIndex> blocks;  ///< of the texts
  BlockIndex end = 0;              ///< the first block that comes behind them
};

/// Of the blocks that are shown, from `first` on.
SearchRow search_row(const Document& document, const View& view, BlockIndex first);

}  // namespace shuye
