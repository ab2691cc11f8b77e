#pragma once

/// Texts in which the dictionaries have much to do: keys of all of them, characters, and what
/// stands between words.

#include <shuye/convert.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "convert/pack.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {

/// All configurations, and two that follow one another.
inline std::vector<std::string_view> all_chains() {
  std::vector<std::string_view> all = configurations();
  all.push_back("t2s+s2twp");
  return all;
}

/// Of a test's name.
inline std::string chain_name(std::string_view chain) {
  std::string name(chain);
  std::replace(name.begin(), name.end(), '+', '_');
  return name;
}

class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {
    for (const std::string_view configuration : configurations()) {
      const auto names = packs_for(configuration);
      for (const std::string_view name : *names) add_keys(*all_packs().get(name));
    }
  }

  std::string next() {
    static constexpr const char* kBetween[] = {"的", "，", "一", "ABC", " ",  "⿰木人",
                                               "⿱", "𠀀", "豈", "B超", "\n", "\xFF",
                                               "内", "存", "后", "里"};
    std::string text;
    for (int n = static_cast<int>(random_() % 12); n >= 0; --n) {
      const std::string& key = keys_[random_() % keys_.size()];
      switch (random_() % 4) {
        case 0:
          text += kBetween[random_() % std::size(kBetween)];
          break;
        case 1:  // a part of a key, which may go on as another one
          text += piece_of(key);
          break;
        default:
          text += key;
      }
    }
    return text;
  }

  /// One to four characters of a text, without control characters and ill-formed bytes.
  std::string piece_of(std::string_view text) {
    std::u32string characters = utf8::code_points(text);
    characters.erase(std::remove_if(characters.begin(), characters.end(),
                                    [](char32_t c) { return c < 0x20 || c > 0x10FFFF; }),
                     characters.end());
    if (characters.empty()) return "空";
    const std::size_t begin = random_() % characters.size();
    std::string piece;
    for (const char32_t c : characters.substr(begin, 1 + random_() % 4)) utf8::append(piece, c);
    return piece;
  }

 private:
  void add_keys(const Pack& pack) {
    pack.trie().for_each_key([&](std::uint32_t key, const std::vector<std::uint32_t>& numbers) {
      // Most keys of the largest pack are far from the others.
      if (pack.size() > 10'000 && key % 16 != 0) return;
      keys_.emplace_back();
      for (const std::uint32_t n : numbers) utf8::append(keys_.back(), pack.alphabet()[n - 1]);
    });
  }

  std::vector<std::string> keys_;
  std::mt19937 random_;
};

}  // namespace shuye
