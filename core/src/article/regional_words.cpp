#include "article/regional_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "article/way.h"

namespace shuye {
namespace {

// Over the mainland's words, since the dictionaries lead from and to those.
constexpr std::array<std::string_view, 2> kToMainland = {"tw2sp", "hk2sp"};
constexpr std::array<std::string_view, 2> kFromMainland = {"s2twp", "s2hkp"};

void add(std::vector<std::string>& words, std::string word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
}

}  // namespace

Result<std::vector<std::string_view>> RegionalWords::packs() {
  std::vector<std::string_view> all;
  for (const auto& configurations : {kToMainland, kFromMainland}) {
    for (const std::string_view configuration : configurations) {
      if (auto added = add_packs(configuration, all); !added) return std::move(added).error();
    }
  }
  return all;
}

Result<RegionalWords> RegionalWords::create(const Packs& packs) {
  RegionalWords words;
  const auto make = [&](const auto& configurations, std::vector<Converter>& converters) {
    for (const std::string_view configuration : configurations) {
      auto converter = Converter::create(configuration, packs);
      if (!converter) return Result<void>(std::move(converter).error());
      converters.push_back(std::move(converter).value());
    }
    return Result<void>();
  };
  auto made = make(kToMainland, words.to_mainland_);
  if (made) made = make(kFromMainland, words.from_mainland_);
  if (!made) return std::move(made).error();
  return words;
}

std::vector<std::string> RegionalWords::of(std::string_view word) const {
  std::vector<std::string> mainland, all;
  add(mainland, std::string(word));
  // Taiwan's words are known as Taiwan writes them: 印表机 by way of 印表機.
  std::vector<std::string> written = mainland;
  for (const Converter& convert : from_mainland_) add(written, convert.convert(word));
  for (const std::string& one : written) {
    for (const Converter& convert : to_mainland_) add(mainland, convert.convert(one));
  }
  for (const std::string& one : mainland) {
    add(all, one);
    for (const Converter& convert : from_mainland_) add(all, convert.convert(one));
  }
  all.erase(all.begin());  // the word itself
  return all;
}

}  // namespace shuye
