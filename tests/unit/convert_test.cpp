#include <gtest/gtest.h>
#include <shuye/convert.h>

#include "unit/support.h"

namespace shuye {
namespace {

TEST(Convert, ConvertsByEveryConfiguration) {
  EXPECT_EQ(configurations().size(), 16u);
  EXPECT_EQ(converted("s2t", "头发里的干货"), "頭髮裏的乾貨");
  EXPECT_EQ(converted("s2tw", "头发里的鼠标"), "頭髮裡的鼠標");
  EXPECT_EQ(converted("s2twp", "鼠标里面的硅二极管坏了"), "滑鼠裡面的矽二極體壞了");
  EXPECT_EQ(converted("s2hk", "为了这里的线"), "為了這裏的線");
  EXPECT_EQ(converted("s2hkp", "为了这里的线"), "為了這裏的線");
  EXPECT_EQ(converted("t2s", "頭髮裏的乾貨"), "头发里的干货");
  EXPECT_EQ(converted("tw2s", "頭髮裡的滑鼠"), "头发里的滑鼠");
  EXPECT_EQ(converted("tw2sp", "滑鼠裡面的矽二極體壞了"), "鼠标里面的硅二极管坏了");
  EXPECT_EQ(converted("hk2s", "虛偽歎息"), "虚伪叹息");
  EXPECT_EQ(converted("hk2sp", "虛偽歎息"), "虚伪叹息");
  EXPECT_EQ(converted("t2tw", "這裏"), "這裡");
  EXPECT_EQ(converted("tw2t", "這裡"), "這裏");
  EXPECT_EQ(converted("t2hk", "爲衆"), "為眾");
  EXPECT_EQ(converted("hk2t", "為眾"), "爲衆");
  EXPECT_EQ(converted("t2jp", "廣國"), "広国");
  EXPECT_EQ(converted("jp2t", "広国"), "廣國");
}

TEST(Convert, NamesThePacksOfAConfiguration) {
  const auto names = packs_for("s2twp");
  ASSERT_TRUE(names.ok());
  EXPECT_EQ(*names, (std::vector<std::string_view>{"normalization", "s2t", "s2twp"}));
  EXPECT_EQ(packs_for("s2x").error().code, ErrorCode::unknown_configuration);
  EXPECT_EQ(packs_for("").error().code, ErrorCode::unknown_configuration);
}

TEST(Convert, SaysWhatIsMissing) {
  Packs packs;
  ASSERT_TRUE(packs.add("normalization", pack_bytes("normalization")).ok());
  const auto converter = Converter::create("t2tw", packs);
  ASSERT_FALSE(converter.ok());
  EXPECT_EQ(converter.error().code, ErrorCode::pack_missing);
  EXPECT_NE(converter.error().message.find("t2tw"), std::string::npos);
  EXPECT_EQ(Converter::create("s2x", packs).error().code, ErrorCode::unknown_configuration);
  ASSERT_TRUE(packs.add("t2tw", pack_bytes("t2tw")).ok());
  EXPECT_TRUE(Converter::create("t2tw", packs).ok());
}

class EveryConfiguration : public ::testing::TestWithParam<std::string_view> {
 protected:
  const Converter converter_ = Converter::create(GetParam(), all_packs()).value();

