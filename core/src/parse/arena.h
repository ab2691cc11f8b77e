#pragma once

/// Memory for a tree that goes in whole: what the HTML parser allocates, small pieces by the
/// hundred thousand. Pieces that it gives back are kept for others of their size, and everything
/// goes with the arena, without a walk over the tree.

#include <array>
#include <cstddef>
#include <vector>

namespace shuye {

class Arena {
 public:
  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Aligned as a pointer or a double is; nullptr where no memory is left.
  void* allocate(std::size_t size);

  /// `piece` is of this arena, or nullptr.
  void release(void* piece);

 private:
  /// Stands before every piece.
  struct alignas(double) Head {
    std::size_t size_class;  // of a large piece: its place in `large_`, behind the classes
  };
  struct Free {
    Free* next;
  };
  static constexpr std::size_t kStep = 16, kClasses = 64;

  void* allocate_large(std::size_t size);
  bool add_chunk();

  std::array<Free*, kClasses> free_ = {};
  std::vector<void*> chunks_;
  std::vector<void*> large_;  // nullptr where one was released
  char* next_ = nullptr;      // in the last chunk
  std::size_t left_ = 0;
};

}  // namespace shuye
