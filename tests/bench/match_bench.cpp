// Matching natively: keywords in the blocks of an article. tests/bench/lib/measure_matching.js runs
// this.
//
//   shuye_match_bench <format> <calls> <article> <keywords>...
//
// The files of keywords have one in a line. Writes a line for each: milliseconds to make the
// matcher; MB of text in a second of the processor's time, of each text by itself and of a row that
// is kept, as a view keeps it (the best of the calls); matches. And a line with how fast such a row
// is made.

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

struct Texts {
  explicit Texts(const shuye::Document& document) : document(document) {
    for (const shuye::Block& block : document.blocks) bytes += block.text.size();
  }
  double megabytes_in(double seconds) const { return static_cast<double>(bytes) / seconds / 1e6; }

  const shuye::Document& document;
  std::size_t bytes = 0;
};

/// The shortest of the calls.
template <typename Work>
double best_of(int calls, const Work& work) {
  double best = 1e9;
  for (int call = 0; call < calls; ++call) {
    const double begin = seconds();
    work();
    best = std::min(best, seconds() - begin);
  }
  return best;
}

shuye::TextRow row_of(const Texts& texts) {
  shuye::TextRow row;
  for (const shuye::Block& block : texts.document.blocks) row.add(block.text);
  return row;
}

void find_in_texts(const shuye::Matcher& matcher, const Texts& texts,
                   std::vector<shuye::Match>& matches) {
  const std::vector<shuye::Block>& blocks = texts.document.blocks;
  matches.clear();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!matcher.find(blocks[i].text, static_cast<shuye::BlockIndex>(i), matches)) {
      fail("too many matches");
    }
  }
}

void measure(const Texts& texts, const shuye::TextRow& row,
             const std::vector<shuye::Keyword>& keywords, int calls) {
  const auto matcher = shuye::Matcher::create(keywords);
  if (!matcher) fail(matcher.error().message);
  const double making = best_of(calls, [&] { (void)shuye::Matcher::create(keywords); });
  std::vector<shuye::Match> matches;
  const double in_texts = best_of(calls, [&] { find_in_texts(*matcher, texts, matches); });
  std::vector<shuye::Match> in_row;
  const double in_rows = best_of(calls, [&] {
    in_row.clear();
    if (!matcher->find(row, in_row)) fail("too many matches");
  });
  if (in_row.size() != matches.size()) fail("a row has other matches than its texts");
  std::cout << making * 1e3 << ' ' << texts.megabytes_in(in_texts) << ' '
            << texts.megabytes_in(in_rows) << ' ' << matches.size() << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) fail("shuye_match_bench <format> <calls> <article> <keywords>...");
  shuye::OpenOptions options;
  options.format = std::string(argv[1]) == "html" ? shuye::Format::html : shuye::Format::markdown;
  const auto article = shuye::Opening(read(argv[3]), options).article({});
  if (!article) fail(article.error().message);
  const Texts texts(article->document());
  const int calls = std::atoi(argv[2]);
  const shuye::TextRow row = row_of(texts);
  for (int i = 4; i < argc; ++i) measure(texts, row, read_keywords(argv[i]), calls);
  std::cout << texts.megabytes_in(best_of(calls, [&] { (void)row_of(texts); })) << '\n';
}
