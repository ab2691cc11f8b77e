#include "render/utf16_offsets.h"

#include "text/utf8.h"

namespace shuye {
namespace {

// Counted by first bytes, so that a piece may begin or end inside of a character.
std::size_t units_in(std::string_view text, std::size_t begin, std::size_t end) {
  return utf8::utf16_length(text.substr(begin, end - begin));
}

bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t units_of(char first) { return static_cast<unsigned char>(first) >= 0xF0 ? 2 : 1; }

}  // namespace

std::size_t Utf16Offsets::operator()(std::size_t byte) {
  if (byte >= byte_ && byte - byte_ <= kStep) {
    units_ += units_in(text_, byte_, byte);
  } else {
    if (steps_.empty()) steps_.push_back(0);
    while (steps_.size() * kStep <= byte) {
      const std::size_t from = (steps_.size() - 1) * kStep;
      const std::size_t units = units_in(text_, from, from + kStep);
      steps_.push_back(steps_.back() + static_cast<std::uint32_t>(units));
    }
    const std::size_t step = byte / kStep;
    units_ = steps_[step] + units_in(text_, step * kStep, byte);
  }
  byte_ = byte;
  return units_;
}

std::size_t units_before(std::string_view text, std::size_t from, std::size_t units) {
  while (from > 0) {
    std::size_t at = from - 1;
    while (at > 0 && is_trail(text[at])) --at;
    const std::size_t needed = units_of(text[at]);
    if (needed > units) break;
    units -= needed;
    from = at;
  }
  return from;
}

std::size_t units_behind(std::string_view text, std::size_t from, std::size_t units) {
  while (from < text.size()) {
    const std::size_t needed = units_of(text[from]);
    if (needed > units) break;
    units -= needed;
    do ++from;
    while (from < text.size() && is_trail(text[from]));
  }
  return from;
}

}  // namespace shuye
