#include "shuye/view.h"

#include <gtest/gtest.h>

#include "shuye/article.h"
#include "unit/support.h"

namespace shuye {
namespace {

Result<View> view_of(const std::string& text, const ViewOptions& options,
                     Format format = Format::markdown) {
  OpenOptions open;
  open.format = format;
  const auto article = Article::open(text, open);
  if (!article) return article.error();
  return make_view(article->document(), options, all_packs());
}

std::string marks_of(const View& view) {
  std::string out;
  for (const ViewMatch& match : view.matches) {
    const std::string& text = view.blocks[match.block].text;
    out += (out.empty() ? "" : " ") + text.substr(match.begin, match.end - match.begin);
  }
  return out;
}

ViewOptions looking(Script script, std::vector<std::string> keywords = {}) {
  ViewOptions options;
  options.script = script;
  options.keywords = std::move(keywords);
  return options;
}

TEST(View, KeywordsAreMarkedInEveryScript) {
  const std::string text = "他用电脑里的**软**件看视频，腾讯的服务器也在。\n";
  const std::vector<std::string> keywords = {"軟件", "騰訊", "服务器"};
  struct Case {
    Script script;
    const char* marks;
  };
  for (const Case& c :
       {Case{Script::original, "软件 腾讯 服务器"}, Case{Script::hant, "軟件 騰訊 服務器"},
        Case{Script::hant_tw, "軟體 騰訊 伺服器"}}) {
    const auto view = view_of(text, looking(c.script, keywords));
    ASSERT_TRUE(view);
    EXPECT_EQ(marks_of(*view), c.marks);
    for (const ViewKeyword& keyword : view->keywords) EXPECT_EQ(keyword.count, 1U) << keyword.text;
  }
}

TEST(View, MarksOnlyTheKeywordInsideAConvertedPhrase) {
  const auto view = view_of("互联网络软件工程\n", looking(Script::hant, {"软件"}));
  ASSERT_TRUE(view);
  EXPECT_EQ(marks_of(*view), "軟件");
}

TEST(View, SpansMoveAlong) {
  const auto view = view_of("在**服务器**上\n", looking(Script::hant_tw));
  ASSERT_TRUE(view);
  const ViewBlock& block = view->blocks[0];
  EXPECT_EQ(block.text, "在伺服器上");
  ASSERT_EQ(block.spans.size(), 1U);
  EXPECT_EQ(block.text.substr(block.spans[0].begin, block.spans[0].end - block.spans[0].begin),
            "伺服器");
}

TEST(View, CodeAndAddressesAreNeverConverted) {
  const auto view = view_of("软件`软件`\n\n```\n软件\n```\n\n<https://example.com/软件>\n",
                            looking(Script::hant_tw));
  ASSERT_TRUE(view);
  EXPECT_EQ(view->blocks[0].text, "軟體软件");
  EXPECT_EQ(view->blocks[1].text, "软件");
  EXPECT_EQ(view->blocks[2].text, "https://example.com/软件");
}

TEST(View, NeverAcrossBlocks) {
  const auto view =
      view_of("腾\n\n讯\n\n| 腾 | 讯 |\n| - | - |\n", looking(Script::original, {"腾讯"}));
  ASSERT_TRUE(view);
  EXPECT_TRUE(view->matches.empty());
}

TEST(View, TheArticlesOwnKeywordsAreCountedAndMarkedOnlyWhenAskedFor) {
  const std::string text = "---\ntitle: 题\nkeywords: [软件]\ntags: [茶]\n---\n\n软件和茶，茶。\n";
  auto options = looking(Script::original, {"和"});
  auto view = view_of(text, options);
  ASSERT_TRUE(view);
  ASSERT_EQ(view->keywords.size(), 3U);
  EXPECT_EQ(view->keywords[0].source, KeywordSource::reader);
  EXPECT_EQ(view->keywords[1].source, KeywordSource::front_matter);
  EXPECT_EQ(view->keywords[2].source, KeywordSource::tags);
  EXPECT_EQ(view->keywords[2].count, 2U);
  EXPECT_EQ(marks_of(*view), "和");
  options.article_keywords = true;
  view = view_of(text, options);
  ASSERT_TRUE(view);
  EXPECT_EQ(marks_of(*view), "软件 和 茶 茶");
}

TEST(View, NamesThePacksItNeeds) {
  const auto article = Article::open("软件\n", {});
  ASSERT_TRUE(article);
  const auto none = packs_for(article->document(), Script::hans);
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->empty());
  const auto some = packs_for(article->document(), Script::hant_tw);
  ASSERT_TRUE(some);
  EXPECT_FALSE(some->empty());
  const auto view = make_view(article->document(), looking(Script::hant_tw), Packs());
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error().code, ErrorCode::pack_missing);
}

