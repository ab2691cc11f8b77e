#include <algorithm>
#include <tuple>

#include "shuye/view.h"

// From match to match.

namespace shuye {
namespace {

bool is_before(const ViewMatch& match, BlockIndex block, std::uint32_t offset) {
  return std::tie(match.block, match.begin) < std::tie(block, offset);
}

bool is_behind(const ViewMatch& match, BlockIndex block, std::uint32_t offset) {
  return std::tie(match.block, match.begin) > std::tie(block, offset);
}

bool is_wanted(const ViewMatch& match, std::optional<std::uint32_t> keyword) {
  return !keyword || match.keyword == *keyword;
}

}  // namespace

std::optional<std::size_t> next_match(const View& view, BlockIndex block, std::uint32_t offset,
                                      std::optional<std::uint32_t> keyword) {
  const std::size_t count = view.matches.size();
  const auto first = std::partition_point(
      view.matches.begin(), view.matches.end(),
      [&](const ViewMatch& match) { return !is_behind(match, block, offset); });
  const auto from = static_cast<std::size_t>(first - view.matches.begin());
  for (std::size_t way = 0; way < count; ++way) {
    const std::size_t index = (from + way) % count;
    if (is_wanted(view.matches[index], keyword)) return index;
  }
  return std::nullopt;
}

std::optional<std::size_t> previous_match(const View& view, BlockIndex block, std::uint32_t offset,
                                          std::optional<std::uint32_t> keyword) {
  const std::size_t count = view.matches.size();
  const auto end =
      std::partition_point(view.matches.begin(), view.matches.end(),
                           [&](const ViewMatch& match) { return is_before(match, block, offset); });
  const auto from = static_cast<std::size_t>(end - view.matches.begin());
  for (std::size_t way = 1; way <= count; ++way) {
    const std::size_t index = (from + count - way) % count;
    if (is_wanted(view.matches[index], keyword)) return index;
  }
  return std::nullopt;
}

}  // namespace shuye
