#pragma once

/// Longest match among the terms of a reader's glossary: a few, or thousands; any character in
/// them, and any length up to a limit.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shuye {

class TermIndex {
 public:
  struct Match {
    std::size_t term = 0;    ///< its index
    std::size_t length = 0;  ///< in bytes; 0 where there is none
  };

  TermIndex() = default;

  /// The terms have to be sorted and different from each other, and none of them empty.
  explicit TermIndex(std::vector<std::string> terms);

  /// The longest term that `text` has at `at`, which must be inside it. A term that begins or ends
  /// with a letter or digit (`is_word`) is not found inside a longer row of them.
  Match longest(std::string_view text, std::size_t at) const;

  const std::vector<std::string>& terms() const { return terms_; }
  bool empty() const { return terms_.empty(); }

  bool operator==(const TermIndex& other) const { return terms_ == other.terms_; }

 private:
  std::vector<std::string> terms_;
  // One bit for all first characters that are the same modulo 65536: most places of a text are
  // known by it.
  std::array<std::uint64_t, 0x10000 / 64> begins_ = {};
};

}  // namespace shuye
