#pragma once

/// The payload of a charset's pack: an index of the Encoding Standard, which says what each pointer
/// (a pair of bytes) stands for.
///
///     0  u16  the number of pointers, n
///     2  n    the low bytes of n numbers, then n middle bytes, then n high bytes
///     …       of gb18030 the ranges behind the pairs: for each a u16 by which its first pointer,
///     and
///             a u16 by which its first code point is above the one before
///
/// A number is 0 where the pointer stands for nothing. Else it is one more than the zigzag of the
/// difference to the next code point behind the one before that is not in the index so far. The
/// pointers come in two parts, both in their order: first those of the older and more irregular
/// charset (GB 2312; Big5 without HKSCS), then the others, which in GBK are mostly the ideographs
/// that are left, in Unicode's order.

#include <cstddef>
#include <cstdint>

namespace shuye::charset_pack {

/// How a pair of bytes becomes a pointer.
struct Geometry {
  std::size_t pointers;
  std::size_t trails;       ///< of each lead byte, from 0x81
  unsigned second_trails;   ///< what is added to a trail's number that is 0x3F or more
  unsigned first_old_lead;  ///< where the older charset begins, …
  unsigned first_old_trail;

  std::size_t pointer(unsigned lead, unsigned trail) const {
    return (lead - 0x81) * trails + trail - (trail < 0x7F ? 0x40 : second_trails);
  }
  bool is_trail(unsigned byte) const {
    return (byte >= 0x40 && byte <= 0x7E) || (byte >= second_trails + 0x3F && byte <= 0xFE);
  }
  unsigned lead(std::size_t pointer) const {
    return static_cast<unsigned>(pointer / trails) + 0x81;
  }
  unsigned trail(std::size_t pointer) const {
    const auto number = static_cast<unsigned>(pointer % trails);
    return number + (number < 0x3F ? 0x40 : second_trails);
  }
  bool is_old(std::size_t pointer) const {
    return lead(pointer) >= first_old_lead && trail(pointer) >= first_old_trail;
  }
};

inline constexpr Geometry kGb18030 = {126 * 190, 190, 0x41, 0xA1, 0xA1};
inline constexpr Geometry kBig5 = {126 * 157, 157, 0x62, 0xA1, 0x40};

inline constexpr std::size_t kCountSize = 2;

}  // namespace shuye::charset_pack
