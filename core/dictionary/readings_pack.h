#pragma once

#include <string>

#include "dictionary/charset_data.h"
#include "dictionary/fold_table.h"

namespace shuye::dictionary {

/// The pack `readings` (core/src/repair/readings_pack.h): of Unihan_Readings.txt and
/// Unihan_DictionaryLikeData.txt in `unihan`, of the ideographs that GB18030 writes in two bytes.
std::string readings_pack(const std::string& unihan, const std::string& opencc,
                          const Folding& folding, const CharsetData& charsets);

}  // namespace shuye::dictionary
