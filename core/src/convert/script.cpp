#include "shuye/script.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shuye {

namespace {

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

bool is_traditional(Script script) {
  return script == Script::hant || script == Script::hant_tw || script == Script::hant_hk;
}

std::string_view configuration_for(Script from, Script to, bool by_character) {
  // By way of Simplified, where phrases tell which of the merged characters it was. What was
  // Simplified has the mainland's words, whatever region its forms are of.
  if (by_character && is_traditional(from)) {
    if (to == Script::hans) return "t2s";
    if (to == Script::hant) return "t2s+s2t";
    if (to == Script::hant_tw) return "t2s+s2twp";
    if (to == Script::hant_hk) return "t2s+s2hkp";
  }
  // Between Taiwan and Hong Kong only forms change. OpenCC knows their words by way of Simplified
  // alone, and what a good Traditional text would lose there is more than it would gain. There is
  // nothing between Japanese and anything but standard Traditional.
  static constexpr struct {
    Script from, to;
    std::string_view configuration;
  } kTable[] = {
      {Script::hans, Script::hant, "s2t"},
      {Script::hans, Script::hant_tw, "s2twp"},
      {Script::hans, Script::hant_hk, "s2hkp"},
      {Script::hant, Script::hans, "t2s"},
      {Script::hant, Script::hant_tw, "t2tw"},
      {Script::hant, Script::hant_hk, "t2hk"},
      {Script::hant, Script::ja, "t2jp"},
      {Script::hant_tw, Script::hans, "tw2sp"},
      {Script::hant_tw, Script::hant, "tw2t"},
      {Script::hant_tw, Script::hant_hk, "tw2t+t2hk"},
      {Script::hant_hk, Script::hans, "hk2sp"},
      {Script::hant_hk, Script::hant, "hk2t"},
      {Script::hant_hk, Script::hant_tw, "hk2t+t2tw"},
      {Script::ja, Script::hant, "jp2t"},
      {Script::hant_tw, Script::ja, "tw2t+t2jp"},
      {Script::hant_hk, Script::ja, "hk2t+t2jp"},
  };
  for (const auto& row : kTable) {
    if (row.from == from && row.to == to) return row.configuration;
  }
  return "";
}

}  // namespace shuye
