#pragma once

/// What every map of a conversion promises, for tests of any kind.

#include <shuye/offset_map.h>

#include <string>
#include <string_view>

namespace shuye::testing {

/// The promise that the map of a text and what it was converted to does not keep; empty when it
/// keeps all.
inline std::string broken_promise(const OffsetMap& map, std::string_view original,
                                  std::string_view converted) {
  using Edge = OffsetMap::Edge;
  for (const Edge edge : {Edge::begin, Edge::end}) {
    std::size_t before = 0;
    for (std::size_t i = 0; i <= original.size(); ++i) {
      const std::size_t to = map.to_converted(i, edge);
      if (to < before || to > converted.size()) {
        return "to_converted is monotone and total, at " + std::to_string(i);
      }
      before = to;
    }
    before = 0;
    for (std::size_t i = 0; i <= converted.size(); ++i) {
      const std::size_t to = map.to_original(i, edge);
      if (to < before || to > original.size()) {
        return "to_original is monotone and total, at " + std::to_string(i);
      }
      before = to;
    }
  }
  if (map.to_converted(original.size()) != converted.size()) return "the end goes to the end";
  if (map.to_original(converted.size()) != original.size()) return "the end comes from the end";
  const auto is_boundary_at = [&](std::size_t i, std::size_t place) {
    return map.to_converted(i, Edge::begin) == place && map.to_converted(i, Edge::end) == place;
  };
  for (std::size_t i = 0; i <= original.size(); ++i) {
    const std::size_t place = map.to_converted(i, Edge::begin);
    if (!is_boundary_at(i, place) || map.to_original(place) == i) continue;
    // What was lost has nothing to come back from.
    const bool lost = (i > 0 && is_boundary_at(i - 1, place)) || is_boundary_at(i + 1, place);
    if (!lost) return "boundaries go there and back, at " + std::to_string(i);
  }
  for (std::size_t i = 0; i < original.size(); ++i) {
    const std::size_t to = map.to_converted(i, Edge::begin);
    const bool inside = map.to_converted(i, Edge::end) != to;
    const bool begins_piece =
        map.to_converted(i + 1, Edge::begin) == to || map.to_original(to + 1, Edge::begin) == i;
    if (!inside && !begins_piece && original[i] != converted[to]) {
      return "outside pieces the texts are the same, at " + std::to_string(i);
    }
  }
  return {};
}

}  // namespace shuye::testing
