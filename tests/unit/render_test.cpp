#include "shuye/render.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "parse/builder.h"
#include "render/json_writer.h"
#include "render/utf16_offsets.h"
#include "shuye/article.h"
#include "text/utf8.h"
#include "unit/open.h"

namespace shuye {
namespace {

TEST(SafeAddress, Links) {
  for (const auto* address :
       {"https://example.com/a?b#c", "HTTP://example.com", "mailto:a@b.c", "tel:+1", "a/b.html",
        "../a", "/a:b", "?q=a:b", "#a:b", "//example.com/", "文:章"}) {
    const std::string_view safe = safe_address(address, AddressUse::link);
    if (std::string_view(address) == "文:章") {
      EXPECT_EQ(safe, "");  // an unknown scheme
    } else {
      EXPECT_EQ(safe, address);
    }
  }
  for (const auto* address :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
        "java\nscript:alert(1)", "\x01javascript:alert(1)", "vbscript:x", "data:text/html,<b>",
        "file:///etc/passwd", "blob:x", "about:blank"}) {
    EXPECT_EQ(safe_address(address, AddressUse::link), "") << address;
  }
}

TEST(SafeAddress, Images) {
  EXPECT_EQ(safe_address("data:image/png;base64,AA", AddressUse::image),
            "data:image/png;base64,AA");
  EXPECT_EQ(safe_address("data:image/svg+xml,<svg onload=x>", AddressUse::image), "");
  EXPECT_EQ(safe_address("data:text/html,x", AddressUse::image), "");
  EXPECT_EQ(safe_address("data:image/png;base64,AA", AddressUse::link), "");
  EXPECT_EQ(safe_address("mailto:a@b.c", AddressUse::image), "");
}

// Sixteen bytes are counted at once: every kind of white space at every place among them, beside
// what begins or goes on as white space does.
TEST(Json, CountsCharactersButWhiteSpace) {
  const std::string alike = "“好”——，。、！\u2010\u2027\u2030\u205E\u3001\uFEFE\uFFFD\u00B7\u1681";
  constexpr std::size_t kAlike = 18;
  for (const std::string space : {" ", "\u0085", "\u00A0", "\u1680", "\u2000", "\u200B", "\u2028",
                                  "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF", "\uFFFC"}) {
    for (std::size_t length = 0; length < 20; ++length) {
      const std::string text =
          "漢" + std::string(length, 'x') + space + alike + space + std::string(20, 'x') + "漢";
      EXPECT_NE(rendered(text, Output::json)
                    .find("\"characters\":" + std::to_string(22 + length + kAlike)),
                std::string::npos)
          << text;
    }
  }
}

TEST(JsonWriter, WritesEveryKindOfValue) {
  JsonWriter json;
  json.begin_object();
  json.key(std::string_view("a\"")).string("\\ \n\t\x01 漢");
  json.key("n").number(12);
  json.key("f").begin_array();
  for (const double value : {0.0, 1.0, 0.5, 0.95, 12.34}) json.fraction(value);
  json.end_array();
  json.key("o").begin_object();
  json.end_object();
  json.key("null").string_or_null("");
  json.end_object();
  EXPECT_EQ(json.take(),
            "{\"a\\\"\":\"\\\\ \\n\\t\\u0001 漢\",\"n\":12,\"f\":[0,1,0.5,0.95,12.34],\"o\":{},"
            "\"null\":null}");
}

// Short parts are gathered, long ones are not.
TEST(JsonWriter, KeepsTheOrderOfPartsOfAnyLength) {
  JsonWriter json;
  json.begin_array();
  std::string expected = "[";
  for (std::size_t size = 0; size < 600; ++size) {
    const std::string text(size, 'x'), digits(size + 1, '7');
    json.string(text);
    json.raw(digits);
    json.string(text + "\n");
    expected += (size == 0 ? "\"" : ",\"") + text + "\"," + digits + ",\"" + text + "\\n\"";
  }
  json.end_array();
  EXPECT_EQ(json.take(), expected + "]");
}

/// A document of one paragraph with these spans.
Document paragraph(std::string text, std::vector<Span> spans) {
  Document document;
  DocumentBuilder(document).leaf(BlockKind::paragraph, {}, std::move(text), std::move(spans));
  return document;
}

std::string html_of(const Document& document, const std::vector<Keyword>& keywords = {}) {
  ViewOptions options;
  options.keywords = keywords;
  const auto view = make_view(document, options, {});
  if (!view) return view.error().message;
  std::string html = to_html(document, *view);
  const std::size_t begin = html.find("<p>") + 3;
  return html.substr(begin, html.find("</p>") - begin);
}

Span span(SpanKind kind, std::uint32_t begin, std::uint32_t end, std::string target = {}) {
  return {kind, begin, end, std::move(target), {}, {}};
}

TEST(Inline, NestsSpansThatOverlap) {
  EXPECT_EQ(
      html_of(paragraph("abcdef", {span(SpanKind::strong, 0, 4), span(SpanKind::emphasis, 2, 6)})),
      "<strong>ab<em>cd</em></strong><em>ef</em>");
}

TEST(Inline, AMarkIsTheInnermostElementAndGoesThroughOthers) {
  EXPECT_EQ(
      html_of(paragraph("用腾讯云", {span(SpanKind::strong, 3, 6)}), {"腾讯"}),
      "用<strong><mark data-keyword=\"0\" data-colour=\"0\" data-match=\"0\">腾</mark></strong>"
      "<mark data-keyword=\"0\" data-colour=\"0\" data-match=\"0\">讯</mark>云");
}

TEST(Inline, NeighbouringMarksStayApart) {
  EXPECT_EQ(html_of(paragraph("大大", {}), {"大"}),
            "<mark data-keyword=\"0\" data-colour=\"0\" data-match=\"0\">大</mark>"
            "<mark data-keyword=\"0\" data-colour=\"0\" data-match=\"1\">大</mark>");
}

TEST(Inline, LinksDoNotNestAndBadAddressesGoAway) {
  EXPECT_EQ(html_of(paragraph("abc", {span(SpanKind::link, 0, 3, "javascript:x"),
                                      span(SpanKind::link, 1, 2, "https://example.com")})),
            "<a>abc</a>");
}

TEST(Inline, ObjectsAndRuby) {
  Span image = span(SpanKind::image, 0, 3, "a.png");
  image.alternative = "\"<图>\"";
  Span ruby = span(SpanKind::ruby, 3, 9);
  ruby.title = "かんじ";
  EXPECT_EQ(html_of(paragraph("\uFFFC漢字\nx", {image, ruby, span(SpanKind::line_break, 9, 10)})),
            "<img src=\"a.png\" alt=\"&quot;&lt;图&gt;&quot;\" loading=\"lazy\">"
            "<ruby>漢字<rt>かんじ</rt></ruby><br>x");
}

TEST(Inline, AHundredThousandNestedSpansAreBounded) {
  std::vector<Span> spans(100'000, span(SpanKind::strong, 0, 3));
  const std::string html = html_of(paragraph("abc", std::move(spans)));
  EXPECT_LT(html.size(), 1000U);
  EXPECT_NE(html.find("abc"), std::string::npos);
}

TEST(Render, EveryOutputEscapes) {
  Document document = paragraph("<script>alert(1)</script> & \"'", {});
  document.metadata.title = "</title><script>";
  const auto view = make_view(document, {}, {});
  ASSERT_TRUE(view);
  for (const std::string& html : {to_html(document, *view), to_html_page(document, *view)}) {
    EXPECT_EQ(html.find("<script"), std::string::npos) << html;
    EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;'"), std::string::npos);
  }
}

TEST(Render, TheTreeSaysWhatTheHtmlSays) {
  Document document = paragraph("用Kimi", {span(SpanKind::strong, 0, 3)});
  document.metadata.title = "题";
  document.script = Script::hans;
  const auto view = make_view(document, {}, {});
  ASSERT_TRUE(view);
  EXPECT_EQ(to_tree(document, *view),
            "[\"article\",{\"class\":\"shuye\",\"lang\":\"zh-Hans\"},[\"header\",[\"h1\",\"题\"]],"
            "[\"p\",{\"data-block\":\"0\"},[\"strong\",\"用\"],\"Kimi\"]]");
  EXPECT_EQ(to_html(document, *view),
            "<article class=\"shuye\" lang=\"zh-Hans\">\n<header>\n<h1>题</h1>\n</header>\n"
            "<p><strong>用</strong>Kimi</p>\n</article>\n");
}

TEST(Render, QuotationsInAnotherScriptAreNamed) {
  const std::string source =
      "这篇文章说的软件，让读者们选择。这样写简体汉语，读书学习，认识过许多课题。\n\n> "
      "我們說漢語。\n\n- 我們說漢語。\n- 汉语\n\n| "
      "我們說漢語 |\n| - |\n";
  const std::string html = rendered(source, Output::html);
  EXPECT_NE(html.find("<blockquote>\n<p lang=\"zh-Hant\">我們說漢語。</p>"), std::string::npos)
      << html;
  EXPECT_NE(html.find("<li>\n<span lang=\"zh-Hant\">我們說漢語。</span>\n</li>\n<li>\n汉语\n</li>"),
            std::string::npos)
      << html;
  EXPECT_NE(html.find("<th lang=\"zh-Hant\">我們說漢語</th>"), std::string::npos) << html;
}

TEST(Render, TheTreeSaysWhoseATextIsThatHasNoElement) {
  OpenOptions options;
  options.format = Format::markdown;
  const auto article = Article::open("- 一\n  - 二\n", options);
  ASSERT_TRUE(article);
  const auto view = make_view(article->document(), {}, {});
  ASSERT_TRUE(view);
  const std::string tree = to_tree(article->document(), *view);
  EXPECT_NE(tree.find("[\"ul\",[\"li\",[\"span\",{\"data-block\":\"2\"},\"一\"],"
                      "[\"ul\",[\"li\",[\"span\",{\"data-block\":\"5\"},\"二\"]]]]]"),
            std::string::npos)
      << tree;
  EXPECT_EQ(to_html(article->document(), *view).find("data-block"), std::string::npos);
}

TEST(Render, JsonCountsInUtf16) {
  const Document document = paragraph("𠮷a腾讯", {span(SpanKind::strong, 5, 8)});
  ViewOptions options;
  options.keywords = {"腾讯"};
  const auto view = make_view(document, options, {});
  ASSERT_TRUE(view);
  const std::string json = to_json(document, *view);
  EXPECT_NE(json.find("\"matches\":[{\"keyword\":0,\"block\":0,\"start\":3,\"end\":5,"
                      "\"originalStart\":3,\"originalEnd\":5}]"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find("\"spans\":[{\"kind\":\"strong\",\"start\":3,\"end\":4}]"),
            std::string::npos);
}

TEST(Render, MatchesAloneWithTheTextAround) {
  const Document document = paragraph("𠮷𠮷a腾讯云𠮷", {});
  ViewOptions options;
  options.keywords = {"腾讯"};
  options.keywords[0].colour = 5;
  options.keywords[0].label = "鹅";
  const auto view = make_view(document, options, {});
  ASSERT_TRUE(view);
  const std::string keywords =
      "{\"keywords\":[{\"text\":\"腾讯\",\"source\":\"reader\",\"count\":1,\"colour\":5,"
      "\"label\":\"鹅\"}],\"matches\":[{\"keyword\":0,\"block\":0,\"start\":5,\"end\":7,"
      "\"originalStart\":5,\"originalEnd\":7";
  EXPECT_EQ(to_matches(*view, 0), keywords + "}]}");
  const Found found = found_in(*view);
  EXPECT_EQ(found.keywords, (std::vector<FoundKeyword>{{1, 5}}));
  EXPECT_EQ(found.own_keywords, "[]");
  EXPECT_EQ(found.matches, (std::vector<FoundMatch>{{0, 0, 5, 7, 5, 7}}));
  // A character of two units that has no room is left out, not cut.
  EXPECT_EQ(to_matches(*view, 2), keywords + ",\"before\":\"a\",\"after\":\"云\"}]}");
  EXPECT_EQ(to_matches(*view, 3), keywords + ",\"before\":\"𠮷a\",\"after\":\"云𠮷\"}]}");
}

TEST(Render, OffsetsAreTheSameInWhateverOrderTheyAreAskedFor) {
  std::string text;
  for (int i = 0; i < 900; ++i) text += i % 3 == 0 ? "𠮷" : i % 3 == 1 ? "汉" : "a";
  Utf16Offsets offsets(text);
  for (const std::size_t byte : {8 * 200, 0, 4, 8 * 299, 8 * 31, 8 * 32, 8 * 300, 8 * 299 + 7}) {
    EXPECT_EQ(offsets(byte), utf8::utf16_length(text.substr(0, byte))) << byte;
  }
}

TEST(Render, OverlappingMatchesAreCutIntoPieces) {
  const Document document = paragraph("甲乙丙丁戊", {});
  auto view = make_view(document, {}, {});
  ASSERT_TRUE(view);
  view->keywords = {{"乙丙丁", KeywordSource::reader, 1, 3},
                    {"甲乙丙", KeywordSource::reader, 1, 4},
                    {"丙", KeywordSource::reader, 1, 5}};
  view->matches = {{1, 0, 0, 9, 0, 9}, {0, 0, 3, 12, 3, 12}, {2, 0, 6, 9, 6, 9}};
  view->blocks[0].last_match = 3;
  const auto mark = [](const std::string& keywords, int colour, const std::string& matches,
                       const std::string& text) {
    return "<mark data-keyword=\"" + keywords + "\" data-colour=\"" + std::to_string(colour) +
           "\" data-match=\"" + matches + "\">" + text + "</mark>";
  };
  EXPECT_NE(to_html(document, *view)
                .find(mark("1", 4, "0", "甲") + mark("0 1", 3, "0 1", "乙") +
                      mark("0 1 2", 3, "0 1 2", "丙") + mark("0", 3, "1", "丁") + "戊"),
            std::string::npos)
      << to_html(document, *view);
}

/// Markdown that is written must be read as the same article.
TEST(Markdown, ComesBackAsItWas) {
  const std::vector<std::string> sources = {
      "一段**粗**和*斜*，~~删~~，`代码`，[链接](https://example.com/a_(b) \"题\")。\n",
      "**重点：**后文，“**引**”号\n",
      "# 题\n\n## 一\n\n### 二\n\n正文在这里。\n",
      "- 甲\n- 乙\n  - 丙\n- 丁\n",
      "1. 甲\n\n   第二段\n\n2. 乙\n",
      "- [x] 做了\n- [ ] 没做\n",
      "> 引文\n>\n> - 列表\n",
      "```cpp\nint a;\n\n`` ` ``\n```\n",
      "- 甲\n\n  ```\n  $ a \n\n  b\n  ```\n",
      "| 甲 | 乙 |\n| :-- | --: |\n| a\\|b | `c` |\n",
      "正文[^1]。\n\n[^1]: 注释。\n",
      "乙[^二]甲[^一]。\n\n[^一]: 甲的注。\n\n[^二]: 乙的注。\n",
      "a * b \\_ c_d_e <不是标签> &amp; 1\\. 2\n",
      "1\\. 不是列表\n\n\\# 不是标题\n\n\\- 不是列表\n",
      "一行\\\n二行\n",
      "![图](a.png \"题\")\n",
      "a ``b`c`` d\n",
      "H<sub>2</sub>O，<kbd>Ctrl</kbd>，<mark>标</mark>\n",
      "==标==，$a_1*b*c$，价\\$5和\\$6，\\$x\\$，\\==不标\\==\n",
      "$$\na\n= b\n\n- c\n$$\n",
      "> $$\n> a\n> $$\n",
      "> [!WARNING] 小心**一点：**好\n> 内容\n>\n> - 甲\n",
      "> [!TIP]\n> 内容\n",
      "> \\[!TIP\\]\n> 内容\n",
      "术语\n: 释义一\n: 释义二\n\n后文\n",
      "术语\n\\: 不是释义\n",
      "{漢字|かん|じ}，\\{漢字|かんじ}，\\{{ site.url }}，\\{% if %}，{x}\n",
      "\\:::tip\n\n\\[toc\\]\n",
      "| 甲 | $a\\|b$ |\n| --- | --- |\n| ==乙== | 丙 |\n",
  };
  for (const std::string& source : sources) {
    const std::string once = rendered(source, Output::markdown);
    EXPECT_EQ(rendered(once, Output::html), rendered(source, Output::html)) << once;
    EXPECT_EQ(rendered(once, Output::markdown), once) << source;
  }
}

TEST(Text, PartsBlocksByEmptyLinesAndCellsByTabs) {
  EXPECT_EQ(rendered("甲\n\n| a | b |\n| - | - |\n| c | d |\n\n乙![图](a.png)\n", Output::text),
            "甲\n\na\tb\nc\td\n\n乙\n");
}

TEST(RenderMarkdown, EmphasisNextToEmphasisIsReadBack) {
  for (const std::string html : {"<p><b>好</b><b>吗</b></p>", "<p><b>对。</b><b>）</b></p>",
                                 "<p><i>好</i><b>吗</b></p>", "<p><s>好</s><s>吗</s></p>"}) {
    const std::string markdown = rendered(html, Output::markdown, Format::html);
    EXPECT_EQ(rendered(markdown, Output::text), rendered(html, Output::text, Format::html))
        << markdown;
  }
}

/// An article of everything that is longer than many parts, with one text that is as well.
std::string long_markdown() {
  std::string source = "---\ntitle: 题\n---\n\n";
  for (int i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i);
    source += "## 第" + number + "节\n\n一段“文字”，有**重点**和[链接](a" + number + ".html)。\n\n";
    source += "- 一项\n- 又一项\n\n  有两段\n\n```js\nlet a = \"1\";\n\n```\n\n";
    source += "> 引文\n>\n> - 甲\n>   - 乙\n\n| 甲 | 乙 |\n| --- | --- |\n| <1> | 2\\|3 |\n\n";
  }
  for (int i = 0; i < 30'000; ++i) source += "一行很长的文字，";
  source += "。\n\n";
  for (int i = 0; i < 20'000; ++i) source += "- 短\n";
  return source;
}

TEST(Render, PartsMakeTheWhole) {
  auto article = Article::open(long_markdown(), {Format::markdown, {}, {}, Cutting::normal});
  ASSERT_TRUE(article);
  for (const Output output :
       {Output::html, Output::page, Output::tree, Output::json, Output::markdown, Output::text}) {
    const auto whole = article->render(output, {}, {});
    ASSERT_TRUE(whole);
    std::string joined;
    std::size_t longest = 0, count = 0;
    const auto rendered = article->render(output, {}, {}, [&](std::string_view part) {
      EXPECT_FALSE(part.empty());
      EXPECT_NE(static_cast<unsigned char>(part[0]) & 0xC0, 0x80) << "begins inside a character";
      joined.append(part);
      longest = std::max(longest, part.size());
      ++count;
    });
    ASSERT_TRUE(rendered);
    EXPECT_TRUE(joined == *whole) << static_cast<int>(output);
    EXPECT_GT(count, 3U) << static_cast<int>(output);
    // Markdown wraps nothing, so that a line is the least that it hands on.
    if (output != Output::markdown) {
      EXPECT_LT(longest, 4 * kPartBytes);
    }
  }
}

TEST(Render, GivesTheSinkNothingWhereItFails) {
  auto article = Article::open("软件", {});
  ASSERT_TRUE(article);
  ViewOptions view;
  view.script = Script::hant;
  const auto rendered =
      article->render(Output::json, view, {}, [](std::string_view) { ADD_FAILURE() << "a part"; });
  ASSERT_FALSE(rendered);
  EXPECT_EQ(rendered.error().code, ErrorCode::pack_missing);
}

}  // namespace
}  // namespace shuye
