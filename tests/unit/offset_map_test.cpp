#include <gtest/gtest.h>
#include <shuye/convert.h>
#include <shuye/offset_map.h>

#include <random>

#include "support/offset_maps.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {
namespace {

using Edge = OffsetMap::Edge;

TEST(OffsetMap, IsTheIdentityAtFirst) {
  const OffsetMap map;
  EXPECT_TRUE(map.identity());
  EXPECT_EQ(map.to_converted(0), 0u);
  EXPECT_EQ(map.to_converted(7), 7u);
  EXPECT_EQ(map.to_original(7, Edge::end), 7u);
}

// original   ab[cde]f[g]
// converted  ab[XY]f[1234]
OffsetMap example() {
  OffsetMap map;
  map.keep(2);
  map.replace(3, 2);
  map.keep(1);
  map.replace(1, 4);
  return map;
}

TEST(OffsetMap, IsExactAtBoundariesAndRoundsInsidePieces) {
  const OffsetMap map = example();
  EXPECT_FALSE(map.identity());
  const std::size_t begins[] = {0, 1, 2, 2, 2, 4, 5, 9, 10};
  const std::size_t ends[] = {0, 1, 2, 4, 4, 4, 5, 9, 10};
  for (std::size_t i = 0; i < 9; ++i) {
    EXPECT_EQ(map.to_converted(i, Edge::begin), begins[i]) << i;
    EXPECT_EQ(map.to_converted(i, Edge::end), ends[i]) << i;
  }
  EXPECT_EQ(map.to_original(3, Edge::begin), 2u);
  EXPECT_EQ(map.to_original(3, Edge::end), 5u);
  EXPECT_EQ(map.to_original(5), 6u);
  EXPECT_EQ(map.to_original(7, Edge::begin), 6u);
  EXPECT_EQ(map.to_original(7, Edge::end), 7u);
  EXPECT_EQ(map.to_original(9), 7u);
  EXPECT_EQ(map.to_original(11), 9u);  // past the end
}

TEST(OffsetMap, ComposesTwoConversions) {
  OffsetMap second;  // of abXYf1234: [abX] becomes one byte, [f] three
  second.replace(3, 1);
  second.keep(1);
  second.replace(1, 3);
  second.keep(4);
  OffsetMap map;
  map.append(example(), second);
  // abcde is one piece now, since [abX] and [cde]→[XY] overlap; then f→3, g→4
  EXPECT_EQ(map.to_converted(0, Edge::end), 0u);
  EXPECT_EQ(map.to_converted(3, Edge::begin), 0u);
  EXPECT_EQ(map.to_converted(3, Edge::end), 2u);
  EXPECT_EQ(map.to_converted(5), 2u);
  EXPECT_EQ(map.to_converted(6), 5u);
  EXPECT_EQ(map.to_converted(7), 9u);
  EXPECT_EQ(map.to_original(4, Edge::begin), 5u);
  EXPECT_EQ(map.to_original(4, Edge::end), 6u);
}

// What is lost has no length in the text between the two.
TEST(OffsetMap, ComposesWhatIsLost) {
  OffsetMap lost;  // abcde becomes ab
  lost.keep(2);
  lost.replace(3, 0);
  OffsetMap second;
  second.keep(2);
  OffsetMap map;
  map.append(lost, second);
  map.keep(1);
  EXPECT_EQ(map.to_converted(2), 2u);
  EXPECT_EQ(map.to_converted(4), 2u);
  EXPECT_EQ(map.to_converted(5), 2u);
  EXPECT_EQ(map.to_converted(6), 3u);

  const std::string text("里\0里。\n头发\0a", 19);
  for (const char* configuration : {"s2t", "s2twp", "tw2sp"}) {
    OffsetMap all;
    const std::string out =
        Converter::create(configuration, all_packs()).value().convert(text, all);
    EXPECT_EQ(testing::broken_promise(all, text, out), "");
  }
}

TEST(OffsetMap, OfConversionsIsMonotoneTotalAndGoesThereAndBack) {
  const std::vector<std::string> words = {"鼠标", "里面", "头发", "干",     "后",   "，",
                                          "ABC",  "B超",  "滑鼠", "裡面",   "軟體", "⿰木人",
                                          "𠀀",   "豈",   "\n",   "计算机", "\xFF", "么"};
  std::mt19937 random(20240501);
  std::size_t cases = 0;
  for (const std::string_view configuration : configurations()) {
    const auto converter = Converter::create(configuration, all_packs());
    ASSERT_TRUE(converter.ok());
    for (int i = 0; i < 40; ++i) {
      std::string original;
      for (int n = static_cast<int>(random() % 12); n > 0; --n) {
        original += words[random() % words.size()];
      }
      OffsetMap map;
      const std::string out = converter->convert(original, map);
      ASSERT_EQ(out, converter->convert(original)) << configuration << ' ' << original;
      ASSERT_EQ(testing::broken_promise(map, original, out), "")
          << configuration << ' ' << original;
      ++cases;
    }
  }
  EXPECT_EQ(cases, 640u);
}

// 鼠标 becomes 滑鼠 as a whole, 头发 becomes 頭髮 character by character.
TEST(OffsetMap, IsAsFineAsThePhrasesAllow) {
  OffsetMap map;
  const std::string original = "我的鼠标和头发";
  const std::string out = Converter::create("s2twp", all_packs())->convert(original, map);
  ASSERT_EQ(out, "我的滑鼠和頭髮");
  EXPECT_EQ(map.to_converted(6), 6u);               // 鼠标
  EXPECT_EQ(map.to_converted(9, Edge::begin), 6u);  // its middle
  EXPECT_EQ(map.to_converted(9, Edge::end), 12u);
  EXPECT_EQ(map.to_converted(12), 12u);               // 和
  EXPECT_EQ(map.to_converted(18, Edge::begin), 18u);  // the middle of 头发
  EXPECT_EQ(map.to_converted(18, Edge::end), 18u);
}

TEST(OffsetMap, HoldsTextsThatWereConvertedOneAfterAnother) {
  const auto converter = Converter::create("s2twp", all_packs());
  OffsetMap map;
  std::string out = converter->convert("内存", map);
  out += converter->convert("不够", map);
  out += converter->convert("", map);
  out += converter->convert("鼠标", map);
  ASSERT_EQ(out, "記憶體不夠滑鼠");
  EXPECT_EQ(map.to_converted(3, Edge::end), 9u);
  EXPECT_EQ(map.to_converted(6), 9u);
  EXPECT_EQ(map.to_converted(12), 15u);
  EXPECT_EQ(map.to_converted(18), 21u);
  EXPECT_EQ(map.to_original(4, Edge::begin), 0u);
  EXPECT_EQ(map.to_original(15), 12u);
}

}  // namespace
}  // namespace shuye
