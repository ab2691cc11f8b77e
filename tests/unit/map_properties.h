#pragma once

/// What every map of a conversion promises.

#include <gtest/gtest.h>
#include <shuye/offset_map.h>

#include <string_view>

namespace shuye {

/// Monotone, total, there and back, and the texts are the same outside its pieces.
inline void expect_properties(const OffsetMap& map, std::string_view original,
                              std::string_view out) {
  for (const auto edge : {OffsetMap::Edge::begin, OffsetMap::Edge::end}) {
    std::size_t before = 0;
    for (std::size_t i = 0; i <= original.size(); ++i) {
      const std::size_t to = map.to_converted(i, edge);
      ASSERT_GE(to, before) << "monotone";
      ASSERT_LE(to, out.size()) << "total";
      before = to;
    }
    for (std::size_t i = before = 0; i <= out.size(); ++i) {
      const std::size_t to = map.to_original(i, edge);
      ASSERT_GE(to, before);
      ASSERT_LE(to, original.size());
      before = to;
    }
  }
  ASSERT_EQ(map.to_converted(original.size()), out.size());
  ASSERT_EQ(map.to_original(out.size()), original.size());
  for (std::size_t i = 0; i <= original.size(); ++i) {
    const std::size_t begin = map.to_converted(i, OffsetMap::Edge::begin);
    if (begin != map.to_converted(i, OffsetMap::Edge::end)) continue;
    ASSERT_EQ(map.to_original(begin), i) << "boundaries go there and back";
  }
  // Outside pieces the texts are the same.
  for (std::size_t i = 0; i < original.size(); ++i) {
    const std::size_t to = map.to_converted(i, OffsetMap::Edge::begin);
    const bool inside = map.to_converted(i, OffsetMap::Edge::end) != to;
    const bool begins_piece = map.to_converted(i + 1, OffsetMap::Edge::begin) == to ||
                              map.to_original(to + 1, OffsetMap::Edge::begin) == i;
    if (!inside && !begins_piece) {
      ASSERT_EQ(original[i], out[to]) << i;
    }
  }
}

}  // namespace shuye
