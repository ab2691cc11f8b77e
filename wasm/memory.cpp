// The functions of the C library that copy, fill and compare memory. A text stands at any address,
// and Emscripten's copy byte by byte what does not stand at a multiple of four; WebAssembly reads
// and writes eight bytes at any address. They take the place of the library's.

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

constexpr std::uint64_t kOnes = 0x0101010101010101, kHighBits = 0x8080808080808080;

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
  const std::uint64_t last = read8(from + size - 8), last_but_one = read8(from + size - 16);
  std::size_t at = 0;
  for (; at + 32 <= size; at += 32) {
    const std::uint64_t a = read8(from + at), b = read8(from + at + 8);
    const std::uint64_t c = read8(from + at + 16), d = read8(from + at + 24);
    write8(to + at, a);
    write8(to + at + 8, b);
    write8(to + at + 16, c);
    write8(to + at + 24, d);
  }
  if (at + 16 <= size) {
    const std::uint64_t a = read8(from + at), b = read8(from + at + 8);
    write8(to + at, a);
    write8(to + at + 8, b);
  }
  write8(to + size - 16, last_but_one);
  write8(to + size - 8, last);
}

/// More than 16 bytes, where `from` is not inside of where they go.
void copy_backwards(Byte* to, const Byte* from, std::size_t size) {
  const std::uint64_t first = read8(from), second = read8(from + 8);
  std::size_t at = size;
  for (; at > 16; at -= 16) {
    const std::uint64_t a = read8(from + at - 16), b = read8(from + at - 8);
    write8(to + at - 16, a);
    write8(to + at - 8, b);
  }
  write8(to, first);
  write8(to + 8, second);
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
  std::size_t at = 0;
  for (; at + 32 <= size; at += 32) {
    write8(out + at, word);
    write8(out + at + 8, word);
    write8(out + at + 16, word);
    write8(out + at + 24, word);
  }
  for (; at + 8 <= size; at += 8) write8(out + at, word);
  write8(out + size - 8, word);
  return to;
}

void* memchr(const void* from, int value, std::size_t size) {
  const auto* in = static_cast<const Byte*>(from);
  const auto wanted = static_cast<Byte>(value);
  const std::uint64_t word = kOnes * wanted;
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    // A byte that is the wanted one becomes zero; the lowest byte that is found is one.
    const std::uint64_t zeros = read8(in + at) ^ word;
    const std::uint64_t found = (zeros - kOnes) & ~zeros & kHighBits;
    if (found != 0) return const_cast<Byte*>(in + at + __builtin_ctzll(found) / 8);
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
