// What documents from the wild are written in. They are not ours to publish, so they stand beside a
// checkout on some machines only (SHUYE_SHARED_DIR); elsewhere these tests are skipped.

#include <gtest/gtest.h>
#include <shuye/shuye.h>

#include <string>
#include <vector>

#include "support/files.h"
#include "unit/support.h"

namespace shuye {
namespace {

struct Sample {
  std::string file, script;
};

/// Of manifest.tsv: the first column and the one named "script".
std::vector<Sample> corpus() {
  std::vector<Sample> samples;
  for (const std::string& line : testing::read_lines(SHUYE_SHARED_DIR "/corpus/manifest.tsv")) {
    std::vector<std::string> fields;
    std::istringstream columns(line);
    for (std::string field; std::getline(columns, field, '\t');) fields.push_back(field);
    if (fields.size() > 5) samples.push_back({fields[0], fields[5]});
  }
  if (!samples.empty()) samples.erase(samples.begin());  // the header
  return samples;
}

Result<Article> open_file(const std::string& folder, const std::string& file) {
  return Article::open(read_file(std::string(SHUYE_SHARED_DIR) + folder + file),
                       {std::nullopt, "", file});
}

ViewOptions in(Script script, std::vector<Keyword> keywords = {}) {
  ViewOptions options;
  options.script = script;
  options.keywords = std::move(keywords);
  return options;
}

std::string text_in(const Document& document, Script script) {
  const auto view = make_view(document, in(script), all_packs());
  return view ? to_text(document, *view) : "error: " + view.error().message;
}

TEST(Scripts, AreDetectedInEveryDocumentOfTheCorpus) {
  const auto samples = corpus();
  if (samples.empty()) GTEST_SKIP() << "no corpus on this machine";
  ASSERT_EQ(samples.size(), 32U);
  for (const Sample& sample : samples) {
    const auto article = open_file("/corpus/", sample.file);
    ASSERT_TRUE(article) << sample.file;
    const Detection& found = article->document().detection;
    EXPECT_EQ(name_of(found.script), "zh-" + sample.script) << sample.file;
    EXPECT_FALSE(found.mixed) << sample.file;
    EXPECT_FALSE(found.by_character) << sample.file;
    EXPECT_GT(found.confidence, 0.8F) << sample.file;
    if (found.script == Script::hant) {
      EXPECT_NE(found.region, Region::hong_kong) << sample.file;  // all are Taiwanese
    }
  }
}

// Each is good in its own script: there nothing changes, not even in the quotations. The
// Traditional ones are Taiwan's, whether or not their words say so.
TEST(Scripts, GoodTextsStayAsTheyAre) {
  const auto samples = corpus();
  if (samples.empty()) GTEST_SKIP() << "no corpus on this machine";
  std::size_t taiwan = 0;
  for (const Sample& sample : samples) {
    const auto article = open_file("/corpus/", sample.file);
    ASSERT_TRUE(article) << sample.file;
    const Document& document = article->document();
    const std::string text = text_in(document, Script::original);
    EXPECT_EQ(text_in(document, document.script), text) << sample.file;
    for (const Block& block : document.blocks) {
      EXPECT_EQ(block.script, Script::none) << sample.file << ": " << block.text;
      EXPECT_FALSE(detect(block.text).by_character) << sample.file << ": " << block.text;
    }
    if (sample.script != "Hant") continue;
    EXPECT_EQ(text_in(document, Script::hant), text) << sample.file;
    EXPECT_EQ(text_in(document, Script::hant_tw), text) << sample.file;
    taiwan += document.detection.region == Region::taiwan;
  }
  EXPECT_EQ(taiwan, 5U);
}

TEST(Scripts, CharacterByCharacterTraditionalBecomesProper) {
  struct Seed {
    std::string file;
    std::vector<std::pair<std::string, std::string>> changed;
  };
  if (!testing::read_file(SHUYE_SHARED_DIR "/seeds/expected.json")) {
    GTEST_SKIP() << "no seeds on this machine";
  }
  for (const Seed& seed :
       {Seed{"001_e6f89d9b33fea1ce.txt", {{"之后", "之後"}, {"游戲", "遊戲"}}},
        Seed{"004_76d764f47cb0b6fe.txt", {{"最后", "最後"}, {"游戲", "遊戲"}}}}) {
    const auto article = open_file("/seeds/", seed.file);
    ASSERT_TRUE(article) << seed.file;
    const Document& document = article->document();
    EXPECT_EQ(document.script, Script::hant);
    EXPECT_TRUE(document.detection.by_character) << seed.file;
    const std::string before = text_in(document, Script::original);
    const std::string after = text_in(document, Script::hant_tw);
    for (const auto& [from, to] : seed.changed) {
      EXPECT_NE(before.find(from), std::string::npos) << seed.file << " " << from;
      EXPECT_EQ(after.find(from), std::string::npos) << seed.file << " " << from;
      EXPECT_NE(after.find(to), std::string::npos) << seed.file << " " << to;
      const auto view = make_view(document, in(Script::hant_tw, {from}), all_packs());
      ASSERT_TRUE(view);
      EXPECT_FALSE(view->matches.empty()) << seed.file << " " << from;
      for (const ViewMatch& match : view->matches) {
        const std::string_view text = view->blocks[match.block].text;
        EXPECT_EQ(text.substr(match.begin, match.end - match.begin), to) << seed.file;
      }
    }
    EXPECT_FALSE(detect(after).by_character) << seed.file;
    EXPECT_EQ(detect(after).merged_words, 0U) << seed.file;
  }
}

TEST(Scripts, TheOtherSeedsAreSimplified) {
  if (!testing::read_file(SHUYE_SHARED_DIR "/seeds/expected.json")) {
    GTEST_SKIP() << "no seeds on this machine";
  }
  for (const char* file :
       {"000_84a7c35b8592a389.txt", "002_c1d1912cf0fb53bb.txt", "003_fb183630241e2a8b.txt"}) {
    const auto article = open_file("/seeds/", file);
    ASSERT_TRUE(article) << file;
    EXPECT_EQ(article->document().detection.script, Script::hans) << file;
    EXPECT_FALSE(article->document().detection.mixed) << file;
    EXPECT_EQ(text_in(article->document(), Script::hans),
              text_in(article->document(), Script::original))
        << file;
  }
}

}  // namespace
}  // namespace shuye
