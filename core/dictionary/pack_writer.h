#pragma once

#include <string>

#include "dictionary/fold_table.h"
#include "dictionary/opencc_data.h"

namespace shuye::dictionary {

/// The bytes of a pack (see core/src/convert/pack_format.h).
std::string write_pack(const std::string& name, const Entries& entries, const Folding& folding);

}  // namespace shuye::dictionary
