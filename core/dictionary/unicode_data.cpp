#include "dictionary/unicode_data.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

namespace shuye::dictionary {

namespace {

std::vector<std::vector<std::string>> read_table(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    line.resize(std::min(line.size(), line.find('#')));
    if (line.empty()) continue;
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, ';');) {
      row.push_back(field.substr(std::min(field.size(), field.find_first_not_of(' '))));
    }
  }
  return rows;
}

char32_t code_point(const std::string& hex) {
  return static_cast<char32_t>(std::stoul(hex, nullptr, 16));
}

char32_t find_or(const std::map<char32_t, char32_t>& map, char32_t c) {
  const auto found = map.find(c);
  return found == map.end() ? c : found->second;
}

}  // namespace

UnicodeData::UnicodeData(const std::string& folder) {
  // https://www.unicode.org/reports/tr44/#UnicodeData.txt, field 5: "<tag> XXXX XXXX" or "XXXX"
  for (const auto& row : read_table(folder + "/UnicodeData.txt")) {
    std::string decomposition = row.at(5);
    if (const auto tag = decomposition.find("> "); tag != std::string::npos) {
      decomposition.erase(0, tag + 2);
    }
    if (decomposition.empty() || decomposition.find(' ') != std::string::npos) continue;
    compatibility_[code_point(row.at(0))] = code_point(decomposition);
  }
  for (const auto& row : read_table(folder + "/CaseFolding.txt")) {
    if (row.at(1) == "C" || row.at(1) == "S") {
      case_folding_[code_point(row.at(0))] = code_point(row.at(2));
    }
  }
}

char32_t UnicodeData::compatibility(char32_t c) const { return find_or(compatibility_, c); }
char32_t UnicodeData::case_folding(char32_t c) const { return find_or(case_folding_, c); }

}  // namespace shuye::dictionary
