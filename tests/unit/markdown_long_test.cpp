#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "unit/markdown.h"

namespace shuye {
namespace {

std::string repeat(std::string_view piece, std::size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) out.append(piece);
  return out;
}

// Inputs that made parsers hang or overflow. Those that fail here fail by time or by a crash.
TEST(MarkdownLong, Pathological) {
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
TEST(MarkdownLong, WhatIsFarApart) {
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

TEST(MarkdownLong, ATextOfManyPieces) {
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

TEST(MarkdownLong, DepthIsBounded) {
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

TEST(MarkdownLong, TwoMegabytes) {
  constexpr std::size_t kParagraphs = 20'000;
  const Document document = read(repeat(
      "这是一段文字，**重点：**后文还有很多字，见[链接](https://example.com)。\n第二行。\n\n",
      kParagraphs));
  ASSERT_EQ(document.blocks.size(), kParagraphs);
  EXPECT_EQ(document.blocks.back().spans.size(), 2U);
}

}  // namespace
}  // namespace shuye
