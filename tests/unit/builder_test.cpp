#include "parse/builder.h"

#include <gtest/gtest.h>

#include "describe.h"
#include "shuye/parse.h"

namespace shuye {
namespace {

TEST(Builder, WritesTheTreeInTheOrderOfTheSource) {
  Document document;
  DocumentBuilder builder(document);
  builder.open(BlockKind::list, {0, 9});
  builder.open(BlockKind::item, {0, 4});
  builder.leaf(BlockKind::paragraph, {0, 3}, "一");
  builder.close();
  builder.open(BlockKind::item, {4, 9});
  builder.leaf(BlockKind::paragraph, {4, 7}, "二");
  builder.finish();
  builder.leaf(BlockKind::paragraph, {9, 12}, "三");
  EXPECT_EQ(describe(document),
            "list\n  item\n    paragraph: 一\n  item\n    paragraph: 二\nparagraph: 三\n");
  EXPECT_EQ(document.blocks[0].end, 5U);
  EXPECT_EQ(document.blocks[1].end, 3U);
  EXPECT_EQ(document.blocks[5].parent, kNoBlock);
}

TEST(Builder, WrapsWhatStandsInAListWithoutAnItem) {
  Document document;
  DocumentBuilder builder(document);
  builder.open(BlockKind::list, {}).role = Role::clutter;
  builder.leaf(BlockKind::paragraph, {}, "一");
  builder.open(BlockKind::quote, {});
  builder.leaf(BlockKind::paragraph, {}, "二");
  builder.close();
  builder.open(BlockKind::item, {});
  builder.leaf(BlockKind::paragraph, {}, "三");
  builder.close();
  builder.leaf(BlockKind::paragraph, {}, "四");
  builder.close();
  builder.leaf(BlockKind::paragraph, {}, "五");
  EXPECT_EQ(describe(document),
            "list [clutter ]\n"
            "  item [clutter ]\n    paragraph: 一\n    quote\n      paragraph: 二\n"
            "  item\n    paragraph: 三\n"
            "  item [clutter ]\n    paragraph: 四\n"
            "paragraph: 五\n");
}

TEST(Builder, MakesRowsAndCellsOfWhatStandsInATable) {
  Document document;
  DocumentBuilder builder(document);
  builder.open(BlockKind::table, {});
  builder.leaf(BlockKind::caption, {}, "表");
  builder.leaf(BlockKind::paragraph, {}, "一");
  builder.open(BlockKind::row, {});
  builder.leaf(BlockKind::cell, {}, "二");
  builder.open(BlockKind::quote, {});
  builder.leaf(BlockKind::paragraph, {}, "三");
  builder.close();
  builder.close();
  builder.close();
  EXPECT_EQ(describe(document),
            "table\n  caption: 表\n  row\n    cell: 一\n  row\n    cell: 二\n    cell: 三\n");
}

TEST(Builder, TakesPartsFromWhereTheyHaveNoPlace) {
  Document document;
  DocumentBuilder builder(document);
  builder.open(BlockKind::item, {}).task = Task::done;
  builder.leaf(BlockKind::cell, {}, "一");
  builder.leaf(BlockKind::term, {}, "二");
  builder.close();
  builder.open(BlockKind::definition_list, {});
  builder.leaf(BlockKind::term, {}, "三");
  builder.leaf(BlockKind::paragraph, {}, "四");
  builder.finish();
  EXPECT_EQ(describe(document),
            "paragraph: 一\nparagraph: 二\n"
            "definition_list\n  term: 三\n  definition\n    paragraph: 四\n");
}

TEST(Builder, KeepsWhatIsTooDeepInTheLastLevel) {
  Document document;
  DocumentBuilder builder(document);
  constexpr std::size_t kLevels = 100000;
  for (std::size_t i = 0; i < kLevels; ++i) builder.open(BlockKind::quote, {});
  EXPECT_EQ(builder.depth(), kLevels);
  builder.open(BlockKind::list, {});
  builder.open(BlockKind::item, {});
  builder.leaf(BlockKind::paragraph, {}, "深");
  builder.finish();
  builder.leaf(BlockKind::paragraph, {}, "外");
  ASSERT_EQ(document.blocks.size(), kMaxDepth + 2);
  EXPECT_EQ(document.blocks[kMaxDepth].text, "深");
  EXPECT_EQ(document.blocks[kMaxDepth].parent, kMaxDepth - 1);
  EXPECT_EQ(document.blocks[kMaxDepth + 1].parent, kNoBlock);
}

TEST(Builder, HasNoListAtTheLastLevelSinceItCouldHoldNoItem) {
  Document document;
  DocumentBuilder builder(document);
  for (std::size_t i = 0; i + 1 < kMaxDepth; ++i) builder.open(BlockKind::quote, {});
  builder.open(BlockKind::list, {});
  builder.open(BlockKind::item, {});
  builder.leaf(BlockKind::paragraph, {}, "深");
  builder.finish();
  EXPECT_EQ(document.blocks.back().kind, BlockKind::paragraph);
  EXPECT_EQ(document.blocks.size(), kMaxDepth);
}

TEST(Builder, SortsSpansAndDropsEmptyOnes) {
  Document document;
  DocumentBuilder builder(document);
  Span inner, outer, empty;
  inner.begin = 0, inner.end = 3;
  outer.begin = 0, outer.end = 6, outer.kind = SpanKind::emphasis;
  empty.begin = 3, empty.end = 3;
  builder.leaf(BlockKind::paragraph, {}, "甲乙", {inner, empty, outer});
  EXPECT_EQ(describe(document), "paragraph: emphasis(strong(甲)乙)\n");
}

TEST(Builder, MakesRoomByHowFarTheSourceWasRead) {
  constexpr std::size_t kBlocks = 100'000;
  Document document;
  DocumentBuilder builder(document, kBlocks * 10);
  for (std::size_t i = 0; i < kBlocks; ++i) {
    builder.leaf(BlockKind::paragraph, {i * 10, i * 10 + 9}, "短");
  }
  builder.finish();
  EXPECT_EQ(document.blocks.size(), kBlocks);
  EXPECT_LT(document.blocks.capacity(), kBlocks + kBlocks / 8);
}

}  // namespace
}  // namespace shuye
