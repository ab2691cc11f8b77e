// What counts as the same when Chinese is searched, in every script: natively, with sanitizers and
// as WebAssembly.

#include <gtest/gtest.h>

#include <random>

#include "shuye/search.h"
#include "support/naive_search.h"

namespace shuye {
namespace {

constexpr SearchOptions kPlain{};
constexpr SearchOptions kIgnoring{Overlaps::leftmost_longest, true, false};
constexpr SearchOptions kAll{Overlaps::all, false, false};

/// The matches as `keyword@text`, parted by |.
std::string found(const std::vector<Keyword>& keywords, std::string_view text,
                  const SearchOptions& options = kPlain) {
  const auto matcher = Matcher::create(keywords, options);
  if (!matcher) return matcher.error().message;
  std::vector<Match> matches;
  EXPECT_TRUE(matcher->find(text, 0, matches));
  std::string out;
  for (const Match& match : matches) {
    if (!out.empty()) out += '|';
    out += std::to_string(match.keyword) + "@" +
           std::string(text.substr(match.begin, match.end - match.begin));
  }
  return out;
}

Keyword keyword(const char* text, KeywordMatch match, bool exact = false) {
  Keyword made(text);
  made.match = match;
  made.exact = exact;
  return made;
}

TEST(Search, EveryFormIsFoundByEveryOther) {
  const std::vector<std::vector<std::string>> groups = {
      {"腾讯", "騰訊"},
      {"里面", "裏面", "裡面"},  // Hong Kong's and Taiwan's 裏
      {"台湾", "臺灣", "台灣"},
      {"国学", "國學"},  // Japan writes 国学, too
      {"关东", "關東", "関東"},
      {"气", "氣", "気"},
      {"后", "後"},
      {"为", "為", "爲"},
      {"说话", "說話", "説話"},
      {"Tencent", "TENCENT", "ｔｅｎｃｅｎｔ", "ＴＥＮＣＥＮＴ"},
      {"2025", "２０２５"},
      {"カタカナ", "ｶﾀｶﾅ"},
      {"ガイド", "ｶﾞｲﾄﾞ", "カ\u3099イト\u3099"},
      {"パン", "ﾊﾟﾝ", "ハ\u309Aン"},
      {"café", "CAFE\u0301", "Cafe", "ｃａｆｅ"},
      {"Straße", "STRASSE", "straẞe"},
      {"office", "oﬃce", "o\uFB03ce"},
      {"(株)", "㈱", "（株）"},
      {"第1", "第①", "第１"},
      {"XIV", "Ⅹ\u2160Ⅴ", "xiv"},
      {"5kg", "5㎏"},
      {"羽", "\u7FBD", "\uFA1E"},  // a compatibility ideograph
      {"葛", "葛\U000E0100"},      // with a selector of a variant
      {"软件", "软\u00AD件", "软\u200D件"},
      {"machine learning", "machine\nlearning", "machine\u3000learning"},
  };
  for (const auto& group : groups) {
    for (const std::string& one : group) {
      for (const std::string& other : group) {
        EXPECT_EQ(found({one}, "在" + other + "。"), "0@" + other) << one;
      }
    }
  }
}

struct Row {
  std::vector<Keyword> keywords;
  const char* text;
  const char* found;
  SearchOptions options = kPlain;
};

TEST(Search, Table) {
  const std::vector<Row> rows = {
      // A match is of whole characters.
      {{"カ"}, "ガカ", "0@カ"},
      {{"カ"}, "ｶﾞｶ", "0@ｶ"},
      {{"カ"}, "カ\u3099", ""},
      {{"f"}, "ﬁ", ""},
      {{keyword("f", KeywordMatch::anywhere)}, "ﬁf", "0@f"},
      {{keyword("ffi", KeywordMatch::anywhere)}, "oﬃce", "0@ﬃ"},
      {{keyword("if", KeywordMatch::anywhere)}, "ﬁf", ""},
      {{"株"}, "㈱株", "0@株"},
      {{keyword("s", KeywordMatch::anywhere)}, "ßs", "0@s"},
      {{"e"}, "e\u0301,é", "0@e\u0301|0@é"},
      {{"葛"}, "葛\U000E0100\U000E0101城", "0@葛\U000E0100\U000E0101"},
      // Where a keyword may stand.
      {{keyword("Kimi", KeywordMatch::word)}, "用Kimi模型，Kimikaze", "0@Kimi"},
      {{keyword("Kimi", KeywordMatch::prefix)}, "用Kimi模型，Kimikaze，akimi", "0@Kimi|0@Kimi"},
      {{keyword("Kimi", KeywordMatch::anywhere)}, "Kimikaze，akimi", "0@Kimi|0@kimi"},
      {{"resume"}, "résumé re\u0301sume\u0301s", "0@résumé"},
      {{"模型"}, "大模型们", "0@模型"},
      {{keyword("模型", KeywordMatch::word)}, "大模型们", "0@模型"},
      {{"AI应用"}, "GenAI应用和AI应用", "0@AI应用"},
      {{keyword("AI应用", KeywordMatch::anywhere)}, "GenAI应用", "0@AI应用"},
      {{"co"}, "co\u00ADop co", "0@co"},
      // Exactly as it is written.
      {{keyword("软件", KeywordMatch::automatic, true)}, "軟件和软件", "0@软件"},
      {{keyword("AI", KeywordMatch::automatic, true)}, "ai ＡＩ AI", "0@AI"},
      {{keyword("AI", KeywordMatch::automatic, true), "ai"}, "ai AI", "1@ai|0@AI"},
      {{"软件", keyword("軟件", KeywordMatch::automatic, true)}, "軟件", "0@軟件"},
      {{keyword("软件工程", KeywordMatch::automatic, true), "软件"},
       "軟件工程，软件工程",
       "1@軟件|0@软件工程"},
      // Punctuation and spaces are passed over when asked to, in both.
      {{"腾讯云"}, "腾讯·云 腾讯云", "0@腾讯·云|0@腾讯云", kIgnoring},
      {{"腾讯·云"}, "腾讯云，腾讯、 云", "0@腾讯云|0@腾讯、 云", kIgnoring},
      {{"腾讯云"}, "腾讯·云", ""},
      {{"data base"}, "database data-base", "0@database|0@data-base", kIgnoring},
      {{"软件"}, "「软件」", "0@软件", kIgnoring},
      {{"，", "……"}, "，……", "", kIgnoring},
      // All of them: at one place the longer one first, then by the keywords' order.
      {{"模型", "大模型", "大"}, "大模型", "1@大模型|2@大|0@模型", kAll},
      {{"软件", "軟件"}, "软件", "0@软件|1@软件", kAll},
      {{"哈哈"}, "哈哈哈", "0@哈哈|0@哈哈", kAll},
      // Other ways to write it are the same keyword.
      {{[] {
         Keyword made("软件");
         made.also = {"軟體", "软体", "软件"};
         return made;
       }()},
       "软件、軟體、軟件",
       "0@软件|0@軟體|0@軟件",
       kAll},
      // What is no UTF-8 matches nothing.
      {{"\xE8\x85"}, "\xE8\x85", ""},
      {{keyword("\xFF", KeywordMatch::anywhere, true)}, "\xFF", ""},
      {{"a\xFF"}, "a\xFF", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(found(row.keywords, row.text, row.options), row.found) << row.text;
  }
}

TEST(Search, AgreesWithTheNaiveSearch) {
  const std::vector<std::string> pieces = {
      "软", "件", "軟", "AI", "a",  "i",      "é",      "e\u0301", "e",  "ß",
      "s",  "ﬁ",  "f",  "が", "か", "\u3099", "ｶﾞ",     "ｶ",       "㈱", "株",
      "(",  "①",  "1",  " ",  "，", "\u00AD", "\u200B", "\u0301",  "𠮷", "\xFF"};
  std::mt19937 random(20260202);
  const auto text = [&](std::size_t longest) {
    std::string made;
    // Few different ones, so that much is found.
    const std::size_t from = random() % pieces.size();
    for (std::size_t n = random() % longest; n > 0; --n) {
      made += pieces[(from + random() % 6) % pieces.size()];
    }
    return made;
  };
  for (int round = 0; round < 20'000; ++round) {
    SearchOptions options;
    options.overlaps = static_cast<Overlaps>(random() % 3);
    options.ignore_punctuation = random() % 3 == 0;
    std::vector<Keyword> keywords;
    const std::string searched = text(30);
    for (std::size_t n = 1 + random() % 5; n > 0; --n) {
      const std::size_t from = random() % (searched.size() + 1);
      const bool of_text = random() % 2 == 0;
      keywords.emplace_back(of_text ? searched.substr(from, random() % 8) : text(5));
      keywords.back().match = static_cast<KeywordMatch>(random() % 4);
      keywords.back().exact = random() % 4 == 0;
    }
    const auto matcher = Matcher::create(keywords, options);
    ASSERT_TRUE(matcher);
    std::vector<Match> matches;
    ASSERT_TRUE(matcher->find(searched, 0, matches));
    ASSERT_EQ(testing::describe(matches),
              testing::describe(testing::NaiveSearch(keywords, options, searched).find()))
        << searched << " round " << round;
  }
}

TEST(Search, RefusesTooMuch) {
  EXPECT_EQ(found(std::vector<Keyword>(9, std::string(1'000'000, 'a')), "a"),
            "the keywords have 9000000 bytes; the limit is 8388608");
  std::string all;
  for (char32_t c = 0x20000; c < 0x2FFFF; ++c) {
    for (const int shift : {18, 12, 6, 0}) {
      const auto bits = static_cast<char>(c >> shift & (shift == 18 ? 0x07 : 0x3F));
      all += static_cast<char>(bits | (shift == 18 ? 0xF0 : 0x80));
    }
  }
  Keyword exact(all);
  exact.exact = true;
  EXPECT_EQ(found({exact}, "a"), "the keywords have more than 65000 different characters");
}

TEST(Search, StopsAtTooManyMatches) {
  std::vector<Keyword> keywords;
  std::string han;
  for (int i = 0; i < 2000; ++i) keywords.emplace_back(han += "一");
  while (han.size() < 30'000) han += "一";
  SearchOptions options;
  options.overlaps = Overlaps::all;
  std::vector<Match> matches;
  EXPECT_FALSE(Matcher::create(keywords, options)->find(han, 0, matches));
  // Only what is asked for counts: without overlaps these are few.
  for (const auto overlaps : {Overlaps::leftmost_longest, Overlaps::leftmost_first}) {
    options.overlaps = overlaps;
    matches.clear();
    EXPECT_TRUE(Matcher::create(keywords, options)->find(han, 0, matches));
    EXPECT_EQ(matches.size(), overlaps == Overlaps::leftmost_first ? 10'000U : 5U);
  }
}

TEST(Search, OneCharacterWithAMillionMarks) {
  std::string text = "e";
  for (int i = 0; i < 1'000'000; ++i) text += "\u0301";
  EXPECT_EQ(found({"e"}, text), "0@" + text);
}

}  // namespace
}  // namespace shuye
