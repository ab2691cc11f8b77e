#pragma once

/// What a word is called elsewhere, by OpenCC's phrase dictionaries: 软件 in Taiwan 軟體.

#include <string>
#include <string_view>
#include <vector>

#include "shuye/convert.h"

namespace shuye {

class RegionalWords {
 public:
  /// Fails with `pack_missing` when one of `packs` was not added.
  static Result<RegionalWords> create(const Packs& packs);

  /// The names of the packs that it needs.
  static Result<std::vector<std::string_view>> packs();

  /// Other ways to write the word, in whatever script and region it is.
  std::vector<std::string> of(std::string_view word) const;

 private:
  std::vector<Converter> to_mainland_, from_mainland_;
};

}  // namespace shuye
