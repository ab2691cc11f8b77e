// The converter against OpenCC itself: not one byte may differ, for any configuration.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "shuye/stream_converter.h"
#include "support/opencc.h"
#include "support/scale.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::vector<fs::path> files_in(const std::string& folder, const std::string& extension) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Both converters of one configuration.
class Pair {
 public:
  explicit Pair(std::string_view configuration)
      : name_(configuration),
        ours_(Converter::create(configuration, all_packs()).value()),
        theirs_(testing::opencc_converter(configuration)) {}

  /// Says where the two first differ, with the line around it.
  void expect_same(std::string_view text) const {
    const std::string theirs = testing::opencc_result(*theirs_, text);
    expect_equal(ours_.convert(text), theirs);
    OffsetMap map;
    expect_equal(ours_.convert(text, map), theirs);
    EXPECT_EQ(map.to_converted(text.size()), theirs.size()) << name_;
  }

  /// Both sides of each cut, and the two as chunks of one text.
  void expect_same_cut_anywhere(std::string_view text) const {
    const std::string whole = testing::opencc_result(*theirs_, text);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      expect_same(text.substr(0, cut));
      expect_same(text.substr(cut));
      StreamConverter stream(ours_);
      std::string out = stream.write(text.substr(0, cut));
      out += stream.write(text.substr(cut));
      expect_equal(out + stream.finish(), whole);
    }
  }

 private:
  void expect_equal(const std::string& ours, const std::string& theirs) const {
    if (ours == theirs) return;
    const auto at = static_cast<std::size_t>(
        std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end()).first - ours.begin());
    const std::size_t line = ours.rfind('\n', at == 0 ? 0 : at - 1) + 1;
    ADD_FAILURE() << name_ << " differs at byte " << at
                  << "\n  ours:   " << ours.substr(line, at - line + 60)
                  << "\n  OpenCC: " << theirs.substr(line, at - line + 60);
  }

  std::string name_;
  Converter ours_;
  opencc::ConverterPtr theirs_;
};

const std::vector<Pair>& pairs() {
  static const std::vector<Pair> all = [] {
    std::vector<Pair> made;
    for (const std::string_view configuration : configurations()) made.emplace_back(configuration);
    return made;
  }();
  return all;
}

const std::vector<std::string>& all_keys() { return testing::opencc_words(); }

/// Random unless SHUYE_SEED says otherwise; printed, so that a failure can be repeated.
unsigned seed() {
  static const unsigned value = [] {
    const char* given = std::getenv("SHUYE_SEED");
    const unsigned chosen =
        given != nullptr ? static_cast<unsigned>(std::stoul(given)) : std::random_device()();
    std::cout << "SHUYE_SEED=" << chosen << '\n';
    return chosen;
  }();
  return value;
}

// OpenCC's JSON has commas before closing brackets.
std::string without_trailing_commas(std::string_view text) {
  std::string out;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      out += text[i++];
    } else if (text[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && text[i] == ',') {
      const std::size_t next = text.find_first_not_of(" \t\r\n", i + 1);
      if (next != std::string_view::npos && (text[next] == ']' || text[next] == '}')) continue;
    }
    out += text[i];
  }
  return out;
}

TEST(OpenccConformance, ConvertsItsOwnTestCases) {
  const auto text = testing::read_file(SHUYE_SHARED_DIR "/opencc/testcases.json");
  if (!text) GTEST_SKIP() << "OpenCC's test cases are not here";
  const json document = json::parse(without_trailing_commas(*text), nullptr, false);
  ASSERT_TRUE(document.is_object());
  std::size_t cases = 0, conversions = 0;
  for (const json& item : document["cases"]) {
    const auto input = item["input"].get<std::string>();
    for (const auto& [configuration, expected] : item["expected"].items()) {
      EXPECT_EQ(converted(configuration, input), expected.get<std::string>())
          << configuration << ' ' << input;
      ++conversions;
    }
    for (const Pair& pair : pairs()) pair.expect_same(input);
    ++cases;
  }
  EXPECT_EQ(cases, 232u);
  EXPECT_EQ(conversions, 543u);
}

