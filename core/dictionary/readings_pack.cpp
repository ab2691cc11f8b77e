#include "repair/readings_pack.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "dictionary/readings_pack.h"
#include "text/data_pack.h"

namespace shuye::dictionary {

namespace {

namespace format = shuye::readings_pack;

/// What Unihan says of a character (https://www.unicode.org/reports/tr38/).
struct Ideograph {
  std::set<std::string> readings;
  double count = 0;   ///< how often the readings of kHanyuPinlu were met in modern texts
  int frequency = 0;  ///< kFrequency: 1, the commonest, to 5; 0: not there
};
using Unihan = std::map<char32_t, Ideograph>;

/// Calls `take(code point, field, value)` for each line of a file of Unihan's.
template <typename Take>
void each_line(const std::string& path, const Take& take) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string code, field, value;
    if (line.rfind("U+", 0) != 0 || !std::getline(fields, code, '\t') ||
        !std::getline(fields, field, '\t') || !std::getline(fields, value)) {
      continue;
    }
    take(static_cast<char32_t>(std::stoul(code.substr(2), nullptr, 16)), field, value);
  }
}

/// "tiáo diào", "63989.060:tiáo,diào", or with their counts "diào(390) tiáo(213)".
void add_readings(Ideograph& ideograph, const std::string& value) {
  std::istringstream words(value);
  for (std::string word; words >> word;) {
    word.erase(0, word.find(':') + 1);
    if (const std::size_t bracket = word.find('('); bracket != std::string::npos) {
      ideograph.count += std::stod(word.substr(bracket + 1));
      word.erase(bracket);
    }
    std::istringstream readings(word);
    for (std::string reading; std::getline(readings, reading, ',');) {
      ideograph.readings.insert(reading);
    }
  }
}

Unihan read_unihan(const std::string& folder) {
  const std::set<std::string> fields = {"kMandarin", "kHanyuPinyin", "kHanyuPinlu", "kXHC1983",
                                        "kTGHZ2013"};
  Unihan unihan;
  each_line(folder + "/Unihan_Readings.txt",
            [&](char32_t c, const std::string& field, const std::string& value) {
              if (fields.count(field) != 0) add_readings(unihan[c], value);
            });
  each_line(folder + "/Unihan_DictionaryLikeData.txt",
            [&](char32_t c, const std::string& field, const std::string& value) {
              if (field == "kFrequency") unihan[c].frequency = std::stoi(value);
            });
  return unihan;
}

/// The share of a character in ordinary text. What Simplified Chinese writes otherwise is counted
/// there under its own form.
class Shares {
 public:
  Shares(const Unihan& unihan, const Folding& folding) : unihan_(unihan), folding_(folding) {
    for (const auto& [c, ideograph] : unihan) total_ += ideograph.count;
  }

  double operator()(char32_t c) const {
    constexpr std::array<double, 6> kByFrequency = {0, 3e-4, 1e-4, 3e-5, 1e-5, 3e-6};
    const Ideograph& own = unihan_.at(c);
    const auto folded = folding_.find(c);
    const auto other = folded == folding_.end() ? unihan_.end() : unihan_.find(folded->second);
    const double count =
        std::max(own.count, other == unihan_.end() ? 0 : other->second.count * kOfOther);
    return count / total_ * kIdeographs + kByFrequency.at(static_cast<std::size_t>(own.frequency)) +
           kLeast;
  }

 private:
  static constexpr double kIdeographs = 0.8;  // of all characters of a text
  static constexpr double kOfOther = 0.9;
  static constexpr double kLeast = 1e-7;

  const Unihan& unihan_;
  const Folding& folding_;
  double total_ = 0;
};

void put_u16(std::string& bytes, std::size_t number) {
  bytes += static_cast<char>(number & 0xFF);
  bytes += static_cast<char>(number >> 8 & 0xFF);
}

/// Those of GB2312 and those that only Traditional Chinese writes, and whatever is common: the rest
/// of GBK is hardly ever met.
std::vector<char32_t> ideographs_of(const CharsetData& charsets, const Unihan& unihan,
                                    const std::set<char32_t>& traditional) {
  std::set<char32_t> chosen;
  for (std::size_t pointer = 0; pointer < charset_pack::kGb18030.pointers; ++pointer) {
    const char32_t c = charsets.gb18030.code_points[pointer];
    const auto known = unihan.find(c);
    if (c < 0x4E00 || c > 0x9FFF || known == unihan.end()) continue;
    const bool common = known->second.count > 0 || known->second.frequency > 0;
    if (charset_pack::kGb18030.is_old(pointer) || traditional.count(c) != 0 || common)
      chosen.insert(c);
  }
  return {chosen.begin(), chosen.end()};
}

}  // namespace

std::string readings_pack(const std::string& unihan_folder, const std::string& opencc,
                          const Folding& folding, const CharsetData& charsets) {
  const Unihan unihan = read_unihan(unihan_folder);
  const Shares share(unihan, folding);
  const std::u32string only = traditional_only(opencc);
  const std::set<char32_t> traditional(only.begin(), only.end());
  const std::vector<char32_t> ideographs = ideographs_of(charsets, unihan, traditional);

  std::map<std::string, std::size_t> syllables;
  for (const char32_t c : ideographs) {
    for (const std::string& reading : unihan.at(c).readings) syllables[reading] = 0;
  }
  std::string payload;
  put_u16(payload, syllables.size());
  put_u16(payload, ideographs.size());
  std::size_t number = 0;
  for (auto& [syllable, its] : syllables) {
    payload.append(syllable).append("\n");
    its = number++;
  }
  char32_t before = 0;
  for (const char32_t c : ideographs) {
    const std::set<std::string>& readings = unihan.at(c).readings;
    put_u16(payload, c - before);
    payload += static_cast<char>(std::clamp(std::lround(-10 * std::log(share(c))), 1L, 255L));
    payload += static_cast<char>(readings.size() |
                                 (traditional.count(c) != 0 ? format::kTraditional : 0U));
    for (const std::string& reading : readings) put_u16(payload, syllables.at(reading));
    before = c;
  }
  return DataPack::write("readings", DataPack::Kind::readings, payload);
}

}  // namespace shuye::dictionary
