#include <gtest/gtest.h>

#include <string>

#include "unit/markdown.h"

namespace shuye {
namespace {

TEST(MarkdownEmphasis, BesideChinese) {
  constexpr Case kCases[] = {
      {"**重点：**后文", "strong(重点：)后文"},
      {"前文**“引用”**后文", "前文strong(“引用”)后文"},
      {"前文**（注）**后文", "前文strong(（注）)后文"},
      {"这是**`code`**的", "这是strong(code(code))的"},
      {"看**[链接](u)**吧", "看strong(link(链接 u))吧"},
      {"他说*“好”*了", "他说emphasis(“好”)了"},
      {"真的~~“删”~~了", "真的strikethrough(“删”)了"},
      {"真的**~~删。~~**了", "真的strong(strikethrough(删。))了"},
      {"真的~~**删**~~了", "真的strikethrough(strong(删))了"},
      {"真的**~~删~~**了", "真的strong(strikethrough(删))了"},
      {"***重点：***后文", "emphasis(strong(重点：))后文"},
      {"版本**2.0。**发布", "版本strong(2.0。)发布"},
      {"**価格：**円です", "strong(価格：)円です"},
      // Not emphasis.
      {"哈~~，谢谢~~，", "哈~~，谢谢~~，"},
      {"注*：见下*，", "注*：见下*，"},
      {"\\**重点：**后文", "**重点：**后文"},
      {"`**重点：**`后文", "code(**重点：**)后文"},
      {"重点** ：**后文", "重点** ：**后文"},
      {"a**\"b\"**c", "a**\"b\"**c"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

// The amendments for CJK, case by case: what is beside the run, and of which kind.
TEST(MarkdownEmphasis, ByTheAmendments) {
  constexpr Case kCases[] = {
      // Punctuation of any script inside, a letter of CJK outside.
      {"请看**(括号)**里", "请看strong((括号))里"},
      {"国标**GB-18030(2022)**里", "国标strong(GB-18030(2022))里"},
      {"共**¥100**整", "共strong(¥100)整"},
      {"第**②**步", "第strong(②)步"},
      {"**C#**与**F#**都行", "strong(C#)与strong(F#)都行"},
      {"**“引”**字", "strong(“引”)字"},
      {"**破折——**后", "strong(破折——)后"},
      {"**省略……**后", "strong(省略……)后"},
      {"**尾）**後", "strong(尾）)後"},
      {"前**（首**", "前strong(（首)"},
      {"**結束。** 空格", "strong(結束。) 空格"},
      {"**結束**，逗號", "strong(結束)，逗號"},
      // A letter of Latin outside, full-width punctuation inside.
      {"Go**「入门」**Go", "Gostrong(「入门」)Go"},
      {"v2**（新）**is", "v2strong(（新）)is"},
      {"说**“好”**ok", "说strong(“好”)ok"},
      // Hangul, kana, bopomofo, characters beyond the basic plane.
      {"이 **강조(強調)**는", "이 strong(강조(強調))는"},
      {"**설명:**을", "strong(설명:)을"},
      {"ア**(あ)**イ", "アstrong((あ))イ"},
      {"ㄅ**(b)**ㄆ", "ㄅstrong((b))ㄆ"},
      {"\U00020BB7**(吉)**\U00020BB7", "\U00020BB7strong((吉))\U00020BB7"},
      // Variation selectors: ideographic, standardised, of a quotation mark.
      {"辻\U000E0100**(字)**里", "辻\U000E0100strong((字))里"},
      {"塚\uFE00**(字)**里", "塚\uFE00strong((字))里"},
      {"**“\uFE01引”\uFE01**x", "strong(“\uFE01引”\uFE01)x"},
      {"完。\uFE01_end._", "完。\uFE01emphasis(end.)"},
      {"完。\uFE00__end.__", "完。\uFE00strong(end.)"},
      // Single stars and tildes.
      {"看*（注）*吧", "看emphasis(（注）)吧"},
      {"b~~(删)~~字", "b~~(删)~~字"},
      {"字~~()a~~b", "字strikethrough(()a)b"},
      {"x~~「y~~」", "xstrikethrough(「y)」"},
      // An underscore does nothing inside a word, whatever the word is written in.
      {"字_重点_字", "字_重点_字"},
      {"字_「重」_字", "字_「重」_字"},
      {"字，_重点_，字", "字，emphasis(重点)，字"},
      {"**大**_小_，中", "strong(大)emphasis(小)，中"},
      // Emoji and other symbols are no CJK, nor is Latin.
      {"x**😀(a)**x", "x**😀(a)**x"},
      {"a**(b)**c", "a**(b)**c"},
      {"**«a»**b", "**«a»**b"},
      // Beside an address, in a cell, in a link.
      {"**见https://a.cn/x**，好", "strong(见link(https://a.cn/x https://a.cn/x))，好"},
      {"[**重点：**后](u*，v)", "link(strong(重点：)后 u*，v)"},
      {"<b title=\"甲*，乙\">字</b>", "strong(字 '甲*，乙')"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

// Stars beside Chinese are given to cmark-gfm as control characters: wherever they turn out to be
// no emphasis, and where the text has control characters itself, the text stays what it was.
TEST(MarkdownEmphasis, StandInsNeverShow) {
  std::string controls;
  for (char c = 1; c < ' '; ++c) {
    if (c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') controls.push_back(c);
  }
  const std::string code = "`文*：*码~~，`";
  for (const std::string& text : {"甲" + controls + "乙**文：**丙", code + controls, code}) {
    const Document document = read(text);
    ASSERT_EQ(document.blocks.size(), 1U);
    std::string shown;
    for (const char c : text) {
      if (c != '`') shown.push_back(c);
    }
    if (text != code && text.starts_with("甲")) shown = "甲" + controls + "乙**文：**丙";
    EXPECT_EQ(document.blocks[0].text, shown);
  }
  EXPECT_EQ(describe(read("```x*：*y\n文*：*码\n```\n")), "code in x*：*y: 文*：*码\n");
  EXPECT_EQ(describe(read("<div title='文*：*码'>文*：*码</div>")), "paragraph: 文*：*码\n");
}

}  // namespace
}  // namespace shuye
