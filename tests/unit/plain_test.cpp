#include <gtest/gtest.h>

#include <string>

#include "describe.h"
#include "parse/parsers.h"

namespace shuye {
namespace {

Document read(std::string_view text, std::size_t offset = 0) {
  Document document;
  parse_plain(text, offset, document);
  return document;
}

struct Case {
  std::string_view name;
  std::string_view text;
  std::string_view blocks;
};

constexpr Case kCases[] = {
    {"nothing", "", ""},
    {"only blanks", " \n\xE3\x80\x80\n\t", ""},
    {"every line is a paragraph", "第一段。\n第二段。\n",
     "paragraph: 第一段。\nparagraph: 第二段。\n"},
    {"blank lines between them", "第一段。\n\n\n第二段。",
     "paragraph: 第一段。\nparagraph: 第二段。\n"},
    {"all line ends", "一\r\n二\r三\xE2\x80\xA8四",
     "paragraph: 一\nparagraph: 二\nparagraph: 三\nparagraph: 四\n"},
    {"indents", "　　第一段。\n　　第二段。 \n", "paragraph: 第一段。\nparagraph: 第二段。\n"},
    {"no Markdown", "# 一\n* 二\n**三**\n1. 四",
     "paragraph: # 一\nparagraph: * 二\nparagraph: **三**\nparagraph: 1. 四\n"},
    {"left-over tags are text", "文</p>字<br>", "paragraph: 文</p>字<br>\n"},
    {"lines that are drawn", "一\n---\n二\n＊ ＊ ＊\n———\n——\n",
     "paragraph: 一\nrule\nparagraph: 二\nrule\nrule\nrule\n"},
    {"verses stay lines",
     "春眠不覺曉，\n處處聞啼鳥，\n夜來風雨聲，\n花落知多少，\n春眠不覺曉，\n處處聞啼鳥，\n",
     "paragraph: 春眠不覺曉，\nparagraph: 處處聞啼鳥，\nparagraph: 夜來風雨聲，\n"
     "paragraph: 花落知多少，\nparagraph: 春眠不覺曉，\nparagraph: 處處聞啼鳥，\n"},
    {"wrapped Chinese is joined",
     "標題\n\n"
     "　　這一段話在每二十四個字之後由程式斷開，斷開之處\n"
     "和句子沒有關係，所以讀的時候應當把它們接在一起，中\n"
     "間也不該有空白，使用 Shuye 這樣的英文字時就不一樣\n"
     "了。\n"
     "　　新的一段由縮排開始，它也由同一個程式在同樣的地\n"
     "方斷開，最後一行比較短。\n",
     "paragraph: 標題\n"
     "paragraph: 這一段話在每二十四個字之後由程式斷開，斷開之處和句子沒有關係，所以讀的時候應當把"
     "它們接在一起，中間也不該有空白，使用 Shuye 這樣的英文字時就不一樣了。\n"
     "paragraph: 新的一段由縮排開始，它也由同一個程式在同樣的地方斷開，最後一行比較短。\n"},
    {"wrapped English is joined with spaces",
     "This paragraph was wrapped by a mail program at some sixty\n"
     "columns, wherever the words happened to end, so that nothing\n"
     "but a blank line or a short line tells where a paragraph has\n"
     "come to its end.\n"
     "The next one follows the short line at once and goes on like\n"
     "the first one.\n",
     "paragraph: This paragraph was wrapped by a mail program at some sixty columns, wherever the "
     "words happened to end, so that nothing but a blank line or a short line tells where a "
     "paragraph has come to its end.\n"
     "paragraph: The next one follows the short line at once and goes on like the first one.\n"},
    {"long paragraphs on lines of their own stay apart",
     "這一段寫得很長，比任何程式會斷行的地方都長得多，因此它自成一段，雖然下一行緊接著就來了，也沒"
     "有空行把"
     "它們分開，讀的人仍然知道這裡是兩段，這一行就是為了說明這件事而寫得這麼長的。\n"
     "第二段短一些。\n"
     "第三段又很長，比任何程式會斷行的地方都長得多，因此它自成一段，雖然下一行緊接著就來了，也沒有"
     "空行把它"
     "們分開，讀的人仍然知道這裡是兩段，這一行就是為了說明這件事而寫得這麼長的。\n"
     "第四段。\n第五段。\n",
     "paragraph: "
     "這一段寫得很長，比任何程式會斷行的地方都長得多，因此它自成一段，雖然下一行緊接著就來了，"
     "也沒有空行把它們分開，讀的人仍然知道這裡是兩段，這一行就是為了說明這件事而寫得這麼長的。\n"
     "paragraph: 第二段短一些。\n"
     "paragraph: "
     "第三段又很長，比任何程式會斷行的地方都長得多，因此它自成一段，雖然下一行緊接著就來了，也"
     "沒有空行把它們分開，讀的人仍然知道這裡是兩段，這一行就是為了說明這件事而寫得這麼長的。\n"
     "paragraph: 第四段。\nparagraph: 第五段。\n"},
};

constexpr Case kStructures[] = {
    {"bullets", "• 一\n• 二\n• 三\n文\n",
     "list tight\n  item\n    paragraph: 一\n  item\n    paragraph: 二\n  item\n    paragraph: "
     "三\nparagraph: 文\n"},
    {"hyphens, with a blank line between", "- 一\n\n- 二\n",
     "list tight\n  item\n    paragraph: 一\n  item\n    paragraph: 二\n"},
    {"numbers", "2) 一\n3) 二\n",
     "list from 2 tight\n  item\n    paragraph: 一\n  item\n    paragraph: 二\n"},
    {"numbers that do not count are none", "2) 一\n5) 二\n",
     "paragraph: 2) 一\nparagraph: 5) 二\n"},
    {"numbers of prose are none", "3.14 是圆周率\n4.15 不是\n",
     "paragraph: 3.14 是圆周率\nparagraph: 4.15 不是\n"},
    {"circles", "①一\n②二\n",
     "list from 1 tight\n  item\n    paragraph: 一\n  item\n    paragraph: 二\n"},
    {"quotes", "文。\n> 讀書足以怡情。\n> 足以傅彩。\n",
     "paragraph: 文。\nquote\n  paragraph: 讀書足以怡情。\n  paragraph: 足以傅彩。\n"},
    {"quotes that are set in", "文。\n文。\n文。\n\n　　　　讀書足以怡情。\n\n文。\n",
     "paragraph: 文。\nparagraph: 文。\nparagraph: 文。\nquote\n  paragraph: "
     "讀書足以怡情。\nparagraph: 文。\n"},
    {"steps of a breadcrumb are no quotes", "首页\n> 新闻\n> 山城\n",
     "paragraph: 首页\nparagraph: > 新闻\nparagraph: > 山城\n"},
    {"captions", "图：巷口的灯\n圖片來源：晚報\n▲ 巷口的燈\n图书很多\n（李雷 摄）\n圖片\n图/晚报\n",
     "figure\n  caption: 图：巷口的灯\nfigure\n  caption: 圖片來源：晚報\nfigure\n  caption: ▲ "
     "巷口的燈\nparagraph: 图书很多\nfigure\n  caption: （李雷 摄）\nfigure\n  caption: "
     "圖片\nfigure\n  caption: 图/晚报\n"},
    {"what begins with a comma goes on", "他去了\n书店\n，又回来了。\n第二段。\n",
     "paragraph: 他去了\nparagraph: 书店，又回来了。\nparagraph: 第二段。\n"},
    {"wrapped with dialogue between",
     "　　這一段話在每二十四個字之後由程式斷開，斷開之處和\n"
     "句子沒有關係，所以讀的時候應當把它們接在一起，中間\n"
     "不該有空白。\n"
     "　　「走。」\n"
     "　　「去哪裡？」\n"
     "　　「山上。」\n"
     "　　這一段話也在每二十四個字之後由程式斷開，斷開之處\n"
     "和句子沒有關係，所以讀的時候應當把它們接在一起，中\n"
     "間不該有空白。\n"
     "　　「好。」\n"
     "　　「好。」\n"
     "　　「走。」\n"
     "　　這一段話還是在每二十四個字之後由程式斷開，斷開之\n"
     "處和句子沒有關係，所以讀的時候應當把它們接在一起，\n"
     "中間不該有空白，也不該在別的地方停下來，讀的人不會\n"
     "覺得這裡有過一個行末，也不會覺得少了什麼，他只是讀\n"
     "下去。\n",
     "paragraph: 這一段話在每二十四個字之後由程式斷開，斷開之處和句子沒有關係，所以讀的時候應當把它"
     "們接在一起，中間不該有空白。\nparagraph: 「走。」\nparagraph: 「去哪裡？」\nparagraph: "
     "「山上。」\nparagraph: 這一段話也在每二十四個字之後由程式斷開，斷開之處和句子沒有關係，所以讀"
     "的時候應當把它們接在一起，中間不該有空白。\nparagraph: 「好。」\nparagraph: "
     "「好。」\nparagraph: 「走。」\nparagraph: 這一段話還是在每二十四個字之後由程式斷開，斷開之處"
     "和句子沒有關係，所以讀的時候應當把它們接在一起，中間不該有空白，也不該在別的地方停下來，讀的"
     "人"
     "不會覺得這裡有過一個行末，也不會覺得少了什麼，他只是讀下去。\n"},
};

TEST(Plain, Structures) {
  for (const Case& one : kStructures) EXPECT_EQ(describe(read(one.text)), one.blocks) << one.name;
}

TEST(Plain, Cases) {
  for (const Case& one : kCases) EXPECT_EQ(describe(read(one.text)), one.blocks) << one.name;
}

TEST(Plain, SourcesAreWhereTheTextStands) {
  const std::string text = "　　一\n\n 二 \n---\n";
  const Document document = read(text, 100);
  ASSERT_EQ(document.blocks.size(), 3U);
  const std::string_view expected[] = {"一", "二", "---"};
  for (std::size_t i = 0; i < 3; ++i) {
    const Range range = document.blocks[i].source;
    EXPECT_EQ(text.substr(range.begin - 100, range.size()), expected[i]);
  }
}

TEST(Plain, ReadsGreatTexts) {
  constexpr std::size_t kBytes = 20000000;
  std::string one_line;
  while (one_line.size() < kBytes) one_line += "書";
  std::string short_lines;
  while (short_lines.size() < kBytes / 4) short_lines += "書\n";
  EXPECT_EQ(read(one_line).blocks.size(), 1U);
  EXPECT_EQ(read(short_lines).blocks.size(), short_lines.size() / 4);
}

}  // namespace
}  // namespace shuye
