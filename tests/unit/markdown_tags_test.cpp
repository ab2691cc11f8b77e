#include <gtest/gtest.h>

#include <string>

#include "unit/markdown.h"

namespace shuye {
namespace {

// Tags of site generators are read, never run; what is not shown is in the trace.
TEST(MarkdownTags, InALine) {
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

TEST(MarkdownTags, OfTheirOwnLine) {
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

// `<name>` is no element and nothing closes it: its author wants it to be read.
TEST(MarkdownTags, Placeholders) {
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

TEST(MarkdownTags, ComponentsAreInTheTrace) {
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

TEST(MarkdownTags, WhatALineDoesNotShowIsInTheTrace) {
  const Document document = read("题{{ site.title }}与[链](u){:.a}");
  EXPECT_TRUE(document.repairs.empty());
  ASSERT_EQ(document.warnings.size(), 2U);
  EXPECT_EQ(document.warnings[0].rule, "markdown.tag");
  EXPECT_EQ(document.warnings[0].message, "{{ site.title }}");
  EXPECT_EQ(document.warnings[1].message, "{:.a}");
}

}  // namespace
}  // namespace shuye
