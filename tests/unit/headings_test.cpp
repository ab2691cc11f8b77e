#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "clean/lines.h"
#include "clean/numbering.h"
#include "shuye/article.h"
#include "shuye/clean.h"

namespace shuye {
namespace {

TEST(Numbering, ReadsNumeralsOfAllKinds) {
  struct Case {
    std::string_view text;
    std::uint32_t value;
  };
  for (const Case& c : std::vector<Case>{{"一", 1},
                                         {"十", 10},
                                         {"十二", 12},
                                         {"二十三", 23},
                                         {"廿三", 23},
                                         {"卅", 30},
                                         {"一百零二", 102},
                                         {"一百二十", 120},
                                         {"两千零一", 2001},
                                         {"二〇二", 202},
                                         {"壹佰贰拾叁", 123},
                                         {"貳拾", 20},
                                         {"１２３", 123},
                                         {"123", 123},
                                         {"一万二千", 12000},
                                         {"没有", 0}}) {
    EXPECT_EQ(read_number(folded_text(c.text)).value, c.value) << c.text;
  }
}

TEST(Numbering, Styles) {
  struct Case {
    std::string_view text;
    NumberStyle style;
    std::uint32_t number;
    int depth;
    bool glued;
  };
  for (const Case& c : std::vector<Case>{
           {"第一章 起风", NumberStyle::chapter, 1, 1, false},
           {"第一百二十三章：起风", NumberStyle::chapter, 123, 1, false},
           {"第１２回　起風", NumberStyle::chapter, 12, 1, false},
           {"第廿三回 起風", NumberStyle::chapter, 23, 1, false},
           {"第壹卷 山", NumberStyle::volume, 1, 1, false},
           {"卷三 水", NumberStyle::volume, 3, 1, false},
           {"第二節 山路", NumberStyle::section, 2, 1, false},
           {"第三部分 山路", NumberStyle::volume, 3, 1, false},
           {"第一卷 山 第二章 路", NumberStyle::chapter, 2, 1, false},
           {"第一章起风", NumberStyle::chapter, 1, 1, true},
           {"Chapter 3 The Road", NumberStyle::chapter, 3, 1, false},
           {"PART TWO", NumberStyle::volume, 2, 1, false},
           {"Part 2", NumberStyle::volume, 2, 1, false},
           {"一、灯与书", NumberStyle::han, 1, 1, false},
           {"十二、灯与书", NumberStyle::han, 12, 1, false},
           {"（二）灯与书", NumberStyle::bracketed, 2, 1, false},
           {"(2) 灯与书", NumberStyle::parenthesis, 2, 1, false},
           {"3. 灯与书", NumberStyle::arabic, 3, 1, false},
           {"3、灯与书", NumberStyle::arabic, 3, 1, false},
           {"1.2 灯与书", NumberStyle::arabic, 2, 2, false},
           {"1.2.3 灯与书", NumberStyle::arabic, 3, 3, false},
           {"01 灯与书", NumberStyle::arabic, 1, 1, false},
           {"02灯与书", NumberStyle::arabic, 2, 1, false},
           {"-01-", NumberStyle::dashed, 1, 1, false},
           {"— 3 —", NumberStyle::dashed, 3, 1, false},
           // No numbers of headings.
           {"第一部电影上映了", NumberStyle::volume, 1, 1, true},
           {"第一次见面", NumberStyle::none, 0, 1, false},
           {"1.5亿人", NumberStyle::none, 0, 1, false},
           {"30 天", NumberStyle::none, 0, 1, false},
           {"2025年3月", NumberStyle::none, 0, 1, false},
           {"千万，不要", NumberStyle::none, 0, 1, false},
           {"一个人的山路", NumberStyle::none, 0, 1, false},
           {"08年的雨", NumberStyle::none, 0, 1, false},
           {"particle 2", NumberStyle::none, 0, 1, false},
       }) {
    const Numbering found = numbering_of(folded_text(c.text));
    EXPECT_EQ(static_cast<int>(found.style), static_cast<int>(c.style)) << c.text;
    if (c.style == NumberStyle::none) continue;
    EXPECT_EQ(found.number, c.number) << c.text;
    EXPECT_EQ(found.depth, c.depth) << c.text;
    EXPECT_EQ(found.glued, c.glued) << c.text;
  }
}

const std::string kProse =
    "巷子的尽头有一家旧书店，门口挂着一盏灯，天黑了才亮。老板不爱说话，客人来了只点点头，"
    "然后继续低头补一本缺了封面的词典。\n";
const std::string kLong = kProse + "门外下着雨，没有人来，灯就这样亮到了天明，书也就这样补完了。\n";

/// `depth text|…`
std::string outline(const std::string& text) {
  OpenOptions options;
  options.format = Format::plain;
  const auto article = Article::open(text, options);
  std::string out;
  for (const OutlineEntry& entry : outline_of(article->document())) {
    if (!out.empty()) out += '|';
    out += std::to_string(entry.depth) + " " + article->document().blocks[entry.block].text;
  }
  return out;
}

TEST(Headings, OfANovel) {
  EXPECT_EQ(outline("长夜将尽\n作者：林中客\n序章\n" + kLong + "第一卷 山\n第一章 起风\n" + kLong +
                    "“走。”\n“去哪里？”\n十年后\n" + kLong + "第二章 落雨！\n“走。”\n" + kLong +
                    "第二卷 水\n第三章 渡河\n" + kLong + "番外一 灯\n" + kLong + "后记\n" + kLong),
            "1 序章|1 第一卷 山|2 第一章 起风|2 第二章 落雨！|1 第二卷 水|2 第三章 渡河|2 番外一 "
            "灯|2 后记");
}

TEST(Headings, OfAClassicalNovel) {
  EXPECT_EQ(outline("楔子\n" + kLong + "第一回　山中客夜讀殘書　巷口燈初照故人\n" + kLong +
                    "第二回　風雪夜老僕敲門　江湖遠少年辭鄉\n" + kLong + "第廿三回　舊夢難尋\n" +
                    kLong + "尾聲\n" + kLong),
            "1 楔子|1 第一回　山中客夜讀殘書　巷口燈初照故人|1 第二回　風雪夜老僕敲門　江湖遠少年"
            "辭鄉|1 第廿三回　舊夢難尋|1 尾聲");
}

TEST(Headings, ATableOfContentsIsNone) {
  EXPECT_EQ(outline("长夜将尽\n目录\n第一章 起风\n第二章 落雨\n第三章 渡河\n第一章 起风\n" + kLong +
                    "第二章 落雨\n" + kLong + "第三章 渡河\n" + kLong),
            "1 第一章 起风|1 第二章 落雨|1 第三章 渡河");
}

TEST(Headings, GluedTitlesHaveToCount) {
  EXPECT_EQ(
      outline("长夜将尽\n第一章起风\n" + kLong + "第二章落雨\n" + kLong + "第三章渡河\n" + kLong),
      "1 第一章起风|1 第二章落雨|1 第三章渡河");
  EXPECT_EQ(outline("巷口的电影院\n" + kLong + "第一部电影上映那年\n" + kLong + kLong), "");
}

TEST(Headings, LevelsOfDifferentNumbers) {
  EXPECT_EQ(outline("灯与书\n一、灯\n" + kLong + "（一）油灯\n" + kLong + "1. 灯芯\n" + kLong +
                    "（二）電燈\n" + kLong + "二、书\n" + kLong + "结语：\n" + kLong),
            "1 一、灯|2 （一）油灯|3 1. 灯芯|2 （二）電燈|1 二、书|1 结语：");
  EXPECT_EQ(outline("灯与书\n1. 灯\n" + kLong + "1.1 油灯\n" + kLong + "1.2 电灯\n" + kLong +
                    "2. 书\n" + kLong),
            "1 1. 灯|2 1.1 油灯|2 1.2 电灯|1 2. 书");
  EXPECT_EQ(outline("灯与书\n" + kLong + "-01-\n" + kLong + "-02-\n" + kLong), "1 -01-|1 -02-");
  EXPECT_EQ(outline("灯与书\n" + kLong + "Part 1\n" + kLong + "Part 2\n" + kLong),
            "1 Part 1|1 Part 2");
  EXPECT_EQ(outline("灯与书\n" + kLong + "01灯\n" + kLong + "02书\n" + kLong), "1 01灯|1 02书");
}

TEST(Headings, ShortLinesBetweenLongParagraphs) {
  EXPECT_EQ(outline("灯与书的故事\n" + kLong + "灯从哪里来\n" + kLong + "书往何处去\n" + kLong),
            "1 灯从哪里来|1 书往何处去");
}

TEST(Headings, NoneInProseDialogueVerseAndLists) {
  for (const std::string& text : {
           "雨夜来客的故事\n" + kLong + "“我要走了”\n" + kLong + "“别走”\n" + kLong,
           "雨夜来客的故事\n" + kLong + "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n" + kLong,
           "雨夜来客的故事\n" + kLong + "王小明\n李雷\n韩梅梅\n林涛\n" + kLong,
           "雨夜来客的故事\n" + kLong + "图：巷口的灯\n" + kLong + "巷口 图片来源：晚报\n" + kLong,
           "雨夜来客的故事\n" + kLong + "1. 先点灯。\n2. 再翻书\n3. 最后关门。\n" + kLong,
           "雨夜来客的故事\n" + kLong + "一、先点灯。\n二、再翻书\n三、最后关门。\n" + kLong,
           "雨夜来客的故事\n" + kLong + "2019\n" + kLong + "阅读:129\n" + kLong,
           "雨夜来客的故事\n" + kLong + "他说的话我一直记得，\n" + kLong,
       }) {
    EXPECT_EQ(outline(text), "") << text;
  }
}

}  // namespace
}  // namespace shuye
