#include "parse/arena.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

namespace shuye {
namespace {

// The first chunk is enough for a short page. Those of a long one are as large as its largest
// vectors, so that they can take the place of each other, and the C library gives both back.
constexpr std::size_t kFirstChunk = std::size_t{1} << 14;
constexpr std::size_t kLargestChunk = std::size_t{1} << 24;
constexpr std::size_t kShare = 16;  // of what there is

}  // namespace

Arena::~Arena() {
  for (Chunk* chunk : chunks_) std::free(chunk);
  for (void* large : large_) std::free(large);
}

// A piece and the head of the next one take a whole number of words; every piece begins at a word.
std::size_t Arena::words_for(std::size_t size) {
  return (std::max(size, sizeof(Free)) + sizeof(Head) + kWord - 1) / kWord;
}

void* Arena::allocate(std::size_t size) {
  const std::size_t words = words_for(size);
  if (words >= kClasses) return allocate_large(size);
  if (Free* reused = free_[words]) {
    free_[words] = reused->next;
    Head* head = reinterpret_cast<Head*>(reused) - 1;
    ++reinterpret_cast<Chunk*>(reinterpret_cast<char*>(reused) - head->place * kWord)->live;
    return reused;
  }
  if (left_ < words * kWord && !add_chunk()) return nullptr;
  Chunk* chunk = chunks_.back();
  ++chunk->live;
  char* piece = next_;
  const auto place = static_cast<std::size_t>(piece - reinterpret_cast<char*>(chunk)) / kWord;
  new (piece - sizeof(Head))
      Head{static_cast<std::uint32_t>(words), static_cast<std::uint32_t>(place)};
  next_ += words * kWord;
  left_ -= words * kWord;
  return piece;
}

void Arena::shorten(void* piece, std::size_t size) {
  Head* head = static_cast<Head*>(piece) - 1;
  const std::size_t words = words_for(size);
  const bool is_last = static_cast<char*>(piece) + head->size_class * kWord == next_;
  if (head->size_class == kLarge || !is_last || words >= head->size_class) return;
  next_ -= (head->size_class - words) * kWord;
  left_ += (head->size_class - words) * kWord;
  head->size_class = static_cast<std::uint32_t>(words) & 0xFFU;
}

void Arena::release(void* piece) {
  if (piece == nullptr) return;
  Head* head = static_cast<Head*>(piece) - 1;
  if (head->size_class == kLarge) {
    std::free(std::exchange(large_[head->place], nullptr));
    return;
  }
  auto* chunk = reinterpret_cast<Chunk*>(static_cast<char*>(piece) - head->place * kWord);
  --chunk->live;
  if (closed_) {
    release_from(chunk);
  } else {
    free_[head->size_class] = new (piece) Free{free_[head->size_class]};
  }
}

void Arena::close() {
  closed_ = true;
  for (Chunk* chunk : chunks_) release_from(chunk);
}

void Arena::release_from(Chunk* chunk) {
  if (chunk->live > 0) return;
  chunks_[chunk->index] = nullptr;
  std::free(chunk);
}

void* Arena::allocate_large(std::size_t size) {
  constexpr std::size_t kBefore = 2 * sizeof(double);
  if (large_.size() >= std::size_t{1} << 24) return nullptr;
  auto* memory = static_cast<char*>(std::malloc(kBefore + size));
  if (memory == nullptr) return nullptr;
  new (memory + kBefore - sizeof(Head)) Head{kLarge, static_cast<std::uint32_t>(large_.size())};
  large_.push_back(memory);
  return memory + kBefore;
}

bool Arena::add_chunk() {
  const std::size_t size = std::clamp(taken_ / kShare, kFirstChunk, kLargestChunk);
  auto* memory = static_cast<char*>(std::malloc(size));
  if (memory == nullptr) return false;
  chunks_.push_back(new (memory) Chunk{static_cast<std::uint32_t>(chunks_.size()), 0});
  constexpr std::size_t kFirst = (sizeof(Chunk) + sizeof(Head) + kWord - 1) / kWord * kWord;
  next_ = memory + kFirst;
  left_ = size - kFirst;
  taken_ += size;
  return true;
}

}  // namespace shuye
