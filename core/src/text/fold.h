#pragma once

/// Folding whole texts (see search.h).

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace shuye {

/// `fold` of many characters. The generated pairs are spread out, so that folding a character of
/// the Basic Multilingual Plane is one look-up: a search folds every character of an article. Most
/// of them fold to themselves, which a table small enough for the processor's first cache tells.
class Folding {
 public:
  /// There is one, made when it is asked for first.
  static const Folding& get();

  char32_t operator()(char32_t c) const { return c < kSize && !changes_[c] ? c : changed(c); }

 private:
  static constexpr std::size_t kSize = 0x10000;

  Folding();
  void set(char32_t c, std::uint16_t folded);
  char32_t changed(char32_t c) const;

  std::bitset<kSize> changes_;
  std::array<std::uint16_t, kSize> folded_ = {};  // 0: to what is not in this plane
};

/// Appends `text`, folded, as UTF-8. Most of a text folds to itself and is copied in runs.
void append_folded(std::string& out, std::string_view text);

}  // namespace shuye
