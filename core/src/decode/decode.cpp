#include "shuye/decode.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "decode/big5_table.h"
#include "decode/double_byte_decoder.h"
#include "decode/gb18030_table.h"
#include "decode/line_charset.h"
#include "decode/safe_lines.h"
#include "decode/utf16_decoder.h"
#include "decode/utf8_decoder.h"
#include "text/apart.h"
#include "text/character.h"

namespace shuye {
namespace {

Error error(ErrorCode code, std::string message) {
  return {code, Stage::decode, 0, std::move(message)};
}

/// The tables that a choice needs; the others stay null.
struct Tables {
  std::shared_ptr<const Gb18030Table> gb18030;
  std::shared_ptr<const Big5Table> big5;
};

template <typename Table>
Result<void> find_table(const Packs& packs, std::shared_ptr<const Table>& table) {
  const std::string name(Table::kName);
  const auto pack = packs.data(name);
  if (pack == nullptr) {
    return error(ErrorCode::pack_missing, "the text is in the charset " + name +
                                              ", and the pack \"" + name + "\" was not added");
  }
  table = pack->template table<Table>();
  if (table != nullptr) return {};
  return error(ErrorCode::pack_damaged, "the pack \"" + name + "\" has no table of a charset");
}

Result<void> find_tables(const CharsetChoice& choice, const Packs& packs, Tables& tables) {
  for (const Charset charset : {choice.charset, choice.other.value_or(choice.charset)}) {
    Result<void> found;
    if (charset == Charset::gb18030) found = find_table(packs, tables.gb18030);
    if (charset == Charset::big5) found = find_table(packs, tables.big5);
    if (!found) return found;
  }
  return {};
}

void decode_piece(Charset charset, std::string_view bytes, std::size_t offset, const Tables& tables,
                  DecodedText& decoded) {
  switch (charset) {
    case Charset::utf_8:
      return decode_utf8(bytes, offset, decoded);
    case Charset::utf_16le:
      return decode_utf16(bytes, ByteOrder::little, offset, decoded);
    case Charset::utf_16be:
      return decode_utf16(bytes, ByteOrder::big, offset, decoded);
    case Charset::gb18030:
      return decode_gb18030(bytes, offset, *tables.gb18030, decoded);
    case Charset::big5:
      return decode_big5(bytes, offset, *tables.big5, decoded);
  }
}

/// Lines in either of two charsets. Neighbours of the same one are decoded together.
void decode_lines(const CharsetChoice& choice, std::string_view bytes, const Tables& tables,
                  DecodedText& decoded) {
  std::size_t begin = choice.mark_length;
  while (begin < bytes.size()) {
    std::size_t end = safe_line_end(bytes, begin);
    const Charset charset = charset_of_line(bytes.substr(begin, end - begin), choice);
    while (end < bytes.size()) {
      const std::size_t next = safe_line_end(bytes, end);
      if (charset_of_line(bytes.substr(end, next - end), choice) != charset) break;
      end = next;
    }
    if (charset != choice.charset) {
      decoded.switches.push_back({begin, end - begin, decoded.text.size(), charset});
    }
    decode_piece(charset, bytes.substr(begin, end - begin), begin, tables, decoded);
    begin = end;
  }
}

Result<DecodedText> finished(DecodedText decoded) {
  if (trim(decoded.text).empty()) return error(ErrorCode::empty_input, "the input is empty");
  return decoded;
}

DecodedText begun(const CharsetChoice& choice) {
  DecodedText decoded;
  decoded.charset = choice.charset;
  decoded.warning = choice.warning;
  return decoded;
}

SHUYE_APART Result<DecodedText> decode_whole(const CharsetChoice& choice, std::string_view bytes,
                                             const Packs& packs) {
  Tables tables;
  if (auto found = find_tables(choice, packs, tables); !found) return std::move(found).error();
  DecodedText decoded = begun(choice);
  if (choice.other) {
    decode_lines(choice, bytes, tables, decoded);
  } else {
    const std::size_t mark = choice.mark_length;
    decode_piece(choice.charset, bytes.substr(mark), mark, tables, decoded);
  }
  return finished(std::move(decoded));
}

/// Whether the text is the bytes themselves, but for the mark and the newlines.
bool is_plain_utf8(const CharsetChoice& choice, std::string_view bytes) {
  return choice.charset == Charset::utf_8 && choice.well_formed &&
         bytes.find('\0') == std::string_view::npos;
}

Result<DecodedText> keep_utf8(const CharsetChoice& choice, std::string bytes) {
  DecodedText decoded = begun(choice);
  bytes.erase(0, choice.mark_length);
  normalize_newlines(bytes);
  decoded.text = std::move(bytes);
  return finished(std::move(decoded));
}

}  // namespace

Result<DecodedText> decode(std::string_view bytes, const DecodeOptions& options,
                           const Packs& packs) {
  const Result<CharsetChoice> choice = choose_charset(bytes, options);
  if (!choice) return choice.error();
  if (is_plain_utf8(*choice, bytes)) return keep_utf8(*choice, std::string(bytes));
  return decode_whole(*choice, bytes, packs);
}

Result<DecodedText> decode_as(const CharsetChoice& choice, std::string bytes, const Packs& packs) {
  if (is_plain_utf8(choice, bytes)) return keep_utf8(choice, std::move(bytes));
  return decode_whole(choice, bytes, packs);
}

}  // namespace shuye
