#include "convert/description_sequence.h"

#include "text/utf8.h"

namespace shuye {

namespace {

constexpr int kDeepest = 16;
constexpr int kMostCharacters = 64;

int operands(char32_t c) {
  if (!is_description_operator(c)) return 0;
  if (c == 0x2FF2 || c == 0x2FF3) return 3;
  return c == 0x2FFE || c == 0x2FFF ? 1 : 2;
}

// Reads one operand, a character or a sequence. False where there is none.
bool read_operand(std::string_view text, std::size_t& at, int depth, int& characters) {
  if (at >= text.size() || depth == 0 || characters == kMostCharacters) return false;
  const utf8::Character c = utf8::read(text, at);
  if (c.code_point > 0x10FFFF) return false;
  at += c.length;
  ++characters;
  for (int left = operands(c.code_point); left > 0; --left) {
    if (!read_operand(text, at, depth - 1, characters)) return false;
  }
  return true;
}

}  // namespace

std::size_t description_sequence_length(std::string_view text, std::size_t at) {
  if (!is_description_operator(utf8::read(text, at).code_point)) return 0;
  std::size_t end = at;
  int characters = 0;
  return read_operand(text, end, kDeepest, characters) ? end - at : 0;
}

}  // namespace shuye
