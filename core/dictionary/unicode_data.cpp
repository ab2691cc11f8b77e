#include "dictionary/unicode_data.h"

#include <algorithm>
#include <fstream>
#include <iterator>
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

std::u32string code_points(const std::string& list) {
  std::u32string all;
  std::istringstream words(list);
  for (std::string hex; words >> hex;) all += code_point(hex);
  return all;
}

// Of no script in particular: the blocks of combining diacritics, and the variation selectors.
bool is_in_mark_block(char32_t c) {
  constexpr char32_t kBlocks[][2] = {{0x0300, 0x036F}, {0x180B, 0x180F}, {0x1AB0, 0x1AFF},
                                     {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x302A, 0x302F},
                                     {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};
  return std::any_of(std::begin(kBlocks), std::end(kBlocks),
                     [&](const auto& block) { return c >= block[0] && c <= block[1]; });
}

// Format characters that are seen, since numbers are written over or under them.
bool is_number_sign(char32_t c) {
  return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x0890 || c == 0x0891 ||
         c == 0x08E2 || c == 0x110BD || c == 0x110CD;
}

char32_t find_or(const std::map<char32_t, char32_t>& map, char32_t c) {
  const auto found = map.find(c);
  return found == map.end() ? c : found->second;
}

}  // namespace

UnicodeData::UnicodeData(const std::string& folder) {
  // https://www.unicode.org/reports/tr44/#UnicodeData.txt, field 5: "<tag> XXXX XXXX" or "XXXX"
  for (const auto& row : read_table(folder + "/UnicodeData.txt")) {
    const std::string& category = row.at(2);
    const char32_t c = code_point(row.at(0));
    if (category[0] == 'M' && is_in_mark_block(c)) marks_.insert(c);
    if (category == "Cf" && !is_number_sign(c)) format_.insert(c);
    std::string decomposition = row.at(5);
    if (const auto tag = decomposition.find("> "); tag != std::string::npos) {
      decomposition.erase(0, tag + 2);
    }
    if (decomposition.empty()) continue;
    decompositions_[c] = code_points(decomposition);
    if (decompositions_[c].size() == 1) compatibility_[c] = decompositions_[c].front();
  }
  for (const auto& row : read_table(folder + "/CaseFolding.txt")) {
    if (row.at(1) == "C" || row.at(1) == "S") {
      case_folding_[code_point(row.at(0))] = code_point(row.at(2));
    }
    if (row.at(1) == "F") full_case_folding_[code_point(row.at(0))] = code_points(row.at(2));
  }
}

std::u32string UnicodeData::decomposed(char32_t c) const {
  auto found = decompositions_.find(c);
  if (found == decompositions_.end()) {
    found = full_case_folding_.find(c);
    if (found == full_case_folding_.end()) return std::u32string(1, c);
  }
  std::u32string all;
  for (const char32_t part : found->second) all += decomposed(part);
  return all;
}

bool UnicodeData::is_mark(char32_t c) const { return marks_.count(c) != 0; }

char32_t UnicodeData::compatibility(char32_t c) const { return find_or(compatibility_, c); }
char32_t UnicodeData::case_folding(char32_t c) const { return find_or(case_folding_, c); }

}  // namespace shuye::dictionary
