#include <gtest/gtest.h>
#include <shuye/convert.h>

#include <set>

#include "unit/random_text.h"
#include "unit/support.h"

namespace shuye {
namespace {

std::string describe(const Explanation& explanation) {
  std::string out = explanation.source + "→" + explanation.result;
  for (const ExplanationStep& step : explanation.steps) {
    out += " | " + std::string(name_of(step.rule));
    if (!step.dictionary.empty())
      out += " " + std::string(step.configuration) + "/" + step.dictionary;
    out += " " + step.from + "→" + step.to;
  }
  return out;
}

std::string why(std::string_view configuration, std::string_view text, std::size_t offset = 0,
                const Glossary& glossary = {}) {
  return describe(Converter::create(configuration, all_packs(), glossary)->explain(text, offset));
}

TEST(Explain, NamesRuleAndDictionary) {
  EXPECT_EQ(why("s2t", "头发"), "头发→頭髮 | phrase s2t/STPhrases 头发→頭髮");
  EXPECT_EQ(why("s2t", "头"), "头→頭 | character s2t/STCharacters 头→頭");
  EXPECT_EQ(why("t2s", "頭"), "頭→头 | character t2s/TSCharacters 頭→头");
  EXPECT_EQ(why("t2jp", "廣"), "廣→広 | character t2jp/JPShinjitaiCharactersRev 廣→広");
  EXPECT_EQ(why("s2twp", "鼠标"),
            "鼠标→滑鼠 | character s2twp/STCharacters 标→標 | phrase s2twp/TWPhrases 鼠標→滑鼠");
  EXPECT_EQ(why("tw2sp", "滑鼠"),
            "滑鼠→鼠标 | phrase tw2sp/TWPhrasesRev 滑鼠→鼠標 | "
            "character tw2sp/TSCharacters 標→标");
}

TEST(Explain, SaysWhatStays) {
  EXPECT_EQ(why("s2t", "Kimi", 2), "m→m");
  EXPECT_EQ(why("s2t", "的"), "的→的");
  EXPECT_EQ(why("s2t", "⿰木头"), "⿰木头→⿰木头");
  // A phrase that says so is a reason, too.
  EXPECT_EQ(why("s2t", "皇后"), "皇后→皇后 | phrase s2t/STPhrases 皇后→皇后");
}

TEST(Explain, SaysWhatHappensBetweenWords) {
  EXPECT_EQ(
      why("s2twp", "内存", 3),
      "内存→記憶體 | character s2twp/STCharacters 内→內 | phrase s2twp/TWPhrases 內存→記憶體");
  EXPECT_EQ(why("s2t", "\uF900头"),
            "\uF900→豈 | compatibility s2t/CJK_Compatibility_Ideographs \uF900→豈");
}

TEST(Explain, KnowsTheGlossary) {
  const Glossary glossary = Glossary::create({{"软件", "軟體"}}, {"张三"}).value();
  EXPECT_EQ(why("s2t", "张三的软件", 12, glossary), "软件→軟體 | glossary 软件→軟體");
  EXPECT_EQ(why("s2t", "张三的软件", 3, glossary), "张三→张三 | protected 张三→张三");
  EXPECT_EQ(describe(Converter(glossary).explain("的软件", 3)), "软件→軟體 | glossary 软件→軟體");
  EXPECT_EQ(describe(Converter(glossary).explain("的软件", 0)), "的→的");
}

TEST(Explain, GoesThroughAChain) {
  EXPECT_EQ(why("t2s+s2twp", "軟件"),
            "軟件→軟體 | character t2s/TSCharacters 軟→软 | character s2twp/STCharacters 软→軟 | "
            "phrase s2twp/TWPhrases 軟件→軟體");
}

TEST(Explain, SaysNothingBehindTheEnd) {
  const Explanation none = Converter::create("s2t", all_packs())->explain("头发", 6);
  EXPECT_EQ(none.begin, 6u);
  EXPECT_EQ(none.end, 6u);
  EXPECT_FALSE(none.changed());
  EXPECT_TRUE(Converter::create("s2t", all_packs())->explain("").empty());
}

class Explanations : public ::testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(OpenCC, Explanations, ::testing::ValuesIn(all_chains()),
                         [](const auto& info) { return chain_name(info.param); });

const std::set<std::string_view> kDictionaries = {"",
                                                  "CJK_Compatibility_Ideographs",
                                                  "HKPhrases",
                                                  "HKPhrasesRev",
                                                  "HKVariants",
                                                  "HKVariantsPhrases",
                                                  "HKVariantsRev",
                                                  "HKVariantsRevPhrases",
                                                  "JPShinjitaiCharacters",
                                                  "JPShinjitaiCharactersRev",
                                                  "JPShinjitaiPhrases",
                                                  "STCharacters",
                                                  "STPhrases",
                                                  "STPhrases_GeneratedFromRegionalPhrases",
                                                  "TSCharacters",
                                                  "TSCharactersExt",
                                                  "TSPhrases",
                                                  "TWPhrases",
                                                  "TWPhrasesRev",
                                                  "TWVariants",
                                                  "TWVariantsPhrases",
                                                  "TWVariantsRev",
                                                  "TWVariantsRevPhrases"};

// What the pieces become, one after the other, is what the text becomes.
void expect_whole(const Converter& converter, const std::string& text) {
  std::string source, result;
  for (const Explanation& piece : converter.explain(text)) {
    ASSERT_EQ(piece.begin, source.size());
    source += piece.source;
    result += piece.result;
    ASSERT_EQ(piece.end, source.size());
    ASSERT_FALSE(piece.source.empty());
    ASSERT_TRUE(!piece.changed() || !piece.steps.empty()) << piece.source;
    for (const ExplanationStep& step : piece.steps) {
      ASSERT_EQ(kDictionaries.count(step.dictionary), 1u) << step.dictionary;
      ASSERT_FALSE(step.from.empty() || step.to.empty());
    }
    for (const std::size_t offset : {piece.begin, piece.end - 1}) {
      const Explanation same = converter.explain(text, offset);
      ASSERT_EQ(describe(same), describe(piece));
      ASSERT_EQ(same.begin, piece.begin);
      ASSERT_EQ(same.end, piece.end);
    }
  }
  ASSERT_EQ(source, text);
  ASSERT_EQ(result, converter.convert(text));
}

TEST_P(Explanations, AreTheWholeConversion) {
  RandomText texts(20241120);
  const Converter plain = Converter::create(GetParam(), all_packs()).value();
  std::vector<GlossaryEntry> entries;
  for (const char* from : {"后", "里", "软件", "头", "内存"}) entries.push_back({from, "甲"});
  const Converter with = plain.with(Glossary::create(entries, {"的", "超"}).value());
  for (int i = 0; i < 60; ++i) {
    const std::string text = texts.next() + texts.next();
    SCOPED_TRACE(text);
    expect_whole(plain, text);
    expect_whole(with, text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace shuye
