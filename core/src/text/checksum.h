#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace shuye {

/// The checksum of packs: FNV-1a, but by words of eight bytes, the last one filled up with zeros. A
/// change of one byte always changes it, since each step is a bijection of the state.
inline std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (std::size_t at = 0; at < bytes.size(); at += 8) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    }
    hash = (hash ^ word) * 0x100000001B3;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace shuye
