#include <algorithm>
#include <string>

#include "decode/charset_statistics.h"
#include "decode/declared_charset.h"
#include "decode/line_charset.h"
#include "decode/safe_lines.h"
#include "decode/utf16_decoder.h"
#include "decode/utf8_decoder.h"
#include "shuye/decode.h"
#include "text/sixteen_bytes.h"

namespace shuye {
namespace {

Error error(ErrorCode code, std::string message, std::size_t offset = 0) {
  return {code, Stage::decode, offset, std::move(message)};
}

struct Mark {
  std::size_t length = 0;  // 0: there is none
  Charset charset = Charset::utf_8;
};

Mark byte_order_mark(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return {3, Charset::utf_8};
  if (bytes.substr(0, 2) == "\xFF\xFE") return {2, Charset::utf_16le};
  if (bytes.substr(0, 2) == "\xFE\xFF") return {2, Charset::utf_16be};
  // U+FEFF in GB18030. The standard knows no such mark, but nothing else begins so.
  if (bytes.substr(0, 4) == "\x84\x31\x95\x33") return {4, Charset::gb18030};
  return {};
}

/// What someone says that the charset is.
struct Declaration {
  std::string label;               // empty: nobody says anything
  std::string_view by;             // who: "given" or "declared"
  std::optional<Charset> charset;  // empty, too, where it is none of ours
};

bool is_utf16(std::optional<Charset> charset) {
  return charset == Charset::utf_16le || charset == Charset::utf_16be;
}

bool is_of_pairs(std::optional<Charset> charset) {
  return charset == Charset::gb18030 || charset == Charset::big5;
}

Declaration find_declaration(std::string_view bytes, const DecodeOptions& options) {
  const std::optional<Charset> given = charset_from_label(options.charset);
  if (given) return {options.charset, "given", given};
  const std::string_view label = declared_charset(bytes);
  std::optional<Charset> charset = charset_from_label(label);
  if (!charset && !options.charset.empty()) return {options.charset, "given", {}};
  // Whoever could read this was not reading UTF-16 (HTML Standard, 13.2.3.2).
  if (is_utf16(charset)) charset = Charset::utf_8;
  return {std::string(label), "declared", charset};
}

/// Text has hardly any control characters; images, archives and programs are full of them.
bool looks_binary(std::string_view bytes) {
  constexpr std::size_t kEnough = 65536;
  const std::string_view sample = bytes.substr(0, kEnough);
  using namespace sixteen_bytes;
  std::size_t controls = 0;
  std::size_t at = 0;
  for (; at + kSize <= sample.size(); at += kSize) {
    const Vector bytes = read(sample.data() + at);
    if (bits(below(bytes, 0x20)) == 0) continue;
    const Vector spaces = either(either(equal(bytes, '\t'), equal(bytes, '\n')),
                                 either(equal(bytes, '\r'), equal(bytes, '\f')));
    controls += count(below(bytes, 0x20)) - count(spaces);
  }
  for (; at < sample.size(); ++at) {
    const auto byte = static_cast<unsigned char>(sample[at]);
    const bool is_space = byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
    controls += static_cast<std::size_t>(byte < 0x20 && !is_space);
  }
  // A few strays are tolerated in any text, however short.
  return controls > 4 + sample.size() / 100;
}

std::optional<Charset> utf16_of(std::string_view bytes) {
  if (looks_like_utf16(bytes, ByteOrder::little)) return Charset::utf_16le;
  if (looks_like_utf16(bytes, ByteOrder::big)) return Charset::utf_16be;
  return std::nullopt;
}

/// What the lines show of bytes that are not all UTF-8.
struct Evidence {
  std::size_t utf8_bytes = 0;   // of lines that are surely UTF-8
  std::size_t other_bytes = 0;  // of lines that are not
  std::size_t sequences = 0;    // in those: well-formed ones of UTF-8, of three or four bytes
  std::size_t ill_formed = 0;   // in those: maximal subparts
  PairStatistics gbk, big5;     // of a sample of those
  std::size_t looked_at = 0;    // bytes of all lines, as far as that sample goes

