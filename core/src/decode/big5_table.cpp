#include "decode/big5_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace shuye {
namespace {

constexpr const charset_pack::Geometry& kGeometry = charset_pack::kBig5;

/// The encoder writes nothing below, which is HKSCS.
constexpr std::size_t kFirstWritten = std::size_t{0xA1 - 0x81} * 157;

/// Stand twice in the index, and are written as the last one.
constexpr char32_t kWrittenAsLast[] = {0x2550, 0x255E, 0x2561, 0x256A, 0x5341, 0x5345};

}  // namespace

std::shared_ptr<const Big5Table> Big5Table::read(std::string_view payload) {
  auto index = read_charset_index(payload, kGeometry);
  if (!index || !index->ranges.empty()) return nullptr;
  return std::make_shared<const Big5Table>(*std::move(index));
}

Big5Table::Big5Table(CharsetIndex index) : index_(std::move(index)), words_(0x80 * 0x100, 0) {
  for (std::size_t pointer = 0; pointer < kGeometry.pointers; ++pointer) {
    const std::size_t at = (kGeometry.lead(pointer) - 0x80) * 0x100 + kGeometry.trail(pointer);
    words_[at] = utf8_word(index_.code_points[pointer]);
  }
}

char32_t Big5Table::code_point(unsigned char lead, unsigned char trail) const {
  if (lead < 0x81 || lead > 0xFE || !kGeometry.is_trail(trail)) return 0;
  return index_.code_points[kGeometry.pointer(lead, trail)];
}

std::string_view Big5Table::sequence(unsigned char lead, unsigned char trail) {
  if (lead != 0x88) return {};
  switch (trail) {
    case 0x62:
      return "\u00CA\u0304";
    case 0x64:
      return "\u00CA\u030C";
    case 0xA3:
      return "\u00EA\u0304";
    case 0xA5:
      return "\u00EA\u030C";
    default:
      return {};
  }
}

Big5Encoder::Big5Encoder(const Big5Table& table) {
  const std::vector<char32_t>& code_points = table.index().code_points;
  for (std::size_t pointer = kFirstWritten; pointer < kGeometry.pointers; ++pointer) {
    const char32_t c = code_points[pointer];
    if (c == 0) continue;
    const auto bytes =
        static_cast<std::uint16_t>(kGeometry.lead(pointer) << 8 | kGeometry.trail(pointer));
    const bool last = std::find(std::begin(kWrittenAsLast), std::end(kWrittenAsLast), c) !=
                      std::end(kWrittenAsLast);
    if (last) {
      pairs_[c] = bytes;
    } else {
      pairs_.emplace(c, bytes);
    }
  }
}

bool Big5Encoder::append(char32_t c, std::string& out) const {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return true;
  }
  const auto found = pairs_.find(c);
  if (found == pairs_.end()) return false;
  out += static_cast<char>(found->second >> 8);
  out += static_cast<char>(found->second & 0xFF);
  return true;
}

}  // namespace shuye
