#pragma once

/// Whether a text is damaged, and by which keys. A key is a character whose bytes some site tool
/// replaced everywhere by themselves and a reading in brackets: 聯 became 聯(lián).

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "decode/gb18030_table.h"
#include "repair/readings.h"

namespace shuye {

/// An ideograph with a reading in brackets behind it.
struct Annotation {
  std::size_t at = 0;       ///< of the character, in bytes of the text
  std::size_t bracket = 0;  ///< of the opening bracket
  char32_t character = 0;
  std::string_view reading;
};

std::vector<Annotation> annotations_in(std::string_view text);

/// What can be seen without any table: whether there are as many annotations as damage leaves, of
/// as many characters, nearly all with tone marks. Costs next to nothing where there are none.
bool may_be_damaged(const std::vector<Annotation>& annotations);

class Keys {
 public:
  void add(char32_t character, std::uint32_t pair, std::string_view reading);

  bool empty() const { return readings_.empty(); }
  std::size_t size() const { return readings_.size(); }

  /// The reading of a key by its bytes (lead * 256 + trail); empty where it is none.
  std::string_view reading(std::uint32_t pair) const;

  /// The keys with that lead byte and that reading: their trail bytes.
  std::vector<unsigned char> trails(unsigned char lead, std::string_view reading) const;

 private:
  std::map<std::uint32_t, std::string_view> readings_;  // by pair; views of the text
};

/// The keys of a damaged text; none where the text is not damaged. A text with legitimate readings
/// differs in more than one way: they stand behind any character and not only behind those that
/// Simplified Chinese writes otherwise, behind whole words, behind the first occurrence alone, or
/// in lists; and above all, the bytes of its keys are found across characters, too, which no
/// reading follows there.
Keys keys_of(std::string_view text, const std::vector<Annotation>& annotations,
             const Readings& readings, const Gb18030Encoder& encoder);

}  // namespace shuye
