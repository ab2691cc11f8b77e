#include "dictionary/charset_data.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

namespace shuye::dictionary {

namespace {

using Json = nlohmann::json;

std::string from_base64url(const std::string& text) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string::npos) throw std::runtime_error("an index that is no base64url");
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

/// The package's own form (its fallback/multi-byte.table.js). A list has, one after the other,
/// `0, n` for n pointers without a code point; `n, d` for n code points in order, the first one d
/// behind the last; `-d` for `1, d`; a text with a dollar sign for a list that several have; and
/// any other text for code points in UTF-16, whose bytes are differences, low ones first and then
/// high ones.
class Unpacker {
 public:
  explicit Unpacker(const Json& lists) : lists_(lists) {}

  std::vector<char32_t> unpack(const std::string& name) {
    out_.clear();
    unpack(lists_.at(name), 0);
    return std::move(out_);
  }

 private:
  void unpack(const Json& list, int depth) {
    if (depth > 8) throw std::runtime_error("an index that is in itself");
    char32_t next = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].is_string()) {
        const std::string text = list[i];
        if (text[0] == '$') {
          unpack(lists_.at(text), depth + 1);
        } else {
          next = append_differences(from_base64url(text)) + 1;
        }
        continue;
      }
      const int number = list[i];
      if (number == 0) {
        out_.insert(out_.end(), list.at(++i).get<std::size_t>(), 0);
        continue;
      }
      next += static_cast<char32_t>(number < 0 ? -number : list.at(++i).get<int>());
      for (int n = number < 0 ? 1 : number; n > 0; --n) out_.push_back(next++);
    }
  }

  char32_t append_differences(const std::string& bytes) {
    const std::size_t units = bytes.size() / 2;
    std::uint8_t low = 0xFF, high = 0;
    char32_t lead = 0;
    for (std::size_t i = 0; i < units; ++i) {
      low = static_cast<std::uint8_t>(low + static_cast<std::uint8_t>(bytes[i]) + 1);
      high = static_cast<std::uint8_t>(high + static_cast<std::uint8_t>(bytes[units + i]));
      const char32_t unit = static_cast<char32_t>(high << 8 | low);
      if (unit >= 0xD800 && unit < 0xDC00) {
        lead = unit;
      } else if (unit >= 0xDC00 && unit < 0xE000) {
        out_.push_back(0x10000 + ((lead - 0xD800) << 10) + (unit - 0xDC00));
      } else {
        out_.push_back(unit);
      }
    }
    return out_.empty() ? 0 : out_.back();
  }

  const Json& lists_;
  std::vector<char32_t> out_;
};

std::vector<CharsetRange> ranges(const Json& list) {
  std::vector<CharsetRange> ranges;
  CharsetRange range = {0, 0};
  for (std::size_t i = 0; i + 1 < list.size(); i += 2) {
    range.pointer += list[i].get<std::uint32_t>();
    range.code_point += list[i + 1].get<std::uint32_t>();
    ranges.push_back(range);
  }
  return ranges;
}

/// What `checksum` gives for the standard's files of the indexes (index-gb18030.txt followed by
/// index-gb18030-ranges.txt, and index-big5.txt).
constexpr std::uint64_t kGb18030Checksum = 0x20B458A3FDA870B3;
constexpr std::uint64_t kBig5Checksum = 0xE5AB484D6CB701EA;

/// FNV-1a over the bytes of all pointers and code points that the standard's file of the index
/// lists.
std::uint64_t checksum(const CharsetIndex& index) {
  std::uint64_t hash = 0xCBF29CE484222325;
  const auto add = [&](std::uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) {
      hash = (hash ^ (number >> shift & 0xFF)) * 0x100000001B3;
    }
  };
  for (std::size_t pointer = 0; pointer < index.code_points.size(); ++pointer) {
    if (index.code_points[pointer] == 0) continue;
    add(static_cast<std::uint32_t>(pointer));
    add(index.code_points[pointer]);
  }
  for (const CharsetRange& range : index.ranges) {
    add(range.pointer);
    add(range.code_point);
  }
  return hash;
}

void check(const char* name, const CharsetIndex& index, std::uint64_t expected) {
  if (checksum(index) == expected) return;
  throw std::runtime_error(std::string("@exodus/bytes: the index ") + name +
                           " is not the Encoding Standard's (" + std::to_string(checksum(index)) +
                           ")");
}

}  // namespace

CharsetData read_charset_data(const std::string& package) {
  const std::string path = package + "/fallback/multi-byte.encodings.json";
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  const Json lists = Json::parse(file, nullptr, false);
  if (!lists.is_object()) throw std::runtime_error(path + " is no JSON object");
  Unpacker unpacker(lists);
  CharsetData data;
  data.gb18030 = {unpacker.unpack("gb18030"), ranges(lists.at("gb18030-ranges"))};
  data.big5 = {unpacker.unpack("big5"), {}};
  // These stand for two code points each, and are none of the index.
  for (const std::size_t pointer : {1133U, 1135U, 1164U, 1166U}) {
    data.big5.code_points.at(pointer) = 0;
  }
  check("gb18030", data.gb18030, kGb18030Checksum);
  check("big5", data.big5, kBig5Checksum);
  return data;
}

}  // namespace shuye::dictionary
