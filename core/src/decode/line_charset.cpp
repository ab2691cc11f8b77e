#include "decode/line_charset.h"

#include "decode/charset_statistics.h"
#include "decode/plain_ascii.h"
#include "decode/utf8_decoder.h"

namespace shuye {

Utf8Line read_as_utf8(std::string_view line) {
  Utf8Line read;
  for (std::size_t at = 0; at < line.size();) {
    at += plain_ascii(line.substr(at));
    if (at == line.size()) break;
    const Utf8Sequence sequence = utf8_sequence(line.substr(at));
    if (!sequence.well_formed) {
      ++read.ill_formed;
    } else if (sequence.length > 1) {
      ++(sequence.length == 2 ? read.short_sequences : read.long_sequences);
    }
    at += sequence.length;
  }
  return read;
}

Charset charset_of_line(std::string_view line, const CharsetChoice& choice) {
  if (!choice.other) return choice.charset;
  const Utf8Line utf8 = read_as_utf8(line);
  if (utf8.is_ascii()) return choice.charset;
  if (utf8.is_convincing()) return Charset::utf_8;
  const Charset pairs = choice.charset == Charset::utf_8 ? *choice.other : choice.charset;
  const PairStatistics statistics = pair_statistics(line, pairs);
  if (utf8.ill_formed == 0) return statistics.is_convincing() ? pairs : Charset::utf_8;
  if (choice.charset == pairs) return pairs;
  return statistics.wrong == 0 && statistics.score() >= 0 ? pairs : Charset::utf_8;
}

}  // namespace shuye
