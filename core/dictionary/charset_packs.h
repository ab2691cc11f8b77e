#pragma once

#include <map>
#include <string>

#include "dictionary/charset_data.h"

namespace shuye::dictionary {

/// The packs of the charsets by name (core/src/decode/charset_pack.h).
std::map<std::string, std::string> charset_packs(const CharsetData& data);

/// The C++ text of `charset_statistics.inc`: the pairs, and the units of UTF-16, of the commonest
/// characters.
std::string charset_statistics(const CharsetData& data);

}  // namespace shuye::dictionary
