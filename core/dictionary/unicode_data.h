#pragma once

#include <map>
#include <set>
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

  /// What `c` decomposes to in the end, compatibly or canonically, with full case folding (status
  /// F: ß to ss); `c` itself where it does to nothing. Hangul syllables stay whole.
  std::u32string decomposed(char32_t c) const;

  /// A diacritic of no script in particular, or a selector of a variant: it belongs to the
  /// character before it. Not the voicing marks of kana, which make other letters.
  bool is_mark(char32_t c) const;

  /// A format character, which is not seen: a soft hyphen, a joiner.
  bool is_format(char32_t c) const { return format_.count(c) != 0; }

 private:
  std::map<char32_t, char32_t> compatibility_, case_folding_;
  std::map<char32_t, std::u32string> decompositions_, full_case_folding_;
  std::set<char32_t> marks_, format_;
};

}  // namespace shuye::dictionary
