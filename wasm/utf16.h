#pragma once

/// UTF-8 to the UTF-16 of JavaScript's strings.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace shuye {

#if defined(__wasm_simd128__)

/// The next sixteen bytes where they are ASCII, or fifteen where they are five characters of three
/// bytes, as units to `to`, where there has to be room for sixteen. How many bytes it was: often 0.
inline std::size_t utf16_of_sixteen(const char* from, char* to) {
  const v128_t bytes = wasm_v128_load(from);
  if (wasm_i8x16_bitmask(bytes) == 0) {
    wasm_v128_store(to, wasm_u16x8_extend_low_u8x16(bytes));
    wasm_v128_store(to + 16, wasm_u16x8_extend_high_u8x16(bytes));
    return 16;
  }
  // 1110xxxx 10yyyyyy 10zzzzzz; any sixteenth byte will do.
  const v128_t kind =
      wasm_v128_and(bytes, wasm_u8x16_const(0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0,
                                            0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0));
  const v128_t three = wasm_u8x16_const(0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0,
                                        0x80, 0x80, 0xE0, 0x80, 0x80, 0);
  if (!wasm_i8x16_all_true(wasm_i8x16_eq(kind, three))) return 0;
  // The second byte of each below its first, and the third alone.
  const v128_t upper =
      wasm_i8x16_shuffle(bytes, bytes, 1, 0, 4, 3, 7, 6, 10, 9, 13, 12, 1, 0, 1, 0, 1, 0);
  const v128_t lower = wasm_i8x16_shuffle(bytes, wasm_i16x8_const_splat(0), 2, 16, 5, 16, 8, 16, 11,
                                          16, 14, 16, 16, 16, 16, 16, 16, 16);
  const v128_t x = wasm_i16x8_shl(upper, 4);  // xxxx in its place
  const v128_t y = wasm_i16x8_shl(wasm_v128_and(upper, wasm_i16x8_const_splat(0x003F)), 6);
  const v128_t z = wasm_v128_and(lower, wasm_i16x8_const_splat(0x003F));
  const v128_t xyz =
      wasm_v128_or(wasm_v128_and(x, wasm_i16x8_const_splat(static_cast<std::int16_t>(0xF000))),
                   wasm_v128_or(y, z));
  wasm_v128_store(to, xyz);
  return 15;
}

#endif

/// Writes well-formed UTF-8 as little-endian UTF-16 into the bytes of `out`. (JavaScript encoded
/// what was converted, and nothing that is converted becomes ill-formed; ill-formed bytes would
/// become characters of some kind, inside of `out`.)
inline void utf16_of(std::string_view utf8, std::string& out) {
  constexpr std::size_t kBeyond = 16;  // a step of sixteen bytes may write more than it needs
  // No character takes more units than bytes. What is there need not be set to zeros.
  if (out.size() < 2 * utf8.size() + kBeyond) {
    out.clear();
    out.resize(2 * utf8.size() + kBeyond);
  }
  char* to = out.data();
  const auto put_all = [&to](auto units) {
    std::memcpy(to, &units, sizeof units);
    to += sizeof units;
  };
  const auto put = [&](std::uint32_t unit) { put_all(static_cast<std::uint16_t>(unit)); };
  const std::size_t size = utf8.size();
  const auto byte = [&](std::size_t at) -> std::uint32_t {
    return at < size ? static_cast<unsigned char>(utf8[at]) : 0;
  };
  for (std::size_t at = 0; at < size;) {
#if defined(__wasm_simd128__)
    if (at + 16 <= size) {
      if (const std::size_t length = utf16_of_sixteen(utf8.data() + at, to); length != 0) {
        to += length == 16 ? 32 : 10;
        at += length;
        continue;
      }
    }
#endif
    // Nearly all of a text: one character of three bytes, or four of one, out of four bytes.
    if (at + 4 <= size) {
      std::uint32_t four = 0;
      std::memcpy(&four, utf8.data() + at, sizeof four);
      if ((four & 0xC0C0F0) == 0x8080E0) {
        put((four & 0x0F) << 12 | (four >> 2 & 0xFC0) | (four >> 16 & 0x3F));
        at += 3;
        continue;
      }
      if ((four & 0x80808080) == 0) {
        const std::uint64_t wide = four;
        put_all((wide & 0xFF) | (wide & 0xFF00) << 8 | (wide & 0xFF0000) << 16 |
                (wide & 0xFF000000) << 24);
        at += 4;
        continue;
      }
    }
    const std::uint32_t first = byte(at);
    if (first < 0x80) {
      put(first);
      at += 1;
    } else if (first >= 0xF0) {
      const std::uint32_t c = (first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 |
                              (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F);
      put(0xD7C0 + (c >> 10));
      put(0xDC00 | (c & 0x3FF));
      at += 4;
    } else if (first >= 0xE0) {
      put((first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F));
      at += 3;
    } else {
      put((first & 0x1F) << 6 | (byte(at + 1) & 0x3F));
      at += 2;
    }
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace shuye
