#pragma once

#include <string>

#include "decode/charset_index.h"

namespace shuye::dictionary {

/// The Encoding Standard's indexes.
struct CharsetData {
  CharsetIndex gb18030;
  CharsetIndex big5;
};

/// Reads the indexes from the npm package @exodus/bytes, which has them whole. Throws where it has
/// others than the standard's.
CharsetData read_charset_data(const std::string& package);

}  // namespace shuye::dictionary
