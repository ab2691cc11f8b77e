#include "article/search_row.h"

namespace shuye {
namespace {

constexpr std::size_t kBytes = std::size_t{1} << 16;

}  // namespace

SearchRow search_row(const Document& document, const View& view, BlockIndex first) {
  SearchRow row;
  std::size_t bytes = 0;
  for (row.end = first; row.end < view.blocks.size() && bytes < kBytes; ++row.end) {
    const std::string& text = document.blocks[row.end].text;
    if (!view.blocks[row.end].shown || text.empty()) continue;
    row.texts.add(text);
    row.blocks.push_back(row.end);
    bytes += text.size();
  }
  row.texts.shrink();
  return row;
}

}  // namespace shuye