  const PairStatistics& of(Charset charset) const { return charset == Charset::big5 ? big5 : gbk; }
  Charset likelier() const { return big5.score() > gbk.score() ? Charset::big5 : Charset::gb18030; }
};

Evidence weigh(std::string_view bytes) {
  constexpr std::size_t kEnough = 16384;  // of lines that are no UTF-8
  Evidence evidence;
  for (std::size_t at = 0, end = 0; at < bytes.size(); at = end) {
    const bool enough = evidence.other_bytes > kEnough;
    end = enough ? std::min(bytes.find('\n', at), bytes.size() - 1) + 1 : safe_line_end(bytes, at);
    const std::string_view line = bytes.substr(at, end - at);
    if (enough && !is_utf8(line)) {
      evidence.other_bytes += line.size();
      continue;
    }
    if (!enough) evidence.looked_at += line.size();
    const Utf8Line utf8 = read_as_utf8(line);
    if (utf8.is_ascii()) continue;
    (utf8.is_convincing() ? evidence.utf8_bytes : evidence.other_bytes) += line.size();
    if (utf8.is_convincing()) continue;
    evidence.sequences += utf8.long_sequences;
    evidence.ill_formed += utf8.ill_formed;
    evidence.gbk += pair_statistics(line, Charset::gb18030);
    evidence.big5 += pair_statistics(line, Charset::big5);
  }
  return evidence;
}

/// The charset of two bytes a character that the lines are in which are no UTF-8, if any. A
/// declared one has to be plainly wrong for another to be taken.
std::optional<Charset> pairs_of(const Evidence& evidence, std::optional<Charset> declared) {
  const Charset likelier = evidence.likelier();
  const PairStatistics& statistics = evidence.of(likelier);
  if (is_of_pairs(declared)) {
    const bool wrong = likelier != declared && statistics.is_convincing() &&
                       statistics.score() > evidence.of(*declared).score() + .5;
    return wrong ? likelier : declared;
  }
  if (!statistics.is_convincing()) return std::nullopt;
  return likelier;
}

/// Of bytes that are well-formed UTF-8.
Charset choose_beside_utf8(std::string_view bytes, std::optional<Charset> declared) {
  if (!is_of_pairs(declared)) return Charset::utf_8;
  const Utf8Line utf8 = read_as_utf8(bytes);
  if (utf8.is_ascii() || utf8.is_convincing()) return Charset::utf_8;
  return pair_statistics(bytes, *declared).wrong == 0 ? *declared : Charset::utf_8;
}

/// Of bytes that are not. Empty where they can be nothing.
std::optional<CharsetChoice> choose_by_lines(std::string_view bytes,
                                             std::optional<Charset> declared) {
  const Evidence evidence = weigh(bytes);
  const std::optional<Charset> pairs = pairs_of(evidence, declared);
  const bool convincing = pairs && evidence.of(*pairs).is_convincing();
  const bool mostly_utf8 = evidence.utf8_bytes > evidence.other_bytes ||
                           (!convincing && evidence.sequences > 4 * evidence.ill_formed);
  CharsetChoice choice;
  if (pairs && !mostly_utf8) {
    choice.charset = *pairs;
    if (evidence.utf8_bytes > 0) choice.other = Charset::utf_8;
    return choice;
  }
  if (convincing) choice.other = pairs;
  const bool readable = mostly_utf8 || declared == Charset::utf_8 ||
                        evidence.sequences >= evidence.ill_formed ||
                        evidence.ill_formed <= 8 + evidence.looked_at / 20;
  if (!readable) return std::nullopt;
  return choice;
}

/// A label as it may stand in a message.
std::string quoted(std::string_view label) {
  constexpr std::size_t kLongest = 40;
  std::string text = "\"";
  for (const char c : label.substr(0, kLongest)) text += c > ' ' && c < 0x7F ? c : '?';
  return text + (label.size() > kLongest ? "…\"" : "\"");
}

std::string in_words(const Declaration& declaration) {
  return "the charset " + quoted(declaration.label) + " is " + std::string(declaration.by);
}

std::string in_words(const CharsetChoice& choice) {
  std::string words(name_of(choice.charset));
  if (choice.other) words.append(" and ").append(name_of(*choice.other));
  return words;
}

void warn(std::string_view bytes, const Declaration& declaration, CharsetChoice& choice) {
  if (declaration.label.empty() || declaration.charset == choice.charset) return;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  // Whatever was declared is right then, or nearly.
  if (choice.charset == Charset::utf_8 && std::all_of(bytes.begin(), bytes.end(), is_ascii)) return;
  choice.warning = in_words(declaration) + ", but the text is in " + in_words(choice);
}

Error binary_input() {
  return error(ErrorCode::binary_input, "the input is no text: it is full of control characters");
}

Error unknown_charset(const Declaration& declaration) {
  std::string message = declaration.label.empty() ? "" : in_words(declaration) + ", and ";
  message += "the text is in none of those that can be read: UTF-8, UTF-16, GB18030 and Big5";
  return error(ErrorCode::unknown_charset, std::move(message));
}

bool is_plainly_no_utf16(std::string_view bytes, Charset declared, bool utf8) {
  if (const std::optional<Charset> seen = utf16_of(bytes)) return *seen != declared;
  return (utf8 && read_as_utf8(bytes).is_convincing()) ||
         pair_statistics(bytes, Charset::gb18030).is_convincing() ||
         pair_statistics(bytes, Charset::big5).is_convincing();
}

/// UTF-8 whose last character lacks its end: a file that did not arrive whole.
bool is_cut_off_utf8(std::string_view bytes) {
  const std::size_t whole = utf8_length(bytes);
  const std::string_view rest = bytes.substr(whole);
  const std::string_view before = bytes.substr(0, whole);
  return !rest.empty() && utf8_sequence(rest).length == rest.size() &&
         std::any_of(before.begin(), before.end(), [](char c) { return (c & 0x80) != 0; });
}

/// The choice of bytes without a byte order mark, but for the warning.
Result<CharsetChoice> choose(std::string_view bytes, const Declaration& declaration) {
  const std::optional<Charset> declared = declaration.charset;
  const bool utf8 = is_utf8(bytes);
  const bool has_nul = bytes.substr(0, 4096).find('\0') != std::string_view::npos;
  CharsetChoice choice;
  if (is_utf16(declared) && !is_plainly_no_utf16(bytes, *declared, utf8 && !has_nul)) {
    choice.charset = *declared;
    return choice;
  }
  // Pure ASCII with NULs between its letters is well-formed UTF-8, too.
  if (has_nul || !utf8) {
    if (const std::optional<Charset> utf16 = utf16_of(bytes)) {
      choice.charset = *utf16;
      return choice;
    }
  }
  if (looks_binary(bytes)) return binary_input();
  if (utf8) {
    choice.charset = choose_beside_utf8(bytes, declared);
    choice.well_formed = choice.charset == Charset::utf_8;
    return choice;
  }
  // UTF-8 is the default.
  if (!is_of_pairs(declared) && is_cut_off_utf8(bytes)) return choice;
  const std::optional<CharsetChoice> by_lines = choose_by_lines(bytes, declared);
  if (!by_lines) return unknown_charset(declaration);
  return *by_lines;
}

/// The choice of bytes behind a byte order mark: what else may be among them.
Result<CharsetChoice> choose_behind_mark(std::string_view bytes, const Mark& mark) {
  CharsetChoice choice;
  choice.charset = mark.charset;
  choice.mark_length = mark.length;
  if (is_utf16(mark.charset)) return choice;
  if (looks_binary(bytes)) return binary_input();
  if (mark.charset == Charset::utf_8 && is_utf8(bytes)) {
    choice.well_formed = true;
    return choice;
  }
  const Evidence evidence = weigh(bytes);
  if (mark.charset == Charset::utf_8) {
    choice.other = pairs_of(evidence, std::nullopt);
  } else if (evidence.utf8_bytes > 0) {
    choice.other = Charset::utf_8;
  }
  return choice;
}

}  // namespace

Result<CharsetChoice> choose_charset(std::string_view bytes, const DecodeOptions& options) {
  if (bytes.size() > kMaxInputBytes) {
    return error(ErrorCode::too_large,
                 "the input has " + std::to_string(bytes.size()) + " bytes; the limit is " +
                     std::to_string(kMaxInputBytes),
                 kMaxInputBytes);
  }
  const Mark mark = byte_order_mark(bytes);
  if (mark.length > 0) return choose_behind_mark(bytes.substr(mark.length), mark);
  const Declaration declaration = find_declaration(bytes, options);
  Result<CharsetChoice> choice = choose(bytes, declaration);
  if (choice) warn(bytes, declaration, *choice);
  return choice;
}

}  // namespace shuye
