#pragma once

/// Files for tests, natively and, through NODERAWFS, under Node.

#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace shuye::testing {

inline std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The lines of a file that are not empty; none when it cannot be read.
inline std::vector<std::string> read_lines(const std::string& path) {
  std::istringstream text(read_file(path).value_or(""));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

}  // namespace shuye::testing
