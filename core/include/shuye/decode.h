#pragma once

/// decode: bytes → UTF-8 text.
///
/// Charsets, their names and their decoders are those of the Encoding Standard
/// (https://encoding.spec.whatwg.org/). Those with tables read them from packs.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/convert.h"
#include "shuye/result.h"

namespace shuye {

/// The largest input in bytes. cmark-gfm and gumbo abort the program when memory ends, so what goes
/// into them is bounded here.
inline constexpr std::size_t kMaxInputBytes = std::size_t{64} << 20;

/// `gb18030` is GBK and GB2312 as well, which the standard reads by its decoder, and `big5` has
/// HKSCS.
enum class Charset : std::uint8_t { utf_8, utf_16le, utf_16be, gb18030, big5 };

/// As in the Encoding Standard: `"utf-8"`, `"utf-16le"`, `"utf-16be"`, `"gb18030"`, `"big5"`.
std::string_view name_of(Charset charset);

/// Reads a label as the standard lists them, in any case: `"gb2312"`, `"x-gbk"`, `"Big5-HKSCS"`, ….
/// Empty for the charsets that are not decoded here.
std::optional<Charset> charset_from_label(std::string_view label);

/// The name of the pack that has the charset's table; empty where it needs none.
std::string_view pack_for(Charset charset);

struct DecodeOptions {
  /// What the caller knows of the charset (an HTTP header, a choice of the reader), as a label;
  /// empty: unknown. A byte order mark overrules it, and so do bytes that are plainly something
  /// else.
  std::string charset;
};

/// Which charset some bytes are in.
struct CharsetChoice {
  Charset charset = Charset::utf_8;
  std::size_t mark_length = 0;   ///< of the byte order mark, in bytes
  std::optional<Charset> other;  ///< some lines are in this one
  std::string warning;           ///< what was declared wrongly; empty: nothing
  bool well_formed = false;      ///< all bytes were seen to be well-formed in `charset`
};

/// Decides by the byte order mark, by what the caller knows, by what the bytes declare (`<meta>`,
/// an XML declaration), and by what they look like. A declaration that is plainly wrong does not
/// count, and becomes a warning. Needs no pack; linear, and quick where the bytes are UTF-8.
///
/// Fails with `binary_input`, `too_large`, or with `unknown_charset` when the bytes are text in
/// none of the charsets there are (a page in Shift_JIS, say). Bytes that are mostly ASCII or mostly
/// UTF-8 are always read.
Result<CharsetChoice> choose_charset(std::string_view bytes, const DecodeOptions& options = {});

/// The packs that decoding needs; mostly none.
std::vector<std::string_view> packs_for(const CharsetChoice& choice);

/// A stretch of the input that is no text in its charset; it stands as one U+FFFD in the text.
struct DecodeLoss {
  std::size_t offset = 0;       ///< in bytes of the input
  std::size_t length = 0;       ///< in bytes of the input
  std::size_t text_offset = 0;  ///< in bytes of the decoded text: where the U+FFFD stands
};

/// A stretch of whole lines in another charset than the rest.
struct DecodeSwitch {
  std::size_t offset = 0;       ///< in bytes of the input
  std::size_t length = 0;       ///< in bytes of the input
  std::size_t text_offset = 0;  ///< in bytes of the decoded text
  Charset charset = Charset::utf_8;
};

struct DecodedText {
  std::string text;  ///< well-formed UTF-8, without byte order mark; newlines are all "\n"
  Charset charset = Charset::utf_8;
  std::vector<DecodeLoss> losses;      ///< sorted by offset
  std::vector<DecodeSwitch> switches;  ///< sorted by offset
  std::string warning;                 ///< of `CharsetChoice`
};

/// Fails as `choose_charset` does, with `empty_input`, with `pack_missing` when a pack of
/// `packs_for` was not added, or with `pack_damaged`. Ill-formed sequences do not fail: each
/// becomes one U+FFFD, as the standard's decoders have it (of UTF-8, each maximal subpart:
/// Unicode 3.9, table 3-8), and is reported. A NUL becomes U+FFFD as well, as in CommonMark and
/// HTML.
Result<DecodedText> decode(std::string_view bytes, const DecodeOptions& options = {},
                           const Packs& packs = {});

/// The same of the bytes of which `choice` is the choice. Takes them: UTF-8 is not copied.
Result<DecodedText> decode_as(const CharsetChoice& choice, std::string bytes, const Packs& packs);

}  // namespace shuye
