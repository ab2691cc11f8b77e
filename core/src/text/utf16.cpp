#include "text/utf16.h"

#include <bit>
#include <cstring>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace shuye::utf16 {
namespace {

/// What is left to be written of a text, and where to.
struct Writing {
  std::string_view text;
  char16_t* to;

  void wrote(std::size_t bytes, std::size_t units) {
    text.remove_prefix(bytes);
    to += units;
  }
};

#if defined(__wasm_simd128__)

/// What sixteen bytes begin with: ASCII, or characters of three bytes. Whether it was either.
[[gnu::always_inline]] inline bool write_run(Writing& writing) {
  if (writing.text.size() < 16) return false;
  const v128_t bytes = wasm_v128_load(writing.text.data());
  const auto first_of = [](std::uint32_t bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
  };
  if (const std::size_t ascii = first_of(wasm_i8x16_bitmask(bytes) | 0x10000U); ascii > 0) {
    wasm_v128_store(writing.to, wasm_u16x8_extend_low_u8x16(bytes));
    wasm_v128_store(writing.to + 8, wasm_u16x8_extend_high_u8x16(bytes));
    writing.wrote(ascii, ascii);
    return true;
  }
  // 1110xxxx 10yyyyyy 10zzzzzz, five times.
  const v128_t kind =
      wasm_v128_and(bytes, wasm_u8x16_const(0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0,
                                            0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0));
  const v128_t other =
      wasm_i8x16_ne(kind, wasm_u8x16_const(0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80,
                                           0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0));
  // Overlong forms begin with the one, surrogates with the other, and some characters, too.
  const v128_t doubtful = wasm_v128_or(wasm_i8x16_eq(bytes, wasm_u8x16_const_splat(0xE0)),
                                       wasm_i8x16_eq(bytes, wasm_u8x16_const_splat(0xED)));
  const std::size_t characters =
      first_of(wasm_i8x16_bitmask(wasm_v128_or(other, doubtful)) | 0x8000U) / 3;
  if (characters == 0) return false;
  // The second byte of each below its first, and the third alone.
  const v128_t upper =
      wasm_i8x16_shuffle(bytes, bytes, 1, 0, 4, 3, 7, 6, 10, 9, 13, 12, 1, 0, 1, 0, 1, 0);
  const v128_t lower = wasm_i8x16_shuffle(bytes, wasm_i16x8_const_splat(0), 2, 16, 5, 16, 8, 16, 11,
                                          16, 14, 16, 16, 16, 16, 16, 16, 16);
  const v128_t x = wasm_v128_and(wasm_i16x8_shl(upper, 4), wasm_u16x8_const_splat(0xF000));
  const v128_t y = wasm_i16x8_shl(wasm_v128_and(upper, wasm_i16x8_const_splat(0x003F)), 6);
  const v128_t z = wasm_v128_and(lower, wasm_i16x8_const_splat(0x003F));
  wasm_v128_store(writing.to, wasm_v128_or(x, wasm_v128_or(y, z)));
  writing.wrote(3 * characters, characters);
  return true;
}

#else

inline bool write_run(Writing&) { return false; }

#endif

/// One character that nearly all of a text's are: ASCII, or U+1000 to U+FFFF but for the
/// surrogates' neighbours. Whether it was one.
[[gnu::always_inline]] inline bool write_common(Writing& writing) {
  static_assert(std::endian::native == std::endian::little);
  std::uint32_t bytes = 0;
  if (writing.text.size() < sizeof bytes) return false;
  std::memcpy(&bytes, writing.text.data(), sizeof bytes);
  if ((bytes & 0x80) == 0) {
    *writing.to = static_cast<char16_t>(bytes & 0x7F);
    writing.wrote(1, 1);
    return true;
  }
  if ((bytes & 0xC0C0FF) - 0x8080E1 > 0xE || (bytes & 0xFF) == 0xED) return false;
  *writing.to =
      static_cast<char16_t>((bytes << 12 & 0xF000) | (bytes >> 2 & 0xFC0) | (bytes >> 16 & 0x3F));
  writing.wrote(3, 1);
  return true;
}

void write_any(Writing& writing) {
  const utf8::Character c = utf8::read(writing.text, 0);
  if (c.code_point >= 0x10000 && (c.code_point & utf8::kIllFormed) == 0) {
    writing.to[0] = static_cast<char16_t>(0xD7C0 + (c.code_point >> 10));
    writing.to[1] = static_cast<char16_t>(0xDC00 | (c.code_point & 0x3FF));
    writing.wrote(c.length, 2);
    return;
  }
  *writing.to =
      static_cast<char16_t>(c.code_point < 0x10000 ? c.code_point : 0xDC00 | (c.code_point & 0xFF));
  writing.wrote(c.length, 1);
}

}  // namespace

char16_t* write(std::string_view utf8, char16_t* to) {
  Writing writing = {utf8, to};
  while (!writing.text.empty()) {
    if (!write_run(writing) && !write_common(writing)) write_any(writing);
  }
  return writing.to;
}

void write_byte_offsets(std::u16string_view units, std::uint32_t* to) {
  std::uint32_t byte = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    *to++ = byte;
    const char16_t unit = units[i];
    if (!is_high(unit) && !is_low(unit)) {
      byte += 1U + (unit >= 0x80 ? 1 : 0) + (unit >= 0x800 ? 1 : 0);
    } else {
      const bool alone = is_low(unit) && (i == 0 || !is_high(units[i - 1]));
      byte += alone ? 1 : 2;
    }
  }
  *to = byte;
}

}  // namespace shuye::utf16
