// shuye_dictionary: OpenCC's, Unicode's and the Encoding Standard's data in, packs and tables out.

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>

#include "Exception.hpp"
#include "dictionary/charset_data.h"
#include "dictionary/charset_packs.h"
#include "dictionary/fold_table.h"
#include "dictionary/packs.h"
#include "dictionary/readings_pack.h"

namespace {

using Options = std::map<std::string, std::string>;

Options read_options(int argc, char** argv) {
  Options options = {
      {"--opencc", ""}, {"--unicode", ""}, {"--unihan", ""}, {"--charsets", ""}, {"--out", ""}};
  for (int i = 1; i + 1 < argc; i += 2) {
    if (options.count(argv[i]) == 0)
      throw std::runtime_error(std::string("unknown option ") + argv[i]);
    options[argv[i]] = argv[i + 1];
  }
  for (const auto& [name, value] : options) {
    if (value.empty()) throw std::runtime_error(name + " <folder> is missing");
  }
  return options;
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

void run(const Options& options) {
  const std::filesystem::path out = options.at("--out");
  std::filesystem::create_directories(out / "packs");
  const std::string& opencc = options.at("--opencc");
  const shuye::dictionary::Folding folding =
      shuye::dictionary::folding(opencc, options.at("--unicode"));
  write_file(out / "fold_table.inc",
             shuye::dictionary::fold_table(opencc, options.at("--unicode"), folding));
  const shuye::dictionary::CharsetData charsets =
      shuye::dictionary::read_charset_data(options.at("--charsets"));
  write_file(out / "charset_statistics.inc", shuye::dictionary::charset_statistics(charsets));
  std::map<std::string, std::string> packs = shuye::dictionary::packs(opencc, folding);
  packs.merge(shuye::dictionary::charset_packs(charsets));
  packs["readings"] =
      shuye::dictionary::readings_pack(options.at("--unihan"), opencc, folding, charsets);
  for (const auto& [name, bytes] : packs) write_file(out / "packs" / (name + ".pack"), bytes);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_options(argc, argv));
    return 0;
  } catch (const opencc::Exception& error) {  // which is no std::exception
    std::fprintf(stderr, "shuye_dictionary: OpenCC: %s\n", error.what());
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "shuye_dictionary: %s\n", error.what());
    return 1;
  }
}
