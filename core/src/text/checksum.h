#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace shuye {

/// The checksum of packs: FNV-1a, but by words of eight bytes, the last one filled up with zeros. A
/// change of one byte always changes it, since each step is a bijection of the state.
inline std::uint64_t checksum(std::string_view bytes) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t hash = 0xCBF29CE484222325;
  const auto add = [&hash](std::uint64_t word) {
    hash = (hash ^ word) * 0x100000001B3;
    hash ^= hash >> 32;
  };
  std::uint64_t word = 0;
  for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    add(word);
  }
  if (bytes.empty()) return hash;
  word = 0;
  std::memcpy(&word, bytes.data(), bytes.size());
  add(word);
  return hash;
}

}  // namespace shuye
