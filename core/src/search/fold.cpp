#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "shuye/search.h"

namespace shuye {
namespace {

#include "fold_table.inc"

/// The generated pairs spread out, so that folding a character of the Basic Multilingual Plane is
/// one look-up: a search folds every character of an article.
class BasicPlane {
 public:
  BasicPlane() {
    for (std::size_t i = 0; i < folded_.size(); ++i) folded_[i] = static_cast<std::uint16_t>(i);
    for (const auto& pair : kFold16) folded_[pair[0]] = pair[1];
  }
  char32_t operator[](char32_t c) const { return folded_[c]; }

 private:
  std::array<std::uint16_t, 0x10000> folded_;
};

}  // namespace

char32_t fold(char32_t c) {
  static const BasicPlane kBasicPlane;
  if (c < 0x10000) {
    const char32_t folded = kBasicPlane[c];
    if (folded != c) return folded;
  }
  const auto* pair =
      std::lower_bound(std::begin(kFold32), std::end(kFold32), c,
                       [](const auto& entry, char32_t key) { return entry[0] < key; });
  return pair != std::end(kFold32) && (*pair)[0] == c ? (*pair)[1] : c;
}

}  // namespace shuye
