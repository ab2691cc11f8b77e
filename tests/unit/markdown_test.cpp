#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "unit/markdown.h"

namespace shuye {
namespace {

TEST(Markdown, Inline) {
  constexpr Case kCases[] = {
      {"**粗**和*斜*和~~删~~和`码`", "strong(粗)和emphasis(斜)和strikethrough(删)和code(码)"},
      {"[链接](https://a.cn \"题\")", "link(链接 https://a.cn '题')"},
      {"看![图**一**](a.png)", "看image(\uFFFC a.png \"图一\")"},
      {"[![内](a.png)外](https://l.cn)", "link(image(\uFFFC a.png \"内\")外 https://l.cn)"},
      {"![外![内](b.png)](a.png)字", "image(\uFFFC a.png \"外内\")字"},
      {"`a*b*c`", "code(a*b*c)"},
      {"&amp; &copy; \\*星\\*", "& © *星*"},
      {"3~5天，10~20元", "3~5天，10~20元"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(Markdown, LineEnds) {
  constexpr Case kCases[] = {
      {"第一行\n第二行", "第一行第二行"},
      {"第一行，\n第二行", "第一行，第二行"},
      {"说：\n“你好”\n他说", "说：“你好”他说"},
      {"one\ntwo", "one two"},
      {"中文\nEnglish\n中文", "中文 English 中文"},
      {"前*斜\n体*后", "前emphasis(斜体)后"},
      {"one\n*two*", "one emphasis(two)"},
      {"硬  \n换行\\\n两次", "硬/换行/两次"},
      {"한국\n어", "한국 어"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(Markdown, BareAddresses) {
  constexpr Case kCases[] = {
      {"见https://a.cn/x。后文", "见link(https://a.cn/x https://a.cn/x)。后文"},
      {"（https://a.cn/x?y=1）", "（link(https://a.cn/x?y=1 https://a.cn/x?y=1)）"},
      {"见https://a.cn/x后文", "见link(https://a.cn/x https://a.cn/x)后文"},
      {"https://zh.wikipedia.org/wiki/中国 ",
       "link(https://zh.wikipedia.org/wiki/中国 https://zh.wikipedia.org/wiki/中国)"},
      {"<https://a.cn/C语言>", "link(https://a.cn/C语言 https://a.cn/C语言)"},
      {"www.a.cn，好", "link(www.a.cn http://www.a.cn)，好"},
      {"[题](www.a.cn 好", "[题](link(www.a.cn http://www.a.cn) 好"},
      {"信箱 a@b.cn 好", "信箱 link(a@b.cn mailto:a@b.cn) 好"},
      {"信箱 a&#64;b.cn 好", "信箱 link(a@b.cn mailto:a@b.cn) 好"},
      {"信箱 a&commat;b.cn 好", "信箱 link(a@b.cn mailto:a@b.cn) 好"},
      {"信箱 a\\@b.cn 好", "信箱 link(a@b.cn mailto:a@b.cn) 好"},
      {"[题](a@b.cn 好", "[题](link(a@b.cn mailto:a@b.cn) 好"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(Markdown, InlineHtml) {
  constexpr Case kCases[] = {
      {"又<b>粗</b>又<em>斜</em>", "又strong(粗)又emphasis(斜)"},
      {"<b>粗<i>叠</b>斜</i>", "strong(粗emphasis(叠)斜)"},
      {"H<sub>2</sub>O", "Hsubscript(2)O"},
      {"一<br>二<BR/>三", "一/二/三"},
      {"<a href=\"https://a.cn/?x=1&amp;y=2\" title='题'>链</a>",
       "link(链 https://a.cn/?x=1&y=2 '题')"},
      {"看<img src=a.png alt=图>", "看image(\uFFFC a.png \"图\")"},
      {"看<img data-src=\"b.png\" src=\"data:image/gif;base64,R0\">", "看image(\uFFFC b.png)"},
      {"<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</rt></ruby>好",
       "ruby(漢 'hàn')ruby(字 'zì')好"},
      {"一<script>alert(1)</script>二<style>p{}</style>三", "一二三"},
      {"一<!-- 注 -->二<?x?>三<![CDATA[y]]>四", "一二三四"},
      {"一<font color=red>二</font><input name=a>三<x-y>四</x-y>", "一二三四"},
      {"一</b>二", "一二"},
      {"一<b>二", "一strong(二)"},
      {"1 < 2 && 3 > 2", "1 < 2 && 3 > 2"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    // A span that another overlaps is described where it ends last.
    if (c.markdown == "<b>粗<i>叠</b>斜</i>") {
      EXPECT_EQ(document.blocks[0].text, "粗叠斜");
      EXPECT_EQ(document.blocks[0].spans.size(), 2U);
      continue;
    }
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(Markdown, Blocks) {
  constexpr Case kCases[] = {
      {"# 一\n\n二\n---\n\n三", "heading 1: 一\nheading 2: 二\nparagraph: 三\n"},
      {"**Kimi“失宠”？**\n-------------", "heading 2: strong(Kimi“失宠”？)\n"},
      {"> 引\n> > 深", "quote\n  paragraph: 引\n  quote\n    paragraph: 深\n"},
      {"3. 一\n4. 二", "list from 3 tight\n  item\n    paragraph: 一\n  item\n    paragraph: 二\n"},
      {"- 一\n\n- 二", "list\n  item\n    paragraph: 一\n  item\n    paragraph: 二\n"},
      {"- [ ] 一 [x]\n- [x] 二",
       "list tight\n  item open\n    paragraph: 一 [x]\n  item done\n    paragraph: 二\n"},
      {"```cpp title\nint x;\n\n  y\n```", "code in cpp: int x;\n\n  y\n"},
      {"    缩进\n", "code: 缩进\n"},
      {"一\n\n***\n\n二", "paragraph: 一\nrule\nparagraph: 二\n"},
      {"![图](a.png)", "figure\n  paragraph: image(\uFFFC a.png \"图\")\n"},
      {"![图](a.png)\n*说明*", "paragraph: image(\uFFFC a.png \"图\") emphasis(说明)\n"},
      {"| 甲 | 乙 |\n|:--|--:|\n| **一：**二 | 三 |\n",
       "table\n  row header\n    cell header left: 甲\n    cell header right: 乙\n"
       "  row\n    cell left: strong(一：)二\n    cell right: 三\n"},
      {"文[^注]\n\n[^注]: 脚注",
       "paragraph: 文footnote_reference(\uFFFC 注)\nfootnote labelled 注\n  paragraph: 脚注\n"},
      {"文\n\n[^x]: 没有引用的脚注\n\n[^y]:",
       "paragraph: 文\nfootnote labelled x\n"
       "  paragraph: 没有引用的脚注\nfootnote labelled y\n"},
      {"文[^缺]", "paragraph: 文[^缺]\n"},
      {"文[^缺]\n\n文[^无]\n\n文", "paragraph: 文[^缺]\nparagraph: 文[^无]\nparagraph: 文\n"},
      {"- 文[^注]\n- [^注]: 脚注\n\n文",
       "list tight\n  item\n    paragraph: 文footnote_reference(\uFFFC 注)\n  item\n"
       "paragraph: 文\nfootnote labelled 注\n  paragraph: 脚注\n"},
      {"<!-- 注 -->", ""},
      {"#\n\n文", "paragraph: 文\n"},
      {"", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(describe(read(c.markdown)), c.expected) << c.markdown;
}

TEST(Markdown, SourceRanges) {
  constexpr std::size_t kOffset = 100;
  constexpr std::string_view kText =
      "# 题\n\n前**重点：**后\n第二行\n\n> 引\n\n| 甲 | **一：**二 |\n|--|--|\n\n末[^1]\n\n[^1]: "
      "注\n";
  struct Place {
    BlockKind kind;
    std::string_view source;
  };
  constexpr Place kPlaces[] = {
      {BlockKind::heading, "# 题"},
      {BlockKind::paragraph, "前**重点：**后\n第二行"},
      {BlockKind::quote, "> 引"},
      {BlockKind::paragraph, "引"},
      {BlockKind::table, "| 甲 | **一：**二 |\n|--|--|"},
      {BlockKind::row, "| 甲 | **一：**二 |"},
      {BlockKind::cell, " 甲 "},
      {BlockKind::cell, " **一：**二 "},
      {BlockKind::paragraph, "末[^1]"},
      {BlockKind::footnote, "注"},
      {BlockKind::paragraph, "注"},
  };
  const Document document = read(kText, kOffset);
  ASSERT_EQ(document.blocks.size(), std::size(kPlaces)) << describe(document);
  for (std::size_t i = 0; i < std::size(kPlaces); ++i) {
    const Block& block = document.blocks[i];
    EXPECT_EQ(block.kind, kPlaces[i].kind) << i;
    ASSERT_GE(block.source.begin, kOffset) << i;
    EXPECT_EQ(kText.substr(block.source.begin - kOffset, block.source.size()), kPlaces[i].source);
  }
}

// U+FFFC, which stands for images here, is a character like others in a source.
TEST(Markdown, AnObjectReplacementThatIsNoImage) {
  const Document document = read("\uFFFC\n\n![\uFFFC](a.png)\n");
  ASSERT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::paragraph);
  EXPECT_TRUE(document.blocks[0].spans.empty());
  EXPECT_EQ(document.blocks[1].kind, BlockKind::figure);
}

}  // namespace
}  // namespace shuye
