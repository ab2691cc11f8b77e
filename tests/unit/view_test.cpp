#include "shuye/view.h"

#include <gtest/gtest.h>

#include <list>

#include "shuye/article.h"
#include "unit/support.h"

namespace shuye {
namespace {

/// A view holds as long as its document.
const Document& kept(Article article) {
  static std::list<Article> all;
  return all.emplace_back(std::move(article)).document();
}

Result<View> view_of(const std::string& text, const ViewOptions& options,
                     Format format = Format::markdown) {
  OpenOptions open;
  open.format = format;
  auto article = Article::open(text, open);
  if (!article) return article.error();
  return make_view(kept(std::move(article).value()), options, all_packs());
}

std::string marks_of(const View& view) {
  std::string out;
  for (const ViewMatch& match : view.matches) {
    const std::string_view text = view.blocks[match.block].text;
    if (!out.empty()) out += ' ';
    out += text.substr(match.begin, match.end - match.begin);
  }
  return out;
}

ViewOptions looking(Script script, std::vector<Keyword> keywords = {}) {
  ViewOptions options;
  options.script = script;
  options.keywords = std::move(keywords);
  return options;
}

TEST(View, KeywordsAreMarkedInEveryScript) {
  const std::string text = "他用电脑里的**软**件看视频，腾讯的服务器也在。\n";
  const std::vector<Keyword> keywords = {"軟件", "騰訊", "服务器"};
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

TEST(View, SaysWhereAMatchIsInTheOriginal) {
  const auto view = view_of("里面的服务器和软件\n", looking(Script::hant_tw, {"軟件"}));
  ASSERT_TRUE(view);
  ASSERT_EQ(view->matches.size(), 1U);
  const ViewMatch& match = view->matches[0];
  EXPECT_EQ(view->blocks[0].text.substr(match.begin, match.end - match.begin), "軟體");
  EXPECT_EQ(match.original_begin, std::string("里面的服务器和").size());
  EXPECT_EQ(match.original_end, std::string("里面的服务器和软件").size());
}

TEST(View, OtherKeywordsConvertNothingAgain) {
  const auto article = Article::open("---\ntags: [茶]\n---\n\n软件和茶，茶。\n", {});
  ASSERT_TRUE(article);
  Marker marker;
  ViewOptions options = looking(Script::hant_tw, {"软件"});
  auto view = make_view(article->document(), options, all_packs(), marker);
  ASSERT_TRUE(view);
  const char* const text = view->blocks.back().text.data();
  options.keywords = {"茶", "和"};
  options.keywords[0].colour = 7;
  ASSERT_TRUE(marker.mark(article->document(), options, all_packs(), *view));
  EXPECT_EQ(view->blocks.back().text.data(), text);
  EXPECT_EQ(marks_of(*view), "和 茶 茶");
  ASSERT_EQ(view->keywords.size(), 2U);
  EXPECT_EQ(view->keywords[0].count, 2U);
  EXPECT_EQ(view->keywords[0].colour, 7);
  EXPECT_EQ(view->keywords[1].colour, 1);
  options.keywords.clear();
  options.article_keywords = true;
  ASSERT_TRUE(marker.mark(article->document(), options, all_packs(), *view));
  EXPECT_EQ(marks_of(*view), "茶 茶");
  // A failure leaves none of the old matches behind.
  options.keywords.assign(kMaxKeywords + 1, "茶");
  EXPECT_FALSE(marker.mark(article->document(), options, all_packs(), *view));
  EXPECT_EQ(marks_of(*view), "");
}

TEST(View, CountsTheArticlesOwnKeywordsWhenItIsAsked) {
  const auto article = Article::open("---\ntags: [茶, 水, 酒]\n---\n\n软件和茶，茶，水。\n", {});
  ASSERT_TRUE(article);
  Marker marker;
  const ViewOptions options = looking(Script::hant_tw, {"软件", "水"});
  auto view = make_view(article->document(), options, all_packs(), marker);
  ASSERT_TRUE(view);
  const auto counts = [&] {
    std::string all;
    for (const ViewKeyword& keyword : view->keywords) {
      all += keyword.text + std::to_string(keyword.count) + " ";
    }
    return all;
  };
  EXPECT_EQ(counts(), "软件1 水1 茶0 酒0 ");
  EXPECT_EQ(view->counted, 2U);
  ASSERT_TRUE(marker.count(article->document(), options, all_packs(), *view));
  EXPECT_EQ(counts(), "软件1 水1 茶2 酒0 ");
  EXPECT_EQ(view->counted, 4U);
  ASSERT_TRUE(marker.count(article->document(), options, all_packs(), *view));
  EXPECT_EQ(counts(), "软件1 水1 茶2 酒0 ") << "once";
  EXPECT_EQ(marks_of(*view), "軟體 水");
  // A view that is made in one go has all of it.
  view = make_view(article->document(), options, all_packs());
  ASSERT_TRUE(view);
  EXPECT_EQ(counts(), "软件1 水1 茶2 酒0 ");
}

TEST(View, CountsForJsonWhatWasNotCountedForOtherOutputs) {
  auto article = Article::open("---\ntags: [茶]\n---\n\n茶和茶。\n", {});
  ASSERT_TRUE(article);
  ASSERT_TRUE(article->render(Output::tree, {}, {}));
  EXPECT_NE(article->render(Output::json, {}, {})->find("\"count\":2"), std::string::npos);
  ViewOptions other;
  other.keywords = {"和"};
  ASSERT_TRUE(article->find(other, {}));
  EXPECT_NE(article->render(Output::json, other, {})->find("\"count\":2"), std::string::npos);
}

TEST(View, FindsWhatOtherRegionsCallIt) {
  const auto article = Article::open("软件和軟體，打印機與印表機。\n", {});
  ASSERT_TRUE(article);
  ViewOptions options = looking(Script::original, {"软件", "印表机"});
  EXPECT_TRUE(packs_for(article->document(), options)->empty());
  EXPECT_EQ(marks_of(make_view(article->document(), options, {}).value()), "软件 印表機");
  options.search.regional_words = true;
  const auto names = packs_for(article->document(), options);
  ASSERT_TRUE(names);
  EXPECT_FALSE(names->empty());
  const auto missing = make_view(article->document(), options, {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::pack_missing);
  Marker marker;
  const auto view = make_view(article->document(), options, all_packs(), marker);
  ASSERT_TRUE(view);
  EXPECT_EQ(marks_of(*view), "软件 軟體 打印機 印表機");
  EXPECT_EQ(view->keywords[0].count, 2U);
  // Not where exactness is asked for.
  options.keywords[0].exact = true;
  EXPECT_EQ(marks_of(make_view(article->document(), options, all_packs()).value()),
            "软件 打印機 印表機");
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

/// Each block's text, with the script it is in where that is not the view's.
std::string blocks_of(const View& view) {
  std::string out;
  for (const ViewBlock& block : view.blocks) {
    if (block.text.empty()) continue;
    out += block.text;
    if (block.script != Script::none) out += " [" + std::string(name_of(block.script)) + "]";
    out += '\n';
  }
  return out;
}

// A Simplified article that quotes a Traditional paragraph (of which 乾坤, 里長 and 干 must stay
// what they are), one that was made character by character, and a Japanese one.
const char* const kQuoting =
    "这篇文章说的软件后来还在用，让读者们选择。这样写简体汉语。\n\n> "
    "里長說，乾坤與后土，干我們什麼事。\n\n"
    "> 舊范式之后，游戲里面的標准與后果。\n\n> 東京の学校で日本語を学ぶ。\n";

TEST(View, ConvertsEachBlockFromItsOwnScript) {
  struct Case {
    Script script;
    const char *configuration, *blocks;
  };
  for (const Case& c : {
           Case{Script::original, "",
                "这篇文章说的软件后来还在用，让读者们选择。这样写简体汉语。\n里長說，乾坤與后土，干"
                "我們什麼事。 [zh-Hant]\n"
                "舊范式之后，游戲里面的標准與后果。 [zh-Hant]\n東京の学校で日本語を学ぶ。 [ja]\n"},
           Case{Script::hans, "",
                "这篇文章说的软件后来还在用，让读者们选择。这样写简体汉语。\n里长说，乾坤与后土，干"
                "我们什么事。\n"
                "旧范式之后，游戏里面的标准与后果。\n東京の学校で日本語を学ぶ。 [ja]\n"},
           Case{Script::hant_tw, "s2twp",
                "這篇文章說的軟體後來還在用，讓讀者們選擇。這樣寫簡體漢語。\n里長說，乾坤與后土，干"
                "我們什麼事。\n"
                "舊範式之後，遊戲裡面的標準與後果。\n東京の学校で日本語を学ぶ。 [ja]\n"},
       }) {
    const auto view = view_of(kQuoting, looking(c.script));
    ASSERT_TRUE(view) << view.error().message;
    EXPECT_EQ(view->configuration, c.configuration);
    EXPECT_EQ(blocks_of(*view), c.blocks);
  }
}

TEST(View, ConvertsSimplifiedQuotationsInATraditionalText) {
  const std::string text = "這篇文章說的軟體後來還在用。\n\n> 头发与发现，这里的后果。\n";
  const auto traditional = view_of(text, looking(Script::hant));
  ASSERT_TRUE(traditional);
  EXPECT_EQ(blocks_of(*traditional), "這篇文章說的軟體後來還在用。\n頭髮與發現，這裏的後果。\n");
  const auto simplified = view_of(text, looking(Script::hans));
  ASSERT_TRUE(simplified);
  EXPECT_EQ(blocks_of(*simplified), "这篇文章说的软体后来还在用。\n头发与发现，这里的后果。\n");
}

TEST(View, NamesThePacksOfEveryBlock) {
  OpenOptions open;
  open.format = Format::markdown;
  const auto article = Article::open(kQuoting, open);
  ASSERT_TRUE(article);
  const auto packs = packs_for(article->document(), Script::hant_tw);
  ASSERT_TRUE(packs);
  EXPECT_EQ(*packs,
            (std::vector<std::string_view>{"normalization", "s2t", "s2twp", "t2tw", "t2s"}));
  EXPECT_TRUE(packs_for(article->document(), Script::original)->empty());
}

TEST(View, GoesByTheRegionOfTheWords) {
  struct Case {
    const char* text;
    Script script;
    const char *configuration, *converted;
    Script view;
  };
  const char* const taiwan = "這裡的軟體與網路的位址。\n";
  const char* const hong_kong = "這裏服務質素高，港鐵的網絡為人着想。\n";
  const char* const anywhere = "這裡說的是漢語。\n";
  for (const Case& c : {
           Case{taiwan, Script::hans, "tw2sp", "这里的软件与网络的地址。", Script::hans},
           Case{taiwan, Script::hant_tw, "", "這裡的軟體與網路的位址。", Script::hant_tw},
           Case{taiwan, Script::hant, "", "這裡的軟體與網路的位址。", Script::hant},
           Case{taiwan, Script::hant_hk, "tw2t+t2hk", "這裏的軟體與網路的位址。", Script::hant_hk},
           Case{hong_kong, Script::hans, "hk2sp", "这里服务质素高，港铁的网络为人着想。",
                Script::hans},
           Case{hong_kong, Script::hant_hk, "", "這裏服務質素高，港鐵的網絡為人着想。",
                Script::hant_hk},
           Case{hong_kong, Script::hant_tw, "hk2t+t2tw", "這裡服務質素高，港鐵的網絡為人著想。",
                Script::hant_tw},
           Case{anywhere, Script::hans, "t2s", "这里说的是汉语。", Script::hans},
           Case{anywhere, Script::hant_tw, "t2tw", "這裡說的是漢語。", Script::hant_tw},
       }) {
    const auto view = view_of(c.text, looking(c.script));
    ASSERT_TRUE(view) << view.error().message;
    EXPECT_EQ(view->configuration, c.configuration) << c.text;
    EXPECT_EQ(view->blocks[0].text, c.converted);
    EXPECT_EQ(view->script, c.view) << c.text;
  }
}

TEST(View, GoesByTheRegionThatTheSourceNames) {
  const std::string text = "這裡說的是程式與滑鼠。\n";
  struct Case {
    std::string source;
    Format format;
    const char* configuration;
  };
  for (const Case& c : {
           Case{"---\ntitle: 說\nlang: zh-TW\n---\n\n" + text, Format::markdown, "tw2sp"},
           Case{"---\ntitle: 說\nlanguage: zh_HK\n---\n\n" + text, Format::markdown, "hk2sp"},
           Case{"---\ntitle: 說\nlang: zh-CN\n---\n\n" + text, Format::markdown, "t2s"},
           Case{"---\ntitle: 說\nlang: [zh-TW]\n---\n\n" + text, Format::markdown, "t2s"},
           Case{"<html lang=\"zh-TW\"><body><p>" + text, Format::html, "tw2sp"},
           Case{"<html lang=\"zh-TW\"><body><p>这里说汉语", Format::html, ""},
       }) {
    const auto view = view_of(c.source, looking(Script::hans), c.format);
    ASSERT_TRUE(view) << view.error().message;
    EXPECT_EQ(view->configuration, c.configuration) << c.source;
  }
}

TEST(View, GoesFromMatchToMatchAroundTheEnds) {
  const auto view = view_of("春山和秋水\n\n夏日\n\n春水", looking(Script::original, {"春", "水"}));
  ASSERT_TRUE(view);
  ASSERT_EQ(marks_of(*view), "春 水 春 水");
  const ViewMatch& second = view->matches[1];
  EXPECT_EQ(next_match(*view, second.block, second.begin), 2U);
  EXPECT_EQ(previous_match(*view, second.block, second.begin), 0U);
  EXPECT_EQ(next_match(*view, second.block, second.begin, 1), 3U);
  const ViewMatch& last = view->matches[3];
  EXPECT_EQ(next_match(*view, last.block, last.begin), 0U);
  EXPECT_EQ(previous_match(*view, 0, 0), 3U);
  EXPECT_EQ(previous_match(*view, 0, 0, 0), 2U);
  EXPECT_EQ(next_match(*view, kNoBlock, UINT32_MAX), 0U);
  EXPECT_EQ(next_match(*view, 0, 0, 7), std::nullopt);
  const auto without = view_of("夏日", looking(Script::original, {"春"}));
  ASSERT_TRUE(without);
  EXPECT_EQ(next_match(*without, 0, 0), std::nullopt);
  EXPECT_EQ(previous_match(*without, 0, 0), std::nullopt);
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
