#include "decode/charset_statistics.h"

#include <algorithm>

// kCommonGbk and kCommonBig5: sorted pairs, lead * 256 + trail; kCommonUnits: sorted code points.
// Made by core/dictionary.
#include "charset_statistics.inc"

namespace shuye {
namespace {

enum class Kind : std::uint8_t { common, usual, added, rare, kana, wrong };

bool between(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

template <typename Pairs>
bool is_common(const Pairs& pairs, unsigned lead, unsigned trail) {
  return std::binary_search(std::begin(pairs), std::end(pairs), lead << 8 | trail);
}

Kind kind_in_gbk(unsigned lead, unsigned trail) {
  if (!between(lead, 0x81, 0xFE) || !between(trail, 0x40, 0xFE) || trail == 0x7F) {
    return Kind::wrong;
  }
  if (is_common(kCommonGbk, lead, trail)) return Kind::common;
  const bool upper = trail >= 0xA1;
  if (lead <= 0xA0) return Kind::added;
  if (lead <= 0xA9) {
    if (!upper && lead <= 0xA7) return Kind::wrong;  // private use
    return upper && (lead == 0xA4 || lead == 0xA5) ? Kind::kana : Kind::rare;
  }
  if (!upper) return Kind::added;
  if (between(lead, 0xB0, 0xD7)) return Kind::usual;
  return between(lead, 0xD8, 0xF7) ? Kind::rare : Kind::wrong;  // private use
}

Kind kind_in_big5(unsigned lead, unsigned trail) {
  if (!between(lead, 0x87, 0xFE)) return Kind::wrong;
  if (!between(trail, 0x40, 0x7E) && !between(trail, 0xA1, 0xFE)) return Kind::wrong;
  if (is_common(kCommonBig5, lead, trail)) return Kind::common;
  if (lead <= 0xA0 || lead >= 0xFA) return Kind::added;
  if (lead <= 0xA3) return Kind::rare;
  if (lead <= 0xC5 || (lead == 0xC6 && trail <= 0x7E)) return Kind::usual;
  return lead == 0xC6 || lead == 0xC7 ? Kind::kana : Kind::rare;
}

void count(PairStatistics& statistics, Kind kind) {
  ++statistics.pairs;
  switch (kind) {
    case Kind::common:
      ++statistics.common;
      break;
    case Kind::usual:
      break;
    case Kind::added:
      ++statistics.added;
      break;
    case Kind::rare:
      ++statistics.rare;
      break;
    case Kind::kana:
      ++statistics.kana;
      break;
    case Kind::wrong:
      ++statistics.wrong;
      break;
  }
}

}  // namespace

double PairStatistics::score() const {
  if (pairs == 0) return 0;
  const auto n = [](std::size_t number) { return static_cast<double>(number); };
  return (3 * n(common) - .5 * n(added) - n(rare) - 4 * n(wrong)) / n(pairs);
}

bool PairStatistics::is_convincing() const {
  // Japanese in EUC-JP has kana and punctuation where GB2312 has them.
  constexpr std::size_t kFew = 8;
  return common >= 2 && (kana * 4 <= pairs || pairs < kFew) && score() >= .6;
}

PairStatistics& PairStatistics::operator+=(const PairStatistics& other) {
  pairs += other.pairs;
  common += other.common;
  added += other.added;
  rare += other.rare;
  kana += other.kana;
  wrong += other.wrong;
  return *this;
}

PairStatistics pair_statistics(std::string_view bytes, Charset charset) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0;
  };
  PairStatistics statistics;
  const bool big5 = charset == Charset::big5;
  for (std::size_t at = 0; at < bytes.size();) {
    const unsigned lead = byte(at);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (!big5 && between(byte(at + 1), '0', '9') && between(byte(at + 2), 0x81, 0xFE) &&
        between(byte(at + 3), '0', '9')) {
      count(statistics, Kind::rare);
      at += 4;
      continue;
    }
    const Kind kind = big5 ? kind_in_big5(lead, byte(at + 1)) : kind_in_gbk(lead, byte(at + 1));
    count(statistics, kind);
    // A row of usual characters, but more than a tenth of a text only where they are kana.
    if (big5 && lead == 0xA4 && byte(at + 1) >= 0xA1) ++statistics.kana;
    at += kind == Kind::wrong && byte(at + 1) < 0x80 ? 1 : 2;
  }
  return statistics;
}

bool is_common_unit(char32_t unit) {
  return std::binary_search(std::begin(kCommonUnits), std::end(kCommonUnits), unit);
}

}  // namespace shuye
