#include "shuye/script.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace shuye {

namespace {

#include "fold_table.inc"

using Name = std::pair<std::string_view, Script>;

// The first name of each script is the one it is written with.
constexpr Name kNames[] = {
    {"original", Script::original},
    {"und", Script::none},
    {"zh-Hans", Script::hans},
    {"zh-Hant", Script::hant},
    {"zh-Hant-TW", Script::hant_tw},
    {"zh-Hant-HK", Script::hant_hk},
    {"ja", Script::ja},
    {"none", Script::none},
    {"hans", Script::hans},
    {"simplified", Script::hans},
    {"cn", Script::hans},
    {"zh-CN", Script::hans},
    {"zh-SG", Script::hans},
    {"zh-MY", Script::hans},
    {"zh-Hans-CN", Script::hans},
    {"zh-Hans-SG", Script::hans},
    {"zh-Hans-MY", Script::hans},
    {"zh-Hans-HK", Script::hans},
    {"zh-Hans-TW", Script::hans},
    {"hant", Script::hant},
    {"traditional", Script::hant},
    {"tw", Script::hant_tw},
    {"zh-TW", Script::hant_tw},
    {"hant-TW", Script::hant_tw},
    {"hk", Script::hant_hk},
    {"zh-HK", Script::hant_hk},
    {"hant-HK", Script::hant_hk},
    {"zh-MO", Script::hant_hk},
    {"zh-Hant-MO", Script::hant_hk},
    {"jp", Script::ja},
    {"ja-JP", Script::ja},
    {"ja-Jpan", Script::ja},
};

char lower(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

enum Use : std::uint8_t { both, simplified_only, traditional_only };

/// Which script uses a character of the Basic Multilingual Plane; rarer ones are not counted.
class Uses {
 public:
  Uses() {
    set(std::begin(kSimplifiedOnly), std::end(kSimplifiedOnly), simplified_only);
    set(std::begin(kTraditionalOnly), std::end(kTraditionalOnly), traditional_only);
  }
  Use operator[](char32_t c) const { return c < uses_.size() ? uses_[c] : both; }

 private:
  void set(const std::uint32_t* begin, const std::uint32_t* end, Use use) {
    std::for_each(begin, end, [&](std::uint32_t c) {
      if (c < uses_.size()) uses_[c] = use;
    });
  }

  std::array<Use, 0x10000> uses_ = {};
};

}  // namespace

std::string_view name_of(Script script) {
  const auto* named = std::find_if(std::begin(kNames), std::end(kNames),
                                   [&](const Name& name) { return name.second == script; });
  return named->first;
}

std::optional<Script> script_from_name(std::string_view name) {
  const auto* named = std::find_if(std::begin(kNames), std::end(kNames),
                                   [&](const Name& known) { return same_name(known.first, name); });
  if (named == std::end(kNames)) return std::nullopt;
  return named->second;
}

Script detect_script(std::string_view utf8) {
  static const Uses kUses;
  std::size_t simplified = 0, traditional = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const utf8::Character c = utf8::read(utf8, i);
    const Use use = kUses[c.code_point];
    simplified += use == simplified_only;
    traditional += use == traditional_only;
    i += c.length;
  }
  if (simplified == 0 && traditional == 0) return Script::none;
  // A tie is Simplified: Simplified texts quote Traditional names more often than the other way
  // round.
  return simplified >= traditional ? Script::hans : Script::hant;
}

std::string_view configuration_for(Script from, Script to) {
  // Between Taiwan and Hong Kong, the region's own forms of standard Traditional are the nearest
  // that OpenCC has. It has nothing between Japanese and anything but standard Traditional.
  static constexpr struct {
    Script from, to;
    std::string_view configuration;
  } kTable[] = {
      {Script::hans, Script::hant, "s2t"},        {Script::hans, Script::hant_tw, "s2twp"},
      {Script::hans, Script::hant_hk, "s2hkp"},   {Script::hant, Script::hans, "t2s"},
      {Script::hant, Script::hant_tw, "t2tw"},    {Script::hant, Script::hant_hk, "t2hk"},
      {Script::hant, Script::ja, "t2jp"},         {Script::hant_tw, Script::hans, "tw2sp"},
      {Script::hant_tw, Script::hant, "tw2t"},    {Script::hant_tw, Script::hant_hk, "t2hk"},
      {Script::hant_hk, Script::hans, "hk2sp"},   {Script::hant_hk, Script::hant, "hk2t"},
      {Script::hant_hk, Script::hant_tw, "t2tw"}, {Script::ja, Script::hant, "jp2t"},
  };
  for (const auto& row : kTable) {
    if (row.from == from && row.to == to) return row.configuration;
  }
  return "";
}

}  // namespace shuye
