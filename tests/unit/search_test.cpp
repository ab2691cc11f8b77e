#include "shuye/search.h"

#include <gtest/gtest.h>

#include <random>

#include "support/naive_search.h"

namespace shuye {
namespace {

/// The matches as `keyword@text`, parted by spaces.
std::string found(const std::vector<Keyword>& keywords, std::string_view text) {
  const auto matcher = Matcher::create(keywords);
  if (!matcher) return "error";
  std::vector<Match> matches;
  matcher->find(text, 7, matches);
  std::string out;
  for (const Match& match : matches) {
    EXPECT_EQ(match.block, 7U);
    if (!out.empty()) out += ' ';
    out += std::to_string(match.keyword) + "@" +
           std::string(text.substr(match.begin, match.end - match.begin));
  }
  return out;
}

struct Case {
  std::vector<Keyword> keywords;
  std::string text;
  std::string found;
};

/// The matches in a row of texts as `keyword@block:begin-end`, parted by spaces.
std::string found_in_row(const std::vector<Keyword>& keywords,
                         const std::vector<std::string>& texts) {
  const auto matcher = Matcher::create(keywords);
  if (!matcher) return "error";
  TextRow row;
  for (const std::string& text : texts) row.add(text);
  std::vector<Match> matches;
  EXPECT_TRUE(matcher->find(row, matches));
  std::string out;
  for (const Match& match : matches) {
    if (!out.empty()) out += ' ';
    out += std::to_string(match.keyword) + "@" + std::to_string(match.block) + ":" +
           std::to_string(match.begin) + "-" + std::to_string(match.end);
  }
  return out;
}

TEST(TextRow, IsSearchedTextByText) {
  EXPECT_EQ(found_in_row({"茶"}, {}), "");
  EXPECT_EQ(found_in_row({"茶"}, {"", "", ""}), "");
  EXPECT_EQ(found_in_row({"喝茶"}, {"喝", "茶", "喝茶", ""}), "0@2:0-2");
  EXPECT_EQ(found_in_row({"tea"}, {"green", "tea", "tea", "pots"}), "0@1:0-3 0@2:0-3");
  EXPECT_EQ(found_in_row({"茶", "e"}, {"𠮷茶", "茶\u0301", "\u0301e"}), "0@0:2-3 0@1:0-2 1@2:1-2");
  // Neither what parts texts nor half a character is found.
  EXPECT_EQ(found_in_row({"\U00010000"}, {"a", "\U00010000", "\U00010001"}), "0@1:0-2");
}

TEST(TextRow, RegularExpressionsBeginAndEndWithEachText) {
  Keyword whole("^.+$");
  whole.match = KeywordMatch::regex;
  EXPECT_EQ(found_in_row({whole}, {"茶", "", "𠮷茶"}), "0@0:0-1 0@2:0-3");
}

TEST(Fold, ScriptWidthAndCase) {
  EXPECT_EQ(fold(U'騰'), fold(U'腾'));
  EXPECT_EQ(fold(U'Ａ'), U'a');
  EXPECT_EQ(fold(U'Ａ'), fold(U'a'));
  EXPECT_EQ(fold(U'裏'), fold(U'裡'));
  EXPECT_EQ(fold(U'裏'), fold(U'里'));
  EXPECT_EQ(fold(U'é'), fold(U'É'));
  EXPECT_EQ(fold(U'漢'), U'汉');
  EXPECT_EQ(fold(U'。'), U'。');
}

TEST(Fold, FoldingTwiceIsFoldingOnce) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) ASSERT_EQ(fold(fold(c)), fold(c)) << static_cast<int>(c);
}

TEST(Matcher, Table) {
  const std::vector<Case> cases = {
      // Script, width and case do not count.
      {{"腾讯"}, "騰訊和腾讯", "0@騰訊 0@腾讯"},
      {{"騰訊"}, "腾讯", "0@腾讯"},
      {{"ＴＥＮＣＥＮＴ"}, "the Tencent way", "0@Tencent"},
      {{"deepseek"}, "用ＤｅｅｐＳｅｅｋ写", "0@ＤｅｅｐＳｅｅｋ"},
      // Latin words are whole words; Han is a boundary; Han matches inside of words.
      {{"Kimi"}, "用Kimi模型", "0@Kimi"},
      {{"Kimi"}, "Kimikaze akimi", ""},
      {{"AI"}, "GenAI, AI! OpenAI的AI", "0@AI 0@AI"},
      {{"模型"}, "大模型们", "0@模型"},
      {{"AI应用"}, "GenAI应用和AI应用", "0@AI应用"},
      {{"2.0"}, "AI 2.0时代, 12.0", "0@2.0"},
      // Leftmost, then longest; no overlaps.
      {{"模型", "大模型"}, "大模型", "1@大模型"},
      {{"大模", "模型应用"}, "大模型应用", "0@大模"},
      {{"a b", "a", "b c d"}, "a b c d", "0@a b"},
      {{"中国", "中国人民", "人民"}, "中国人民", "1@中国人民"},
      {{"abc", "ab"}, "ab abc", "1@ab 0@abc"},
      {{"哈哈"}, "哈哈哈哈哈", "0@哈哈 0@哈哈"},
      // A shorter keyword counts where the longer one is not at a word's edge.
      {{"use AI", "use"}, "use AIs", "1@use"},
      // Keywords that fold to the same: the first gets the match.
      {{"软件", "軟件"}, "軟件", "0@軟件"},
      // White space around a keyword does not count; nothing finds nothing.
      {{"  腾讯　"}, "腾讯", "0@腾讯"},
      {{"", " ", "，", "。。"}, "，。。 ", ""},
      {{"C++"}, "C++和C", "0@C++"},
      {{"𠮷野家"}, "在𠮷野家吃饭", "0@𠮷野家"},
      {{"腾讯"}, "", ""},
      // Ill-formed bytes are no characters of any keyword.
      {{"腾讯"}, "\xFF腾讯\xE8\x85", "0@腾讯"},
  };
  for (const Case& c : cases) EXPECT_EQ(found(c.keywords, c.text), c.found) << c.text;
}

