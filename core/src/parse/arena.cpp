#include "parse/arena.h"

#include <algorithm>
#include <cstdlib>
#include <new>

namespace shuye {
namespace {

// The first chunk is enough for a short page; those of a long one are not worth counting.
constexpr std::size_t kFirstChunk = std::size_t{1} << 14;
constexpr std::size_t kLargestChunk = std::size_t{1} << 18;

}  // namespace

Arena::~Arena() {
  for (void* chunk : chunks_) std::free(chunk);
  for (void* large : large_) std::free(large);
}

void* Arena::allocate(std::size_t size) {
  const std::size_t size_class = size / kStep;
  if (size_class >= kClasses) return allocate_large(size);
  if (Free* reused = free_[size_class]) {
    free_[size_class] = reused->next;
    return reused;
  }
  const std::size_t whole = sizeof(Head) + (size_class + 1) * kStep;
  if (left_ < whole && !add_chunk()) return nullptr;
  auto* head = new (next_) Head{size_class};
  next_ += whole;
  left_ -= whole;
  return head + 1;
}

void Arena::release(void* piece) {
  if (piece == nullptr) return;
  Head* head = static_cast<Head*>(piece) - 1;
  const std::size_t size_class = head->size_class;
  if (size_class >= kClasses) {
    large_[size_class - kClasses] = nullptr;
    std::free(head);
    return;
  }
  free_[size_class] = new (piece) Free{free_[size_class]};
}

void* Arena::allocate_large(std::size_t size) {
  void* memory = std::malloc(sizeof(Head) + size);
  if (memory == nullptr) return nullptr;
  auto* head = new (memory) Head{kClasses + large_.size()};
  large_.push_back(memory);
  return head + 1;
}

bool Arena::add_chunk() {
  const std::size_t size =
      std::min(kFirstChunk << std::min<std::size_t>(chunks_.size(), 8), kLargestChunk);
  void* chunk = std::malloc(size);
  if (chunk == nullptr) return false;
  chunks_.push_back(chunk);
  next_ = static_cast<char*>(chunk);
  left_ = size;
  return true;
}

}  // namespace shuye
