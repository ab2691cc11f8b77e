#include "decode/charset_index.h"

#include <cstring>
#include <string>

#include "text/utf8.h"

namespace shuye {
namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t u16_at(std::string_view bytes, std::size_t at) {
  return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}

bool is_scalar(char32_t c) {
  return c >= 0x80 && c <= kLastCodePoint && (c < 0xD800 || c > 0xDFFF);
}

/// Undoes the differences, in the order in which they were taken.
class Reader {
 public:
  Reader(std::string_view payload, const charset_pack::Geometry& geometry)
      : numbers_(payload.substr(charset_pack::kCountSize)),
        geometry_(geometry),
        seen_(kLastCodePoint + 2, false),
        code_points_(geometry.pointers, 0) {}

  bool read(bool old) {
    for (std::size_t pointer = 0; pointer < geometry_.pointers; ++pointer) {
      if (geometry_.is_old(pointer) == old && !read(pointer)) return false;
    }
    return true;
  }

  std::vector<char32_t> take() { return std::move(code_points_); }

 private:
  bool read(std::size_t pointer) {
    const std::size_t n = geometry_.pointers;
    const std::uint32_t number = byte_at(numbers_, pointer) | byte_at(numbers_, n + pointer) << 8 |
                                 byte_at(numbers_, 2 * n + pointer) << 16;
    if (number == 0) return true;
    char32_t expected = before_ + 1;
    while (expected <= kLastCodePoint && seen_[expected]) ++expected;
    const std::uint32_t zigzag = number - 1;
    const char32_t c =
        (zigzag & 1) == 0 ? expected + (zigzag >> 1) : expected - ((zigzag + 1) >> 1);
    if (!is_scalar(c)) return false;
    seen_[c] = true;
    code_points_[pointer] = before_ = c;
    return true;
  }

  std::string_view numbers_;
  const charset_pack::Geometry& geometry_;
  std::vector<bool> seen_;
  std::vector<char32_t> code_points_;
  char32_t before_ = 0;
};

bool read_ranges(std::string_view bytes, std::vector<CharsetRange>& ranges) {
  if (bytes.size() % 4 != 0) return false;
  CharsetRange range = {0, 0};
  for (std::size_t at = 0; at < bytes.size(); at += 4) {
    range.pointer += u16_at(bytes, at);
    range.code_point += u16_at(bytes, at + 2);
    if (range.code_point > 0xFFFF) return false;
    ranges.push_back(range);
  }
  return true;
}

}  // namespace

std::optional<CharsetIndex> read_charset_index(std::string_view payload,
                                               const charset_pack::Geometry& geometry) {
  const std::size_t indexed = charset_pack::kCountSize + 3 * geometry.pointers;
  if (payload.size() < indexed || u16_at(payload, 0) != geometry.pointers) return std::nullopt;
  Reader reader(payload, geometry);
  if (!reader.read(true) || !reader.read(false)) return std::nullopt;
  CharsetIndex index{reader.take(), {}};
  if (!read_ranges(payload.substr(indexed), index.ranges)) return std::nullopt;
  return index;
}

std::uint32_t utf8_word(char32_t code_point) {
  if (code_point == 0) return 0;
  std::string bytes;
  utf8::append(bytes, code_point);
  bytes.resize(4, '\0');
  std::uint32_t word = 0;
  std::memcpy(&word, bytes.data(), 4);
  return word;
}

}  // namespace shuye
