#include <gtest/gtest.h>

#include "shuye/search.h"

namespace shuye {
namespace {

Keyword regex(std::string text, bool exact = false) {
  Keyword made(std::move(text));
  made.match = KeywordMatch::regex;
  made.exact = exact;
  return made;
}

/// The matches, parted by |, or the error with its place.
std::string found(const std::vector<Keyword>& keywords, std::string_view text,
                  Overlaps overlaps = Overlaps::leftmost_longest) {
  SearchOptions options;
  options.overlaps = overlaps;
  const auto matcher = Matcher::create(keywords, options);
  if (!matcher) {
    EXPECT_EQ(matcher.error().code, ErrorCode::invalid_option);
    return std::to_string(matcher.error().offset) + " " + matcher.error().message;
  }
  std::vector<Match> matches;
  EXPECT_TRUE(matcher->find(text, 0, matches));
  std::string out;
  for (const Match& match : matches) {
    if (!out.empty()) out += '|';
    out += text.substr(match.begin, match.end - match.begin);
  }
  return out;
}

struct Row {
  const char *expression, *text, *found;
};

TEST(Regex, Table) {
  for (const Row& row : {
           Row{"ab", "abcab", "ab|ab"},
           Row{"a|ab|abc", "abcd", "abc"},
           Row{"a*", "aab", "aa"},
           Row{"a+?b", "aab", "aab"},
           Row{"(ab)*c", "ababc", "ababc"},
           Row{"a{2,3}", "aaaaa a", "aaa|aa"},
           Row{"a{2}", "aaaaa", "aa|aa"},
           Row{"a{2,}", "aaaaa a", "aaaaa"},
           Row{"x{,2}", "x{,2}", "x{,2}"},
           Row{"(?:a|b)+c?", "abac", "abac"},
           Row{"(a*)*b", "aaab", "aaab"},
           Row{"(a|)+b", "aab", "aab"},
           Row{"^.", "软件\n好", "软"},
           Row{".$", "软件\n好", "好"},
           Row{".+", "软件\n好", "软件|好"},
           Row{"[^a-c]+", "abcxyz", "xyz"},
           Row{"[]a]+", "a]b", "a]"},
           Row{"[a\\]-]+", "a]-b", "a]-"},
           Row{"\\d+\\.\\d+", "版本2.15和3", "2.15"},
           Row{"\\d{4}年\\d{1,2}月", "在２０２５年３月和2024年11月", "２０２５年３月|2024年11月"},
           Row{"\\p{Han}+", "用Kimi模型", "用|模型"},
           Row{"\\P{Han}+", "用Kimi模型", "Kimi"},
           Row{"\\bAI\\w*", "用AIGC，GenAI", "AIGC"},
           Row{"\\BAI", "用AIGC，GenAI", "AI"},
           Row{"\\w+", "用snake_case的", "snake_case"},
           Row{"a\\sb", "a　b a\nb", "a　b|a\nb"},
           Row{"第[一二三四五六七八九十]+章", "第十二章和第三章", "第十二章|第三章"},
           Row{"软件|网[络路]", "軟件、網路和網絡", "軟件|網路|網絡"},
           Row{"[A-Z]+", "abcＡＢ", "abcＡＢ"},
           Row{"cafe", "café cafe\u0301", "café|cafe\u0301"},
           Row{"\\u817e讯", "騰訊", "騰訊"},
           Row{"\\u{20BB7}", "𠮷野家", "𠮷"},
           Row{"\\(.\\)", "(甲)", "(甲)"},
           Row{"", "软件", ""},
           Row{"()|a?", "aa", "a|a"},
           Row{"$^", "", ""},
       }) {
    EXPECT_EQ(found({regex(row.expression)}, row.text), row.found) << row.expression;
  }
}

TEST(Regex, BesideOthers) {
  EXPECT_EQ(found({regex("软.", true)}, "軟件软件"), "软件");
  EXPECT_EQ(found({"大模型", regex("模型\\d"), regex("大.")}, "大模型2"), "大模型");
  EXPECT_EQ(found({"大模型", regex("模型\\d"), regex("大.")}, "大模型2", Overlaps::all),
            "大模型|大模|模型2");
  EXPECT_EQ(found({regex("大."), "大模型"}, "大模型", Overlaps::leftmost_first), "大模");
}

TEST(Regex, SaysWhatIsWrongAndWhere) {
  for (const Row& row : {
           Row{"a(b", "", "3 keyword 0: ( without )"},
           Row{"a)b", "", "1 keyword 0: ) without ("},
           Row{"*a", "", "0 keyword 0: nothing stands before what is repeated"},
           Row{"a**", "", "2 keyword 0: what is repeated is repeated again"},
           Row{"[a", "", "2 keyword 0: [ without ]"},
           Row{"[z-a]", "", "4 keyword 0: the range ends before it begins"},
           Row{"a{3,2}", "", "6 keyword 0: {m,n} with n below m"},
           Row{"a{2", "", "3 keyword 0: { without }"},
           Row{"a{1001}", "", "5 keyword 0: at most 1000 repeats"},
           Row{"(a)\\1", "",
               "4 keyword 0: back-references are not understood: they cannot be found in bounded "
               "time"},
           Row{"a(?=b)", "", "2 keyword 0: (? is understood in (?:…) only"},
           Row{"\\q", "", "1 keyword 0: this is not understood behind a backslash"},
           Row{"\\", "", "1 keyword 0: nothing stands behind the backslash"},
           Row{"\\u{110000}", "", "10 keyword 0: no code point"},
           Row{"(a{1000}){1000}", "", "0 keyword 0: the expression is too large"},
           Row{"((a?){60}){60}", "", "0 keyword 0: the expression is too large"},
       }) {
    EXPECT_EQ(found({regex(row.expression)}, row.text), row.found) << row.expression;
  }
  const std::string nested = std::string(100'000, '(') + "a" + std::string(100'000, ')');
  EXPECT_EQ(found({regex(nested)}, "a"), "51 keyword 0: groups are nested too deep");
  EXPECT_EQ(found({regex(std::string(1'000'000, 'a'))}, "a"),
            "0 keyword 0: the expression is too large");
}

// Those on which engines that go back take for ever.
TEST(Regex, ExplodesNever) {
  const std::string text(100'000, 'a');
  for (const char* expression :
       {"(a+)+b", "(a|aa)*c", "(a|a?)+d", "a?a?a?a?a?a?a?a?a?a?aaaaaaaaaab", "(.*)(.*)(.*)(.*)x"}) {
    EXPECT_EQ(found({regex(expression)}, text), "") << expression;
  }
}

}  // namespace
}  // namespace shuye
