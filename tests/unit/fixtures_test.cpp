// Every folder of tests/fixtures: a source and options in, the HTML and the JSON of the golden
// files out. tests/README.md says how a golden is made.

#include <gtest/gtest.h>
#include <shuye/shuye.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#ifndef __EMSCRIPTEN__
#include <filesystem>
#endif

#include "support/files.h"

namespace shuye {
namespace {

using nlohmann::json;
using testing::read_file;
using testing::read_lines;

const std::string kFolder = SHUYE_TEST_DATA_DIR "/fixtures";

/// The fixtures by name. A list in a file, since Emscripten 3.1.6 cannot list folders through Node;
/// natively it is compared with the folder.
std::vector<std::string> fixtures() { return read_lines(kFolder + "/index.txt"); }

struct Options {
  OpenOptions open;
  ViewOptions view;
};

std::optional<Format> format_from_name(const std::string& name) {
  for (const Format format : {Format::markdown, Format::html, Format::plain}) {
    if (name_of(format) == name) return format;
  }
  return std::nullopt;
}

RoleSet roles_from_names(const std::vector<std::string>& names) {
  RoleSet roles = 0;
  for (const Role role :
       {Role::body, Role::title, Role::subtitle, Role::byline, Role::notice, Role::clutter}) {
    if (std::count(names.begin(), names.end(), name_of(role)) > 0) roles |= role_bit(role);
  }
  return roles;
}

/// Fails the test for options that have no meaning, so that no fixture tests less than it says.
void read_options(const std::string& text, Options& options) {
  const json given = json::parse(text, nullptr, false);
  ASSERT_TRUE(given.is_object()) << "options.json is no JSON object";
  for (const auto& [name, value] : given.items()) {
    if (name == "script") {
      const auto script = script_from_name(value.get<std::string>());
      ASSERT_TRUE(script) << "unknown script " << value;
      options.view.script = *script;
    } else if (name == "keywords") {
      for (const json& keyword : value)
        options.view.keywords.emplace_back(keyword.get<std::string>());
    } else if (name == "articleKeywords") {
      options.view.article_keywords = value.get<bool>();
    } else if (name == "show") {
      const auto names = value.get<std::vector<std::string>>();
      options.view.roles = roles_from_names(names);
      ASSERT_NE(options.view.roles, 0U) << "no role in show";
    } else if (name == "punctuation") {
      ASSERT_EQ(value, "regional");
      options.view.punctuation = Punctuation::regional;
    } else if (name == "format") {
      options.open.format = format_from_name(value.get<std::string>());
      ASSERT_TRUE(options.open.format) << "unknown format " << value;
    } else if (name == "name") {
      options.open.name = value.get<std::string>();
    } else {
      FAIL() << "unknown option " << name;
    }
  }
}

Packs packs_of(const std::vector<std::string_view>& names) {
  Packs packs;
  for (const std::string_view name : names) {
    const auto bytes = read_file(SHUYE_PACKS_DIR "/" + std::string(name) + ".pack");
    EXPECT_TRUE(bytes) << "the pack " << name << " was not built";
    if (!bytes) continue;
    const auto added = packs.add(name, *bytes);
    EXPECT_TRUE(added) << name << ": " << added.error().message;
  }
  return packs;
}

/// The source's file and its text; the extension says the format.
std::pair<std::string, std::optional<std::string>> read_source(const std::string& folder) {
  for (const char* name : {"source.md", "source.html", "source.txt"}) {
    if (auto text = read_file(folder + "/" + name)) return {name, std::move(text)};
  }
  return {"source", std::nullopt};
}

class Fixture : public ::testing::TestWithParam<std::string> {};

TEST_P(Fixture, RendersItsGoldens) {
  const std::string folder = kFolder + "/" + GetParam();
  const auto [name, source] = read_source(folder);
  ASSERT_TRUE(source) << folder << " has no source.md, source.html or source.txt";
  const auto expected_html = read_file(folder + "/expected.html");
  ASSERT_TRUE(expected_html) << folder << " has no expected.html";
  const auto expected_text = read_file(folder + "/expected.json");
  ASSERT_TRUE(expected_text) << folder << " has no expected.json";
  const json expected = json::parse(*expected_text, nullptr, false);
  ASSERT_FALSE(expected.is_discarded()) << folder << "/expected.json is no JSON";
  const auto given = read_file(folder + "/options.json");
  ASSERT_TRUE(given) << folder << " has no options.json";
  Options options;
  options.open.name = name;
  ASSERT_NO_FATAL_FAILURE(read_options(*given, options));

  auto article = Article::open(*source, options.open);
  ASSERT_TRUE(article) << article.error().message;
  const auto names = packs_for(article->document(), options.view.script);
  ASSERT_TRUE(names) << names.error().message;
  const Packs packs = packs_of(*names);
  const auto html = article->render(Output::html, options.view, packs);
  ASSERT_TRUE(html) << html.error().message;
  EXPECT_EQ(*html, *expected_html);
  const auto written = article->render(Output::json, options.view, packs);
  ASSERT_TRUE(written) << written.error().message;
  const json actual = json::parse(*written, nullptr, false);
  ASSERT_FALSE(actual.is_discarded()) << "to_json wrote no JSON";
  EXPECT_EQ(actual, expected) << "from expected to actual: "
                              << json::diff(expected, actual).dump(1);
}

INSTANTIATE_TEST_SUITE_P(All, Fixture, ::testing::ValuesIn(fixtures()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

// A list that lost its lines would let everything pass.
TEST(Fixtures, AreAllThere) {
  const auto listed = fixtures();
  EXPECT_GE(listed.size(), 16U);
  EXPECT_TRUE(std::is_sorted(listed.begin(), listed.end()));
  EXPECT_EQ(std::adjacent_find(listed.begin(), listed.end()), listed.end());
#ifndef __EMSCRIPTEN__
  std::vector<std::string> folders;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.is_directory()) folders.push_back(entry.path().filename().string());
  }
  std::sort(folders.begin(), folders.end());
  EXPECT_EQ(folders, listed) << "tests/fixtures/index.txt must list the folders beside it";
#endif
}

}  // namespace
}  // namespace shuye