TEST(OpenccConformance, ConvertsItsGoldenDocument) {
  const std::string stem = SHUYE_SHARED_DIR "/opencc/us_constitution_zhs";
  const auto text = testing::read_file(stem + ".txt");
  if (!text) GTEST_SKIP() << "OpenCC's golden document is not here";
  std::size_t cases = 0;
  for (const char* configuration : {"s2t", "s2tw", "s2twp", "s2hk", "s2hkp"}) {
    const auto golden = testing::read_file(stem + "." + configuration + ".txt");
    ASSERT_TRUE(golden.has_value()) << configuration;
    EXPECT_EQ(converted(configuration, *text), *golden) << configuration;
    ++cases;
  }
  EXPECT_EQ(cases, 5u);
}

TEST(OpenccConformance, ConvertsDocumentsFromTheWild) {
  struct Folder {
    const char *name, *extension;
    std::size_t documents;
  };
  for (const Folder& folder : {Folder{"/seeds", ".txt", 5}, Folder{"/corpus", ".html", 16},
                               Folder{"/corpus", ".md", 16}, Folder{"/opencc", ".txt", 6}}) {
    const auto files = files_in(std::string(SHUYE_SHARED_DIR) + folder.name, folder.extension);
    if (files.empty()) GTEST_SKIP() << folder.name << " is not here";
    EXPECT_EQ(files.size(), folder.documents) << folder.name;
    for (const fs::path& path : files) {
      const std::string text = read_file(path);
      for (const Pair& pair : pairs()) pair.expect_same(text);
    }
  }
}

