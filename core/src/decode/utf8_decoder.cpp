#include "decode/utf8_decoder.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "decode/plain_ascii.h"
#include "text/sixteen_bytes.h"

namespace shuye {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// The bytes at the beginning that are surely characters of three bytes, as Han and its punctuation
/// are: those whose lead byte needs no care for the byte behind it. Five at a time, and not the
/// last few.
std::size_t three_byte_run(std::string_view bytes) {
  using namespace sixteen_bytes;
  constexpr char kMask[kSize + 1] =
      "\xF0\xC0\xC0\xF0\xC0\xC0\xF0\xC0\xC0\xF0\xC0\xC0\xF0\xC0\xC0\0";
  constexpr char kThree[kSize + 1] =
      "\xE0\x80\x80\xE0\x80\x80\xE0\x80\x80\xE0\x80\x80\xE0\x80\x80\0";
  constexpr std::uint32_t kAll = 0xFFFF;
  const Vector mask = read(kMask), three = read(kThree);
  std::size_t at = 0;
  while (at + kSize <= bytes.size()) {
    const Vector here = read(bytes.data() + at);
    const std::uint32_t unlike = (bits(equal(both(here, mask), three)) ^ kAll) |
                                 (bits(either(equal(here, 0xE0), equal(here, 0xED))) & kAll >> 1);
    if (unlike != 0) return at + static_cast<std::size_t>(std::countr_zero(unlike)) / 3 * 3;
    at += kSize - 1;
  }
  return at;
}

/// The length of the beginning that becomes itself.
std::size_t unchanged(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    at += plain_ascii(bytes.substr(at));
    at += three_byte_run(bytes.substr(at));
    if (at == bytes.size() || bytes[at] == '\r' || bytes[at] == '\0') break;
    if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
    const Utf8Sequence sequence = utf8_sequence(bytes.substr(at));
    if (!sequence.well_formed) break;
    at += sequence.length;
  }
  return at;
}

}  // namespace

Utf8Sequence utf8_sequence(std::string_view bytes) {
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

std::size_t utf8_length(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    at += unchanged(bytes.substr(at));
    if (at == bytes.size() || static_cast<unsigned char>(bytes[at]) >= 0x80) break;
    ++at;
  }
  return at;
}

void decode_utf8(std::string_view bytes, std::size_t offset, DecodedText& decoded) {
  std::string& text = decoded.text;
  text.reserve(text.size() + bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t run = unchanged(bytes.substr(at));
    text.append(bytes.substr(at, run));
    at += run;
    if (at == bytes.size()) break;
    if (bytes[at] == '\r') {
      ++at;
      const bool pair = at < bytes.size() && bytes[at] == '\n';
      if (!pair) text.push_back('\n');  // else the line feed that follows is the newline
      continue;
    }
    const std::size_t lost = utf8_sequence(bytes.substr(at)).length;
    decoded.losses.push_back({offset + at, lost, text.size()});
    text.append(kReplacement);
    at += lost;
  }
}

void normalize_newlines(std::string& text) {
  std::size_t from = text.find('\r');
  if (from == std::string::npos) return;
  std::size_t to = from;
  while (from < text.size()) {
    // Here is a carriage return, and everything before it is done.
    const bool pair = from + 1 < text.size() && text[from + 1] == '\n';
    if (!pair) text[to++] = '\n';
    ++from;
    const std::size_t next = std::min(text.find('\r', from), text.size());
    std::memmove(text.data() + to, text.data() + from, next - from);
    to += next - from;
    from = next;
  }
  text.resize(to);
}

}  // namespace shuye
