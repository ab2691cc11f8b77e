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
     "paragraph: 一\nrule\nparagraph: 二\nrule\nrule\nparagraph: ——\n"},
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
