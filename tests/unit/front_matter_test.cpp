#include "parse/front_matter.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "parse/front_matter_plain.h"
#include "parse/front_matter_value.h"
#include "text/character.h"

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
            "date=\"2025-03-05 01:42:55 +08:00\" permalink=\"/posts/1/\" toc=false weight=3 "
            "artid=\"146031322\" nothing=null "
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

// What each generator writes, and all that is read of it.
TEST(FrontMatter, OfEveryGenerator) {
  struct Case {
    std::string_view generator;
    std::string_view text;
    std::string_view metadata;  // as `summary` has it
    std::string_view extra;
  };
  const auto summary = [](const Metadata& m) {
    std::string out;
    const auto add = [&](std::string_view name, const std::string& value) {
      if (!value.empty()) out.append(name).append("=").append(value).append(" ");
    };
    add("title", m.title);
    add("subtitle", m.subtitle);
    add("authors", join(m.authors));
    add("editors", join(m.editors));
    add("publisher", m.publisher);
    add("date", m.date);
    add("url", m.url);
    add("description", m.description);
    add("keywords", join(m.keywords));
    add("tags", join(m.tags));
    add("categories", join(m.categories));
    add("image", m.image);
    return out;
  };
  const Case kCases[] = {
      {"Jekyll",
       "---\nlayout: post\ntitle:  \"题：副\"\ndate:   2024-01-05 08:03:00 +0800\ncategories: "
       "[生活, 随笔]\n"
       "tags: 读书 笔记\nauthor: 甲\nheader-img: \"img/a.jpg\"\n---\n\n正文",
       "title=题：副 authors=甲 date=2024-01-05T08:03:00+08:00 tags=读书|笔记 categories=生活|随笔 "
       "image=img/a.jpg ",
       "layout=\"post\" date=\"2024-01-05 08:03:00 +0800\" "},
      {"Hexo",
       "---\ntitle: 题\ndate: 2024-01-05 08:03:00\nupdated: 2024-02-01\ntags:\n- 甲\n- "
       "乙\ncategories:\n- [一, 二]\n"
       "- 三\ncover: /c.png\nmathjax: true\n---\n正文",
       "title=题 date=2024-01-05T08:03:00 tags=甲|乙 categories=一|二|三 image=/c.png ",
       "date=\"2024-01-05 08:03:00\" updated=\"2024-02-01\" mathjax=true "},
      {"Hexo without an opening fence", "title: 题\ndate: 2024/1/5\ntags:\n  - 甲\n---\n正文",
       "title=题 date=2024-01-05 tags=甲 ", "date=\"2024/1/5\" "},
      {"Hexo in JSON",
       "\"title\": \"题\",\n\"date\": \"2024/01/05 08:03:00\",\n\"tags\": [\"甲\"]\n;;;\n正文",
       "title=题 date=2024-01-05T08:03:00 tags=甲 ", "date=\"2024/01/05 08:03:00\" "},
      {"Hexo in JSON with fences", ";;;\n\"title\": \"题\",\n\"tags\": [\"甲\"]\n;;;\n正文",
       "title=题 tags=甲 ", ""},
      {"Hexo with long fences", "-----\ntitle: 题\ntags: [甲]\n-----\n正文", "title=题 tags=甲 ",
       ""},
      {"Hugo in YAML",
       "---\ntitle: '题''s'\ndate: 2024-01-05T08:03:00+08:00\ndraft: false\nauthors:\n  - name: "
       "甲\n    link: https://a.cn\n"
       "description: >-\n  一行\n  two\nfeaturedImage: \"f.webp\"\nparams:\n  editor: "
       "乙\n---\n正文",
       "title=题's authors=甲 editors=乙 date=2024-01-05T08:03:00+08:00 description=一行 two "
       "image=f.webp ",
       "draft=false authors=[{\"name\":\"甲\",\"link\":\"https://a.cn\"}] "
       "params={\"editor\":\"乙\"} "},
      {"Hugo in TOML",
       "+++\ntitle = '题'\ndate = 2024-01-05 08:03:00\nkeywords = [\"甲\", \"乙\"]\n[cover]\nimage "
       "= \"c.png\"\n"
       "[params]\nauthor = '丙'\n+++\n正文",
       "title=题 authors=丙 date=2024-01-05T08:03:00 keywords=甲|乙 image=c.png ",
       "params={\"author\":\"丙\"} "},
      {"Hugo in JSON",
       "{\n  \"title\": \"题\",\n  \"date\": \"2024-01-05\",\n  \"tags\": [\"甲\"]\n}\n\n正文",
       "title=题 date=2024-01-05 tags=甲 ", ""},
      {"Zola",
       "+++\ntitle = \"题\"\ndate = 2024-01-05\n[taxonomies]\ntags = [\"甲\", \"乙\"]\ncategories "
       "= [\"丙\"]\n[extra]\n"
       "author = \"丁\"\n+++\n正文",
       "title=题 authors=丁 date=2024-01-05 tags=甲|乙 categories=丙 ",
       "taxonomies={\"tags\":[\"甲\",\"乙\"],\"categories\":[\"丙\"]} extra={\"author\":\"丁\"} "},
      {"VuePress",
       "---\ntitle: 题\nhead:\n  - - meta\n    - name: keywords\n      content: 甲,乙\n  - - meta\n"
       "    - name: description\n      content: 说明\n---\n正文",
       "title=题 description=说明 keywords=甲|乙 ",
       "head=[[\"meta\",{\"name\":\"keywords\",\"content\":\"甲,乙\"}],[\"meta\",{\"name\":"
       "\"description\","
       "\"content\":\"说明\"}]] "},
      {"Obsidian",
       "---\naliases: [别名]\ntags:\n  - 读书/笔记\n  - \"#想法\"\ncreated: "
       "2024-01-05T08:03\n---\n正文",
       "date=2024-01-05T08:03 tags=读书/笔记|想法 ", "aliases=[\"别名\"] "},
      {"Astro",
       "---\ntitle: 题\npubDatetime: 2024-01-05T08:03:00.123Z\nheroImage: ./h.png\nogImage: "
       "''\n---\n正文",
       "title=题 date=2024-01-05T08:03:00Z image=./h.png ",
       "pubDatetime=\"2024-01-05T08:03:00.123Z\" "},
      {"by hand",
       "---\n标题: 题\n作者: 甲、乙\n日期: 2024年1月5日\n摘要: 说明\n标签: 一，二；三\n来源: "
       "某报\n封面: a.png\n---\n正文",
       "title=题 authors=甲|乙 publisher=某报 date=2024-01-05 description=说明 tags=一|二|三 "
       "image=a.png ",
       "日期=\"2024年1月5日\" "},
      {"a source that is a second address",
       "---\n出处: https://b.example/2\nurl: https://a.example/1\n来源: 某报\n---\n正文",
       "publisher=某报 url=https://a.example/1 ", "出处=\"https://b.example/2\" "},
      {"a star that is no alias", "---\ntitle: *重点*\nauthor: *a\n---\n正文",
       "title=*重点* authors=*a ", ""},
  };
  for (const Case& c : kCases) {
    const Read r = read(c.text);
    EXPECT_EQ(trim(r.body), "正文") << c.generator;
    EXPECT_EQ(summary(r.document.metadata), c.metadata) << c.generator;
    EXPECT_EQ(extra(r.document.metadata), c.extra) << c.generator;
  }
}

