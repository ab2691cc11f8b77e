#pragma once

#include <map>
#include <string>

namespace shuye::dictionary {

/// What folding needs of the Unicode character database.
class UnicodeData {
 public:
  /// `folder` has UnicodeData.txt and CaseFolding.txt. Throws where one is missing.
  explicit UnicodeData(const std::string& folder);

  /// The character that `c` decomposes to, compatibly or canonically, where it is a single one:
  /// full width to half width, Kangxi radicals and compatibility ideographs to ideographs.
  char32_t compatibility(char32_t c) const;

  /// Simple case folding: the statuses C and S of CaseFolding.txt.
  char32_t case_folding(char32_t c) const;

 private:
  std::map<char32_t, char32_t> compatibility_, case_folding_;
};

}  // namespace shuye::dictionary
