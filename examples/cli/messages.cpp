#include "messages.h"

#include <cstdio>

namespace cli {
namespace {

/// Above this many warnings of one article, their number alone is told.
constexpr std::size_t kMaxWarnings = 20;

std::string place(std::size_t offset) {
  return offset == 0 ? std::string() : "at byte " + std::to_string(offset) + ": ";
}

}  // namespace

void complain(std::string_view message) {
  std::string line = "shuye: ";
  // A file's name may hold anything: nothing of it moves the cursor or begins a line of its own.
  for (const char c : message) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    line.push_back(control ? ' ' : c);
  }
  line.push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain(std::string_view input, const shuye::Error& error) {
  std::string message(input);
  message.append(": ").append(shuye::name_of(error.stage)).append(": ");
  message.append(place(error.offset)).append(error.message);
  complain(message);
}

void warn(std::string_view input, const std::vector<shuye::Warning>& warnings) {
  const std::string prefix = std::string(input) + ": warning: ";
  for (std::size_t i = 0; i < warnings.size(); ++i) {
    if (i == kMaxWarnings) {
      return complain(prefix + "and " + std::to_string(warnings.size() - i) + " more");
    }
    complain(prefix + place(warnings[i].offset) + warnings[i].message);
  }
}

}  // namespace cli
