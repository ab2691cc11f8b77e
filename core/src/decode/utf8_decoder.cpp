#include "decode/utf8_decoder.h"

#include <cstring>

namespace shuye {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Sequence {
  std::size_t length;  // in bytes, at least 1
  bool well_formed;
};

/// The sequence at the beginning of `bytes`, by Unicode 15, table 3-7. Where it is ill-formed, its
/// length is that of the maximal subpart, which the Unicode and the Encoding Standard replace by
/// one U+FFFD.
Sequence sequence_of(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char first = at(0);
  if (first < 0x80) return {1, true};
  if (first < 0xC2 || first > 0xF4) return {1, false};
  const std::size_t wanted = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  // The second byte's bounds keep out overlong forms, surrogates and what is above U+10FFFF.
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (first == 0xE0) low = 0xA0;
  if (first == 0xED) high = 0x9F;
  if (first == 0xF0) low = 0x90;
  if (first == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < wanted; ++i) {
    if (i == bytes.size() || at(i) < low || at(i) > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {wanted, true};
}

/// The length of the run of ASCII at the beginning that needs no care: no NUL, no carriage return.
std::size_t plain_ascii(std::string_view bytes) {
  std::size_t i = 0;
  // Eight bytes at a time: the first test finds bytes of 0x80 and above, the second one those below
  // 0x0E (carriage return, NUL and a few that the slow loop then lets pass).
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + i, 8);
    constexpr std::uint64_t kHigh = 0x8080808080808080;
    constexpr std::uint64_t kLimit = 0x0E0E0E0E0E0E0E0E;
    if ((word & kHigh) != 0 || ((word - kLimit) & ~word & kHigh) != 0) break;
  }
  for (; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= 0x80 || byte == 0 || byte == '\r') break;
  }
  return i;
}

/// The length of the run of characters of three bytes at the beginning, which most of a Chinese
/// text is, but for those that need a closer look: after E0, ED (surrogates) and EF.
std::size_t plain_chinese(std::string_view bytes) {
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    const auto third = static_cast<unsigned char>(bytes[i + 2]);
    if (first < 0xE1 || first > 0xEC) break;
    if (((second | third << 8) & 0xC0C0) != 0x8080) break;
  }
  return i;
}

}  // namespace

void decode_utf8(std::string_view bytes, std::size_t offset, DecodedText& decoded) {
  std::string& text = decoded.text;
  text.reserve(text.size() + bytes.size());
  std::size_t copied = 0;
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    text.append(bytes.substr(copied, end - copied));
    copied = end;
  };
  while (at < bytes.size()) {
    at += plain_ascii(bytes.substr(at));
    at += plain_chinese(bytes.substr(at));
    if (at == bytes.size()) break;
    if (bytes[at] == '\r') {
      copy_to(at);
      ++at;
      if (at < bytes.size() && bytes[at] == '\n') ++at;
      text.push_back('\n');
      copied = at;
      continue;
    }
    const Sequence sequence = sequence_of(bytes.substr(at));
    if (sequence.well_formed && bytes[at] != '\0') {
      at += sequence.length;
      continue;
    }
    copy_to(at);
    decoded.losses.push_back({offset + at, sequence.length, text.size()});
    text.append(kReplacement);
    at += sequence.length;
    copied = at;
  }
  copy_to(bytes.size());
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    at += plain_ascii(bytes.substr(at));
    at += plain_chinese(bytes.substr(at));
    if (at == bytes.size()) break;
    const Sequence sequence = sequence_of(bytes.substr(at));
    if (!sequence.well_formed) return false;
    at += sequence.length;
  }
  return true;
}

}  // namespace shuye
