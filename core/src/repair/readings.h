#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/code_point_table.h"
#include "text/data_pack.h"

namespace shuye {

/// How ideographs are read, and how common they are.
class Readings {
 public:
  static constexpr DataPack::Kind kPack = DataPack::Kind::readings;
  static constexpr std::string_view kName = "readings";

  /// Null where the payload is none.
  static std::shared_ptr<const Readings> read(std::string_view payload);

  /// Whether `reading` (with its tone mark) is one of the character's.
  bool reads(char32_t c, std::string_view reading) const;

  /// Whether Simplified Chinese writes another character.
  bool is_traditional(char32_t c) const;

  /// The natural logarithm of its share of ordinary text; 0 of characters that are not known.
  double commonness(char32_t c) const;

 private:
  struct Entry {
    std::uint32_t first = 0;  // of its readings in `syllables_`
    std::uint8_t readings = 0;
    std::uint8_t rareness = 0;
    bool traditional = false;
  };
  const Entry* find(char32_t c) const;

  CodePointTable numbers_;  // of entries, from 1
  std::vector<Entry> entries_;
  std::vector<std::uint16_t> syllables_;
  std::map<std::string, std::uint16_t, std::less<>> by_name_;
};

}  // namespace shuye
