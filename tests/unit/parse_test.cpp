#include "shuye/parse.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "parse/format.h"

namespace shuye {
namespace {

Document read(std::string_view text, const ParseOptions& options = {}) {
  DecodedText decoded;
  decoded.text = text;
  Result<Document> document = parse(decoded, options);
  EXPECT_TRUE(document.ok());
  return std::move(document.value());
}

TEST(Parse, FormatOfName) {
  struct Case {
    std::string_view name;
    std::optional<Format> format;
  };
  constexpr Case kCases[] = {
      {"a.md", Format::markdown}, {"https://a.cn/b/README.Markdown?x=1#y", Format::markdown},
      {"a.HTML", Format::html},   {"C:\\a\\b.htm", Format::html},
      {"a.xhtml", Format::html},  {"a.txt", std::nullopt},
      {"a.md/b", std::nullopt},   {"md", std::nullopt},
      {"", std::nullopt},
  };
  for (const Case& c : kCases) EXPECT_EQ(format_of_name(c.name), c.format) << c.name;
}

TEST(Parse, FormatOfText) {
  struct Case {
    std::string_view text;
    Format format;
  };
  constexpr Case kCases[] = {
      {"", Format::plain},
      {"一段文字，没有别的。\n又一段。", Format::plain},
      {"标题\n\n- 一\n- 二\n- 三\n\n1. 四\n\n> 五\n", Format::plain},
      {"前文\n\n---\n\n后文\n\n-----\n\n** 注\n", Format::plain},
      {"#话题# 今天，a < b，b > c，[1]（注）**\n", Format::plain},
      {"-01- 一個時代\n\n-02-這三年\n\nDAU?！?/p>\n", Format::plain},
      {"vector<b> 和 <p>，template<a>，x<i>y\n", Format::plain},
      {"# 一\n\n正文\n\n## 二\n\n正文\n", Format::markdown},
      {"正文\n\n![图片](https://a.cn/a.png)\n\n正文\n", Format::markdown},
      {"见[这里](https://a.cn)。\n", Format::markdown},
      {"正文\n\n```\nint x;\n```\n", Format::markdown},
      {"**一**\n---\n\n正文\n", Format::markdown},
      {"一\n===\n\n二\n---\n\n正文\n", Format::markdown},
      {"| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n", Format::markdown},
      {"<!DOCTYPE html><html><body><p>一", Format::html},
      {"<!-- 注 -->\n<?xml version=\"1.0\"?>\n<html>", Format::html},
      {"<p>一段</p>\n<p>二段</p>\n", Format::html},
      {"<div class=a><h1>题</h1>\n<p>[1](/x)</p></div><ul><li>一</li></ul>", Format::html},
  };
  for (const Case& c : kCases) {
    EXPECT_EQ(name_of(format_of_text(c.text)), name_of(c.format)) << c.text;
  }
}

TEST(Parse, TheFormatThatIsAskedForComesFirst) {
  constexpr std::string_view kText = "# 题\n\n## 二\n";
  EXPECT_EQ(read(kText).format, Format::markdown);
  EXPECT_EQ(read(kText, {.format = Format::plain, .name = "a.md"}).format, Format::plain);
  EXPECT_EQ(read("文字", {.format = {}, .name = "a.md"}).format, Format::markdown);
  EXPECT_EQ(read("---\ntitle: 题\n---\n文字", {.format = {}, .name = "a.txt"}).format,
            Format::markdown);
}

TEST(Parse, SourcesCountFromTheBeginningOfTheText) {
  constexpr std::string_view kText = "---\ntitle: 题\n---\n\n正文\n";
  const Document document = read(kText);
  EXPECT_EQ(document.metadata.title, "题");
  ASSERT_EQ(document.blocks.size(), 1U);
  const Range source = document.blocks[0].source;
  EXPECT_EQ(kText.substr(source.begin, source.size()), "正文");
}

TEST(Parse, LossesBecomeWarnings) {
  DecodedText decoded;
  decoded.text = "文\uFFFD字";
  decoded.losses.push_back({3, 2, 3});
  EXPECT_EQ(parse(decoded)->warnings.size(), 1U);
  EXPECT_EQ(parse(decoded)->warnings[0].rule, "decode.ill-formed");
  EXPECT_EQ(parse(decoded)->warnings[0].offset, 3U);
  decoded.losses.resize(50, {4, 1, 4});
  const Result<Document> many = parse(decoded);
  ASSERT_EQ(many->warnings.size(), 21U);
  EXPECT_NE(many->warnings[20].message.find("30 more"), std::string::npos);
}

}  // namespace
}  // namespace shuye
