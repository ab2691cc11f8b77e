#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "parse/parsers.h"
#include "shuye/document.h"
#include "shuye/parse.h"
#include "unit/describe.h"

namespace shuye {
namespace {

Document read(std::string_view text, std::size_t offset = 0) {
  Document document;
  parse_markdown(text, offset, document);
  return document;
}

struct Case {
  std::string_view markdown;
  std::string_view expected;
};

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

TEST(Markdown, EmphasisBesideChinese) {
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
TEST(Markdown, EmphasisByTheAmendments) {
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
TEST(Markdown, StandInsNeverShow) {
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

// Tags of site generators are read, never run; what is not shown is in the trace.
TEST(Markdown, TagsInALine) {
  constexpr Case kCases[] = {
      {"图{% asset_img a.png 说明 %}后", "图image(\uFFFC a.png \"说明\")后"},
      {"见{% post_link 2020-a 前文 %}。", "见前文。"},
      {"见{% link 手册 https://a.cn/d %}。", "见link(手册 https://a.cn/d)。"},
      {"看{{< youtube aB-1_x >}}吧",
       "看link(https://www.youtube.com/watch?v=aB-1_x https://www.youtube.com/watch?v=aB-1_x)吧"},
      {"看{{< youtube \"><script>\" >}}吧", "看{{< youtube \"><script>\" >}}吧"},
      {"[题]({{ site.url }}/a) 与 ![图]({{ \"/b.png\" | relative_url }})",
       "link(题 /a) 与 image(\uFFFC /b.png \"图\")"},
      {"[题]({% post_url 2020-01-01-a %})", "link(题 2020-01-01-a)"},
      {"[题]({{< ref \"a.md\" >}})", "link(题 a.md)"},
      {"本站{{ site.title }}欢迎", "本站欢迎"},
      {"Vue 用 {{ msg }} 取值", "Vue 用 {{ msg }} 取值"},
      {"`{{ site.url }}`与`{% if %}`", "code({{ site.url }})与code({% if %})"},
      {"用{% raw %}{{ site.url }} *x*{% endraw %}取", "用{{ site.url }} *x*取"},
      {"[链](https://a.cn){:target=\"_blank\"}后", "link(链 https://a.cn)后"},
      {"![图](a.png){width=50%}后", "image(\uFFFC a.png \"图\")后"},
      {"集合{1, 2}与{x}", "集合{1, 2}与{x}"},
      {"{漢字|かんじ}、{漢字|かん|じ}", "ruby(漢字 'かんじ')、ruby(漢 'かん')ruby(字 'じ')"},
      {"{是|否}、{a|b}", "{是|否}、{a|b}"},
      {"==重点==与**==叠==**", "mark(重点)与strong(mark(叠))"},
      {"a==b && c==d，x == y == z", "a==b && c==d，x == y == z"},
      {"设$x_1*y*z$为", "设math($x_1*y*z$)为"},
      {"$v = \\frac{路程}{时间}$。", "math($v = \\frac{路程}{时间}$)。"},
      {"$5 和 $6，$7，涨到$8", "$5 和 $6，$7，涨到$8"},
      {"从$100，到了$200。", "从$100，到了$200。"},
      {"$HOME/bin:$PATH", "$HOME/bin:$PATH"},
      {"`$x$`与\\$x$", "code($x$)与$x$"},
      {"式$$a*b*c$$内", "式math($$a*b*c$$)内"},
      {"笑脸 :smile: 与 1:2:3", "笑脸 :smile: 与 1:2:3"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(Markdown, TagsOfTheirOwnLine) {
  constexpr Case kCases[] = {
      {"{% note info 标题 %}\n内容\n{% endnote %}\n后",
       "quote labelled note\n  paragraph header: 标题\n  paragraph: 内容\nparagraph: 后\n"},
      {"{{% notice tip %}}\n**甲：**乙\n{{% /notice %}}",
       "quote labelled tip\n  paragraph: strong(甲：)乙\n"},
      {":::warning 小心\n- 一\n- 二\n:::\n后",
       "quote labelled warning\n  paragraph header: 小心\n  list tight\n    item\n      paragraph: "
       "一\n"
       "    item\n      paragraph: 二\nparagraph: 后\n"},
      {"::::tip\n:::danger\n内\n:::\n外\n::::",
       "quote labelled tip\n  quote labelled caution\n    paragraph: 内\n  paragraph: 外\n"},
      {"{% blockquote 鲁迅, 呐喊 %}\n引文\n{% endblockquote %}",
       "quote\n  paragraph: 引文\n  paragraph: —— 鲁迅, 呐喊\n"},
      {"{% note %}\n没有结尾",
       "paragraph [clutter markdown.tag]: {% note %}\nparagraph: 没有结尾\n"},
      {"> {% note %}\n\n{% endnote %}",
       "quote\n  paragraph [clutter markdown.tag]: {% note %}\n"
       "paragraph [clutter markdown.tag]: {% endnote %}\n"},
      {"> [!WARNING] 小心\n> 内容",
       "quote labelled warning\n  paragraph header: 小心\n  paragraph: 内容\n"},
      {"> [!NOTE]\n> 内容", "quote labelled note\n  paragraph: 内容\n"},
      {"> [!quote]- 题\n> 内容",
       "quote labelled note\n  paragraph header: 题\n  paragraph: 内容\n"},
      {"> [!不是] 题", "quote\n  paragraph: [!不是] 题\n"},
      {"{% codeblock 题 lang:js %}\nlet a = '{{ x }}';\n\n**b**，\n{% endcodeblock %}\n后",
       "code in js: let a = '{{ x }}';\n\n**b**，\nparagraph: 后\n"},
      {"{{< highlight go \"linenos=table\" >}}\nfunc main() {}\n{{< /highlight >}}",
       "code in go: func main() {}\n"},
      {"{% highlight c %}\n没有结尾",
       "paragraph [clutter markdown.tag]: {% highlight c %}\nparagraph: 没有结尾\n"},
      {"```liquid\n{% note %}\n:::tip\n```", "code in liquid: {% note %}\n:::tip\n"},
      {"{% raw %}\n{{ site.url }}\n\n:::tip\n{% endraw %}",
       "paragraph [clutter markdown.tag]: {% raw %}\nparagraph: {{ site.url }}\nparagraph: :::tip\n"
       "paragraph [clutter markdown.tag]: {% endraw %}\n"},
      {"{% raw %}\n\n{% note %}\n甲\n{% endnote %}",
       "paragraph [clutter markdown.tag]: {% raw %}\nquote labelled note\n  paragraph: 甲\n"},
      {"{{< figure src=\"a.png\" title=\"题\" alt=\"图\" >}}",
       "figure\n  paragraph: image(\uFFFC a.png \"图\")\n  caption: 题\n"},
      {"{% img left /a.png 300 200 \"题\" %}",
       "figure\n  paragraph: image(\uFFFC /a.png \"题\")\n  caption: 题\n"},
      {"[toc]\n\n@[TOC](目录)\n\n* 目录\n{:toc}",
       "paragraph [clutter markdown.tag]: [toc]\nparagraph [clutter markdown.tag]: @[TOC](目录)\n"
       "list tight\n  item\n    paragraph: 目录\nparagraph [clutter markdown.tag]: {:toc}\n"},
      {"前\n<!-- more -->\n后",
       "paragraph: 前\nparagraph [clutter markdown.tag]: <!-- more -->\nparagraph: 后\n"},
      {"文字\n{: .red}", "paragraph: 文字\nparagraph [clutter markdown.tag]: {: .red}\n"},
      {"## 标题 {#id}", "heading 2: 标题\n"},
      {"## 集合 {x}", "heading 2: 集合 {x}\n"},
      {"术语\n: 释义一\n: **重：**二",
       "definition_list\n  term: 术语\n  definition\n    paragraph: 释义一\n  definition\n    "
       "paragraph: "
       "strong(重：)二\n"},
      {"术语\n\n: 释义\n\n后",
       "definition_list\n  term: 术语\n  definition\n    paragraph: 释义\nparagraph: 后\n"},
      {": 不是释义", "paragraph: : 不是释义\n"},
      {"$$\na\n= b\n\n- c\n$$\n后", "paragraph: math($$\na\n= b\n\n- c\n$$)\nparagraph: 后\n"},
      {"> $$\n> x^2\n> $$", "quote\n  paragraph: math($$\nx^2\n$$)\n"},
      {"$$\n没有结尾\n\n后", "paragraph: $$ 没有结尾\nparagraph: 后\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(describe(read(c.markdown)), c.expected) << c.markdown;
}

// `\(…\)` and `\[…\]`, which CommonMark takes for brackets that are meant as such. Many tools do
// write those so: what stands in them decides.
TEST(Markdown, FormulasInBrackets) {
  constexpr Case kCases[] = {
      {"当\\(a_i*b*c_i\\)时", "当math(\\(a_i*b*c_i\\))时"},
      {"当 \\( E = mc^2 \\) 时", "当 math(\\( E = mc^2 \\)) 时"},
      {"当\\(\\alpha\\)时", "当math(\\(\\alpha\\))时"},
      {"速度\\(v = \\frac{路程}{时间}\\)。", "速度math(\\(v = \\frac{路程}{时间}\\))。"},
      {"跨\\(a\n= b\\)行", "跨math(\\(a = b\\))行"},
      {"式\\[x = \\sum_i x_i\\]内", "式math(\\[x = \\sum_i x_i\\])内"},
      {"式\\[ \\text{若 \\(x\\)} \\]内", "式math(\\[ \\text{若 \\(x\\)} \\])内"},
      {"双\\\\(a_i*b*c_i\\\\)写", "双math(\\(a_i*b*c_i\\))写"},
      {"双\\\\[\\alpha_1\\\\]写", "双math(\\[\\alpha_1\\])写"},
      // A letter alone is one only where others are sure.
      {"设\\(x\\)，\\(n^2\\)，\\(f(x)\\)", "设math(\\(x\\))，math(\\(n^2\\))，math(\\(f(x)\\))"},
      {"见\\(a\\)、\\(1\\)与\\(API\\)", "见(a)、(1)与(API)"},
      {"见\\(API\\)与\\(n^2\\)", "见(API)与math(\\(n^2\\))"},
      // Brackets.
      {"\\(例如\\)与\\(see a\\_b\\)", "(例如)与(see a_b)"},
      {"\\[编辑\\]、\\[1\\]、\\[^1\\]、\\[x^2\\]、\\[a\\_b\\]", "[编辑]、[1]、[^1]、[x^2]、[a_b]"},
      {"\\[a\\\\frac\\]", "[a\\frac]"},
      {"\\(\\)、\\( \\)、\\(x^2", "()、( )、(x^2"},
      {"`\\(x^2\\)`与\\\\\\(x^2\\\\\\)", "code(\\(x^2\\))与\\(x^2\\)"},
      {"[链](a\\(x^2\\))后", "link(链 a(x^2))后"},
      {"甲\\(x^2\n\n乙\\)", ""},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    if (c.expected.empty()) {
      EXPECT_EQ(describe(document), "paragraph: 甲(x^2\nparagraph: 乙)\n");
      continue;
    }
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
}

TEST(Markdown, FormulasOfTheirOwnLines) {
  constexpr Case kCases[] = {
      {"前\n\\[\na\n=\nb*c*d\n- e\n\\]\n后",
       "paragraph: 前\nparagraph: math(\\[\na\n=\nb*c*d\n- e\n\\])\nparagraph: 后\n"},
      {"\\[ E = mc^2 \\]\n后", "paragraph: math(\\[ E = mc^2 \\])\nparagraph: 后\n"},
      {"- 甲\n\n  \\[\n  x_1*y*z\n  \\]",
       "list\n  item\n    paragraph: 甲\n    paragraph: math(\\[\nx_1*y*z\n\\])\n"},
      {"> \\\\[\n> x_1*y*z\n> \\\\]", "quote\n  paragraph: math(\\[\nx_1*y*z\n\\])\n"},
      {"\\[\n没有结尾\n\n后", "paragraph: [ 没有结尾\nparagraph: 后\n"},
      {"\\[ a = b\n+ c \\]", "paragraph: math(\\[ a = b\n+ c \\])\n"},
      {"\\[注：两行的\n说明\\]", "paragraph: [注：两行的说明]\n"},
      {"\\[编辑\\]\n后", "paragraph: [编辑] 后\n"},
      {"$$ a = b\n\n= c $$\n后", "paragraph: math($$ a = b\n\n= c $$)\nparagraph: 后\n"},
      {"$$ 价钱\n\n甲 $$\n后", "paragraph: $$ 价钱\nparagraph: 甲 $$ 后\n"},
  };
  for (const Case& c : kCases) EXPECT_EQ(describe(read(c.markdown)), c.expected) << c.markdown;
}

// A bar in a formula is no border of a cell.
TEST(Markdown, BarsInFormulasOfCells) {
  constexpr Case kCases[] = {
      {"|甲|乙|\n|-|-|\n|$|x|$|$P(A|B)$|", "cell: math($|x|$)\n    cell: math($P(A|B)$)\n"},
      {"|甲|乙|\n|-|-|\n|$\\{x | x > 0\\}$|二|", "cell: math($\\{x | x > 0\\}$)\n    cell: 二\n"},
      {"|甲|乙|\n|-|-|\n|\\(|x|=1\\)|二|", "cell: math(\\(|x|=1\\))\n    cell: 二\n"},
      {"|甲|乙|\n|-|-|\n|$5|$6|", "cell: $5\n    cell: $6\n"},
      {"|甲|乙|\n|-|-|\n|$HOME|$|", "cell: $HOME\n    cell: $\n"},
      {"|甲|乙|\n|-|-|\n|`$|x|$`|二|", "cell: `$\n    cell: x\n"},
      {"|甲|乙|\n|-|-|\n|$x\\|y$|二|", "cell: math($x|y$)\n    cell: 二\n"},
  };
  for (const Case& c : kCases) {
    const std::string described = describe(read(c.markdown));
    const std::string rows = described.substr(described.rfind("  row\n") + 10);
    EXPECT_EQ(rows, c.expected) << c.markdown;
  }
  EXPECT_EQ(read("不是表：$|x|$").blocks[0].text, "不是表：$|x|$");
}

// `<name>` is no element and nothing closes it: its author wants it to be read.
TEST(Markdown, Placeholders) {
  constexpr Case kCases[] = {
      {"运行 git clone <url> 即可", "运行 git clone <url> 即可"},
      {"把<name>换成**<your-token>**。", "把<name>换成strong(<your-token>)。"},
      {"用List<String>和Map<T>", "用List<String>和Map<T>"},
      {"把 <your name> 换成 <T extends Foo>", "把 <your name> 换成 <T extends Foo>"},
      {"<file>\n换行", "<file> 换行"},
      {"以</foo>结束", "以</foo>结束"},
      {"http://<host>/a", "http://<host>/a"},
      {"[链](<name>)与![图](<b c>)", "link(链 name)与image(\uFFFC b c \"图\")"},
      {"`<name>`与\\<name>", "code(<name>)与<name>"},
      // Of an element that nobody sees, what follows would go with it.
      {"用<title>写标题", "用<title>写标题"},
      {"到<dir>里，<input>要<code>", "到<dir>里，<input>要<code>"},
      {"<time>三点</time>的<code>码</code>", "三点的code(码)"},
      // Components.
      {"三<x-y>四</x-y>五", "三四五"},
      {"新<Badge type=\"tip\" text=\"新\"/>与<Badge/>", "新与"},
      {"<Tab>甲</Tab>", "甲"},
      // Elements.
      {"一<br>二<wbr>三<span>四", "一/二三四"},
  };
  for (const Case& c : kCases) {
    const Document document = read(c.markdown);
    ASSERT_EQ(document.blocks.size(), 1U) << c.markdown;
    EXPECT_EQ(describe_leaf(document.blocks[0]), c.expected) << c.markdown;
  }
  // A closing tag in code closes nothing.
  EXPECT_EQ(describe(read("用<my-el>：\n\n```html\n<my-el></my-el>\n```\n\n与`</my-el>`")),
            "paragraph: 用<my-el>：\ncode in html: <my-el></my-el>\nparagraph: 与code(</my-el>)\n");
  EXPECT_EQ(describe(read("<your-token>\n\n[a]: <name>\n\n[a]")),
            "paragraph: <your-token>\nparagraph: link(a name)\n");
}

TEST(Markdown, ComponentsAreInTheTrace) {
  const Document line = read("新<Badge text=\"新\"/>与<x-y>四</x-y>");
  ASSERT_EQ(line.warnings.size(), 2U);
  EXPECT_EQ(line.warnings[0].rule, "markdown.tag");
  EXPECT_EQ(line.warnings[0].message, "<Badge text=\"新\"/>");
  EXPECT_EQ(line.warnings[1].message, "<x-y>");
  EXPECT_EQ(describe(read("<CodeGroup>\n\n甲\n\n</CodeGroup>\n\n<Badge text=\"新\"/>")),
            "paragraph [clutter markdown.tag]: <CodeGroup>\nparagraph: 甲\n"
            "paragraph [clutter markdown.tag]: <Badge text=\"新\"/>\n");
  const Document block = read("<Tab title=\"甲\">\n乙\n</Tab>");
  EXPECT_EQ(describe(block), "paragraph: 乙\n");
  ASSERT_EQ(block.warnings.size(), 1U);
  EXPECT_EQ(block.warnings[0].message, "<Tab title=\"甲\">");
}

TEST(Markdown, WhatALineDoesNotShowIsInTheTrace) {
  const Document document = read("题{{ site.title }}与[链](u){:.a}");
  EXPECT_TRUE(document.repairs.empty());
  ASSERT_EQ(document.warnings.size(), 2U);
  EXPECT_EQ(document.warnings[0].rule, "markdown.tag");
  EXPECT_EQ(document.warnings[0].message, "{{ site.title }}");
  EXPECT_EQ(document.warnings[1].message, "{:.a}");
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

std::string repeat(std::string_view piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) out.append(piece);
  return out;
}

// Inputs that made parsers hang or overflow. Those that fail here fail by time or by a crash.
TEST(Markdown, Pathological) {
  const struct {
    const char* what;
    std::string text;
  } kInputs[] = {
      {"quotes", repeat(">", 100'000) + "字"},
      {"quotes and lazy lines", repeat("> ", 50'000) + "\n" + repeat("字\n", 50'000)},
      {"lists", repeat("- ", 50'000) + "字"},
      {"stars", repeat("*", 1'000'000) + "字"},
      {"openers", repeat("*a ", 100'000) + "字"},
      {"stars beside Chinese", repeat("字**，", 100'000)},
      {"nested emphasis", repeat("*a **a ", 20'000) + "字" + repeat("a** a*", 20'000)},
      {"tildes", repeat("~~a", 100'000) + "字"},
      {"brackets", repeat("[", 300'000) + "字"},
      {"backticks", "字" + repeat("`", 1'000'000)},
      {"backticks of many lengths",
       [] {
         std::string text = "字";
         for (std::size_t i = 1; i < 1'000; ++i) text.append(i, '`').append("a");
         return text;
       }()},
      {"open links", repeat("[字](", 100'000)},
      {"nested images", repeat("![", 100'000) + "字" + repeat("](u)", 100'000)},
      {"tags", "字" + repeat("<b>", 100'000) + repeat("</i>", 100'000) + repeat("</b>", 100'000)},
      {"footnotes", "字\n\n" + repeat("[^a]:", 20'000) + repeat("\n", 20'000)},
      {"half a footnote", "字" + repeat("[^", 100'000)},
      {"columns", repeat("|字", 20'000) + "\n" + repeat("|-", 20'000) + "\n|一\n"},
      {"one endless line", repeat("字", 700'000)},
      {"only combining marks", repeat("\u0301", 500'000) + "字"},
      {"entities", "字" + repeat("&amp", 100'000)},
      {"half open tags", "字" + repeat("<a ", 100'000)},
      {"mail addresses", "字" + repeat("a@", 200'000)},
      {"addresses of no scheme", "字" + repeat("x://", 200'000)},
      {"addresses without a host", "字" + repeat("http://_._/", 100'000)},
      {"addresses beside stars", "字" + repeat("https://a.cn**，", 50'000)},
      {"open tags", "字" + repeat("{% x ", 200'000)},
      {"open tags of addresses", "字" + repeat("[a]({{ x ", 100'000)},
      {"open tags with bars", "字" + repeat("{% % > } ", 100'000)},
      {"tags in a line", "字" + repeat("{% x %}", 100'000)},
      {"tags on lines", "字\n" + repeat("{% note %}\n", 50'000)},
      {"ends of tags on lines",
       "字\n" + repeat("{% note %}\n", 20'000) + repeat("{% endtip %}\n", 20'000)},
      {"containers", "字\n" + repeat(":::tip\n", 20'000) + repeat(":::\n", 20'000)},
      {"code tags without an end", "字\n\n" + repeat("{% highlight x %}\n\n", 30'000)},
      {"code tags in quotations",
       "字\n\n" + repeat("> {% highlight x %}\n\n", 20'000) + "{% endhighlight %}"},
      {"raw tags", "字" + repeat("{% raw %}", 100'000)},
      {"raw tags on lines", "字\n" + repeat("{% raw %}\n", 50'000)},
      {"dollars", repeat("$", 1'000'000) + "字"},
      {"open formulas", repeat("$a ", 200'000) + "字"},
      {"formulas without an end", repeat("$$a ", 100'001) + "字"},
      {"lines of dollars", "字\n\n" + repeat("$$x\n\n", 30'001)},
      {"escaped dollars", "字$$" + repeat("\\$", 300'000)},
      {"equals signs", "字" + repeat("==a", 200'000)},
      {"open formulas in brackets", "字" + repeat("\\(a", 200'000)},
      {"formulas in brackets", "字" + repeat("\\(a\\)", 100'000)},
      {"open formulas in brackets of both kinds", "字" + repeat("\\(\\[a", 100'000)},
      {"lines of open brackets", "字\n\n" + repeat("\\[\n\n", 100'000)},
      {"bars after dollars", "字" + repeat("$a|", 100'000)},
      {"placeholders", "字" + repeat("<a1>", 100'000)},
      {"placeholders of many names",
       [] {
         std::string text = "字";
         for (int i = 0; i < 50'000; ++i) text.append("<a").append(std::to_string(i)).append(">");
         return text;
       }()},
      {"open placeholders", "字" + repeat("<ab ", 200'000)},
      {"components", "字" + repeat("<a1/>", 100'000)},
      {"open annotations", repeat("{漢", 200'000) + "字"},
      {"long annotations", "{" + repeat("漢", 200'000) + "字"},
      {"attribute lists", "字" + repeat("{:.a}", 100'000)},
      {"open attribute lists", "字" + repeat("{:.a ", 100'000)},
      {"definitions", "字" + repeat("\n: a", 50'000)},
      {"callouts", repeat("> [!NOTE] 字\n\n", 10'000)},
      {"underscores behind selectors", "字" + repeat("。\uFE01_", 50'000)},
      {"underscores beside stars", "字" + repeat("_**，", 50'000)},
  };
  for (const auto& input : kInputs) {
    SCOPED_TRACE(input.what);
    const Document document = read(input.text);
    bool kept = false;
    for (const Block& block : document.blocks) {
      kept = kept || block.text.find("字") != std::string::npos;
      for (const Span& span : block.spans) {
        ASSERT_LT(span.begin, span.end);
        ASSERT_LE(span.end, block.text.size());
        kept = kept || span.alternative.find("字") != std::string::npos;
      }
    }
    EXPECT_TRUE(kept);
  }
}

/// One of lines that are repeated, and no empty ones.
std::string without_repetition(const std::string& text) {
  std::string out, last;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line == last) continue;
    out.append(line).append("\n");
    last = line;
  }
  return out;
}

// A long text is read while it is parsed. What comes late can still say what stood before it.
TEST(Markdown, WhatIsFarApart) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"看[甲]", "[甲]: https://a.cn"},
      {"看[一 \\[甲]", "> 1. [一\n>    \\[甲]: https://a.cn"},
      {"看[甲]", "- [ ] [甲]: https://a.cn"},
      {"看[甲]", "`a[甲]: https://a.cn`"},
      {"文[^注]", "[^注]: 脚注"},
      {"文[^注]", "- [^注]: 脚注"},
      {"文[^缺]", "文"},
      {":::tip", ":::"},
      {"{% note %}", "{% endnote %}"},
      {"{% quote %}\n\n> :::tip\n\n- :::tip", ":::\n\n- :::\n\n{% endquote %}"},
      {"- :::tip\n\n字", "- :::\n\n字"},
      {"{% raw %}", "{% b %}\n\n字{{ a }}\n\n{% endraw %}\n\n{% b %}"},
      {"{% raw %}\n\n字{{ a }}", "{% endraw %}\n\n{% b %}"},
      {"[toc]\n\n{% b %}", "{% endb %}"},
      {"```\n字", "```\n\n文"},
      {"- 一\n", "- 二"},
      {"> 一", "> 二"},
      {"词", ": 义"},
  };
  for (const auto& [before, after] : kCases) {
    const auto read_with = [before = before, after = after](std::size_t paragraphs) {
      const std::string text = std::string(before) + "\n\n" + repeat("填\n\n", paragraphs);
      return without_repetition(describe(read(text + std::string(after))));
    };
    EXPECT_EQ(read_with(60'000), read_with(3)) << before << " … " << after;
  }
}

TEST(Markdown, ATextOfManyPieces) {
  const std::string piece =
      "词\n\n: 义\n\n## 题\n\n- 一\n- 二\n\n| 甲 |\n|---|\n| **乙** |\n\n填[链](u)\n\n";
  const std::size_t blocks = read(piece).blocks.size();
  const Document document = read(repeat(piece, 5'000));
  ASSERT_EQ(document.blocks.size(), 5'000 * blocks);
  for (std::size_t i = blocks; i < document.blocks.size(); ++i) {
    ASSERT_EQ(document.blocks[i].text, document.blocks[i - blocks].text);
    ASSERT_EQ(document.blocks[i].source.begin,
              document.blocks[i - blocks].source.begin + piece.size());
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

TEST(Markdown, DepthIsBounded) {
  std::string containers;
  for (std::size_t colons = 400; colons > 2; --colons) {
    containers.append(colons, ':').append("tip\n\n");
  }
  containers.append("深\n\n");
  for (std::size_t colons = 3; colons <= 400; ++colons) {
    containers.append(colons, ':').append("\n\n");
  }
  for (const std::string& text :
       {repeat(">", 100'000) + "深", repeat("> [!NOTE]\n> ", 1) + "深", containers}) {
    const Document document = read(text);
    ASSERT_FALSE(document.blocks.empty());
    bool kept = false;
    std::size_t containers_made = 0;
    for (const Block& block : document.blocks) {
      kept = kept || block.text == "深";
      containers_made += is_leaf(block.kind) ? 0 : 1;
    }
    EXPECT_TRUE(kept);
    EXPECT_LE(containers_made, kMaxDepth);
  }
}

TEST(Markdown, TwoMegabytes) {
  constexpr std::size_t kParagraphs = 20'000;
  const Document document = read(repeat(
      "这是一段文字，**重点：**后文还有很多字，见[链接](https://example.com)。\n第二行。\n\n",
      kParagraphs));
  ASSERT_EQ(document.blocks.size(), kParagraphs);
  EXPECT_EQ(document.blocks.back().spans.size(), 2U);
}

}  // namespace
}  // namespace shuye
