#pragma once

/// Big5 with HKSCS as the Encoding Standard defines it (section 11.1).

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "decode/charset_index.h"
#include "text/data_pack.h"

namespace shuye {

class Big5Table {
 public:
  static constexpr DataPack::Kind kPack = DataPack::Kind::charset;
  static constexpr std::string_view kName = "big5";

  /// Null where the payload is none.
  static std::shared_ptr<const Big5Table> read(std::string_view payload);

  explicit Big5Table(CharsetIndex index);

  /// What a pair of bytes stands for; 0 for nothing, and for those of `sequence`.
  char32_t code_point(unsigned char lead, unsigned char trail) const;

  /// The UTF-8 of the four pairs that stand for two code points; else empty.
  static std::string_view sequence(unsigned char lead, unsigned char trail);

  /// As in Gb18030Table.
  const std::uint32_t* words() const { return words_.data(); }

  const CharsetIndex& index() const { return index_; }

 private:
  CharsetIndex index_;
  std::vector<std::uint32_t> words_;
};

/// The other way; keep one for many characters.
class Big5Encoder {
 public:
  explicit Big5Encoder(const Big5Table& table);

  /// Appends a character's bytes, as the standard's encoder does: what only HKSCS has is not
  /// written. False where it has none, and nothing is appended.
  bool append(char32_t c, std::string& out) const;

 private:
  std::unordered_map<char32_t, std::uint16_t> pairs_;
};

}  // namespace shuye
