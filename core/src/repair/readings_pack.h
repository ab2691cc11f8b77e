#pragma once

/// The payload of the pack `readings`: what repairing damaged text needs to know of the ideographs
/// that GB18030 writes in two bytes. Numbers are little-endian.
///
///     0  u16      the number of syllables
///     2  u16      the number of characters
///     4  …        the syllables with their tone marks, each ended by "\n"
///     …  of each character, in the order of their code points:
///         u16     by how much its code point is above the one before
///         u8      how rare it is: -10 times the natural logarithm of its share of ordinary text
///         u8      the number of its readings, and `kTraditional` where Simplified Chinese writes
///                 another character
///         u16 …   the numbers of its syllables, from 0

#include <cstddef>
#include <cstdint>

namespace shuye::readings_pack {

inline constexpr std::size_t kHeaderSize = 4;
inline constexpr std::size_t kEntrySize = 4;
inline constexpr std::uint8_t kTraditional = 0x80;

}  // namespace shuye::readings_pack
