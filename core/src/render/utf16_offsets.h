#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace shuye {

/// Turns byte offsets of a text into UTF-16 offsets. Those that lie a little behind the one before
/// cost what lies between; for others every few hundredth byte is known, so that no order of
/// asking costs more than the text's length and a little for each. Well-formed UTF-8.
class Utf16Offsets {
 public:
  explicit Utf16Offsets(std::string_view text) : text_(text) {}

  /// `byte` is at the edge of a character.
  std::size_t operator()(std::size_t byte);

 private:
  static constexpr std::size_t kStep = 256;

  std::string_view text_;
  std::vector<std::uint32_t> steps_;  // of the bytes 0, kStep, …, as far as was asked
  std::size_t byte_ = 0, units_ = 0;  // the last answer
};

/// The edge of a character before or behind the byte at `from`: as far as `units` UTF-16 units
/// allow, and never in the middle of a surrogate pair.
std::size_t units_before(std::string_view text, std::size_t from, std::size_t units);
std::size_t units_behind(std::string_view text, std::size_t from, std::size_t units);

}  // namespace shuye
