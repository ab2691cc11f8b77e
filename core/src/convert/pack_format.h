#pragma once

/// The format of a pack: one dictionary of OpenCC's, groups already flattened, so that the longest
/// key that matches is the one to take. Numbers are little-endian.
///
///     0   7 bytes  "SHUYEPK"
///     7   u8       version
///     8   u64      FNV-1a of all that follows it
///     16  u32      the pack's size in bytes, this header included
///     20  u32      n, the number of entries
///     24  u32      the size of the suffixes
///     28  u8       the size of the name, and the name
///     …   n × u8   how many bytes each key shares with the key before it
///     …   n × u8   how many bytes its suffix adds to them
///     …   n × u8   flags
///     …            the suffixes
///     …   m × u8   the sizes of the m values that are written out
///     …            the values
///
/// Keys are sorted by their bytes and differ. Values are in the order of their keys, those of keys
/// of one character first. A value that is the same as its key, or what comes out when its key is
/// converted character by character, is not written.
///
/// Keys and values are well-formed UTF-8 of 1 to 255 bytes.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace shuye::pack_format {

inline constexpr std::string_view kMagic = "SHUYEPK";
inline constexpr std::uint8_t kVersion = 1;

inline constexpr std::size_t kChecksumAt = 8;
inline constexpr std::size_t kSizeAt = 16;
inline constexpr std::size_t kEntriesAt = 20;
inline constexpr std::size_t kSuffixesAt = 24;
inline constexpr std::size_t kNameAt = 28;

/// Flags of an entry: how the value is written, …
inline constexpr std::uint8_t kWritten = 0;
inline constexpr std::uint8_t kSameAsKey = 1;
inline constexpr std::uint8_t kByCharacters = 2;
inline constexpr std::uint8_t kValueMask = 3;
/// … whether the key is a word of the segmentation, …
inline constexpr std::uint8_t kSegment = 4;
/// … and whether each character of the value is a form of the key's character at the same place
/// (头发 and 頭髮, but not 鼠标 and 滑鼠).
inline constexpr std::uint8_t kAligned = 8;

/// A change of one byte always changes it, since each step is a bijection of the state.
inline std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3;
  }
  return hash;
}

}  // namespace shuye::pack_format
