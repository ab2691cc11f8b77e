// Opening natively, the whole way from bytes to JSON. tests/bench/lib/measure_opening.js runs this.
//
//   shuye_open_bench <format> <calls> <file>
//
// Writes a line with the seconds of each call, and one with the bytes that the process needed at
// most beyond what it had before it read the file. For memory ask for one call: what a second one
// leaves free is not given back.

#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include <shuye/shuye.h>

#include "support/files.h"

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(1);
}

/// VmHWM: the most that was in memory so far.
std::size_t peak_bytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

std::size_t open_once(const std::string& bytes, shuye::Format format) {
  shuye::OpenOptions options;
  options.format = format;
  auto article = shuye::Article::open(bytes, options);
  if (!article) fail(article.error().message);
  const auto json = article->render(shuye::Output::json, {}, {});
  if (!json) fail(json.error().message);
  return json->size();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) fail("usage: shuye_open_bench <format> <calls> <file>");
  const auto format =
      std::string(argv[1]) == "html" ? shuye::Format::html : shuye::Format::markdown;
  const std::size_t before = peak_bytes();
  const auto bytes = shuye::testing::read_file(argv[3]);
  if (!bytes) fail(std::string(argv[3]) + " cannot be read");
  for (int calls = std::atoi(argv[2]); calls > 0; --calls) {
    const auto start = std::chrono::steady_clock::now();
    if (open_once(*bytes, format) == 0) fail("nothing came out");
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    std::cout << passed.count() << ' ';
  }
  std::cout << '\n' << peak_bytes() - before << '\n';
}
