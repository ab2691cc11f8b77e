#pragma once

/// OpenCC itself, as it is built here: what the converter is compared with.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "Config.hpp"
#include "Converter.hpp"
#include "DictEntry.hpp"
#include "Lexicon.hpp"
#include "MarisaDict.hpp"
#include "text/utf8.h"

namespace shuye::testing {

inline opencc::ConverterPtr opencc_converter(std::string_view configuration) {
  return opencc::Config().NewFromFile(OPENCC_DATA_DIR "/" + std::string(configuration) + ".json",
                                      {OPENCC_DATA_DIR}, nullptr);
}

/// OpenCC's result. A byte that is no UTF-8 is ours to define: it stays, and parts two texts.
inline std::string opencc_result(const opencc::Converter& converter, std::string_view text) {
  std::string out;
  std::size_t done = 0;
  const auto convert_up_to = [&](std::size_t end) {
    if (end > done) out += converter.Convert(std::string(text.substr(done, end - done)));
  };
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Character c = utf8::read(text, i);
    if (c.code_point > 0x10FFFF) {
      convert_up_to(i);
      out += text[i];
      done = i + 1;
    }
    i += c.length;
  }
  convert_up_to(text.size());
  return out;
}

/// The keys and the values of all dictionaries of OpenCC's, sorted, so that every configuration
/// also meets words that are none of its own.
inline const std::vector<std::string>& opencc_words() {
  static const std::vector<std::string> words = [] {
    std::set<std::string> all;
    for (const auto& file : std::filesystem::directory_iterator(OPENCC_DATA_DIR)) {
      if (file.path().extension() != ".ocd2") continue;
      FILE* opened = std::fopen(file.path().c_str(), "rb");
      const auto dictionary = opencc::MarisaDict::NewFromFile(opened);
      std::fclose(opened);
      for (const auto& entry : *dictionary->GetLexicon()) {
        all.insert(entry->Key());
        all.insert(entry->GetDefault());
      }
    }
    return std::vector<std::string>(all.begin(), all.end());
  }();
  return words;
}

}  // namespace shuye::testing
