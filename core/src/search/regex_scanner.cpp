#include "search/regex_scanner.h"

#include <algorithm>

#include "text/character.h"
#include "text/fold.h"
#include "text/utf16.h"

namespace shuye {

// Diacritics belong to the character before them, and what is not seen is left out.
void RegexScanner::read() {
  const Folding& folding = Folding::get();
  for (std::size_t at = 0; at < text_.size();) {
    const utf8::Character c = utf16::read(text_, at);
    const auto begin = static_cast<std::uint32_t>(at);
    at += c.length;
    const auto end = static_cast<std::uint32_t>(at);
    const PassedOver passed =
        pattern_.exact || c.code_point < 0x80 ? PassedOver::no : passed_over(c.code_point);
    if (passed == PassedOver::mark && !characters_.empty()) {
      characters_.back().end = end;
    } else if (passed == PassedOver::no) {
      const char32_t folded = pattern_.exact ? c.code_point : folding(c.code_point);
      characters_.push_back({c.code_point, folded, begin, end});
    }
  }
}

bool RegexScanner::is_edge(std::size_t place) const {
  return place == characters_.size() || pattern_.exact || !is_voicing_mark(characters_[place].c);
}

std::uint8_t RegexScanner::place_at(std::size_t place) const {
  const bool after = place > 0 && is_word(characters_[place - 1].c);
  const bool before = place < characters_.size() && is_word(characters_[place].c);
  unsigned is = after != before ? kWordEdge : kNoWordEdge;
  if (place == 0) is |= kBlockBegin;
  if (place == characters_.size()) is |= kBlockEnd;
  return static_cast<std::uint8_t>(is);
}

bool RegexScanner::is_read(const RegexState& state, const Character& c) const {
  if (state.set != UINT32_MAX) return regex_.sets[state.set].has(c.c, c.folded);
  return state.literal == c.folded;
}

std::int32_t RegexScanner::furthest(std::uint32_t entry) {
  if (known_at_[entry] == place_) return entry_ends_[entry];
  std::int32_t end = kNone;
  for (const RegexStep& step : regex_.entries[entry]) {
    if ((step.place & ~is_) != 0) continue;
    if (step.state != kRegexEnd) {
      end = std::max(end, ends_[step.state]);
    } else if (is_edge(place_)) {
      end = std::max(end, static_cast<std::int32_t>(place_));
    }
  }
  known_at_[entry] = place_;
  entry_ends_[entry] = end;
  return end;
}

bool RegexScanner::run() {
  read();
  ends_.assign(regex_.states.size(), kNone);
  entry_ends_.assign(regex_.entries.size(), kNone);
  known_at_.assign(regex_.entries.size(), SIZE_MAX);
  place_ = characters_.size();
  is_ = place_at(place_);
  std::vector<std::int32_t> next(ends_.size());
  while (place_ > 0) {
    const Character& c = characters_[place_ - 1];
    for (std::size_t state = 0; state < next.size(); ++state) {
      const bool reads = is_read(regex_.states[state], c);
      next[state] = reads ? furthest(regex_.states[state].entry) : kNone;
    }
    ends_.swap(next);
    --place_;
    is_ = place_at(place_);
    const std::int32_t end = is_edge(place_) ? furthest(0) : kNone;
    if (end <= static_cast<std::int32_t>(place_)) continue;
    if (found_.size() >= most_) return false;
    found_.push_back(
        {pattern_.keyword, kNoBlock, c.begin, characters_[static_cast<std::size_t>(end) - 1].end});
  }
  return true;
}

}  // namespace shuye