TEST(Matcher, RefusesTooMuch) {
  const auto many = Matcher::create(std::vector<Keyword>(kMaxKeywords + 1, "词"));
  ASSERT_FALSE(many);
  EXPECT_EQ(many.error().code, ErrorCode::invalid_option);
  EXPECT_EQ(many.error().stage, Stage::search);
  const auto large = Matcher::create({std::string(kMaxKeywordBytes + 1, 'a')});
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().code, ErrorCode::invalid_option);
}

TEST(Matcher, TakesAHundredThousandKeywordsAndOneOfAMegabyte) {
  std::vector<Keyword> keywords(kMaxKeywords - 1);
  for (std::size_t i = 0; i < keywords.size(); ++i) keywords[i] = "词" + std::to_string(i);
  keywords.emplace_back(std::string(kMaxKeywordBytes, 'x'));
  EXPECT_EQ(found(keywords, "词99997，词4"), "99997@词99997 4@词4");
}

// Keywords and a text on which a forward automaton that goes back after every match is quadratic.
TEST(Matcher, IsLinearForPrefixesOfItself) {
  const std::string text(300'000, '\xE4');  // not UTF-8 …
  std::string han;
  for (int i = 0; i < 300'000; ++i) han += "一";
  const auto matcher = Matcher::create({"一", han.substr(0, 900'000) + "二"});
  ASSERT_TRUE(matcher);
  std::vector<Match> matches;
  matcher->find(han, 0, matches);
  EXPECT_EQ(matches.size(), 300'000U);
  matches.clear();
  matcher->find(text, 0, matches);
  EXPECT_TRUE(matches.empty());
}

/// What the matcher promises, said in the simplest way.
std::string naive(const std::vector<std::string>& keywords, const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t best = keywords.size();
    for (std::size_t k = 0; k < keywords.size(); ++k) {
      const bool longer = best == keywords.size() || keywords[k].size() > keywords[best].size();
      if (text.compare(at, keywords[k].size(), keywords[k]) == 0 && longer) best = k;
    }
    if (best == keywords.size()) {
      at += 3;
      continue;
    }
    if (!out.empty()) out += ' ';
    out += std::to_string(best) + "@" + keywords[best];
    at += keywords[best].size();
  }
  return out;
}

TEST(Matcher, AgreesWithTheNaiveSearch) {
  std::mt19937 random(20260101);
  const auto word = [&](std::size_t longest) {
    std::string text;
    for (std::size_t n = 1 + random() % longest; n > 0; --n) {
      text += std::vector<std::string>{"甲", "乙", "丙"}[random() % 3];
    }
    return text;
  };
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> keywords;
    for (std::size_t n = 1 + random() % 6; n > 0; --n) keywords.push_back(word(5));
    const std::string text = word(40);
    ASSERT_EQ(found({keywords.begin(), keywords.end()}, text), naive(keywords, text)) << text;
  }
}

// A text is looked through in stretches (search/pair_finder.h), of which matches know nothing.
TEST(Matcher, AgreesWithTheNaiveSearchInLongTexts) {
  std::mt19937 random(20260202);
  for (int round = 0; round < 6; ++round) {
    std::vector<std::string> characters = {"甲", "乙"};
    if (round % 2 == 0) characters.insert(characters.end(), {"ﬁ", "é", "。", "e\u0301", "a"});
    const auto text_of = [&](std::size_t length) {
      std::string text;
      for (; length > 0; --length) text += characters[random() % characters.size()];
      return text;
    };
    std::vector<Keyword> keywords = {"甲乙甲"};
    std::string text;
    for (const std::size_t longest : {3, 12, 300, 2000}) {
      keywords.emplace_back(text_of(1 + random() % longest));
      text += text_of(random() % 1000) + keywords.back().text + text_of(random() % 1000);
    }
    for (const Overlaps overlaps : {Overlaps::leftmost_longest, Overlaps::leftmost_first}) {
      const SearchOptions options{overlaps, false, false};
      std::vector<Match> matches;
      const auto matcher = Matcher::create(keywords, options);
      ASSERT_TRUE(matcher && matcher->find(text, 0, matches));
      const auto expected = testing::NaiveSearch(keywords, options, text).find();
      ASSERT_EQ(testing::describe(matches), testing::describe(expected)) << text;
    }
  }
}

}  // namespace
}  // namespace shuye
