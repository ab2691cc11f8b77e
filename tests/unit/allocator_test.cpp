// The functions that wasm/allocator.cpp puts in the place of the C library's; natively those of the
// library.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

namespace {

// By way of pointers that may change, so that no pair of them is left out by the compiler.
void* (*volatile allocate)(std::size_t) = std::malloc;
void* (*volatile allocate_zeros)(std::size_t, std::size_t) = std::calloc;
void* (*volatile reallocate)(void*, std::size_t) = std::realloc;
void (*volatile release)(void*) = std::free;

struct Piece {
  unsigned char* begin;
  std::size_t size;
  unsigned char filled_with;

  void fill() const { std::memset(begin, filled_with, size); }
  bool is_whole() const {
    return std::all_of(begin, begin + size, [&](unsigned char c) { return c == filled_with; });
  }
};

// Any number of pieces of any size, released in any order: none shares memory with another.
TEST(Allocator, GivesEachPieceMemoryOfItsOwn) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t end) { return random() % end; };
  std::vector<Piece> pieces;
  for (int step = 0; step < 60'000; ++step) {
    const std::size_t size = 1 + (below(8) == 0 ? below(5000) : below(600));
    const auto filled_with = static_cast<unsigned char>(step % 251 + 1);
    if (pieces.size() < 200 || below(2) == 0) {
      auto* begin = static_cast<unsigned char*>(allocate(size));
      ASSERT_EQ(reinterpret_cast<std::uintptr_t>(begin) % alignof(double), 0U);
      pieces.push_back({begin, size, filled_with});
      pieces.back().fill();
      continue;
    }
    Piece& piece = pieces[below(pieces.size())];
    ASSERT_TRUE(piece.is_whole()) << "of " << piece.size << " bytes, at step " << step;
    if (below(4) == 0) {
      const std::size_t kept = std::min(size, piece.size);
      piece.begin = static_cast<unsigned char*>(reallocate(piece.begin, size));
      piece.size = kept;
      ASSERT_TRUE(piece.is_whole()) << "at step " << step;
      piece.size = size;
      piece.fill();
    } else {
      release(piece.begin);
      piece = pieces.back();
      pieces.pop_back();
    }
  }
  for (const Piece& piece : pieces) {
    EXPECT_TRUE(piece.is_whole());
    release(piece.begin);
  }
}

TEST(Allocator, GivesZerosWhereSomethingElseWas) {
  for (std::size_t size = 1; size < 700; ++size) {
    void* before = allocate(size);
    std::memset(before, 0xAB, size);
    release(before);
    const Piece zeros{static_cast<unsigned char*>(allocate_zeros(size, 1)), size, 0};
    EXPECT_TRUE(zeros.is_whole()) << size;
    release(zeros.begin);
  }
}

TEST(Allocator, ReleasesNothing) {
  release(nullptr);
  release(allocate(0));
}

}  // namespace
