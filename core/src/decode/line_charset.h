#pragma once

#include <cstddef>
#include <string_view>

#include "shuye/decode.h"

namespace shuye {

/// What a line is when it is read as UTF-8.
struct Utf8Line {
  std::size_t short_sequences = 0;  ///< well-formed, of two bytes
  std::size_t long_sequences = 0;   ///< well-formed, of three or four: Han, for example
  std::size_t ill_formed = 0;       ///< maximal subparts

  bool is_ascii() const { return short_sequences + long_sequences + ill_formed == 0; }

  /// Surely UTF-8 with Chinese in it. A word or two in GBK can be well-formed, too, but mostly are
  /// in sequences of two bytes then, and three of three bytes hardly ever.
  bool is_convincing() const {
    return ill_formed == 0 && long_sequences >= 3 && long_sequences >= short_sequences;
  }
};

Utf8Line read_as_utf8(std::string_view line);

/// The charset of one line of a text that has lines in both charsets of `choice`.
Charset charset_of_line(std::string_view line, const CharsetChoice& choice);

}  // namespace shuye
