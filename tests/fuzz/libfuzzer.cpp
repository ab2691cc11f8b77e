// LibFuzzer's own mutations know bytes; every other one is made of the target's tokens.

#include <algorithm>
#include <cstring>

#include "fuzz/target.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t limit);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t limit, unsigned seed) {
  std::mt19937 random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, limit);
  const std::string changed =
      shuye::fuzz::mutate(std::string(reinterpret_cast<const char*>(data), size), random);
  const std::size_t length = std::min(changed.size(), limit);
  std::memcpy(data, changed.data(), length);
  return length;
}