TEST(View, SaysWhatItIs) {
  auto view = view_of("软件\n", looking(Script::hant_tw));
  ASSERT_TRUE(view);
  EXPECT_EQ(view->configuration, "s2twp");
  EXPECT_EQ(view->script, Script::hant_tw);
  view = view_of("软件\n", looking(Script::original));
  ASSERT_TRUE(view);
  EXPECT_EQ(view->configuration, "");
  EXPECT_EQ(view->script, Script::hans);
}

// What a converter makes that goes character by character, with no phrases.
const char* const kByCharacter =
    "---\ntitle: 最后的游戲\n---\n\n舊**范式**之后，`最后`的软件，游戲里面的軟件由于標准。\n";

TEST(View, CharacterByCharacterTraditionalBecomesProper) {
  struct Case {
    Script script;
    const char *configuration, *title, *text, *marks;
  };
  for (const Case& c :
       {Case{Script::original, "", "最后的游戲", "舊范式之后，最后的软件，游戲里面的軟件由于標准。",
             "范式 软件 游戲 軟件 標准"},
        Case{Script::hant, "t2s+s2t", "最後的遊戲",
             "舊範式之後，最后的軟件，遊戲裏面的軟件由於標準。", "範式 軟件 遊戲 軟件 標準"},
        Case{Script::hant_tw, "t2s+s2twp", "最後的遊戲",
             "舊範式之後，最后的軟體，遊戲裡面的軟體由於標準。", "範式 軟體 遊戲 軟體 標準"},
        Case{Script::hant_hk, "t2s+s2hkp", "最後的遊戲",
             "舊範式之後，最后的軟件，遊戲裏面的軟件由於標準。", "範式 軟件 遊戲 軟件 標準"}}) {
    const auto view =
        view_of(kByCharacter, looking(c.script, {"范式", "遊戲", "軟體", "軟件", "标准"}));
    ASSERT_TRUE(view) << view.error().message;
    EXPECT_EQ(view->configuration, c.configuration);
    EXPECT_EQ(view->metadata.title, c.title);
    const ViewBlock& block = view->blocks.back();
    EXPECT_EQ(block.text, c.text);
    EXPECT_EQ(marks_of(*view), c.marks);
    ASSERT_EQ(block.spans.size(), 2U);
    EXPECT_EQ(block.text.substr(block.spans[1].begin, block.spans[1].end - block.spans[1].begin),
              "最后");
  }
}

TEST(View, NamesThePacksOfAChainOnce) {
  OpenOptions open;
  open.format = Format::markdown;
  const auto article = Article::open(kByCharacter, open);
  ASSERT_TRUE(article);
  const auto packs = packs_for(article->document(), Script::hant_tw);
  ASSERT_TRUE(packs);
  EXPECT_EQ(*packs, (std::vector<std::string_view>{"normalization", "t2s", "s2t", "s2twp"}));
}

Glossary glossary(const std::vector<GlossaryEntry>& entries, const std::vector<std::string>& kept) {
  return Glossary::create(entries, kept).value();
}

TEST(View, TheGlossaryComesFirst) {
  const std::string text =
      "---\ntitle: 软件和头发\nauthor: "
      "张云\n---\n\n在**软**件里，`软件`和头发。\n\n```\n软件\n```\n";
  ViewOptions options = looking(Script::hant_tw, {"软件", "頭髮"});
  options.glossary = glossary({{"软件", "程式碼"}}, {"张云", "头发"});
  const auto view = view_of(text, options);
  ASSERT_TRUE(view) << view.error().message;
  EXPECT_EQ(view->metadata.title, "程式碼和头发");
  EXPECT_EQ(view->metadata.authors, (std::vector<std::string>{"张云"}));
  const ViewBlock& block = view->blocks[view->blocks.size() - 2];
  EXPECT_EQ(block.text, "在程式碼裡，软件和头发。");
  EXPECT_EQ(view->blocks.back().text, "软件");
  EXPECT_EQ(marks_of(*view), "程式碼 软件 头发 软件");
}

