// Pages from the wild with the text that a careful reader takes out of them, and test pages of
// Readability with what it takes out. They are not ours to publish, so they stand beside a checkout
// on some machines only (SHUYE_SHARED_DIR); elsewhere these tests are skipped.

#include <gtest/gtest.h>
#include <shuye/shuye.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "support/files.h"

namespace shuye {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
      c = c << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    at += length;
    const bool space = c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
    if (!space) out.push_back(c);
  }
  return out;
}

/// The multiset F1 of pairs of characters, white space removed.
double f1(std::string_view expected, std::string_view found) {
  std::map<std::pair<char32_t, char32_t>, long> pairs;
  const std::vector<char32_t> want = characters(expected);
  const std::vector<char32_t> have = characters(found);
  for (std::size_t i = 1; i < want.size(); ++i) ++pairs[{want[i - 1], want[i]}];
  double both = 0;
  for (std::size_t i = 1; i < have.size(); ++i) both += pairs[{have[i - 1], have[i]}]-- > 0 ? 1 : 0;
  const double sum = static_cast<double>(want.size() + have.size()) - 2;
  return sum <= 0 ? 1 : 2 * both / sum;
}

std::string read(const fs::path& path) { return testing::read_file(path.string()).value_or(""); }

struct Read {
  std::string text;
  Metadata metadata;
};

Read read_page(const std::string& html) {
  OpenOptions options;
  options.format = Format::html;
  options.charset = "utf-8";
  Result<Article> article = Article::open(html, options);
  EXPECT_TRUE(article);
  Read found;
  if (!article) return found;
  found.metadata = article.value().document().metadata;
  for (const Block& block : article.value().document().blocks) {
    const bool shown = block.role == Role::body || block.role == Role::notice;
    if (shown && is_leaf(block.kind)) found.text += block.text + "\n";
  }
  for (std::size_t at; (at = found.text.find(kObjectReplacement)) != std::string::npos;) {
    found.text.erase(at, kObjectReplacement.size());
  }
  return found;
}

/// Means and the least of some scores, printed so that a change can be seen that no floor catches.
void expect_scores(const char* name, const std::vector<std::pair<std::string, double>>& scores,
                   double mean_floor, double least_floor) {
  double sum = 0;
  double least = 1;
  for (const auto& [page, score] : scores) {
    sum += score;
    least = std::min(least, score);
    if (score < 0.97) std::cout << name << ": " << page << " " << score << "\n";
  }
  const double mean = sum / static_cast<double>(scores.size());
  std::cout << name << ": mean " << mean << ", least " << least << "\n";
  EXPECT_GE(mean, mean_floor);
  EXPECT_GE(least, least_floor);
}

TEST(Pages, AreCutAsACarefulReaderDoes) {
  const fs::path folder = SHUYE_SHARED_DIR "/html-gold";
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not on this machine";
  std::vector<std::pair<std::string, double>> scores;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    fs::path gold = entry.path();
    gold.replace_extension(".gold.txt");
    scores.emplace_back(entry.path().stem().string(),
                        f1(read(gold), read_page(read(entry.path())).text));
  }
  ASSERT_EQ(scores.size(), 10U);
  expect_scores("pages with gold text", scores, 0.97, 0.85);
}

/// The text of a page's markup, all of it.
std::string all_text(const std::string& html) {
  OpenOptions options;
  options.format = Format::html;
  Result<Article> article = Article::open(html, options);
  std::string text;
  if (!article) return text;
  for (const Block& block : article.value().document().blocks) text += block.text + "\n";
  for (std::size_t at; (at = text.find(kObjectReplacement)) != std::string::npos;) {
    text.erase(at, kObjectReplacement.size());
  }
  return text;
}

TEST(Pages, AreCutAsReadabilityDoes) {
  const fs::path folder = SHUYE_SHARED_DIR "/readability";
  if (!fs::exists(folder)) GTEST_SKIP() << folder << " is not on this machine";
  std::vector<std::pair<std::string, double>> scores;
  int titles = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_directory()) continue;
    const Read page = read_page(read(entry.path() / "source.html"));
    scores.emplace_back(entry.path().filename().string(),
                        f1(all_text(read(entry.path() / "expected.html")), page.text));
    const json expected =
        json::parse(read(entry.path() / "expected-metadata.json"), nullptr, false);
    const std::string title = expected.value("title", "");
    // Chinese titles are read without the site's name.
    titles += !page.metadata.title.empty() && title.starts_with(page.metadata.title) ? 1 : 0;
  }
  ASSERT_EQ(scores.size(), 18U);
  expect_scores("pages of Readability", scores, 0.98, 0.9);
  EXPECT_EQ(titles, 18);
}

}  // namespace
}  // namespace shuye
