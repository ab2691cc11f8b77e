#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <shuye/convert.h>

namespace cli {

/// A folder of packs, read one by one as views need them.
class PackFolder {
 public:
  /// Empty: the folder that SHUYE_PACKS names, else `../packs` beside this program.
  explicit PackFolder(std::string folder);

  /// Makes sure that all of them are there. Fails with `pack_missing` or `pack_damaged`.
  shuye::Result<void> load(const std::vector<std::string_view>& names);

  const shuye::Packs& packs() const { return packs_; }

 private:
  std::string folder_;
  shuye::Packs packs_;
};

}  // namespace cli
