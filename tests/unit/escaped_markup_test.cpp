#include "repair/escaped_markup.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "unit/describe.h"
#include "unit/open.h"

namespace shuye {
namespace {

constexpr std::string_view kFirst = "今天城里下了一场大雨，江水涨了，等船的人都坐在石阶上说话。";
constexpr std::string_view kSecond = "到了傍晚雨停了，船来了，大家提着东西上船，灯一盏一盏亮起来。";

/// As a site writes it that escapes once too often.
std::string escaped(std::string_view markup) {
  std::string out;
  for (const char c : markup) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string article() {
  return "<p>" + std::string(kFirst) + "<br/>" + std::string(kSecond) +
         "</p><H3>渡口</H3><p>他说<strong>船</strong>不会<a "
         "href=\"https://example.com/?a=1&amp;b=2\" "
         "target=\"_blank\">再来</a>。</p><p><img src=\"https://example.com/a.jpg\"></p>";
}

constexpr std::string_view kRead =
    "paragraph: 今天城里下了一场大雨，江水涨了，等船的人都坐在石阶上说话。/"
    "到了傍晚雨停了，船来了，大家提着东西上船，灯一盏一盏亮起来。\n"
    "heading 3: 渡口\n"
    "paragraph: 他说strong(船)不会link(再来 https://example.com/?a=1&b=2)。\n"
    "paragraph: image(\uFFFC https://example.com/a.jpg)\n";

struct Case {
  std::string text;
  Format format;
};

TEST(EscapedMarkup, IsReadAsMarkup) {
  const std::string text = escaped(article());
  const Case cases[] = {{text, Format::html},
                        {"<html><body><div>" + text + "</div></body></html>", Format::html},
                        {"---\ntitle: 大雨\n---\n\n" + text, Format::markdown}};
  for (const Case& one : cases) {
    auto opened = Article::open(one.text, {one.format, "", ""});
    ASSERT_TRUE(opened) << one.text;
    const Document& document = opened->document();
    EXPECT_EQ(describe(document), kRead) << one.text;
    ASSERT_EQ(document.warnings.size(), 1U);
    EXPECT_EQ(document.warnings[0].rule, "markup.escaped");
    EXPECT_EQ(document.warnings[0].offset, one.text.find("&lt;"));
  }
}

TEST(EscapedMarkup, LeavesEveryOtherByteWhereItWas) {
  const std::string text = "前面。\n" + escaped(article()) + "\n后面。";
  const auto read = read_escaped_markup(text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->text.size(), text.size());
  EXPECT_EQ(read->tags, 14U);
  for (const std::string_view piece :
       {kFirst, kSecond, std::string_view("渡口"), std::string_view("后面")}) {
    EXPECT_EQ(read->text.find(piece), text.find(piece)) << piece;
  }
  EXPECT_NE(read->text.find("<a href=\"https://example.com/?a=1&amp;b=2\" target=\"_blank\" "),
            std::string::npos);
}

TEST(EscapedMarkup, StaysWhereItIsASampleOrIsNamed) {
  const std::string text = escaped(article());
  const std::string cases[] = {
      "<pre>" + text + "</pre>",
      "<pre class=\"a\"><span>1</span>" + text + "</pre>",
      "<textarea>" + text + "</textarea>",
      "<meta content=\"" + text + "\">",
      "```html\n" + text + "\n```\n",
      "~~~\n" + text + "\n~~~\n",
      "例如：\n\n    " + text + "\n",
      "例如 `" + text + "` 这样写。",
      // Not enough to be an article.
      escaped("<p>短短一句。</p><p>又是一句。</p>"),
      // Most of what is said stands outside of the elements.
      "段落写作 &lt;p&gt;段落&lt;/p&gt;，列表写作 &lt;ul&gt;列表&lt;/ul&gt;，" +
          std::string(kFirst) + "标题写作 &lt;h1&gt;标题&lt;/h1&gt;。" + std::string(kSecond),
      "段落由 &lt;p&gt; 开始，" + std::string(kFirst) +
          "由 &lt;/p&gt; 结束；盒子由 &lt;div&gt; 开始，" + std::string(kSecond) +
          "由 &lt;/div&gt; 结束。" + std::string(kFirst),
      // Ends without beginnings, and beginnings without ends.
      escaped("</p>" + article()),
      escaped("<div><b>" + article()),
      "甲 &lt; 乙，&lt;丙&gt;，&lt;p",
  };
  for (const std::string& one : cases) EXPECT_FALSE(read_escaped_markup(one)) << one;
}

// A bracket in a value ends no tag, nor does a quotation mark begin one that is none.
TEST(EscapedMarkup, KnowsWhereATagEnds) {
  const std::string part = std::string(kFirst) + std::string(kSecond);
  const std::string text =
      escaped("<p>" + part + "</p><p><img alt='a > b' src='x.png'>第二段。</p>" +
              "<p class=\"it's\">第三段。</p><p a' b=\"c > d\">第四段。</p>");
  const std::string read = rendered("<div>" + text + "</div>", Output::text, Format::html);
  for (const std::string_view paragraph : {"第二段。\n", "\n第三段。\n", "\n第四段。\n"}) {
    EXPECT_NE(read.find(paragraph), std::string::npos) << read;
  }
}

// Item by item, as in a feed.
TEST(EscapedMarkup, IsReadInEachPlaceByItself) {
  const std::string item = "<description>" + escaped(article()) + "</description>";
  const auto read = read_escaped_markup("<rss><code>&lt;p&gt;</code>" + item + item + "</rss>");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->tags, 28U);
  EXPECT_NE(read->text.find("<code>&lt;p&gt;</code>"), std::string::npos);
}

// What a script of the text does is nothing, escaped or not.
TEST(EscapedMarkup, RunsNothing) {
  const std::string html =
      rendered("<div>" +
                   escaped(article() + "<script>alert(1)</script><p onclick=\"alert(2)\">" +
                           std::string(kFirst) + "</p>") +
                   "</div>",
               Output::html, Format::html);
  EXPECT_EQ(html.find("alert"), std::string::npos) << html;
}

TEST(EscapedMarkup, BoundedTime) {
  const std::string parts[] = {"&lt;",
                               "&lt;p&gt;",
                               "&lt;p ",
                               "&lt;p a=&quot;",
                               "<a &lt;p&gt;",
                               "<pre>&lt;/p&gt;",
                               "```&lt;p&gt;中</p>",
                               "<b>&lt;p&gt;中&lt;/p&gt;&lt;p&gt;文&lt;/p&gt;",
                               "<b " + std::string(kFirst) + escaped(article())};
  for (const std::string& part : parts) {
    std::string text;
    while (text.size() < 2'000'000) text += part;
    EXPECT_FALSE(read_escaped_markup(text)) << part;
  }
}

}  // namespace
}  // namespace shuye
