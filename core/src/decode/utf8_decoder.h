#pragma once

#include <string_view>

#include "shuye/decode.h"

namespace shuye {

/// Appends `bytes`, which are meant to be UTF-8, to `decoded.text`. `offset` is where they begin in
/// the input. Newlines become "\n"; every ill-formed maximal subpart and every NUL becomes U+FFFD
/// and a loss.
void decode_utf8(std::string_view bytes, std::size_t offset, DecodedText& decoded);

bool is_utf8(std::string_view bytes);

}  // namespace shuye
