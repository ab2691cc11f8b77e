#pragma once

#include <string>
#include <string_view>

#include "shuye/decode.h"

namespace shuye {

/// Appends `bytes`, which are meant to be UTF-8, to `decoded.text`. `offset` is where they begin in
/// the input. Newlines become "\n"; every ill-formed maximal subpart and every NUL becomes U+FFFD
/// and a loss.
void decode_utf8(std::string_view bytes, std::size_t offset, DecodedText& decoded);

/// Makes newlines "\n" in place, in UTF-8 that is well-formed and has no NUL.
void normalize_newlines(std::string& text);

/// The length of the beginning of `bytes` that is well-formed UTF-8. Runs at some gigabytes a
/// second on ASCII and on Han.
std::size_t utf8_length(std::string_view bytes);

inline bool is_utf8(std::string_view bytes) { return utf8_length(bytes) == bytes.size(); }

struct Utf8Sequence {
  std::size_t length = 1;  ///< in bytes
  bool well_formed = false;
};

/// The sequence at the beginning of `bytes`, by Unicode 15, table 3-7. Where it is ill-formed, its
/// length is that of the maximal subpart, which the Unicode and the Encoding Standard replace by
/// one U+FFFD.
Utf8Sequence utf8_sequence(std::string_view bytes);

}  // namespace shuye
