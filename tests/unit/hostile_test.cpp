// Input that somebody made to be awkward, and input that broke on its way: the outcome is clear,
// what was written is still there, and four times as much costs about four times as much. Costs are
// compared with each other and never with a clock's seconds, so that a slow or busy machine passes,
// too.

#include <gtest/gtest.h>
#include <shuye/shuye.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "support/scale.h"

namespace shuye {
namespace {

using testing::kScale;

constexpr RoleSet kEverything = role_bit(Role::body) | role_bit(Role::title) |
                                role_bit(Role::subtitle) | role_bit(Role::byline) |
                                role_bit(Role::notice) | role_bit(Role::clutter);

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  text.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

/// What is rendered of it, or the error's name.
std::string open_and_render(const std::string& source, Format format, Output output) {
  OpenOptions options;
  options.format = format;
  auto article = Article::open(source, options);
  if (!article) return "error: " + std::string(name_of(article.error().code));
  ViewOptions view;
  view.roles = kEverything;
  const auto rendered = article->render(output, view, {});
  return rendered ? *rendered : "error: " + std::string(name_of(rendered.error().code));
}

std::string all_text(const std::string& source, Format format) {
  return open_and_render(source, format, Output::text);
}

/// Formatting elements of which no two are alike, and that are opened again in each paragraph.
std::string numbered_formatting(std::size_t n) {
  std::string html;
  for (std::size_t i = 0; i < n; ++i) html += "<b a" + std::to_string(i) + "><p>";
  return html;
}

struct Hostile {
  const char* name;
  Format format;
  std::string (*make)(std::size_t n);  // holds 末尾 where it may not get lost
  std::size_t n;                       // enough to cost some milliseconds
};

void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.name; }

const Hostile kHostile[] = {
    {"quotes", Format::markdown, [](std::size_t n) { return repeat(">", n) + " 末尾"; }, 100'000},
    {"spaced_quotes", Format::markdown, [](std::size_t n) { return repeat("> ", n) + "末尾"; },
     100'000},
    {"lists", Format::markdown, [](std::size_t n) { return repeat("- ", n) + "末尾"; }, 100'000},
    {"stars", Format::markdown, [](std::size_t n) { return repeat("*", n) + "末尾"; }, 100'000},
    {"opened_emphasis", Format::markdown, [](std::size_t n) { return repeat("*字 ", n) + "末尾"; },
     50'000},
    {"strong_beside_marks", Format::markdown,
     [](std::size_t n) { return repeat("**字，**", n) + "末尾"; }, 20'000},
    {"underscores", Format::markdown, [](std::size_t n) { return repeat("a_b_", n) + "末尾"; },
     50'000},
    {"brackets", Format::markdown, [](std::size_t n) { return repeat("[", n) + "末尾"; }, 50'000},
    {"opened_links", Format::markdown, [](std::size_t n) { return repeat("[字](", n) + "末尾"; },
     30'000},
    {"tags_in_text", Format::markdown, [](std::size_t n) { return repeat("字<b", n) + "末尾"; },
     50'000},
    {"opened_strikethrough", Format::markdown,
     [](std::size_t n) { return repeat("~~字", n) + "末尾"; }, 30'000},
    {"html_blocks", Format::markdown, [](std::size_t n) { return repeat("<div>\n\n", n) + "末尾"; },
     10'000},
    {"divs", Format::html, [](std::size_t n) { return repeat("<div>", n) + "末尾"; }, 100'000},
    {"closed_divs", Format::html,
     [](std::size_t n) { return repeat("<div>", n) + "末尾" + repeat("</div>", n); }, 100'000},
    {"formatting", Format::html, [](std::size_t n) { return repeat("<b><i>", n) + "末尾"; },
     30'000},
    {"misnested", Format::html,
     [](std::size_t n) { return repeat("<b><p>", n) + "末尾" + repeat("</b>", n); }, 10'000},
    {"formatting_behind_a_drawing", Format::html,
     [](std::size_t n) { return "<svg><title/></svg>" + numbered_formatting(n) + "末尾"; }, 10'000},
    {"formatting_behind_choices", Format::html,
     [](std::size_t n) { return "<select><title><input>" + numbered_formatting(n) + "末尾"; },
     10'000},
    {"tables", Format::html, [](std::size_t n) { return repeat("<table><tr><td>", n) + "末尾"; },
     20'000},
    {"breaks", Format::html, [](std::size_t n) { return repeat("短行<br>", n) + "末尾"; }, 50'000},
    {"short_lines", Format::plain, [](std::size_t n) { return repeat("短行\n", n) + "末尾"; },
     50'000},
    {"headings", Format::plain, [](std::size_t n) { return repeat("第一章 起\n", n) + "末尾"; },
     30'000},
    {"numbers", Format::plain, [](std::size_t n) { return repeat("1. 项目\n", n) + "末尾"; },
     30'000},
    {"bylines", Format::plain,
     [](std::size_t n) { return repeat("文 | 张三\n编辑：李四\n", n) + "末尾"; }, 10'000},
    {"speakers", Format::plain,
     [](std::size_t n) {
       std::string text;
       for (std::size_t i = 0; i < n; ++i) text += "甲" + std::to_string(i % 100) + "：你好。\n";
       return text + "末尾";
     },
     20'000},
    {"marks_on_one_letter", Format::plain,
     [](std::size_t n) { return "末尾" + repeat("\u0301", n); }, 300'000},
};

class HostileInput : public ::testing::TestWithParam<Hostile> {};

/// Of three runs the cheapest, in seconds of the processor.
double cost_of(const std::string& source, Format format) {
  double least = std::numeric_limits<double>::max();
  for (int run = 0; run < 3; ++run) {
    const std::clock_t start = std::clock();
    open_and_render(source, format, Output::json);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

TEST_P(HostileInput, IsRead) {
  const Hostile& hostile = GetParam();
  const std::string source = hostile.make(hostile.n / kScale);
  EXPECT_NE(all_text(source, hostile.format).find("末尾"), std::string::npos);
  const std::string json = open_and_render(source, hostile.format, Output::json);
  EXPECT_TRUE(nlohmann::json::accept(json));
}

TEST_P(HostileInput, CostsInProportion) {
  const Hostile& hostile = GetParam();
  const std::size_t n = hostile.n / kScale;
  const double once = cost_of(hostile.make(n), hostile.format);
  const double fourfold = cost_of(hostile.make(4 * n), hostile.format);
  // What is quadratic costs 16 times as much. What costs hardly anything is not looked at: a clock
  // is no better than that.
  constexpr double kTooLittle = 0.05;
  if (fourfold > kTooLittle) {
    EXPECT_LT(fourfold, 10 * once + kTooLittle);
  }
}

INSTANTIATE_TEST_SUITE_P(All, HostileInput, ::testing::ValuesIn(kHostile),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(LargeInput, OneLineOf20MB) {
  const std::string sentence = "这是一行很长的文字，没有换行。";
  const std::string line = repeat(sentence, 20'000'000 / sentence.size() / kScale);
  for (const Format format : {Format::markdown, Format::html, Format::plain}) {
    // A paragraph and the line feed behind it.
    EXPECT_EQ(all_text(line, format).size(), line.size() + 1) << name_of(format);
  }
}

TEST(LargeInput, TwoMillionShortLines) {
  const std::size_t n = 2'000'000 / kScale;
  const std::string text = all_text(repeat("短行\n", n), Format::plain);
  EXPECT_EQ(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\xE7')), n);  // 短
}

TEST(BrokenInput, ThatWasCutOffAnywhere) {
  const std::pair<Format, std::string> sources[] = {
      {Format::markdown,
       "---\ntitle: 纸船\ntags: [水, 纸]\n---\n\n# 纸船\n\n- **一**张[纸](https://example.com "
       "\"纸\")\n\n"
       "```js\nfold();\n```\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n注[^1]\n\n[^1]: 折\n"},
      {Format::html,
       "<!doctype html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>纸船</title>"
       "<script>if (a < b) c();</script></head><body><!-- 头 "
       "--><h1>纸船&amp;水</h1><p>一张<b>纸</b>，"
       "<img src=\"a.png\" alt=\"船\"></p><table><tr><td>一</td></tr></table></body></html>"},
      {Format::plain, "纸船\n\n文 | 水生\n\n一张纸，可以折成一只船。\n\n· 第一折\n· 第二折\n"}};
  for (const auto& [format, source] : sources) {
    for (std::size_t length = 0; length <= source.size(); ++length) {
      const std::string json = open_and_render(source.substr(0, length), format, Output::json);
      const bool clear = json.starts_with("error: empty_input") || nlohmann::json::accept(json);
      EXPECT_TRUE(clear) << name_of(format) << " of " << length << " bytes: " << json;
    }
  }
}

TEST(BrokenInput, AliasesThatGrowWithoutEnd) {
  std::string source = "---\nl0: &l0 [笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑, 笑]\n";
  for (int i = 1; i <= 9; ++i) {
    const std::string alias = "*l" + std::to_string(i - 1);
    const std::string name = "l" + std::to_string(i);
    source += name + ": &" + name + " [";
    for (int n = 0; n < 9; ++n) source += (n > 0 ? ", " : "") + alias;
    source += "]\n";
  }
  source += "---\n\n正文在此，没有丢失。\n";
  const std::string json = open_and_render(source, Format::markdown, Output::json);
  EXPECT_LT(json.size(), 100 * source.size());
  EXPECT_NE(json.find("正文在此，没有丢失。"), std::string::npos);
}

TEST(BrokenInput, FrontMatterThatNestsWithoutEnd) {
  const std::string source = "---\na: " + repeat("[", 100'000 / kScale) + "\n---\n\n正文在此。\n";
  EXPECT_NE(all_text(source, Format::markdown).find("正文在此。"), std::string::npos);
}

TEST(Pages, OfNavigationAloneLoseNothing) {
  std::string source = "<html><body><nav><ul>";
  for (int i = 0; i < 40; ++i)
    source += "<li><a href=\"/c\">频道" + std::to_string(i) + "</a></li>";
  source += "</ul></nav></body></html>";
  const std::string text = all_text(source, Format::html);
  for (int i = 0; i < 40; ++i) {
    EXPECT_NE(text.find("频道" + std::to_string(i)), std::string::npos) << i;
  }
}

TEST(Pages, InAnotherLanguageAreLeftAlone) {
  const std::string paragraphs[] = {
      "The river was calm, and the boats lay still under the bridge while the town slept on.",
      "Nobody saw the first of them leave; it was gone when the baker opened his door.",
      "\"They come back in May,\" he said, and went on sweeping the step in front of the shop."};
  std::string source = "<html lang=\"en\"><body><h1>A quiet morning</h1>";
  for (const std::string& paragraph : paragraphs) source += "<p>" + paragraph + "</p>";
  OpenOptions options;
  options.format = Format::html;
  auto article = Article::open(source + "</body></html>", options);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->document().metadata.title, "A quiet morning");
  EXPECT_EQ(article->document().script, Script::none);
  EXPECT_TRUE(article->document().repairs.empty());
  const auto text = article->render(Output::text, {}, {});
  ASSERT_TRUE(text);
  for (const std::string& paragraph : paragraphs) {
    EXPECT_NE(text->find(paragraph), std::string::npos) << paragraph;
  }
}

}  // namespace
}  // namespace shuye
