#pragma once

#include <string_view>

#include "shuye/decode.h"

namespace shuye {

enum class ByteOrder : std::uint8_t { little, big };

/// Appends `bytes`, which are meant to be UTF-16, to `decoded.text`; as `decode_utf8` otherwise. A
/// lone surrogate, a NUL and an odd last byte are losses.
void decode_utf16(std::string_view bytes, ByteOrder order, std::size_t offset,
                  DecodedText& decoded);

/// True when nearly all of `bytes`, read as UTF-16, are characters that Chinese articles are made
/// of. Text in UTF-8 or GBK, read so, is scattered over all of Unicode.
bool looks_like_utf16(std::string_view bytes, ByteOrder order);

}  // namespace shuye
