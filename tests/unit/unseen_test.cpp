#include "repair/unseen.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "shuye/article.h"
#include "shuye/clean.h"
#include "support.h"
#include "unit/describe.h"
#include "unit/open.h"

namespace shuye {
namespace {

Article opened(std::string_view text, Format format = Format::markdown) {
  auto article = Article::open(text, {format, "", ""});
  EXPECT_TRUE(article) << text;
  return std::move(article).value();
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(Unseen, GoesBesideChinese) {
  constexpr Case kCases[] = {
      {"软\u200B件与軟\u200B體", "软件与軟體"},
      {"软\u200C件\u200D和\u2060程\uFEFF序\u00AD员", "软件和程序员"},
      {"句号。\u200B他说：\u200B“好”\u200B。", "句号。他说：“好”。"},
      {"他在\u200BGoogle\u200B工作\u200D3\u200B年", "他在Google工作3年"},
      {"\u200E2020\u200E年\u200E3\u200E月", "2020年3月"},
      {"\u200B\uFEFF两头\u200B", "两头"},
      {"软\u200B**件\u200B工**\u200B程", "软strong(件工)程"},
      {"**“重点”**\u200B后文", "strong(“重点”)后文"},
      {"ひら\u200Bがな・한\u200B국", "ひらがな・한국"},
      {"软&#8203;件&ZeroWidthSpace;工&shy;程", "软件工程"},
  };
  for (const Case& c : kCases) {
    const Article article = opened(c.text);
    ASSERT_EQ(article.document().blocks.size(), 1U) << c.text;
    EXPECT_EQ(describe_leaf(article.document().blocks[0]), c.expected) << c.text;
    EXPECT_FALSE(article.document().repairs.empty());
  }
}

TEST(Unseen, StaysWhereItMeansSomething) {
  for (const std::string_view text : {
           "一家👨\u200D👩\u200D👧人，❤\uFE0F\u200D🔥好",  // emoji
           "波斯文می\u200Cخواهم，印地文क्\u200Dष。",    // letters that are shaped
           "好\u200D👍",                                // a joiner beside one of them
           "inter\u00ADnational\u200Bword",            // words
           "泰文ภาษา\u200Bไทย",                        // words, without spaces
           "葛\U000E0100城，邊\uFE00",                 // variants
           "中文\u200Fعربي",                           // a direction
       }) {
    const Article article = opened(text);
    ASSERT_EQ(article.document().blocks.size(), 1U);
    EXPECT_EQ(article.document().blocks[0].text, text);
    EXPECT_TRUE(article.document().repairs.empty()) << text;
  }
  const Article code = opened("用`软\u200B件`与$软\u200B_件$\n\n```\n软\u200B件\n```");
  EXPECT_EQ(code.document().blocks[0].text, "用软\u200B件与$软\u200B_件$");
  EXPECT_EQ(code.document().blocks[1].text, "软\u200B件");
}

TEST(Unseen, IsFoundAndConvertedAsIfItWereNotThere) {
  auto article = Article::open("腾\u200B讯的软\u200B件，鼠\u200D标。", {Format::plain, "", ""});
  ASSERT_TRUE(article);
  ViewOptions view;
  view.script = Script::hant_tw;
  Keyword keyword;
  keyword.text = "騰訊";
  view.keywords = {keyword};
  const auto text = article->render(Output::text, view, all_packs());
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "騰訊的軟體，滑鼠。\n");
  const auto found = article->find(view, all_packs());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->matches.size(), 1U);
}

TEST(Unseen, OfEveryFormat) {
  EXPECT_EQ(
      rendered("<p>软\u200B件</p><p>\u200B</p><p>软&#8203;件</p>", Output::text, Format::html),
      "软件\n\n软件\n");
  EXPECT_EQ(rendered("软\u200B件\n\u200B\n软\u200B件", Output::text, Format::plain),
            "软件\n\n软件\n");
  // A mark of the format behind a byte order mark that was written twice.
  EXPECT_EQ(describe(opened("\uFEFF\uFEFF# 题").document()),
            "heading 1 [title title.heading]: 题\n");
}

TEST(Unseen, ParagraphOfNothingElseIsClutter) {
  const Article article = opened("甲\n\n\u200B\n\n乙");
  EXPECT_EQ(describe(article.document()),
            "paragraph: 甲\nparagraph [clutter unseen]: \u200B\nparagraph: 乙\n");
}

// What editors leave where a heading or a list is copied from.
TEST(Unseen, HidesNoMarkOfABlock) {
  const std::string_view text =
      "第一段。\n\u200B## 标题\n\n\uFEFF\u200B- 甲\n\u200B- 乙\n\n\u2060> 引文\n\n\u200B12. "
      "十二\n\n"
      "\u200B```\n码\n\u200B- 码\n\u200B```\n\n\u200B#标签\n\u200B—— 破折号\n";
  const Article article = opened(text);
  EXPECT_EQ(describe(article.document()),
            "paragraph: 第一段。\n"
            "heading 2: 标题\n"
            "list tight\n"
            "  item\n"
            "    paragraph: 甲\n"
            "  item\n"
            "    paragraph: 乙\n"
            "quote\n"
            "  paragraph: 引文\n"
            "list from 12 tight\n"
            "  item\n"
            "    paragraph: 十二\n"
            "code: 码\n\u200B- 码\n"
            "paragraph: \u200B#标签—— 破折号\n");
  const auto source = [&](std::size_t block) {
    const Range range = article.document().blocks[block].source;
    return text.substr(range.begin, range.end - range.begin);
  };
  EXPECT_EQ(source(0), "第一段。");
  EXPECT_EQ(source(1), "## 标题");
}

// So are fences shown in code. What does not fence changes nothing.
TEST(Unseen, LeavesFencesThatAreShown) {
  const auto described = [](std::string_view text) { return describe(opened(text).document()); };
  EXPECT_EQ(described("```md\n\u200B```js\n甲\n\u200B```\n```\n\n正文。"),
            "code in md: \u200B```js\n甲\n\u200B```\nparagraph: 正文。\n");
  EXPECT_EQ(described("````md\n```js\n甲\n```\n````\n\n\u200B## 小节"),
            "code in md: ```js\n甲\n```\nheading 2: 小节\n");
  EXPECT_EQ(described("```甲```是行内码\n\n\u200B## 小节"),
            "paragraph: code(甲)是行内码\nheading 2: 小节\n");
  EXPECT_EQ(described("~~~\n```\n\u200B- 甲\n~~~\n\n\u200B- 乙"),
            "code: ```\n\u200B- 甲\nlist tight\n  item\n    paragraph: 乙\n");
}

TEST(Unseen, TitlesAreComparedWithoutIt) {
  const Article article = opened("---\ntitle: 软\u200B件工程\n---\n# 软件工程\n\n正文。");
  EXPECT_EQ(article.document().metadata.title, "软件工程");
  EXPECT_EQ(article.document().blocks[0].role, Role::title);
}

TEST(Unseen, IsTakenBackOneByOne) {
  Article article = opened("软\u200B**件\u200B**\u200B程，腾讯\u200B。");
  const std::vector<TraceEntry> trace = trace_of(article.document());
  ASSERT_EQ(trace.size(), 3U);
  EXPECT_EQ(trace[0].rule, "unseen");
  EXPECT_EQ(trace[0].original, "\u200B");
  EXPECT_EQ(trace[1].original, "\u200B\u200B");
  for (const std::size_t i : {1, 0, 2}) EXPECT_TRUE(article.restore(trace[i].id));
  EXPECT_EQ(article.document().blocks[0].text, "软\u200B件\u200B\u200B程，腾讯\u200B。");
}

// One for each would need many times the memory of the text.
TEST(Unseen, ManyInABlockAreOneRepair) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "软\u200B件\u200B";
  text += "**工\u200B程**";
  Article article = opened(text);
  const std::vector<TraceEntry> trace = trace_of(article.document());
  ASSERT_EQ(trace.size(), 1U);
  const Block& block = article.document().blocks[0];
  EXPECT_EQ(block.text.find("\u200B"), std::string::npos);
  EXPECT_TRUE(article.restore(0));
  ASSERT_EQ(block.spans.size(), 1U);
  EXPECT_EQ(block.text.substr(block.spans[0].begin, block.spans[0].end - block.spans[0].begin),
            "工\u200B程");
}

TEST(Unseen, BoundedTime) {
  std::string text = "字";
  for (int i = 0; i < 50'000; ++i) text += "\u200B`a`\u200B*b*";
  EXPECT_FALSE(opened(text).document().blocks.empty());
  std::string run = "字";
  for (int i = 0; i < 500'000; ++i) run += "\u200B";
  EXPECT_EQ(opened(run).document().blocks[0].text, "字");
}

}  // namespace
}  // namespace shuye