// As ISO 8601; what is written otherwise is kept as well.
TEST(FrontMatter, Dates) {
  struct Case {
    std::string_view written;
    std::string_view date;
  };
  constexpr Case kCases[] = {
      {"2024-01-05", "2024-01-05"},
      {"2024-1-5", "2024-01-05"},
      {"2024/01/05", "2024-01-05"},
      {"2024.1.5", "2024-01-05"},
      {"20240105", "2024-01-05"},
      {"2024-01", "2024-01"},
      {"2024", "2024"},
      {"2024-01-05 8:03", "2024-01-05T08:03"},
      {"2024-01-05 08:03:09", "2024-01-05T08:03:09"},
      {"2024-01-05T08:03:09Z", "2024-01-05T08:03:09Z"},
      {"2024-01-05T08:03:09.5Z", "2024-01-05T08:03:09Z"},
      {"2024-01-05T08:03:09+08:00", "2024-01-05T08:03:09+08:00"},
      {"2024-01-05 08:03:09 +0800", "2024-01-05T08:03:09+08:00"},
      {"2024-01-05 08:03:09 +0800 CST", "2024-01-05T08:03:09+08:00"},
      {"2024-01-05 08:03:09 UTC", "2024-01-05T08:03:09Z"},
      {"\"2024-01-05\"", "2024-01-05"},
      {"2024年1月5日 下午3点", "2024-01-05T15:00"},
      {"Fri, 05 Jan 2024 08:03:09 +0800", "2024-01-05T08:03:09+08:00"},
      {"Jan 5, 2024", "2024-01-05"},
      {"2024-02-30", ""},
      {"{{ date }}", ""},
      {"昨天", ""},
  };
  for (const Case& c : kCases) {
    const Read r = read("---\ntitle: 题\ndate: " + std::string(c.written) + "\n---\n正文");
    EXPECT_EQ(r.document.metadata.date, c.date) << c.written;
    const bool kept = extra(r.document.metadata).find("date=") != std::string::npos;
    const bool as_written = c.written == c.date || c.written == "\"" + std::string(c.date) + "\"";
    EXPECT_EQ(kept, !as_written) << c.written;
  }
}

