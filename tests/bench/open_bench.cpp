// Opening natively, the whole way from bytes to JSON. tests/bench/lib/measure_opening.js runs this.
//
//   shuye_open_bench <format> <calls> <file>
//
// A file may have several documents, parted by NULs. Writes a line with the seconds of each call
// (the processor's: others may be at work), and one with the bytes that the process needed at most
// beyond what it had before it read the file. For memory ask for one call: what a second one leaves
// free is not given back.

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include <shuye/shuye.h>

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(1);
}

/// The most that was in memory so far. (What getrusage says begins with the memory of whoever
/// started this process.)
std::size_t peak_bytes() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word && word != "VmHWM:") {
  }
  std::size_t kilobytes = 0;
  status >> kilobytes;
  return kilobytes * 1024;
}

/// In one piece: memory that grows step by step would count.
std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) fail(std::string(path) + " cannot be read");
  std::string bytes(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

std::vector<std::string> documents_in(std::string bytes) {
  std::vector<std::string> documents;
  for (std::size_t end = bytes.find('\0'); end != bytes.npos; end = bytes.find('\0')) {
    documents.push_back(bytes.substr(0, end));
    bytes.erase(0, end + 1);
  }
  documents.push_back(std::move(bytes));
  return documents;
}

std::size_t open_once(std::string bytes, shuye::Format format) {
  shuye::OpenOptions options;
  options.format = format;
  auto article = shuye::Opening(std::move(bytes), options).article({});
  if (!article) fail(article.error().message);
  std::size_t size = 0;
  const auto rendered = article->render(shuye::Output::json, {}, {},
                                        [&](std::string_view part) { size += part.size(); });
  if (!rendered) fail(rendered.error().message);
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) fail("usage: shuye_open_bench <format> <calls> <file>");
  const auto format =
      std::string(argv[1]) == "html" ? shuye::Format::html : shuye::Format::markdown;
  const std::size_t before = peak_bytes();
  for (int calls = std::atoi(argv[2]); calls > 0; --calls) {
    std::vector<std::string> documents = documents_in(read(argv[3]));
    const std::clock_t start = std::clock();
    for (std::string& bytes : documents) {
      if (open_once(std::move(bytes), format) == 0) fail("nothing came out");
    }
    std::cout << static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC << ' ';
  }
  std::cout << '\n' << peak_bytes() - before << '\n';
}
