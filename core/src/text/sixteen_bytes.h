#pragma once

/// Sixteen bytes of a text at once, in a register of the processor: for what goes through every
/// byte of an article. WebAssembly has such registers, and so has every x86-64; elsewhere two
/// numbers of eight bytes stand for one.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#else
#include "text/eight_bytes.h"
#endif

namespace shuye::sixteen_bytes {

inline constexpr std::size_t kSize = 16;

// A namespace for each, since not every file of a program needs to be compiled for the registers.
#if defined(__wasm_simd128__)
inline namespace simd128 {

/// Of a text, or what a question answers with: all bits of a byte are set where it is true.
using Vector = v128_t;

inline Vector read(const char* from) { return wasm_v128_load(from); }
inline Vector both(Vector a, Vector b) { return wasm_v128_and(a, b); }
inline Vector either(Vector a, Vector b) { return wasm_v128_or(a, b); }
inline Vector opposite(Vector answer) { return wasm_v128_not(answer); }
inline Vector equal(Vector a, Vector b) { return wasm_i8x16_eq(a, b); }
inline Vector each(unsigned char byte) { return wasm_u8x16_splat(byte); }
inline Vector below(Vector a, unsigned char limit) { return wasm_u8x16_lt(a, each(limit)); }
inline Vector beyond_ascii(Vector a) { return wasm_i8x16_lt(a, each(0)); }
/// All but 10xxxxxx, with which a character of UTF-8 goes on.
inline Vector begins_character(Vector a) { return wasm_i8x16_gt(a, each(0xBF)); }
/// Bit i is of byte i.
inline std::uint32_t bits(Vector answer) { return wasm_i8x16_bitmask(answer); }
/// How many bytes it is true of.
inline std::size_t count(Vector answer) {
  return static_cast<std::size_t>(std::popcount(bits(answer)));
}

}  // namespace simd128
#elif defined(__SSE2__)
inline namespace sse2 {

using Vector = __m128i;

inline Vector read(const char* from) {
  return _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}
inline Vector both(Vector a, Vector b) { return _mm_and_si128(a, b); }
inline Vector either(Vector a, Vector b) { return _mm_or_si128(a, b); }
inline Vector opposite(Vector answer) { return _mm_xor_si128(answer, _mm_set1_epi8(-1)); }
inline Vector equal(Vector a, Vector b) { return _mm_cmpeq_epi8(a, b); }
inline Vector each(unsigned char byte) { return _mm_set1_epi8(static_cast<char>(byte)); }
inline Vector below(Vector a, unsigned char limit) {
  return _mm_cmpeq_epi8(_mm_min_epu8(a, each(static_cast<unsigned char>(limit - 1))), a);
}
inline Vector beyond_ascii(Vector a) { return _mm_cmplt_epi8(a, each(0)); }
/// All but 10xxxxxx, with which a character of UTF-8 goes on.
inline Vector begins_character(Vector a) { return _mm_cmpgt_epi8(a, each(0xBF)); }
/// Bit i is of byte i.
inline std::uint32_t bits(Vector answer) {
  return static_cast<std::uint32_t>(_mm_movemask_epi8(answer));
}
/// How many bytes it is true of.
inline std::size_t count(Vector answer) {
  const Vector zero = _mm_setzero_si128();
  const Vector sums = _mm_sad_epu8(_mm_sub_epi8(zero, answer), zero);  // of eight bytes each
  return static_cast<std::size_t>(_mm_cvtsi128_si32(sums)) +
         static_cast<std::size_t>(_mm_extract_epi16(sums, 4));
}

}  // namespace sse2
#else
inline namespace portable {

struct Vector {
  std::uint64_t low, high;
};

inline Vector read(const char* from) {
  const std::string_view text(from, kSize);
  return {eight_bytes::read(text, 0), eight_bytes::read(text, 8)};
}
inline Vector both(Vector a, Vector b) { return {a.low & b.low, a.high & b.high}; }
inline Vector either(Vector a, Vector b) { return {a.low | b.low, a.high | b.high}; }
inline Vector opposite(Vector answer) { return {~answer.low, ~answer.high}; }
inline Vector each(unsigned char byte) {
  return {byte * eight_bytes::kEach, byte * eight_bytes::kEach};
}
/// 0xFF for bytes whose highest bit is set.
inline std::uint64_t filled(std::uint64_t flags) {
  return ((flags & eight_bytes::kHigh) >> 7) * 0xFF;
}
inline Vector equal(Vector a, Vector b) {
  constexpr std::uint64_t kRest = ~eight_bytes::kHigh;
  const auto of = [](std::uint64_t x) { return filled(~(((x & kRest) + kRest) | x)); };
  return {of(a.low ^ b.low), of(a.high ^ b.high)};
}
inline Vector below(Vector a, unsigned char limit) {
  const auto of = [limit](std::uint64_t word) {
    // Each byte's lower bits less those of the limit, with the highest bit lent to it.
    const std::uint64_t limits = limit * eight_bytes::kEach;
    const std::uint64_t rest = (word | eight_bytes::kHigh) - (limits & ~eight_bytes::kHigh);
    return filled((~word & limits) | (~(word ^ limits) & ~rest));
  };
  return {of(a.low), of(a.high)};
}
inline Vector beyond_ascii(Vector a) { return {filled(a.low), filled(a.high)}; }
/// All but 10xxxxxx, with which a character of UTF-8 goes on.
inline Vector begins_character(Vector a) {
  return {filled(~a.low | a.low << 1), filled(~a.high | a.high << 1)};
}
/// Bit i is of byte i.
inline std::uint32_t bits(Vector answer) {
  const auto of = [](std::uint64_t word) {
    return static_cast<std::uint32_t>((word & eight_bytes::kEach) * 0x0102040810204080 >> 56);
  };
  return of(answer.low) | of(answer.high) << 8;
}
/// How many bytes it is true of.
inline std::size_t count(Vector answer) {
  return eight_bytes::sum(answer.low & eight_bytes::kEach) +
         eight_bytes::sum(answer.high & eight_bytes::kEach);
}

}  // namespace portable
#endif

inline Vector equal(Vector a, unsigned char byte) { return equal(a, each(byte)); }

/// The first byte, from `at` on, for which `ask` answers with true; the text's size for none.
template <typename Ask>
std::size_t find(std::string_view text, std::size_t at, const Ask& ask) {
  for (; at + kSize <= text.size(); at += kSize) {
    const std::uint32_t found = bits(ask(read(text.data() + at)));
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
  char rest[kSize] = {};
  if (at == text.size()) return at;
  std::memcpy(rest, text.data() + at, text.size() - at);
  const std::uint32_t found = bits(ask(read(rest))) | std::uint32_t{1} << (text.size() - at);
  return at + static_cast<std::size_t>(std::countr_zero(found));
}

}  // namespace shuye::sixteen_bytes