TEST(FrontMatter, ThereIsNone) {
  constexpr std::string_view kTexts[] = {
      "",
      "正文",
      "---\n\n正文\n\n---\n",
      "---\n正文\n",
      "---\n- 一\n- 二\n---\n",
      "----\n正文\n----\n",
      "题目\n---\n正文",
      "title: 题\n---\n正文",
      "注意：下雨\n地点：山上\n---\n正文",
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

TEST(FrontMatter, LongerThanItsBoundItStaysText) {
  const std::string text = "---\ntitle: 题\nx: " + std::string(10'000'000, 'x') + "\n---\n正文";
  EXPECT_EQ(read(text).body.size(), text.size());
  std::string lines = "---\ntitle: 题\n";
  for (int i = 0; i < 500'000; ++i) lines.append("k: v\n");
  EXPECT_EQ(read(lines).body.size(), lines.size());
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

// What is read without YAML's parser is what that reads.
void expect_as_yaml(std::string_view text) {
  const auto plain = read_plain_yaml(text);
  if (!plain) return;
  const Fields yaml = read_yaml(text);
  EXPECT_FALSE(yaml.broken) << text;
  EXPECT_TRUE(yaml.problems.empty()) << text;
  EXPECT_EQ(to_json(*plain), to_json(yaml.map)) << text;
}

TEST(FrontMatter, PlainYamlIsReadAsYaml) {
  constexpr std::string_view kPlain[] = {
      "title: 山路\ndate: 2025-03-05 10:00:00\ntags: [阅读, 排版]\n",
      "title: \"大模型：“混战”\"\nempty:\ntags:\n  - 重构\n  - '#开源'\n\nweight: 3\ntoc: false",
      "tags:\n- a\n- b: c\n",
      "a: x   \nb: ''\nc: []\nd: [ 'x y' ,2 ]\ne: https://a.cn/c.png?x=1&y=[2]\n",
      "a: 甲·乙\nb: ~x\n",
      "a: null\nb: True\nc: 1.50\nd: 007\ne: 1e3\n",
  };
  for (const std::string_view text : kPlain) expect_as_yaml(text);
  EXPECT_TRUE(read_plain_yaml(kPlain[0]));
  EXPECT_TRUE(read_plain_yaml(kPlain[1]));
  EXPECT_TRUE(read_plain_yaml(kPlain[3]));
}

TEST(FrontMatter, WhatIsMoreIsLeftToYaml) {
  for (const std::string_view text : {"",
                                      "a",
                                      "# a\n",
                                      "a: b # c\n",
                                      "a: \"b\\n\"\n",
                                      "a: 'it''s'\n",
                                      "a: &x b\n",
                                      "a: *x\n",
                                      "a: |\n  b\n",
                                      "a: b\n  c\n",
                                      "a: b\n  - c\n",
                                      "a: {b: c}\n",
                                      "a: [b, [c]]\n",
                                      "a: [b, c\n",
                                      "a: [b,]\n",
                                      "a: b\na: c\n",
                                      "a:\n  - b\n - c\n",
                                      "a:\n  b: c\n",
                                      "true: 1\n",
                                      "a: b: c\n",
                                      "a: b:\n",
                                      "a:\tb\n",
                                      "---\na: b\n",
                                      "a: b\n...\n",
                                      "- a\n",
                                      "a: b\u2028c\n",
                                      "a: \uFEFFb\n",
                                      "a: [\"b, c\"]\n",
                                      "a:\n  - b\nc: d\n  - e\n"}) {
    EXPECT_FALSE(read_plain_yaml(text)) << text;
    expect_as_yaml(text);
  }
}

TEST(FrontMatter, PlainYamlIsReadAsYamlWhateverItIs) {
  constexpr std::string_view kPieces[] = {
      "a",  "b", ":", ": ", " ",  "\n",    "\n- ", "\n  - ", "-",    "[", "]", ", ", "'",
      "\"", "#", "1", "甲", "？", "\na: ", "\nb:", "\nc: ",  "null", ".", "?", "“",  "\n\n"};
  std::uint32_t random = 7;
  std::size_t read = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text = "t: ";
    for (int piece = 0; piece < 3 + i % 14; ++piece) {
      random = random * 1664525 + 1013904223;
      text += kPieces[(random >> 8) % std::size(kPieces)];
    }
    read += read_plain_yaml(text).has_value();
    expect_as_yaml(text);
  }
  EXPECT_GT(read, 500U);
}

}  // namespace
}  // namespace shuye
