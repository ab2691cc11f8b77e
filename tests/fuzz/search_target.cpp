// The matcher against a naive search: the first two bytes choose how is searched, the lines up to
// the fifth are keywords, what follows is the text.

#include <shuye/search.h>

#include "fuzz/target.h"
#include "support/naive_search.h"
#include "text/utf8.h"

namespace shuye::fuzz {
namespace {

struct Input {
  std::vector<Keyword> keywords;
  SearchOptions options;
  std::string_view text;
};

Input input_of(std::string_view bytes) {
  Input input;
  const unsigned how = bytes.empty() ? 0 : static_cast<unsigned char>(bytes[0]);
  const unsigned keywords = bytes.size() < 2 ? 0 : static_cast<unsigned char>(bytes[1]);
  bytes.remove_prefix(std::min<std::size_t>(bytes.size(), 2));
  input.options.overlaps = static_cast<Overlaps>(how % 3);
  input.options.ignore_punctuation = (how & 0x40) != 0;
  for (unsigned i = 0; i < 5 && !bytes.empty(); ++i) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    Keyword& keyword = input.keywords.emplace_back(std::string(bytes.substr(0, end)));
    keyword.match = static_cast<KeywordMatch>((keywords >> i) % 4);
    keyword.exact = (how >> (i + 1) & 1) != 0;
    bytes.remove_prefix(std::min(bytes.size(), end + 1));
  }
  input.text = bytes;
  return input;
}

/// In UTF-16 units of its text.
Match in_units(const Match& match, std::string_view text) {
  const auto units = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(utf8::utf16_length(text.substr(0, byte)));
  };
  return {match.keyword, match.block, units(match.begin), units(match.end)};
}

/// Each line by itself, and all of them in a row.
void check_row(const Matcher& matcher, std::string_view text) {
  if (!utf8::is_well_formed(text)) return;
  TextRow row;
  std::vector<Match> apart;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    std::vector<Match> found;
    matcher.find(line, static_cast<BlockIndex>(row.size()), found);
    for (const Match& match : found) apart.push_back(in_units(match, line));
    row.add(line);
    begin = end + 1;
  }
  std::vector<Match> together;
  matcher.find(row, together);
  if (testing::describe(apart) != testing::describe(together)) {
    fail("texts in a row are searched as each by itself", std::string(text));
  }
}

}  // namespace

const std::vector<std::string>& tokens() {
  static const std::vector<std::string> kTokens = {
      "软件",     "軟件", "软", "件",     "\n",     "AI",     "ai",         "ＡＩ", "é",
      "e\u0301",  "ß",    "ss", "ﬁ",      "f",      "i",      "が",         "か",   "\u3099",
      "ｶﾞ",       "ｶ",    "㈱", "株",     "(",      ")",      "①",          "1",    " ",
      "　",       "，",   "。", "\u00AD", "\u200B", "\u0301", "\U000E0100", "𠮷",   "\xFF",
      "\xE8\x85", "a",    "aa", "aaa",    "的"};
  return kTokens;
}

}  // namespace shuye::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace shuye;
  if (size > 2000) size = 2000;  // the naive search is slow
  const fuzz::Input input = fuzz::input_of({reinterpret_cast<const char*>(data), size});
  const auto matcher = Matcher::create(input.keywords, input.options);
  if (!matcher) fuzz::fail("keywords are taken", matcher.error().message);
  std::vector<Match> matches;
  if (!matcher->find(input.text, 0, matches)) fuzz::fail("the search ends", input.text);
  const std::string ours = testing::describe(matches);
  const std::string theirs =
      testing::describe(testing::NaiveSearch(input.keywords, input.options, input.text).find());
  if (ours != theirs) {
    fuzz::fail("the matches are those of the naive search",
               "text: " + std::string(input.text) + "\n  ours: " + ours + "\n  theirs: " + theirs);
  }
  fuzz::check_row(*matcher, input.text);
  return 0;
}
