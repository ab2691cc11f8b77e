#include "parse/front_matter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "parse/front_matter_value.h"

namespace shuye {
namespace {

struct Read {
  Document document;
  std::string_view body;
};

Read read(std::string_view text) {
  Read result;
  result.body = text.substr(read_front_matter(text, result.document));
  return result;
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : "|").append(word);
  return out;
}

std::string extra(const Metadata& metadata) {
  std::string out;
  for (const auto& [name, json] : metadata.extra)
    out.append(name).append("=").append(json).append(" ");
  return out;
}

TEST(FrontMatter, Yaml) {
  const Read r = read(
      "---\n"
      "title: \"大模型：“混战”\"\n"
      "subtitle: 副题\n"
      "author: [甲, 乙]\n"
      "date: 2025-03-05 01:42:55 +08:00\n"
      "summary: >\n  第一行\n  second\n"
      "keywords: \"大模型混战:马化腾弯道超车,梁文锋破局\"\n"
      "categories: ['未分类', Uncategorized, 科技]\n"
      "tags:\n  - 重构\n  - '#开源'\n  - 重构\n"
      "cover:\n  path: https://a.cn/c.png\n"
      "permalink: /posts/1/\n"
      "toc: false\nweight: 3\nartid: \"146031322\"\nnothing: ~\nnested: {a: [1, x], b: {c: 1.5}}\n"
      "---\n\n# 正文\n");
  const Metadata& m = r.document.metadata;
  EXPECT_EQ(r.body, "\n# 正文\n");
  EXPECT_EQ(m.title, "大模型：“混战”");
  EXPECT_EQ(m.subtitle, "副题");
  EXPECT_EQ(join(m.authors), "甲|乙");
  EXPECT_EQ(m.date, "2025-03-05T01:42:55+08:00");
  EXPECT_EQ(m.description, "第一行 second");
  EXPECT_EQ(join(m.keywords), "大模型混战|马化腾弯道超车|梁文锋破局");
  EXPECT_EQ(join(m.categories), "科技");
  EXPECT_EQ(join(m.tags), "重构|开源");
  EXPECT_EQ(m.image, "https://a.cn/c.png");
  EXPECT_EQ(m.url, "");
  EXPECT_EQ(extra(m),
            "permalink=\"/posts/1/\" toc=false weight=3 artid=\"146031322\" nothing=null "
            "nested={\"a\":[1,\"x\"],\"b\":{\"c\":1.5}} ");
  EXPECT_TRUE(r.document.warnings.empty());
}

TEST(FrontMatter, Toml) {
  const Read r = read(
      "+++\ntitle = \"题\"\ndate = 2025-03-05T01:42:55+08:00\ntags = ['一', \"二\"]\ndraft = true\n"
      "[params]\nn = 7\nday = 2025-03-05\n+++\n正文");
  EXPECT_EQ(r.body, "正文");
  EXPECT_EQ(r.document.metadata.title, "题");
  EXPECT_EQ(r.document.metadata.date, "2025-03-05T01:42:55+08:00");
  EXPECT_EQ(join(r.document.metadata.tags), "一|二");
  EXPECT_EQ(extra(r.document.metadata), "draft=true params={\"n\":7,\"day\":\"2025-03-05\"} ");
}

TEST(FrontMatter, Json) {
  constexpr std::string_view kTexts[] = {
      "{\n\t\"title\": \"题\\ud83d\\ude00\\u4e00\\/\",\n\t\"tags\": [\"一\"],\n\t\"n\": 1.5}\n正文",
      ";;;\n{\"title\": \"题\\ud83d\\ude00\\u4e00\\/\", \"tags\": [\"一\"], \"n\": 1.5}\n;;;\n正文",
  };
  for (const std::string_view text : kTexts) {
    const Read r = read(text);
    EXPECT_EQ(r.body, "正文") << text;
    EXPECT_EQ(r.document.metadata.title, "题😀一/") << text;
    EXPECT_EQ(join(r.document.metadata.tags), "一") << text;
    EXPECT_EQ(extra(r.document.metadata), "n=1.5 ") << text;
    EXPECT_TRUE(r.document.warnings.empty()) << text;
  }
}

TEST(FrontMatter, ThereIsNone) {
  constexpr std::string_view kTexts[] = {
      "",
      "正文",
      "---\n\n正文\n\n---\n",
      "---\n正文\n",
      "---\n- 一\n- 二\n---\n",
      "----\ntitle: x\n----\n",
      "{\"a\": 1}\n正文",
      "{正文}\n",
      "{\n",
      "---\n问：你好吗？\n答：好。\n---\n正文",
      "---\nQ: how\nA: well\n---\n正文",
      "---\n作者：甲\n这一天下着雨。\n我们出门了。\n---\n正文",
      "+++\n正文\n+++\n",
  };
  for (const std::string_view text : kTexts) {
    const Read r = read(text);
    EXPECT_EQ(r.body, text);
    EXPECT_TRUE(r.document.warnings.empty()) << text;
    EXPECT_EQ(extra(r.document.metadata), "") << text;
  }
}

TEST(FrontMatter, Fences) {
  for (const std::string_view text :
       {"---\ntitle: 题\n---\n正文", "--- \ntitle: 题\n---  \n正文",
        "\n\n---\ntitle: 题\n...\n正文", "---\n# 注\n\ntitle: 题\n---\n正文"}) {
    const Read r = read(text);
    EXPECT_EQ(r.body, "正文") << text;
    EXPECT_EQ(r.document.metadata.title, "题") << text;
  }
  EXPECT_EQ(read("---\ntitle: 题\n---").body, "");
}

TEST(FrontMatter, WithoutAnEndItStaysText) {
  for (const std::string_view text : {"---\ntitle: 题\n\n正文\n", "{ \"title\": \"题\",\n正文\n"}) {
    const Read r = read(text);
    EXPECT_EQ(r.body, text);
    ASSERT_EQ(r.document.warnings.size(), 1U) << text;
    EXPECT_EQ(r.document.warnings[0].rule, "front-matter.unterminated");
    EXPECT_EQ(r.document.metadata.title, "");
  }
}

TEST(FrontMatter, OfANameThatStandsTwiceTheLastIsRead) {
  const std::string_view text =
      "---\ntitle: 题\nimage:\n  path: https://a.cn/1.png\nimage: https://a.cn/2.png\n---\n";
  const Read r = read(text);
  EXPECT_EQ(r.document.metadata.image, "https://a.cn/2.png");
  ASSERT_EQ(r.document.warnings.size(), 1U);
  EXPECT_EQ(r.document.warnings[0].rule, "front-matter.duplicate-name");
  EXPECT_EQ(r.document.warnings[0].offset, text.rfind("image:"));
  EXPECT_NE(r.document.warnings[0].message.find("image"), std::string::npos);
}

TEST(FrontMatter, WhatIsBrokenIsReadByLines) {
  struct Case {
    std::string_view text;
    std::string_view at;  // what the warning's offset points at or after
  };
  constexpr Case kCases[] = {
      {"---\ntitle: 题\ntags:\n  - 一\n  - 二\nx: a: b\nauthor: 甲\n---\n正文", "x: a"},
      {"---\ntitle: 题\nauthor: 甲\ntags: [一, '二']\nx: \"他说\"好\"\"\n---\n正文", "\"他说"},
      {"---\ntitle: 题\nauthor: 甲\ntags:\n\t- 一\n\t- 二\n---\n正文", "\t- 一"},
      {"---\ntitle: 题\nauthor: 甲\ntags:\n  - 一\n  - 二\nx: @y\n---\n正文", "@y"},
      {"---\n标题：题\n作者：甲\ntags:\n  - 一\n  - 二\n---\n正文", "标题"},
      {"+++\ntitle = \"题\"\nauthor = '甲'\ntags = [\"一\", \"二\"]\nx = y z\n+++\n正文", "x = y"},
  };
  for (const Case& c : kCases) {
    const Read r = read(c.text);
    EXPECT_EQ(r.body, "正文") << c.text;
    EXPECT_EQ(r.document.metadata.title, "题") << c.text;
    EXPECT_EQ(join(r.document.metadata.authors), "甲") << c.text;
    EXPECT_EQ(join(r.document.metadata.tags), "一|二") << c.text;
    ASSERT_EQ(r.document.warnings.size(), 1U) << c.text;
    EXPECT_EQ(r.document.warnings[0].rule, "front-matter.broken") << c.text;
    EXPECT_GE(r.document.warnings[0].offset, c.text.find(c.at)) << c.text;
    EXPECT_LE(r.document.warnings[0].offset, c.text.size()) << c.text;
  }
}

TEST(FrontMatter, Words) {
  struct Case {
    std::string_view value;
    std::string_view words;
  };
  constexpr Case kCases[] = {
      {"'a, b，c;d；e、f|g'", "a|b|c|d|e|f|g"},
      {"'大模型:马化腾,梁文锋'", "大模型|马化腾|梁文锋"},
      {"'大模型：马化腾'", "大模型：马化腾"},
      {"'C++: 入门, 12:30'", "C++: 入门|12:30"},
      {"[a, [b, c], '']", "a|b|c"},
      {"''", ""},
      {"~", ""},
      {"2025", "2025"},
  };
  for (const Case& c : kCases) {
    const std::string text = "---\nkeywords: " + std::string(c.value) + "\n---\n";
    EXPECT_EQ(join(read(text).document.metadata.keywords), c.words) << c.value;
  }
}

TEST(FrontMatter, Addresses) {
  struct Case {
    std::string_view fields;
    std::string_view url;
    std::string_view extra;
  };
  constexpr Case kCases[] = {
      {"url: https://a.cn/1", "https://a.cn/1", ""},
      {"arturl_encode: '68747470733a2f:2f612e:636e2f31'", "https://a.cn/1", ""},
      {"arturl_encode: '6a6176617363726970743a61'", "",
       "arturl_encode=\"6a6176617363726970743a61\" "},
      {"url: javascript:alert(1)", "", "url=\"javascript:alert(1)\" "},
      {"source: https://a.cn/1\ncanonical: https://a.cn/2", "https://a.cn/2",
       "source=\"https://a.cn/1\" "},
      {"source: 某报", "", "source=\"某报\" "},
  };
  for (const Case& c : kCases) {
    const std::string text = "---\n" + std::string(c.fields) + "\n---\n";
    const Read r = read(text);
    EXPECT_EQ(r.document.metadata.url, c.url) << c.fields;
    EXPECT_EQ(extra(r.document.metadata), c.extra) << c.fields;
  }
}

TEST(FrontMatter, AliasesAreBounded) {
  std::string text = "---\ntitle: 题\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = std::to_string(i - 1);
    const std::string name = std::to_string(i);
    text.append("a").append(name).append(": &a").append(name).append(" [");
    for (int j = 0; j < 9; ++j) text.append("*a").append(last).append(j < 8 ? "," : "]\n");
  }
  text.append("---\n正文");
  const Read r = read(text);
  EXPECT_EQ(r.body, "正文");
  EXPECT_EQ(r.document.metadata.title, "题");
  ASSERT_FALSE(r.document.warnings.empty());
  EXPECT_EQ(r.document.warnings[0].rule, "front-matter.broken");
  EXPECT_LT(extra(r.document.metadata).size(), 200'000U);
  EXPECT_EQ(join(read("---\na: &a [一]\ntags: *a\n---\n").document.metadata.tags), "一");
}

TEST(FrontMatter, Pathological) {
  const auto repeat = [](std::string_view piece, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out.append(piece);
    return out;
  };
  const std::string inner[] = {
      "x: " + repeat("[", 100'000),
      "x: " + repeat("{a: ", 100'000),
      repeat("a: 1\n", 50'000),
      repeat("- ", 50'000),
      "x: \"" + repeat("\\", 300'000),
      repeat("? ", 50'000),
      "x: &a [*a, *a]",
      repeat("a", 300'000) + ": 1",
      repeat("'", 300'000),
      repeat("\xC2\x85", 100'000),
  };
  for (const std::string& fields : inner) {
    for (const std::string_view fence : {"---\n", "+++\n", ";;;\n"}) {
      const std::string text =
          std::string(fence) + "title: 题\n" + fields + "\n" + std::string(fence) + "正文";
      EXPECT_TRUE(read(text).body.ends_with("正文"));
    }
  }
}

TEST(FrontMatter, ScalarsAreTypedByTheCoreSchema) {
  struct Case {
    std::string_view text;
    std::string_view json;
  };
  constexpr Case kCases[] = {
      {"", "null"},
      {"~", "null"},
      {"true", "true"},
      {"False", "false"},
      {"yes", "\"yes\""},
      {"12", "12"},
      {"-1.5e3", "-1.5e3"},
      {"007", "\"007\""},
      {".5", "\".5\""},
      {"1.", "\"1.\""},
      {"1e999", "\"1e999\""},
      {"12345678901234567890", "\"12345678901234567890\""},
      {"2025-03-05", "\"2025-03-05\""},
      {"a\"\\\n\x01", "\"a\\\"\\\\\\n\\u0001\""},
  };
  for (const Case& c : kCases) EXPECT_EQ(to_json(plain_scalar(c.text)), c.json) << c.text;
}

}  // namespace
}  // namespace shuye
