#include "dictionary/charset_packs.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <set>
#include <stdexcept>
#include <vector>

#include "dictionary/common_characters.h"
#include "text/data_pack.h"
#include "text/utf8.h"

namespace shuye::dictionary {

namespace {

using charset_pack::Geometry;

/// What is written for each pointer: see charset_pack.h.
std::vector<std::uint32_t> numbers(const std::vector<char32_t>& code_points,
                                   const Geometry& geometry) {
  std::vector<std::uint32_t> numbers(geometry.pointers, 0);
  std::set<char32_t> seen;
  char32_t before = 0;
  for (const bool old : {true, false}) {
    for (std::size_t pointer = 0; pointer < geometry.pointers; ++pointer) {
      const char32_t c = code_points[pointer];
      if (geometry.is_old(pointer) != old || c == 0) continue;
      char32_t expected = before + 1;
      while (seen.count(expected) != 0) ++expected;
      numbers[pointer] = 1 + (c >= expected ? (c - expected) * 2 : (expected - c) * 2 - 1);
      seen.insert(c);
      before = c;
    }
  }
  return numbers;
}

void put_u16(std::string& bytes, std::uint32_t number) {
  bytes += static_cast<char>(number & 0xFF);
  bytes += static_cast<char>(number >> 8 & 0xFF);
}

std::string payload(const CharsetIndex& index, const Geometry& geometry) {
  std::string bytes;
  put_u16(bytes, static_cast<std::uint32_t>(geometry.pointers));
  const std::vector<std::uint32_t> all = numbers(index.code_points, geometry);
  for (int shift = 0; shift < 24; shift += 8) {
    for (const std::uint32_t number : all) bytes += static_cast<char>(number >> shift & 0xFF);
  }
  CharsetRange before = {0, 0};
  for (const CharsetRange& range : index.ranges) {
    if (range.code_point > 0xFFFF) continue;  // the planes above need no table
    put_u16(bytes, range.pointer - before.pointer);
    put_u16(bytes, range.code_point - before.code_point);
    before = range;
  }
  return bytes;
}

std::string pack(const char* name, const CharsetIndex& index, const Geometry& geometry) {
  const std::string bytes = payload(index, geometry);
  const auto read = read_charset_index(bytes, geometry);
  if (!read || read->code_points != index.code_points) {
    throw std::runtime_error(std::string("the pack ") + name + " is read otherwise than written");
  }
  return DataPack::write(name, DataPack::Kind::charset, bytes);
}

std::string common_pairs(const char* declaration, const CharsetIndex& index,
                         const Geometry& geometry) {
  std::set<char32_t> common;
  for (const char32_t c : utf8::code_points(kCommonCharacters)) common.insert(c);
  std::string text = std::string("constexpr std::uint16_t ") + declaration + "[] = {\n";
  for (std::size_t pointer = 0; pointer < geometry.pointers; ++pointer) {
    if (common.count(index.code_points[pointer]) == 0) continue;
    std::array<char, 16> digits;
    std::snprintf(digits.data(), digits.size(), "0x%02X%02X,\n", geometry.lead(pointer),
                  geometry.trail(pointer));
    text += digits.data();
  }
  return text + "};\n";
}

}  // namespace

std::map<std::string, std::string> charset_packs(const CharsetData& data) {
  return {{"gb18030", pack("gb18030", data.gb18030, charset_pack::kGb18030)},
          {"big5", pack("big5", data.big5, charset_pack::kBig5)}};
}

std::string charset_statistics(const CharsetData& data) {
  std::set<char32_t> common;
  for (const char32_t c : utf8::code_points(kCommonCharacters)) common.insert(c);
  std::string units = "constexpr std::uint16_t kCommonUnits[] = {\n";
  for (const char32_t c : common) units += std::to_string(static_cast<std::uint32_t>(c)) + ",\n";
  return "// Made by shuye_dictionary of the Encoding Standard's indexes.\n" + units + "};\n" +
         common_pairs("kCommonGbk", data.gb18030, charset_pack::kGb18030) +
         common_pairs("kCommonBig5", data.big5, charset_pack::kBig5);
}

}  // namespace shuye::dictionary