  void expect(std::string_view text, std::string_view converted) const {
    EXPECT_EQ(converter_.convert(text), converted);
    OffsetMap map;
    EXPECT_EQ(converter_.convert(text, map), converted);
    EXPECT_EQ(map.to_converted(text.size()), converted.size());
  }
  void expect_kept(std::string_view text) const { expect(text, text); }
};

INSTANTIATE_TEST_SUITE_P(OpenCC, EveryConfiguration, ::testing::ValuesIn(configurations()),
                         [](const auto& info) { return std::string(info.param); });

TEST_P(EveryConfiguration, LeavesWhatIsNoChinese) {
  expect_kept("");
  expect_kept("Hello, world\r\n\t");
  expect_kept("ひらがな カタカナ 한국어 عربى 😀🏳️‍🌈 e\u0301");
  expect_kept("\x01\x02\x1B\x7F");
}

TEST_P(EveryConfiguration, CopiesWhatIsNoUtf8) {
  expect_kept("\xFF\xFE\x80\xBF");
  expect_kept("\xE4\xB8");                      // cut short
  expect_kept("a\xC0\xAF\xE0\x80\xAF");         // longer than it need be
  expect_kept("\xED\xA0\x80\xF4\x90\x80\x80");  // a surrogate, and above U+10FFFF
  expect_kept("⿰\xFF");
}

// A byte that is no UTF-8 parts two texts, as any character does that is in no word.
TEST_P(EveryConfiguration, ConvertsAroundThem) {
  const std::string text = "头发裡面滑鼠鼠标乾";
  const std::string out = converter_.convert(text);
  for (const std::string& parting : {std::string("\xFF"), std::string("\xE5\xA4")}) {
    expect(text + parting + text, out + parting + out);
  }
}

// OpenCC's segments are C strings: where it cuts a text into segments, it loses what stands between
// a NUL and the next word. 面条 and 乾坤 are words of one direction each.
TEST_P(EveryConfiguration, TreatsNulAsOpenccDoes) {
  const std::string nul(1, '\0');
  const bool segmented = packs_for(GetParam())->size() > 2;
  const auto out = [&](const std::string& text) { return converter_.convert(text); };
  const std::string word = GetParam().substr(0, 1) == "s" ? "面条" : "乾坤";
  expect("a" + nul + "b" + word + "c",
         segmented ? "a" + out(word + "c") : "a" + nul + "b" + out(word + "c"));
  expect("a" + nul + "b", segmented ? "a" : "a" + nul + "b");
  expect(nul, segmented ? "" : nul);
}

TEST_P(EveryConfiguration, LeavesDescriptionSequences) {
  expect_kept("⿰頭髮");
  expect_kept("⿲头发干⿱⿰后裡里");
  expect_kept("⿾頭");
  std::string deep;
  for (int i = 0; i < 15; ++i) deep += "⿰头";
  expect_kept(deep + "发");  // 16 deep
}

TEST_P(EveryConfiguration, ConvertsADescriptionSequenceThatIsNotOne) {
  const std::string out = converter_.convert("国廣");
  std::string operators;
  for (int i = 0; i < 100; ++i) operators += "⿰";
  expect("⿰", "⿰");
  expect(operators, operators);
  EXPECT_EQ(converter_.convert("⿰国"), "⿰" + converter_.convert("国"));
  EXPECT_EQ(converter_.convert("⿲国廣"), "⿲" + out);
}

TEST_P(EveryConfiguration, TakesAVariationSelectorForACharacter) {
  const std::string selector = "\uFE00", supplement = "\U000E0100";
  EXPECT_EQ(converter_.convert("頭" + selector), converter_.convert("頭") + selector);
  EXPECT_EQ(converter_.convert("发" + supplement + "国"),
            converter_.convert("发") + supplement + converter_.convert("国"));
}

TEST_P(EveryConfiguration, ReplacesCompatibilityIdeographsFirst) {
  const std::string compatible = "\uF900\uF98E\U0002F800";  // 豈, 年, 丽
  EXPECT_EQ(converter_.convert(compatible + "x"), converter_.convert("豈年丽x"));
}

// What is quadratic in these does not come back for hours.
TEST_P(EveryConfiguration, ConvertsAMegabyteOfOneThing) {
  for (const std::string_view unit : {"一", "⿰", "a", "丁丁当", "\xE4"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    OffsetMap map;
    const std::string converted = converter_.convert(text, map);
    EXPECT_EQ(converted, converter_.convert(text));
    EXPECT_EQ(map.to_original(converted.size()), text.size());
  }
}

TEST(Convert, ConvertsWordsThatBeginWithAscii) {
  EXPECT_EQ(converted("s2twp", "做B超"), "做超音波");
  EXPECT_EQ(converted("s2twp", "U盘坏了"), "隨身碟壞了");
}

TEST(Convert, ConvertsCharactersOutsideTheBasicPlane) {
  const std::string rare = converted("s2t", "𫍯");
  EXPECT_NE(rare, "𫍯");
  EXPECT_EQ(converted("t2s", rare), "𫍯");
}

// What is in the string beforehand, and how long it is, makes no difference.
TEST(Convert, IntoTheSameStringAgainAndAgain) {
  const auto converter = Converter::create("s2twp", all_packs());
  ASSERT_TRUE(converter);
  std::string out = "what was here before";
  for (const std::string& text :
       {std::string("软件"), std::string(), std::string(3000, 'a'), std::string("头发"),
        std::string("内存条"), std::string(1000, ' ') + "鼠标里"}) {
    converter->convert(text, out);
    EXPECT_EQ(out, converter->convert(text));
  }
  const Converter reader = converter->with(Glossary::create({{"软件", "乙"}}, {}).value());
  reader.convert("软件里", out);
  EXPECT_EQ(out, "乙裡");
}

}  // namespace
}  // namespace shuye
