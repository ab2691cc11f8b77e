#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "fuzz/target.h"

namespace shuye::fuzz {
namespace {

std::size_t below(std::size_t limit, std::mt19937& random) {
  return limit == 0 ? 0 : random() % limit;
}

/// A place between two characters, mostly: tokens inside a character break it, which is worth
/// trying less often.
std::size_t place(const std::string& input, std::mt19937& random) {
  std::size_t at = below(input.size() + 1, random);
  if (random() % 16 == 0) return at;
  while (at < input.size() && (static_cast<unsigned char>(input[at]) & 0xC0) == 0x80) ++at;
  return at;
}

void change_once(std::string& input, std::mt19937& random) {
  const std::size_t at = place(input, random);
  const std::size_t left = input.size() - at;
  switch (random() % 8) {
    case 0:
      input.erase(at, below(std::min<std::size_t>(left, 64) + 1, random));
      break;
    case 1:
      input.insert(at, 1, static_cast<char>(random()));
      break;
    case 2:
      if (left > 0) input[at] = static_cast<char>(input[at] ^ (1 << random() % 8));
      break;
    case 3: {
      const std::string slice =
          input.substr(at, below(std::min<std::size_t>(left, 64) + 1, random));
      input.insert(place(input, random), slice);
      break;
    }
    default:
      input.insert(at, tokens()[below(tokens().size(), random)]);
  }
}

}  // namespace

std::string mutate(std::string input, std::mt19937& random) {
  for (std::size_t changes = 1 + below(12, random); changes > 0; --changes) {
    change_once(input, random);
  }
  return input;
}

void fail(std::string_view promise, std::string_view detail) {
  std::cerr << "broken: " << promise << '\n' << detail << std::endl;
  std::abort();
}

}  // namespace shuye::fuzz