TEST(OpenccConformance, ConvertsEveryKeyOfEveryDictionary) {
  std::string text;
  for (const std::string& key : all_keys()) text += key + '\n';
  for (const Pair& pair : pairs()) pair.expect_same(text);
  EXPECT_GT(all_keys().size(), 100'000u);
  std::cout << all_keys().size() * pairs().size() << " words compared\n";
}

// Words that follow each other at random meet everywhere in the middle.
TEST(OpenccConformance, ConvertsShuffledWords) {
  std::mt19937 random(seed());
  constexpr std::size_t kLines = 50'000;
  std::string text;
  for (std::size_t line = 0; line < kLines; ++line) {
    for (std::size_t words = 1 + random() % 8; words > 0; --words) {
      text += all_keys()[random() % all_keys().size()];
    }
    text += '\n';
  }
  for (const Pair& pair : pairs()) pair.expect_same(text);
  std::cout << kLines * pairs().size() << " lines compared\n";
}

std::vector<char32_t> characters_of_keys() {
  std::set<char32_t> all;
  for (const std::string& key : all_keys()) {
    for (std::size_t i = 0; i < key.size();) {
      const utf8::Character c = utf8::read(key, i);
      all.insert(c.code_point);
      i += c.length;
    }
  }
  return {all.begin(), all.end()};
}

// Mostly characters of the dictionaries; now and then one that is treated apart, or any at all.
char32_t random_character(std::mt19937& random, const std::vector<char32_t>& known) {
  static constexpr char32_t kRanges[][2] = {
      {0x01, 0x7F},       {0x2FF0, 0x2FFF},   {0x3000, 0x30FF},    {0x31EF, 0x31EF},
      {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},   {0xFE00, 0xFE0F},    {0xFF00, 0xFFEF},
      {0x20000, 0x2FA1F}, {0xE0100, 0xE01EF}, {0x10000, 0x10FFFF}, {0x80, 0xD7FF}};
  if (random() % 8 != 0) return known[random() % known.size()];
  const auto& range = kRanges[random() % std::size(kRanges)];
  return range[0] + static_cast<char32_t>(random() % (range[1] - range[0] + 1));
}

TEST(OpenccConformance, ConvertsRandomCharacters) {
  std::mt19937 random(seed() + 1);
  const std::vector<char32_t> known = characters_of_keys();
  constexpr std::size_t kLines = 100'000 / testing::kScale;
  std::string text;
  for (std::size_t line = 0; line < kLines; ++line) {
    for (std::size_t length = 1 + random() % 16; length > 0; --length) {
      utf8::append(text, random_character(random, known));
    }
    text += '\n';
  }
  for (const Pair& pair : pairs()) pair.expect_same(text);
  std::cout << kLines * pairs().size() << " lines compared\n";
}

// NULs, where OpenCC loses text, and operators of description sequences, which hold words apart or
// together, each in a text of its own: what they do reaches as far as the text's end.
TEST(OpenccConformance, ConvertsAroundNulsAndOperators) {
  std::mt19937 random(seed() + 2);
  constexpr std::size_t kTexts = 20'000;
  for (std::size_t i = 0; i < kTexts; ++i) {
    std::string text;
    for (std::size_t pieces = 2 + random() % 8; pieces > 0; --pieces) {
      const std::size_t kind = random() % 8;
      if (kind == 0) {
        text += '\0';
      } else if (kind < 3) {
        utf8::append(text, 0x2FF0 + static_cast<char32_t>(random() % 16));
      } else {
        text += all_keys()[random() % all_keys().size()];
      }
    }
    pairs()[i % pairs().size()].expect_same(text);
  }
  std::cout << kTexts << " texts compared\n";
}

// Bytes that are no UTF-8, and characters that end too soon, part what stands around them.
TEST(OpenccConformance, ConvertsAroundWhatIsNoUtf8) {
  std::mt19937 random(seed() + 4);
  constexpr std::size_t kTexts = 20'000;
  for (std::size_t i = 0; i < kTexts; ++i) {
    std::string text;
    for (std::size_t pieces = 2 + random() % 8; pieces > 0; --pieces) {
      const std::string& key = all_keys()[random() % all_keys().size()];
      const std::size_t kind = random() % 8;
      if (kind == 0) {
        text += static_cast<char>(0x80 + random() % 0x80);
      } else if (kind == 1) {
        text += key.substr(0, random() % key.size());
      } else {
        text += key;
      }
    }
    pairs()[i % pairs().size()].expect_same(text);
  }
  std::cout << kTexts << " texts compared\n";
}

// A text that ends in the middle of a word, of a phrase or of a sequence.
TEST(OpenccConformance, ConvertsTextsCutAnywhere) {
  std::mt19937 random(seed() + 3);
  constexpr int kTexts = 50;
  std::size_t compared = 0;
  for (int i = 0; i < kTexts; ++i) {
    std::string text;
    for (int words = 0; words < 12; ++words) {
      text += all_keys()[random() % all_keys().size()];
      if (random() % 8 == 0) text += "⿰";
      if (random() % 8 == 0) text += "\uF98E";
    }
    for (std::size_t at = 0; at < text.size(); at += utf8::read(text, at).length) {
      for (const Pair& pair : pairs()) {
        pair.expect_same(std::string_view(text).substr(0, at));
        pair.expect_same(std::string_view(text).substr(at));
      }
      compared += 2 * pairs().size();
    }
  }
  std::cout << compared << " texts compared\n";
}

// The same for sentences, at every byte: the articles of the examples, and the seeds where they
// are.
TEST(OpenccConformance, ConvertsArticlesCutAtEveryByte) {
  constexpr std::size_t kBytes = 500;
  std::size_t articles = 0;
  for (const std::string& folder : {std::string(SHUYE_TEST_DATA_DIR "/../examples/articles"),
                                    std::string(SHUYE_SHARED_DIR "/seeds")}) {
    for (const fs::path& path : files_in(folder, ".txt")) {
      const std::string text = read_file(path);
      for (const Pair& pair : pairs()) {
        pair.expect_same_cut_anywhere(std::string_view(text).substr(text.size() / 2, kBytes));
      }
      ++articles;
    }
  }
  EXPECT_GE(articles, 3u);
}

}  // namespace
}  // namespace shuye
