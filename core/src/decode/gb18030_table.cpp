#include "decode/gb18030_table.h"

#include <algorithm>
#include <utility>

namespace shuye {
namespace {

constexpr const charset_pack::Geometry& kGeometry = charset_pack::kGb18030;

/// Pointers of four bytes: of the BMP, and from where the planes above it are.
constexpr std::uint32_t kLastOfPlane0 = 39419;
constexpr std::uint32_t kFirstAbove = 189000;
constexpr std::uint32_t kLastPointer = 1237575;

/// The one that GB 18030-2005 changed.
constexpr std::uint32_t kPrivatePointer = 7457;
constexpr char32_t kPrivateCodePoint = 0xE7C7;

/// Is in the index as what web pages mean by A3A0, an ideographic space.
constexpr char32_t kWithoutBytes = 0xE5E5;

/// Private-use characters that had bytes before GB 18030-2022 gave these to others; the standard's
/// encoder keeps them.
constexpr std::pair<char32_t, std::uint16_t> kFormerly[] = {
    {0xE78D, 0xA6D9}, {0xE78E, 0xA6DA}, {0xE78F, 0xA6DB}, {0xE790, 0xA6DC}, {0xE791, 0xA6DD},
    {0xE792, 0xA6DE}, {0xE793, 0xA6DF}, {0xE794, 0xA6EC}, {0xE795, 0xA6ED}, {0xE796, 0xA6F3},
    {0xE81E, 0xFE59}, {0xE826, 0xFE61}, {0xE82B, 0xFE66}, {0xE82C, 0xFE67}, {0xE832, 0xFE6D},
    {0xE843, 0xFE7E}, {0xE854, 0xFE90}, {0xE864, 0xFEA0},
};

}  // namespace

std::shared_ptr<const Gb18030Table> Gb18030Table::read(std::string_view payload) {
  auto index = read_charset_index(payload, kGeometry);
  if (!index || index->ranges.empty() || index->ranges.front().pointer != 0) return nullptr;
  return std::make_shared<const Gb18030Table>(*std::move(index));
}

Gb18030Table::Gb18030Table(CharsetIndex index) : index_(std::move(index)), words_(0x80 * 0x100, 0) {
  for (std::size_t pointer = 0; pointer < kGeometry.pointers; ++pointer) {
    const std::size_t at = (kGeometry.lead(pointer) - 0x80) * 0x100 + kGeometry.trail(pointer);
    words_[at] = utf8_word(index_.code_points[pointer]);
  }
}

char32_t Gb18030Table::code_point(unsigned char lead, unsigned char trail) const {
  if (lead < 0x81 || lead > 0xFE || !kGeometry.is_trail(trail)) return 0;
  return index_.code_points[kGeometry.pointer(lead, trail)];
}

char32_t Gb18030Table::code_point(unsigned char first, unsigned char second, unsigned char third,
                                  unsigned char fourth) const {
  const std::uint32_t pointer =
      ((first - 0x81U) * 10 + (second - 0x30U)) * 1260 + (third - 0x81U) * 10 + (fourth - 0x30U);
  if (pointer == kPrivatePointer) return kPrivateCodePoint;
  if (pointer >= kFirstAbove && pointer <= kLastPointer) return 0x10000 + (pointer - kFirstAbove);
  if (pointer > kLastOfPlane0) return 0;
  const auto after = std::upper_bound(
      index_.ranges.begin(), index_.ranges.end(), pointer,
      [](std::uint32_t p, const CharsetRange& range) { return p < range.pointer; });
  const CharsetRange& range = *(after - 1);
  return range.code_point + (pointer - range.pointer);
}

Gb18030Encoder::Gb18030Encoder(std::shared_ptr<const Gb18030Table> table)
    : table_(std::move(table)), pairs_(0x10000, 0) {
  for (std::size_t pointer = 0; pointer < kGeometry.pointers; ++pointer) {
    const char32_t c = table_->index().code_points[pointer];
    if (c == 0 || c > 0xFFFF || pairs_[c] != 0) continue;
    pairs_[c] = static_cast<std::uint16_t>(kGeometry.lead(pointer) << 8 | kGeometry.trail(pointer));
  }
  for (const auto& [c, bytes] : kFormerly) pairs_[c] = bytes;
}

std::uint32_t Gb18030Encoder::pair(char32_t c) const { return c > 0xFFFF ? 0 : pairs_[c]; }

bool Gb18030Encoder::append(char32_t c, std::string& out) const {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) || c == kWithoutBytes) return false;
  if (c < 0x80) {
    out += static_cast<char>(c);
    return true;
  }
  const std::uint32_t bytes = pair(c);
  if (bytes == 0) return append_four_bytes(c, out);
  out += static_cast<char>(bytes >> 8);
  out += static_cast<char>(bytes & 0xFF);
  return true;
}

bool Gb18030Encoder::append_four_bytes(char32_t c, std::string& out) const {
  std::uint32_t pointer = 0;
  if (c == kPrivateCodePoint) {
    pointer = kPrivatePointer;
  } else if (c > 0xFFFF) {
    pointer = kFirstAbove + (c - 0x10000);
  } else {
    const std::vector<CharsetRange>& ranges = table_->index().ranges;
    const auto after = std::upper_bound(
        ranges.begin(), ranges.end(), c,
        [](char32_t x, const CharsetRange& range) { return x < range.code_point; });
    if (after == ranges.begin()) return false;
    pointer = (after - 1)->pointer + (c - (after - 1)->code_point);
  }
  out += static_cast<char>(pointer / 12600 + 0x81);
  out += static_cast<char>(pointer / 1260 % 10 + 0x30);
  out += static_cast<char>(pointer / 10 % 126 + 0x81);
  out += static_cast<char>(pointer % 10 + 0x30);
  return true;
}

}  // namespace shuye
