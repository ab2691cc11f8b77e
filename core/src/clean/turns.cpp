#include "clean/turns.h"

#include <set>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// What stands before the line's first colon, when it is short and one word; else empty.
std::string speaker_of(const Line& line) {
  constexpr std::size_t kLongest = 10;  // characters
  std::size_t length = 0;
  for (std::size_t at = 0; at < line.text.size() && length <= kLongest; ++length) {
    const utf8::Character c = utf8::read(line.text, at);
    if (c.code_point == U'：' || c.code_point == ':') {
      return folded_text(line.text.substr(0, at));
    }
    if (!is_han(c.code_point) && !is_word(c.code_point)) break;
    at += c.length;
  }
  return {};
}

}  // namespace

std::map<BlockIndex, std::size_t> turns_in(const std::vector<Line>& lines) {
  std::vector<std::string> speakers;
  std::map<std::string, std::size_t> times;
  for (const Line& line : lines) {
    speakers.push_back(speaker_of(line));
    if (!speakers.back().empty()) ++times[speakers.back()];
  }
  const auto comes_back = [&](std::size_t i) {
    return i < lines.size() && !speakers[i].empty() && times[speakers[i]] >= 2;
  };
  const auto answers = [&](std::size_t i, std::size_t other) {
    return comes_back(other) && speakers[other] != speakers[i];
  };
  std::map<std::string, std::set<std::string_view>> said;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (comes_back(i)) said[speakers[i]].insert(lines[i].folded());
  }
  std::map<BlockIndex, std::size_t> turns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!comes_back(i)) continue;
    if (answers(i, i + 1) || (i > 0 && answers(i, i - 1))) {
      turns[lines[i].block] = said[speakers[i]].size();
    }
  }
  return turns;
}

}  // namespace shuye
