#pragma once

#include <string_view>

#include "decode/big5_table.h"
#include "decode/gb18030_table.h"
#include "shuye/decode.h"

namespace shuye {

/// Append `bytes` to `decoded.text`, as the Encoding Standard's decoders do. `offset` is where they
/// begin in the input. Newlines become "\n"; every error of the decoder and every NUL becomes
/// U+FFFD and a loss.
void decode_gb18030(std::string_view bytes, std::size_t offset, const Gb18030Table& table,
                    DecodedText& decoded);
void decode_big5(std::string_view bytes, std::size_t offset, const Big5Table& table,
                 DecodedText& decoded);

}  // namespace shuye
