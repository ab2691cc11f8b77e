#pragma once

/// Ideographic description sequences (⿰木木), which describe a character that has no code point
/// and are never converted. https://www.unicode.org/versions/latest/core-spec/chapter-18/#G25991

#include <cstddef>
#include <string_view>

namespace shuye {

/// ⿰ to ⿿.
inline bool is_description_operator(char32_t c) { return c >= 0x2FF0 && c <= 0x2FFF; }

/// The length in bytes of the sequence that begins at `at`, 0 where none begins or it is not
/// complete. As in OpenCC, a sequence nests at most 16 deep and has at most 64 characters.
std::size_t description_sequence_length(std::string_view text, std::size_t at);

}  // namespace shuye