TEST(View, TheGlossaryCountsInEveryScriptButTheOriginal) {
  ViewOptions options = looking(Script::original);
  options.glossary = glossary({{"软件", "程序"}}, {});
  EXPECT_EQ(view_of("软件\n", options)->blocks[0].text, "软件");
  options.script = Script::hans;
  const auto view = view_of("软件\n", options);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->configuration, "");
  EXPECT_EQ(view->blocks[0].text, "程序");
  options.script = Script::ja;  // into which nothing converts Simplified
  EXPECT_EQ(view_of("软件\n", options)->blocks[0].text, "程序");
}

TEST(View, TheGlossaryOfAChainIsInTheDocumentsScript) {
  ViewOptions options = looking(Script::hant_tw, {"軟件"});
  options.glossary = glossary({{"軟件", "里"}, {"标准", "甲"}}, {"游戲"});
  const auto view = view_of(kByCharacter, options);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->metadata.title, "最後的游戲");
  EXPECT_EQ(view->blocks.back().text, "舊範式之後，最后的軟體，游戲裡面的里由於標準。");
  EXPECT_EQ(marks_of(*view), "軟體 里");
}

std::string why(const std::string& text, const ViewOptions& options, std::size_t block,
                const std::string& place) {
  const auto article = Article::open(text, {Format::markdown, {}, {}});
  const auto view = make_view(article->document(), options, all_packs());
  const std::size_t offset = view->blocks[block].text.find(place);
  const auto why = explain(article->document(), *view, options, all_packs(),
                           static_cast<BlockIndex>(block), offset);
  if (!why) return why.error().message;
  EXPECT_EQ(view->blocks[block].text.substr(why->begin, why->end - why->begin), why->piece.result);
  EXPECT_EQ(article->document().blocks[block].text.substr(why->piece.begin,
                                                          why->piece.end - why->piece.begin),
            why->piece.source);
  std::string out = why->piece.source + "→" + why->piece.result;
  for (const ExplanationStep& step : why->piece.steps) {
    out += " " + std::string(step.dictionary.empty() ? name_of(step.rule) : step.dictionary);
  }
  return out;
}

TEST(View, ExplainsItself) {
  const std::string text = "“`软件`”里的**内**存，Kimi，头发\n\n```\n软件\n```\n";
  ViewOptions options = looking(Script::hant_tw);
  options.punctuation = Punctuation::regional;
  options.glossary = glossary({{"头发", "毛"}}, {});
  EXPECT_EQ(why(text, options, 0, "「"), "“→「 punctuation");
  EXPECT_EQ(why(text, options, 0, "软"), "软→软 code");
  EXPECT_EQ(why(text, options, 0, "裡"), "里→裡 STCharacters TWVariants");
  EXPECT_EQ(why(text, options, 0, "憶"), "内存→記憶體 STCharacters TWPhrases");
  EXPECT_EQ(why(text, options, 0, "體"), "内存→記憶體 STCharacters TWPhrases");
  EXPECT_EQ(why(text, options, 0, "mi"), "m→m");
  EXPECT_EQ(why(text, options, 0, "毛"), "头发→毛 glossary");
  EXPECT_EQ(why(text, options, 1, "件"), "件→件 code");
  EXPECT_EQ(why(text, options, 0, "nowhere"), "the view has no such place");
  EXPECT_EQ(why("软件\n", looking(Script::original), 0, "件"), "件→件");
}

TEST(View, ExplainsAChain) {
  EXPECT_EQ(why(kByCharacter, looking(Script::hant_tw), 0, "遊"),
            "游戲→遊戲 TSCharacters STPhrases");
}

TEST(View, MetadataIsInItsScript) {
  const auto view =
      view_of("---\ntitle: 软件\nauthor: 马云\n---\n\n软件。\n", looking(Script::hant_tw));
  ASSERT_TRUE(view);
  EXPECT_EQ(view->metadata.title, "軟體");
  EXPECT_EQ(view->metadata.authors, (std::vector<std::string>{"馬雲"}));
}

}  // namespace
}  // namespace shuye
