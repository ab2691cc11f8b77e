#include "shuye/decode.h"

#include <algorithm>
#include <optional>
#include <string>

#include "decode/utf16_decoder.h"
#include "decode/utf8_decoder.h"
#include "text/character.h"

namespace shuye {
namespace {

Error error(ErrorCode code, std::string message, std::size_t offset = 0) {
  return {code, Stage::decode, offset, std::move(message)};
}

/// A charset's label, as the Encoding Standard lists them (section 4.2).
std::optional<Charset> charset_from_label(std::string_view label) {
  std::string lower(trim(label));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto* name : {"utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8",
                           "x-unicode20utf8", "us-ascii", "ascii"}) {
    if (lower == name) return Charset::utf_8;
  }
  for (const auto* name : {"utf-16", "utf-16le", "utf16", "utf16le", "ucs-2", "unicode",
                           "csunicode", "iso-10646-ucs-2", "unicodefeff"}) {
    if (lower == name) return Charset::utf_16le;
  }
  for (const auto* name : {"utf-16be", "utf16be", "unicodefffe"}) {
    if (lower == name) return Charset::utf_16be;
  }
  return std::nullopt;
}

struct Mark {
  std::size_t length = 0;  // 0: there is none
  Charset charset = Charset::utf_8;
};

Mark byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return {3, Charset::utf_8};
  if (bytes.substr(0, 2) == "\xFF\xFE") return {2, Charset::utf_16le};
  if (bytes.substr(0, 2) == "\xFE\xFF") return {2, Charset::utf_16be};
  return {};
}

/// Without a mark or a hint: UTF-8 unless it is none and UTF-16 fits. Pure ASCII with NULs between
/// its letters is well-formed UTF-8, too, so a NUL asks the question as well.
Charset guess(std::string_view bytes) {
  const bool doubtful =
      bytes.substr(0, 4096).find('\0') != std::string_view::npos || !is_utf8(bytes);
  if (doubtful && looks_like_utf16(bytes, ByteOrder::little)) return Charset::utf_16le;
  if (doubtful && looks_like_utf16(bytes, ByteOrder::big)) return Charset::utf_16be;
  return Charset::utf_8;
}

/// Text has hardly any control characters; images, archives and programs are full of them.
bool looks_binary(std::string_view bytes) {
  constexpr std::size_t kEnough = 65536;
  const std::string_view sample = bytes.substr(0, kEnough);
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
  });
  // A few strays are tolerated in any text, however short.
  return static_cast<std::size_t>(controls) > 4 + sample.size() / 100;
}

}  // namespace

std::string_view name_of(Charset charset) {
  switch (charset) {
    case Charset::utf_8:
      return "utf-8";
    case Charset::utf_16le:
      return "utf-16le";
    case Charset::utf_16be:
      return "utf-16be";
  }
  return "";
}

Result<DecodedText> decode(std::string_view bytes, const DecodeOptions& options) {
  if (bytes.size() > kMaxInputBytes) {
    return error(ErrorCode::too_large,
                 "the input has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                     std::to_string(kMaxInputBytes),
                 kMaxInputBytes);
  }
  const Mark mark = byte_order_mark(bytes);
  DecodedText decoded;
  if (mark.length > 0) {
    decoded.charset = mark.charset;
  } else if (!options.charset.empty()) {
    const auto charset = charset_from_label(options.charset);
    if (!charset) {
      return error(ErrorCode::unknown_charset, "the charset \"" + options.charset +
                                                   "\" is not supported; supported are UTF-8 and "
                                                   "UTF-16");
    }
    decoded.charset = *charset;
  } else {
    decoded.charset = guess(bytes);
  }
  const std::string_view body = bytes.substr(mark.length);
  if (decoded.charset == Charset::utf_8) {
    if (looks_binary(body)) {
      return error(ErrorCode::binary_input,
                   "the input is no text: it is full of control characters");
    }
    decode_utf8(body, mark.length, decoded);
  } else {
    const auto order = decoded.charset == Charset::utf_16le ? ByteOrder::little : ByteOrder::big;
    decode_utf16(body, order, mark.length, decoded);
  }
  if (trim(decoded.text).empty()) return error(ErrorCode::empty_input, "the input is empty");
  return decoded;
}

}  // namespace shuye
