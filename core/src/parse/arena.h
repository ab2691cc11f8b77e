#pragma once

/// Memory for a tree that goes in whole or from one end to the other: what the HTML parser
/// allocates, small pieces by the hundred thousand. Pieces that it gives back are kept for others
/// of their size, and everything goes with the arena, without a walk over the tree.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace shuye {

class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Aligned as a pointer is; nullptr where no memory is left.
  void* allocate(std::size_t size);

  /// Takes back what a piece does not need of its room, while it is the last that was allocated.
  void shorten(void* piece, std::size_t size);

  /// `piece` is of this arena, or nullptr.
  void release(void* piece);

  /// Nothing is allocated from here on. Memory whose pieces are all released goes at once.
  void close();

 private:
  /// Stands before every piece.
  struct Head {
    std::uint32_t size_class : 8;  // `kLarge`: a piece with memory of its own
    std::uint32_t
        place : 24;  // where it stands in its chunk, in words; of a large one: in `large_`
  };
  struct Free {
    Free* next;
  };
  /// At the beginning of its memory.
  struct Chunk {
    std::uint32_t index;  // in `chunks_`
    std::uint32_t live;   // pieces that are not released
  };
  static constexpr std::size_t kWord = alignof(void*), kClasses = 128, kLarge = 255;

  static std::size_t words_for(std::size_t size);
  void* allocate_large(std::size_t size);
  bool add_chunk();
  void release_from(Chunk* chunk);

  std::array<Free*, kClasses> free_ = {};
  std::vector<Chunk*> chunks_;  // nullptr where one went
  std::vector<void*> large_;    // nullptr where one was released
  char* next_ = nullptr;        // in the last chunk; a piece begins here, its head before it
  std::size_t left_ = 0;
  std::size_t taken_ = 0;  // by all chunks
  bool closed_ = false;
};

}  // namespace shuye
