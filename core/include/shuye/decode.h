#pragma once

/// decode: bytes → UTF-8 text.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/result.h"

namespace shuye {

/// The largest input in bytes. cmark-gfm and gumbo abort the program when memory ends, so what goes
/// into them is bounded here.
inline constexpr std::size_t kMaxInputBytes = std::size_t{64} << 20;

enum class Charset : std::uint8_t { utf_8, utf_16le, utf_16be };

/// As in the Encoding Standard: `"utf-8"`, `"utf-16le"`, `"utf-16be"`.
std::string_view name_of(Charset charset);

/// A stretch of the input that is no text in its charset; it stands as one U+FFFD in the text.
struct DecodeLoss {
  std::size_t offset = 0;       ///< in bytes of the input
  std::size_t length = 0;       ///< in bytes of the input
  std::size_t text_offset = 0;  ///< in bytes of the decoded text: where the U+FFFD stands
};

struct DecodedText {
  std::string text;  ///< well-formed UTF-8, without byte order mark; newlines are all "\n"
  Charset charset = Charset::utf_8;
  std::vector<DecodeLoss> losses;  ///< sorted by offset
};

struct DecodeOptions {
  /// What the caller knows of the charset (an HTTP header, a choice of the reader); empty: unknown.
  /// A byte order mark overrules it.
  std::string charset;
};

/// Fails with `empty_input`, `binary_input`, `too_large` or `unknown_charset`. Ill-formed sequences
/// do not fail: each maximal subpart (Unicode 3.9, table 3-8) becomes one U+FFFD and is reported.
/// A NUL becomes U+FFFD as well, as in CommonMark and HTML.
Result<DecodedText> decode(std::string_view bytes, const DecodeOptions& options = {});

}  // namespace shuye
