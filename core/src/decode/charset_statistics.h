#pragma once

/// How much some bytes look like Chinese text in a charset of two bytes a character. Knows the few
/// hundred commonest characters and how the charset is laid out, and needs no pack.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shuye/decode.h"

namespace shuye {

struct PairStatistics {
  std::size_t pairs = 0;   ///< all characters that are no ASCII
  std::size_t common = 0;  ///< the commonest characters and punctuation
  std::size_t added = 0;   ///< of the parts that GBK and HKSCS added
  std::size_t rare = 0;    ///< of the second level, or strange symbols
  std::size_t kana = 0;    ///< where GBK has kana, or EUC-JP has them and Big5 does not
  std::size_t wrong = 0;   ///< ill-formed, or for private use

  /// 3 where all is common, about 1.5 for usual text; below .5 for everything else. 0 for nothing.
  double score() const;

  /// Surely text in this charset, and Chinese.
  bool is_convincing() const;

  PairStatistics& operator+=(const PairStatistics& other);
};

/// Of `gb18030` or `big5`. Linear.
PairStatistics pair_statistics(std::string_view bytes, Charset charset);

/// Whether a unit of UTF-16 is one of the commonest characters.
bool is_common_unit(char32_t unit);

}  // namespace shuye
