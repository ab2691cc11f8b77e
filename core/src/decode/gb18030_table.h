#pragma once

/// GB18030 as the Encoding Standard defines it (section 10.2): GBK's pairs of bytes, and four bytes
/// for the rest of Unicode.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "decode/charset_index.h"
#include "text/data_pack.h"

namespace shuye {

class Gb18030Table {
 public:
  static constexpr DataPack::Kind kPack = DataPack::Kind::charset;
  static constexpr std::string_view kName = "gb18030";

  /// Null where the payload is none.
  static std::shared_ptr<const Gb18030Table> read(std::string_view payload);

  explicit Gb18030Table(CharsetIndex index);

  /// What a pair of bytes stands for; 0 for nothing. Some stand for private-use characters, as in
  /// GBK.
  char32_t code_point(unsigned char lead, unsigned char trail) const;

  /// What four bytes stand for: a lead byte, a digit, a lead byte, a digit. 0 for nothing.
  char32_t code_point(unsigned char first, unsigned char second, unsigned char third,
                      unsigned char fourth) const;

  /// `code_point` of a pair as its UTF-8 (`utf8_word`), for every lead from 0x80 and every trail:
  /// at (lead - 0x80) * 256 + trail.
  const std::uint32_t* words() const { return words_.data(); }

  const CharsetIndex& index() const { return index_; }

 private:
  CharsetIndex index_;
  std::vector<std::uint32_t> words_;
};

/// The other way. Takes a table of its own, which is made here: keep one for many characters.
class Gb18030Encoder {
 public:
  explicit Gb18030Encoder(std::shared_ptr<const Gb18030Table> table);

  /// The pair that stands for a code point, as lead * 256 + trail; 0 where there is none.
  std::uint32_t pair(char32_t c) const;

  /// Appends a character's bytes, as the standard's encoder does. False where it has none (U+E5E5,
  /// a surrogate), and nothing is appended.
  bool append(char32_t c, std::string& out) const;

 private:
  bool append_four_bytes(char32_t c, std::string& out) const;

  std::shared_ptr<const Gb18030Table> table_;
  std::vector<std::uint16_t> pairs_;  // by code point of the BMP
};

}  // namespace shuye
