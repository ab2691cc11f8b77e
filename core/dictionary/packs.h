#pragma once

#include <map>
#include <string>

#include "dictionary/fold_table.h"

namespace shuye::dictionary {

/// All packs by name. Throws where core/src/convert/configurations.cpp and OpenCC's own files
/// disagree.
std::map<std::string, std::string> packs(const std::string& opencc, const Folding& folding);

}  // namespace shuye::dictionary
