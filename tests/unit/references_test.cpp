#include "repair/references.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "shuye/article.h"
#include "shuye/clean.h"
#include "unit/describe.h"
#include "unit/open.h"

namespace shuye {
namespace {

struct Case {
  std::string_view text;
  std::string_view expected;
};

TEST(References, ThatAreLeftInText) {
  constexpr Case kCases[] = {
      {"&nbsp;&nbsp;他说&ldquo;软件&rdquo;好。&nbsp;", "他说“软件”好。\n"},
      {"他說&ldquo;軟體&rdquo;好。&emsp;&emsp;又說", "他說“軟體”好。\u2003\u2003又說\n"},
      {"约翰&middot;史密斯说：&quot;很好&quot;", "约翰·史密斯说：\"很好\"\n"},
      {"他走了&hellip;&hellip;后来&mdash;&mdash;没有后来", "他走了……后来——没有后来\n"},
      {"I don&#39;t know，R&amp;D部门", "I don't know，R&D部门\n"},
      {"&#20013;&#25991;很好", "中文很好\n"},
      {"三次&amp;amp;nbsp;&amp;amp;nbsp;转", "三次\u00A0\u00A0转\n"},
      {"&nbsp;\n\n甲\n\n&nbsp;\n\n乙\n\n&nbsp;", "甲\n\n乙\n"},
      // What is used once is mended where others are surely used.
      {"&ldquo;软件&rdquo;是 A &gt; B", "“软件”是 A > B\n"},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(rendered(std::string(c.text), Output::text, Format::plain), c.expected) << c.text;
  }
}

TEST(References, InEveryFormat) {
  const std::string_view expected = "他说“软件”好。\n";
  EXPECT_EQ(rendered("<p>&amp;nbsp;&amp;nbsp;他说&amp;ldquo;软&amp;#8203;件&amp;rdquo;好。</p>",
                     Output::text, Format::html),
            expected);
  EXPECT_EQ(rendered("&amp;nbsp;&amp;nbsp;他说&amp;ldquo;软件&amp;rdquo;好。", Output::text),
            expected);
}

TEST(References, TagsThatWereEscapedWithThem) {
  EXPECT_EQ(rendered("<p>&amp;lt;p&amp;gt;第一段&amp;lt;strong&amp;gt;重点&amp;lt;/strong&amp;gt;。"
                     "&amp;lt;/p&amp;gt;&amp;lt;p style=&amp;quot;x&amp;quot;&amp;gt;第二段"
                     "&amp;lt;br /&amp;gt;行&amp;lt;/p&amp;gt;</p>",
                     Output::text, Format::html),
            "第一段重点。\n第二段\n行\n");
}

TEST(References, ThatAreMeant) {
  for (const std::string_view text : {
           "在 HTML 里用 &nbsp; 表示空格，&nbsp;&nbsp; 是两个。",
           "用 &nbsp; 隔开",
           "写成&ldquo;和&rdquo;，也就是&lt;与&gt;",
           "首行缩进用&emsp;&emsp;两个全角空格",
           "Markdown 换行要写&nbsp;&nbsp;吗",
           "常用的有：&nbsp;、&ensp;、&copy;",
           "见 https://a.cn/?a=1&amp;b=2&amp;c=3 一页",
           "可以写成：&nbsp;",
           "AT&T与a&b;c",
           "转义：&quot;很好&quot;",
           "字符引用 &#20013; 就是中",
       }) {
    EXPECT_EQ(rendered(std::string(text), Output::text, Format::plain), std::string(text) + "\n");
  }
  // Where code has them, they are what the article is about.
  EXPECT_EQ(rendered("说&amp;ldquo;软件&amp;rdquo;\n\n`&ldquo;`", Output::text),
            "说&ldquo;软件&rdquo;\n\n&ldquo;\n");
  EXPECT_EQ(rendered("说&amp;ldquo;软件&amp;rdquo;\n\n```\na&nbsp;b\n```", Output::text),
            "说&ldquo;软件&rdquo;\n\na&nbsp;b\n");
  // The name of a file is no subject.
  EXPECT_EQ(rendered("说&ldquo;软件&rdquo;，见 a.html", Output::text, Format::plain),
            "说“软件”，见 a.html\n");
}

TEST(References, AreTakenBack) {
  OpenOptions options;
  options.format = Format::plain;
  auto article = Article::open("他说&ldquo;软件&rdquo;好。&nbsp;", options);
  ASSERT_TRUE(article);
  const std::vector<TraceEntry> trace = trace_of(article->document());
  ASSERT_EQ(trace.size(), 3U);
  EXPECT_EQ(trace[0].rule, "reference");
  EXPECT_EQ(trace[0].original, "&ldquo;");
  EXPECT_EQ(trace[0].replacement, "“");
  EXPECT_EQ(trace[2].replacement, "");
  for (const TraceEntry& entry : trace) EXPECT_TRUE(article->restore(entry.id));
  EXPECT_EQ(article->document().blocks[0].text, "他说&ldquo;软件&rdquo;好。&nbsp;");
}

TEST(References, LineBreaksAreTakenBack) {
  OpenOptions options;
  options.format = Format::html;
  auto article = Article::open(
      "<p>甲&amp;lt;br&amp;gt;乙&amp;lt;/b&amp;gt;&amp;nbsp;&amp;nbsp;丙</p>", options);
  ASSERT_TRUE(article);
  const Block& block = article->document().blocks[0];
  EXPECT_EQ(describe_leaf(block), "甲/乙</b>\u00A0\u00A0丙");
  EXPECT_TRUE(article->restore(0));
  EXPECT_TRUE(block.spans.empty());
  EXPECT_TRUE(block.text.starts_with("甲&lt;br&gt;乙"));
}

TEST(References, BoundedTime) {
  for (const std::string_view part :
       {"&nbsp;", "&ldquo;字", "&lt;b&gt;", "&lt;", "&amp;", "&", "字&nbsp;"}) {
    std::string text = "字";
    for (int i = 0; i < 50'000; ++i) text += part;
    EXPECT_FALSE(rendered(text, Output::text, Format::plain).empty()) << part;
  }
}

}  // namespace
}  // namespace shuye
