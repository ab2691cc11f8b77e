// Matching natively: keywords in the blocks of an article. tests/bench/lib/measure_matching.js runs
// this.
//
//   shuye_match_bench <format> <calls> <article> <keywords>...
//
// The files of keywords have one in a line. Writes a line for each: milliseconds to make the
// matcher, MB of text in a second of the processor's time (the best of the calls), matches.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <shuye/shuye.h>

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(1);
}

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(std::string(path) + " cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<shuye::Keyword> read_keywords(const char* path) {
  std::ifstream file(path);
  if (!file) fail(std::string(path) + " cannot be read");
  std::vector<shuye::Keyword> keywords;
  for (std::string line; std::getline(file, line);) keywords.emplace_back(line);
  return keywords;
}

/// Of this process: others may be at work.
double seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

void measure(const shuye::Document& document, const std::vector<shuye::Keyword>& keywords,
             int calls) {
  double making = 1e9;
  double finding = 1e9;
  std::size_t bytes = 0;
  std::vector<shuye::Match> matches;
  for (int call = 0; call < calls; ++call) {
    const double begin = seconds();
    const auto matcher = shuye::Matcher::create(keywords);
    if (!matcher) fail(matcher.error().message);
    const double made = seconds();
    bytes = 0;
    matches.clear();
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      const std::string_view text = document.blocks[i].text;
      bytes += text.size();
      if (!matcher->find(text, static_cast<shuye::BlockIndex>(i), matches))
        fail("too many matches");
    }
    const double found = seconds();
    making = std::min(making, made - begin);
    finding = std::min(finding, found - made);
  }
  std::cout << making * 1e3 << ' ' << static_cast<double>(bytes) / finding / 1e6 << ' '
            << matches.size() << ' ' << bytes << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) fail("shuye_match_bench <format> <calls> <article> <keywords>...");
  shuye::OpenOptions options;
  options.format = std::string(argv[1]) == "html" ? shuye::Format::html : shuye::Format::markdown;
  const auto article = shuye::Opening(read(argv[3]), options).article({});
  if (!article) fail(article.error().message);
  for (int i = 4; i < argc; ++i) {
    measure(article->document(), read_keywords(argv[i]), std::atoi(argv[2]));
  }
}
