#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <iterator>

#include "shuye/search.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace shuye {
namespace {

#include "fold_table.inc"

/// The generated pairs spread out, so that folding a character of the Basic Multilingual Plane is
/// one look-up: a search folds every character of an article. Most of them fold to themselves,
/// which a table small enough for the processor's first cache tells.
class BasicPlane {
 public:
  BasicPlane() {
    for (const auto& pair : kFold16) set(pair[0], pair[1]);
    for (const auto& pair : kFold32) {
      if (pair[0] < kSize) changes_.set(pair[0]);  // to what is not in this plane
    }
  }
  bool changes(char32_t c) const { return changes_[c]; }

  /// 0 where it folds to a character that is not in this plane.
  char32_t operator[](char32_t c) const { return folded_[c]; }

  static constexpr std::size_t kSize = 0x10000;

 private:
  void set(char32_t c, std::uint16_t folded) {
    folded_[c] = folded;
    changes_.set(c);
  }

  std::bitset<kSize> changes_;
  std::array<std::uint16_t, kSize> folded_ = {};
};

const BasicPlane& basic_plane() {
  static const BasicPlane kBasicPlane;
  return kBasicPlane;
}

char32_t fold_changing(char32_t c, const BasicPlane& plane) {
  if (c < BasicPlane::kSize && plane[c] != 0) return plane[c];
  const auto* pair =
      std::lower_bound(std::begin(kFold32), std::end(kFold32), c,
                       [](const auto& entry, char32_t key) { return entry[0] < key; });
  return pair != std::end(kFold32) && (*pair)[0] == c ? (*pair)[1] : c;
}

char32_t fold_in(char32_t c, const BasicPlane& plane) {
  return c < BasicPlane::kSize && !plane.changes(c) ? c : fold_changing(c, plane);
}

}  // namespace

char32_t fold(char32_t c) { return fold_in(c, basic_plane()); }

void append_folded(std::string& out, std::string_view text) {
  const BasicPlane& plane = basic_plane();
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    const char32_t folded = fold_in(c.code_point, plane);
    if (folded != c.code_point) {
      out.append(text, copied, at - copied);
      utf8::append(out, folded);
      copied = at + c.length;
    }
    at += c.length;
  }
  out.append(text, copied);
}

}  // namespace shuye
