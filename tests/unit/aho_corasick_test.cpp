// The cases of the aho-corasick crate's own suite (BurntSushi's), of every kind of search that the
// matcher has, as one table. Where the crate tells of matches of an empty pattern there are none
// here: an empty keyword matches nothing. Anchored and streamed searches do not apply.

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "shuye/search.h"

namespace shuye {
namespace {

using namespace std::string_literals;

struct Found {
  std::uint32_t keyword, begin, end;
  bool operator==(const Found&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Found& found) {
  return out << found.keyword << ':' << found.begin << '-' << found.end;
}

enum Kinds : unsigned { kLongest = 1, kFirst = 2, kAll = 4, kLeftmost = 3, kEvery = 7 };

struct Row {
  unsigned kinds;
  std::vector<std::string> patterns;
  std::string text;
  std::vector<Found> found;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      // Whatever the kind.
      {kEvery, {}, "", {}},
      {kEvery, {""}, "a", {}},
      {kEvery, {"a"}, "", {}},
      {kEvery, {"a"}, "a", {{0, 0, 1}}},
      {kEvery, {"a"}, "aa", {{0, 0, 1}, {0, 1, 2}}},
      {kEvery, {"a"}, "aaa", {{0, 0, 1}, {0, 1, 2}, {0, 2, 3}}},
      {kEvery, {"a"}, "aba", {{0, 0, 1}, {0, 2, 3}}},
      {kEvery, {"a"}, "bba", {{0, 2, 3}}},
      {kEvery, {"a"}, "bbb", {}},
      {kEvery, {"a"}, "bababbbba", {{0, 1, 2}, {0, 3, 4}, {0, 8, 9}}},
      {kEvery, {"aa"}, "", {}},
      {kEvery, {"aa"}, "aa", {{0, 0, 2}}},
      {kEvery, {"aa"}, "aabbaa", {{0, 0, 2}, {0, 4, 6}}},
      {kEvery, {"aa"}, "abbab", {}},
      {kEvery, {"aa"}, "abbabaa", {{0, 5, 7}}},
      {kEvery, {"abc"}, "abc", {{0, 0, 3}}},
      {kEvery, {"abc"}, "zazabzabcz", {{0, 6, 9}}},
      {kEvery, {"abc"}, "zazabczabcz", {{0, 3, 6}, {0, 7, 10}}},
      {kEvery, {"a", "b"}, "", {}},
      {kEvery, {"a", "b"}, "z", {}},
      {kEvery, {"a", "b"}, "b", {{1, 0, 1}}},
      {kEvery, {"a", "b"}, "a", {{0, 0, 1}}},
      {kEvery, {"a", "b"}, "abba", {{0, 0, 1}, {1, 1, 2}, {1, 2, 3}, {0, 3, 4}}},
      {kEvery, {"b", "a"}, "abba", {{1, 0, 1}, {0, 1, 2}, {0, 2, 3}, {1, 3, 4}}},
      {kEvery, {"abc", "bc"}, "xbc", {{1, 1, 3}}},
      {kEvery, {"foo", "bar"}, "", {}},
      {kEvery, {"foo", "bar"}, "foobar", {{0, 0, 3}, {1, 3, 6}}},
      {kEvery, {"foo", "bar"}, "barfoo", {{1, 0, 3}, {0, 3, 6}}},
      {kEvery, {"foo", "bar"}, "foofoo", {{0, 0, 3}, {0, 3, 6}}},
      {kEvery, {"foo", "bar"}, "barbar", {{1, 0, 3}, {1, 3, 6}}},
      {kEvery, {"foo", "bar"}, "bafofoo", {{0, 4, 7}}},
      {kEvery, {"bar", "foo"}, "bafofoo", {{1, 4, 7}}},
      {kEvery, {"foo", "bar"}, "fobabar", {{1, 4, 7}}},
      {kEvery, {"bar", "foo"}, "fobabar", {{0, 4, 7}}},
      {kEvery, {"yabcdef", "abcdezghi"}, "yabcdefghi", {{0, 0, 7}}},
      {kEvery, {"yabcdef", "abcdezghi"}, "yabcdezghi", {{1, 1, 10}}},
      {kEvery, {"yabcdef", "bcdeyabc", "abcdezghi"}, "yabcdezghi", {{2, 1, 10}}},
      {kEvery, {"inf", "ind"}, "infind", {{0, 0, 3}, {1, 3, 6}}},
      {kEvery, {"ind", "inf"}, "infind", {{1, 0, 3}, {0, 3, 6}}},
      {kEvery, {"libcore/", "libstd/"}, "libcore/char/methods.rs", {{0, 0, 8}}},
      {kEvery, {"libstd/", "libcore/"}, "libcore/char/methods.rs", {{1, 0, 8}}},
      {kEvery, {"\0\0\1"s, "\0\0\0"s}, "\0\0\0"s, {{1, 0, 3}}},
      {kEvery, {"\0\0\0"s, "\0\0\1"s}, "\0\0\0"s, {{0, 0, 3}}},
      // Without overlaps.
      {kLeftmost, {"abcd", "bcd", "cd"}, "abcd", {{0, 0, 4}}},
      {kLeftmost, {"bcd", "cd", "abcd"}, "abcd", {{2, 0, 4}}},
      {kLeftmost, {"abc", "bc"}, "zazabcz", {{0, 3, 6}}},
      {kLeftmost, {"ab", "ba"}, "abababa", {{0, 0, 2}, {0, 2, 4}, {0, 4, 6}}},
      {kLeftmost, {"foo", "foo"}, "foobarfoo", {{0, 0, 3}, {0, 6, 9}}},
      {kLeftmost, {"", ""}, "a", {}},
      {kLeftmost, {"ab", "ab"}, "abcd", {{0, 0, 2}}},
      {kLeftmost, {"a", ""}, "a", {{0, 0, 1}}},
      {kLeftmost, {"a", ""}, "ab", {{0, 0, 1}}},
      {kLeftmost, {"a", "ab"}, "aa", {{0, 0, 1}, {0, 1, 2}}},
      {kLeftmost, {"ab", "a"}, "aa", {{1, 0, 1}, {1, 1, 2}}},
      {kLeftmost, {"ab", "a"}, "xayabbbz", {{1, 1, 2}, {0, 3, 5}}},
      {kLeftmost, {"abcd", "bce", "b"}, "abce", {{1, 1, 4}}},
      {kLeftmost, {"abcd", "ce", "bc"}, "abce", {{2, 1, 3}}},
      {kLeftmost, {"abcd", "bce", "ce", "b"}, "abce", {{1, 1, 4}}},
      {kLeftmost, {"abcd", "bce", "cz", "bc"}, "abcz", {{3, 1, 3}}},
      {kLeftmost, {"bce", "cz", "bc"}, "bcz", {{2, 0, 2}}},
      {kLeftmost, {"abc", "bd", "ab"}, "abd", {{2, 0, 2}}},
      {kLeftmost, {"abcdefghi", "hz", "abcdefgh"}, "abcdefghz", {{2, 0, 8}}},
      {kLeftmost, {"abcdefghi", "cde", "hz", "abcdefgh"}, "abcdefghz", {{3, 0, 8}}},
      {kLeftmost, {"abcdefghi", "hz", "abcdefgh", "a"}, "abcdefghz", {{2, 0, 8}}},
      {kLeftmost, {"b", "abcdefghi", "hz", "abcdefgh"}, "abcdefghz", {{3, 0, 8}}},
      {kLeftmost, {"h", "abcdefghi", "hz", "abcdefgh"}, "abcdefghz", {{3, 0, 8}}},
      {kLeftmost, {"z", "abcdefghi", "hz", "abcdefgh"}, "abcdefghz", {{3, 0, 8}, {0, 8, 9}}},
      // The first keyword of those that begin first.
      {kFirst, {"ab", "abcd"}, "abcd", {{0, 0, 2}}},
      {kFirst, {"", "a"}, "a", {{1, 0, 1}}},
      {kFirst, {"a", "", ""}, "a", {{0, 0, 1}}},
      {kFirst, {"abcd", "ab"}, "abcd", {{0, 0, 4}}},
      {kFirst, {"ab", "ab"}, "abcd", {{0, 0, 2}}},
      {kFirst, {"a", "ab"}, "xayabbbz", {{0, 1, 2}, {0, 3, 4}}},
      {kFirst, {"abcdefg", "bcde", "bcdef"}, "abcdef", {{1, 1, 5}}},
      {kFirst, {"abcdefg", "bcdef", "bcde"}, "abcdef", {{1, 1, 6}}},
      {kFirst, {"abcd", "b", "bce"}, "abce", {{1, 1, 2}}},
      {kFirst, {"abcd", "b", "bce", "ce"}, "abce", {{1, 1, 2}, {3, 2, 4}}},
      {kFirst, {"a", "abcdefghi", "hz", "abcdefgh"}, "abcdefghz", {{0, 0, 1}, {2, 7, 9}}},
      {kFirst, {"a", "abab"}, "abab", {{0, 0, 1}, {0, 2, 3}}},
      {kFirst, {"amwix", "samwise", "sam"}, "Zsamwix", {{2, 1, 4}}},
      // The longest of those that begin first.
      {kLongest, {"ab", "abcd"}, "abcd", {{1, 0, 4}}},
      {kLongest, {"abcd", "bcd", "cd", "b"}, "abcd", {{0, 0, 4}}},
      {kLongest, {"", "a"}, "a", {{1, 0, 1}}},
      {kLongest, {"", "", "a"}, "a", {{2, 0, 1}}},
      {kLongest, {"", "a"}, "aa", {{1, 0, 1}, {1, 1, 2}}},
      {kLongest, {"a", "ab"}, "a", {{0, 0, 1}}},
      {kLongest, {"a", "ab"}, "ab", {{1, 0, 2}}},
      {kLongest, {"ab", "a"}, "a", {{1, 0, 1}}},
      {kLongest, {"ab", "a"}, "ab", {{0, 0, 2}}},
      {kLongest, {"abcdefg", "bcde", "bcdef"}, "abcdef", {{2, 1, 6}}},
      {kLongest, {"abcdefg", "bcdef", "bcde"}, "abcdef", {{1, 1, 6}}},
      {kLongest, {"abcd", "b", "bce"}, "abce", {{2, 1, 4}}},
      {kLongest, {"a", "abcdefghi", "hz", "abcdefgh"}, "abcdefghz", {{3, 0, 8}}},
      {kLongest, {"a", "abab"}, "abab", {{1, 0, 4}}},
      {kLongest, {"abcd", "b", "ce"}, "abce", {{1, 1, 2}, {2, 2, 4}}},
      {kLongest, {"a", "ab"}, "xayabbbz", {{0, 1, 2}, {1, 3, 5}}},
      // Every one.
      {kAll, {"abcd", "bcd", "cd", "b"}, "abcd", {{0, 0, 4}, {1, 1, 4}, {3, 1, 2}, {2, 2, 4}}},
      {kAll, {"bcd", "cd", "b", "abcd"}, "abcd", {{3, 0, 4}, {0, 1, 4}, {2, 1, 2}, {1, 2, 4}}},
      {kAll, {"abcd", "bcd", "cd"}, "abcd", {{0, 0, 4}, {1, 1, 4}, {2, 2, 4}}},
      {kAll, {"bcd", "abcd", "cd"}, "abcd", {{1, 0, 4}, {0, 1, 4}, {2, 2, 4}}},
      {kAll, {"bcd", "cd", "abcd"}, "abcd", {{2, 0, 4}, {0, 1, 4}, {1, 2, 4}}},
      {kAll, {"abc", "bc"}, "zazabcz", {{0, 3, 6}, {1, 4, 6}}},
      {kAll,
       {"ab", "ba"},
       "abababa",
       {{0, 0, 2}, {1, 1, 3}, {0, 2, 4}, {1, 3, 5}, {0, 4, 6}, {1, 5, 7}}},
      {kAll, {"foo", "foo"}, "foobarfoo", {{0, 0, 3}, {1, 0, 3}, {0, 6, 9}, {1, 6, 9}}},
      {kAll, {"", "a", ""}, "a", {{1, 0, 1}}},
      {kAll, {"foo", "foofoo"}, "foofoo", {{1, 0, 6}, {0, 0, 3}, {0, 3, 6}}},
  };
  return kRows;
}

/// Case does not count.
const std::vector<Row>& folded_rows() {
  static const std::vector<Row> kRows = {
      {kEvery, {"a"}, "A", {{0, 0, 1}}},
      {kEvery, {"Samwise"}, "SAMWISE", {{0, 0, 7}}},
      {kEvery, {"Samwise"}, "SAMWISE.abcd", {{0, 0, 7}}},
      {kEvery, {"fOoBaR"}, "quux foobar baz", {{0, 5, 11}}},
      {kLeftmost, {"foo", "FOO"}, "fOo", {{0, 0, 3}}},
      {kLeftmost, {"FOO", "foo"}, "fOo", {{0, 0, 3}}},
      {kLeftmost, {"abc", "def"}, "abcdef", {{0, 0, 3}, {1, 3, 6}}},
      {kAll, {"foo", "FOO"}, "fOo", {{0, 0, 3}, {1, 0, 3}}},
      {kAll, {"FOO", "foo"}, "fOo", {{0, 0, 3}, {1, 0, 3}}},
      {kAll, {"abc", "def", "abcdef"}, "abcdef", {{2, 0, 6}, {0, 0, 3}, {1, 3, 6}}},
  };
  return kRows;
}

std::vector<Found> found(const Row& row, Overlaps overlaps, bool exact) {
  std::vector<Keyword> keywords(row.patterns.begin(), row.patterns.end());
  for (Keyword& keyword : keywords) {
    keyword.match = KeywordMatch::anywhere;
    keyword.exact = exact;
  }
  SearchOptions options;
  options.overlaps = overlaps;
  const auto matcher = Matcher::create(keywords, options);
  std::vector<Match> matches;
  EXPECT_TRUE(matcher && matcher->find(row.text, 0, matches));
  std::vector<Found> all;
  for (const Match& match : matches) all.push_back({match.keyword, match.begin, match.end});
  return all;
}

void check(const Row& row, bool exact) {
  const std::string what = row.text + " with " + testing::PrintToString(row.patterns);
  const auto is_of = [&](unsigned kind) { return (row.kinds & kind) != 0; };
  if (is_of(kLongest)) {
    EXPECT_EQ(found(row, Overlaps::leftmost_longest, exact), row.found) << what;
  }
  if (is_of(kFirst)) {
    EXPECT_EQ(found(row, Overlaps::leftmost_first, exact), row.found) << what;
  }
  if (is_of(kAll)) {
    EXPECT_EQ(found(row, Overlaps::all, exact), row.found) << what;
  }
}

TEST(AhoCorasickSuite, FindsTheSame) {
  ASSERT_EQ(rows().size(), 106U);
  for (const Row& row : rows()) {
    check(row, true);
    check(row, false);
  }
}

TEST(AhoCorasickSuite, FindsTheSameWhateverTheCase) {
  for (const Row& row : folded_rows()) check(row, false);
}

}  // namespace
}  // namespace shuye
