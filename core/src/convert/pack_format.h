#pragma once

/// The format of a pack: one dictionary of OpenCC's, groups already flattened, so that the longest
/// key that matches is the one to take. Numbers are little-endian.
///
///     0   7 bytes  "SHUYEPK"
///     7   u8       version
///     8   u64      the checksum of all that follows it
///     16  u32      the pack's size in bytes, this header included
///     20  u32      the number of entries
///     24  10 × u32 the sizes of the streams
///     64  u8       the size of the name, and the name
///     …            the streams, one after the other, which fill the rest exactly
///
/// The keys' characters are numbered from 1, common ones first; entries are sorted by the numbers
/// of their keys' characters. A key is what it shares with the key before it and what it adds.
///
///     alphabet  the characters in UTF-8, in the order of their numbers
///     shared    for each entry, how many characters of the key before are kept
///     added     for each entry, how many follow, at least one
///     first     for each entry the first number that follows, less the number at this place in the
///     key
///               before, if it had one; always above 0
///     others    the other numbers that follow
///     flags     for each entry (below)
///     choices   for each character of the values that are chosen: 0 for what the character becomes
///               alone, n for the n-th alternative met so far, 255 for a new one
///     sizes     for each value that is written out
///     text      values that are written out, and new alternatives (one character), in UTF-8
///     dictionaries
///               the names of OpenCC's dictionaries that the entries are from, each ended by "\n"
///
/// All streams are bytes, but `first` and `others`: there a number below 192 is a byte, and any
/// other n is 192 + n / 256 and n % 256.
///
/// The values of keys of one character come first, then the others, both in the order of the
/// entries. Keys have 1 to 255 characters; values are well-formed UTF-8 of 1 to 255 bytes.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/checksum.h"

namespace shuye::pack_format {

inline constexpr std::string_view kMagic = "SHUYEPK";
inline constexpr std::uint8_t kVersion = 3;

inline constexpr std::size_t kChecksumAt = 8;
inline constexpr std::size_t kSizeAt = 16;
inline constexpr std::size_t kEntriesAt = 20;
inline constexpr std::size_t kStreamsAt = 24;
inline constexpr std::size_t kNameAt = 64;

enum Stream { alphabet, shared, added, first, others, flags, choices, sizes, text, dictionaries };
inline constexpr std::size_t kStreams = 10;

/// The largest number that `first` and `others` can write, and so the most characters.
inline constexpr std::uint32_t kMostCharacters = 64 * 256 - 1;
inline constexpr std::uint32_t kShortNumbers = 192;
inline constexpr std::uint8_t kNewAlternative = 255;

/// Flags of an entry: how the value is written, …
inline constexpr std::uint8_t kWritten = 0;
inline constexpr std::uint8_t kByCharacters = 1;  ///< what the key's characters become one by one
inline constexpr std::uint8_t kChosen = 2;        ///< character by character, by `choices`
inline constexpr std::uint8_t kValueMask = 3;
/// … and whether each character of the value is a form of the key's character at the same place
/// (头发 and 頭髮, but not 鼠标 and 滑鼠).
inline constexpr std::uint8_t kAligned = 4;
/// The other bits are the number of the entry's dictionary, from 0.
inline constexpr std::uint32_t kDictionaryShift = 3;
inline constexpr std::size_t kMostDictionaries = 32;

using shuye::checksum;

}  // namespace shuye::pack_format
