// The functions that wasm/memory.cpp puts in the place of the C library's; natively those of the
// library.

#include <gtest/gtest.h>

#include <cstddef>
#include <cstring>
#include <string>

namespace {

// By way of pointers that may change, so that none is resolved by the compiler.
void* (*volatile copy)(void*, const void*, std::size_t) = std::memcpy;
void* (*volatile move)(void*, const void*, std::size_t) = std::memmove;
void* (*volatile fill)(void*, int, std::size_t) = std::memset;
int (*volatile compare)(const void*, const void*, std::size_t) = std::memcmp;
const void* (*volatile find)(const void*, int, std::size_t) = std::memchr;

/// Bytes of which no two neighbours are the same.
std::string pattern(std::size_t size) {
  std::string bytes(size, 0);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 37 + 11);
  return bytes;
}

constexpr std::size_t kSizes[] = {0,  1,  2,  3,  4,   5,   7,   8,   9,   12,  15,  16,   17,
                                  23, 24, 31, 32, 33,  40,  47,  48,  63,  64,  65,  79,   80,
                                  95, 96, 97, 99, 127, 128, 129, 255, 511, 512, 513, 1000, 4099};
constexpr std::size_t kRoom = 4200;

template <typename Check>
void for_all_places(const Check& check) {
  for (const std::size_t size : kSizes) {
    for (std::size_t from = 0; from < 9; ++from) {
      for (std::size_t to = 0; to < 9; ++to) check(size, from, to);
    }
  }
}

TEST(Memory, CopiesWhatItIsAskedFor) {
  const std::string source = pattern(kRoom);
  for_all_places([&](std::size_t size, std::size_t from, std::size_t to) {
    std::string copied(kRoom, '.'), expected(kRoom, '.');
    for (std::size_t i = 0; i < size; ++i) expected[to + i] = source[from + i];
    EXPECT_EQ(copy(&copied[to], &source[from], size), &copied[to]);
    EXPECT_TRUE(copied == expected) << size << " bytes from " << from << " to " << to;
  });
}

TEST(Memory, MovesWhatOverlaps) {
  const std::string source = pattern(kRoom);
  for (const std::size_t shift : {0U, 1U, 3U, 8U, 15U, 16U, 20U, 40U}) {
    for_all_places([&](std::size_t size, std::size_t from, std::size_t to) {
      if (from + size + shift > kRoom || to + size + shift > kRoom) return;
      for (const bool up : {false, true}) {
        const std::size_t begin = from + (up ? 0 : shift), end = to + (up ? shift : 0);
        std::string moved = source, expected = source;
        for (std::size_t i = 0; i < size; ++i) expected[end + i] = source[begin + i];
        EXPECT_EQ(move(&moved[end], &moved[begin], size), &moved[end]);
        EXPECT_TRUE(moved == expected) << size << " bytes from " << begin << " to " << end;
      }
    });
  }
}

TEST(Memory, FillsWithOneByte) {
  for_all_places([&](std::size_t size, std::size_t at, std::size_t value) {
    std::string filled = pattern(kRoom), expected = filled;
    const int byte = static_cast<int>(0x17C + value);  // only its lowest byte counts
    for (std::size_t i = 0; i < size; ++i) expected[at + i] = static_cast<char>(byte);
    EXPECT_EQ(fill(&filled[at], byte, size), &filled[at]);
    EXPECT_TRUE(filled == expected) << size << " bytes at " << at;
  });
}

TEST(Memory, ComparesAsUnsignedBytesFromTheFirst) {
  for_all_places([&](std::size_t size, std::size_t left, std::size_t right) {
    std::string a(kRoom, '\x80'), b(kRoom, '\x80');
    EXPECT_EQ(compare(&a[left], &b[right], size), 0);
    // What stands behind does not count, nor what differs later.
    a[left + size] = 1;
    EXPECT_EQ(compare(&a[left], &b[right], size), 0);
    for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
      if (at >= size) continue;
      std::string c = a;
      c[left + at] = '\x7F';
      c[left + size - 1] = at + 1 < size ? '\xFF' : '\x7F';
      EXPECT_LT(compare(&c[left], &b[right], size), 0) << size << " bytes, at " << at;
      EXPECT_GT(compare(&b[right], &c[left], size), 0) << size << " bytes, at " << at;
    }
  });
}

TEST(Memory, FindsTheFirstOfAByte) {
  for_all_places([&](std::size_t size, std::size_t from, std::size_t value) {
    const char wanted = static_cast<char>(0x7C + value);
    std::string text(kRoom, static_cast<char>(wanted + 1));
    text[from + size] = wanted;  // behind the end
    EXPECT_EQ(find(&text[from], wanted, size), nullptr) << size << " bytes from " << from;
    for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
      if (at >= size) continue;
      std::string with = text;
      with[from + at] = wanted;
      with[from + size - 1] = wanted;
      EXPECT_EQ(find(&with[from], wanted + 0x100, size), &with[from + at])
          << size << " bytes from " << from << ", at " << at;
    }
  });
}

}  // namespace
