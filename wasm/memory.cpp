// The functions of the C library that copy, fill and compare memory. A text stands at any address,
// and Emscripten's copy byte by byte what does not stand at a multiple of four; WebAssembly reads
// and writes sixteen bytes at any address. They take the place of the library's.

#include <wasm_simd128.h>

#include <cstddef>
#include <cstdint>

namespace {

using Byte = unsigned char;

std::uint64_t read8(const Byte* from) {
  std::uint64_t word = 0;
  __builtin_memcpy(&word, from, sizeof word);
  return word;
}

std::uint32_t read4(const Byte* from) {
  std::uint32_t word = 0;
  __builtin_memcpy(&word, from, sizeof word);
  return word;
}

void write8(Byte* to, std::uint64_t word) { __builtin_memcpy(to, &word, sizeof word); }
void write4(Byte* to, std::uint32_t word) { __builtin_memcpy(to, &word, sizeof word); }

v128_t read16(const Byte* from) { return wasm_v128_load(from); }
void write16(Byte* to, v128_t bytes) { wasm_v128_store(to, bytes); }

constexpr std::uint64_t kOnes = 0x0101010101010101;

/// Up to 16 bytes. All of them are read before any is written.
void copy_few(Byte* to, const Byte* from, std::size_t size) {
  if (size >= 8) {
    const std::uint64_t first = read8(from), last = read8(from + size - 8);
    write8(to, first);
    write8(to + size - 8, last);
  } else if (size >= 4) {
    const std::uint32_t first = read4(from), last = read4(from + size - 4);
    write4(to, first);
    write4(to + size - 4, last);
  } else if (size > 0) {
    const Byte first = from[0], middle = from[size / 2], last = from[size - 1];
    to[0] = first;
    to[size / 2] = middle;
    to[size - 1] = last;
  }
}

/// More than 16 bytes, where `to` is not inside of what is copied.
void copy_forwards(Byte* to, const Byte* from, std::size_t size) {
  const v128_t last = read16(from + size - 16);
  std::size_t at = 0;
  for (; at + 32 < size; at += 32) {
    const v128_t a = read16(from + at), b = read16(from + at + 16);
    write16(to + at, a);
    write16(to + at + 16, b);
  }
  if (at + 16 < size) write16(to + at, read16(from + at));
  write16(to + size - 16, last);
}

/// More than 16 bytes, where `from` is not inside of where they go.
void copy_backwards(Byte* to, const Byte* from, std::size_t size) {
  const v128_t first = read16(from);
  std::size_t at = size;
  for (; at > 32; at -= 32) {
    const v128_t a = read16(from + at - 16), b = read16(from + at - 32);
    write16(to + at - 16, a);
    write16(to + at - 32, b);
  }
  if (at > 16) write16(to + at - 16, read16(from + at - 16));
  write16(to, first);
}

}  // namespace

extern "C" {

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
  if (size <= 16) {
    copy_few(static_cast<Byte*>(to), static_cast<const Byte*>(from), size);
  } else {
    copy_forwards(static_cast<Byte*>(to), static_cast<const Byte*>(from), size);
  }
  return to;
}

void* memmove(void* to, const void* from, std::size_t size) {
  auto* out = static_cast<Byte*>(to);
  const auto* in = static_cast<const Byte*>(from);
  if (size <= 16) {
    copy_few(out, in, size);
  } else if (reinterpret_cast<std::uintptr_t>(out) - reinterpret_cast<std::uintptr_t>(in) >= size) {
    copy_forwards(out, in, size);
  } else {
    copy_backwards(out, in, size);
  }
  return to;
}

void* memset(void* to, int value, std::size_t size) {
  auto* out = static_cast<Byte*>(to);
  const std::uint64_t word = kOnes * static_cast<Byte>(value);
  if (size < 8) {
    for (std::size_t at = 0; at < size; ++at) out[at] = static_cast<Byte>(word);
    return to;
  }
  if (size < 16) {
    write8(out, word);
    write8(out + size - 8, word);
    return to;
  }
  const v128_t words = wasm_i64x2_splat(static_cast<std::int64_t>(word));
  for (std::size_t at = 0; at + 16 < size; at += 16) write16(out + at, words);
  write16(out + size - 16, words);
  return to;
}

void* memchr(const void* from, int value, std::size_t size) {
  const auto* in = static_cast<const Byte*>(from);
  const auto wanted = static_cast<Byte>(value);
  std::size_t at = 0;
  for (; at + 16 <= size; at += 16) {
    const v128_t equal = wasm_i8x16_eq(read16(in + at), wasm_u8x16_splat(wanted));
    const std::uint32_t found = wasm_i8x16_bitmask(equal);
    if (found != 0) return const_cast<Byte*>(in + at + __builtin_ctz(found));
  }
  for (; at < size; ++at) {
    if (in[at] == wanted) return const_cast<Byte*>(in + at);
  }
  return nullptr;
}

int memcmp(const void* left, const void* right, std::size_t size) {
  const auto* a = static_cast<const Byte*>(left);
  const auto* b = static_cast<const Byte*>(right);
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    const std::uint64_t differing = read8(a + at) ^ read8(b + at);
    if (differing != 0) {
      at += static_cast<std::size_t>(__builtin_ctzll(differing)) / 8;
      return a[at] - b[at];
    }
  }
  for (; at < size; ++at) {
    if (a[at] != b[at]) return a[at] - b[at];
  }
  return 0;
}

}  // extern "C"
