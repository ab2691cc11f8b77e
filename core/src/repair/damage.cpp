#include "repair/damage.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "repair/pinyin.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kFewestAnnotations = 4;
constexpr std::size_t kFewestKeys = 3;

/// Nine of ten.
bool nearly_all(std::size_t some, std::size_t all) { return some * 10 >= all * 9; }

/// The reading that most annotations of a character have.
struct Candidate {
  std::string_view reading;
  std::size_t annotated = 0;
  std::size_t found = 0;  // with a reading or without
};
using Candidates = std::map<char32_t, Candidate>;

Candidates candidates_of(const std::vector<Annotation>& annotations, const Readings& readings) {
  std::map<std::pair<char32_t, std::string_view>, std::size_t> counts;
  for (const Annotation& a : annotations) ++counts[{a.character, a.reading}];
  Candidates candidates;
  for (const auto& [what, count] : counts) {
    if (!readings.reads(what.first, what.second)) continue;
    Candidate& candidate = candidates[what.first];
    if (count > candidate.annotated) candidate = {what.second, count, 0};
  }
  return candidates;
}

/// Whether these annotations could come of damage, each looked at alone.
bool are_plausible(std::string_view text, const std::vector<Annotation>& annotations,
                   const Readings& readings) {
  std::size_t traditional = 0;
  std::size_t valid = 0;
  std::size_t running = 0;  // in running text: an ideograph stands before or behind
  for (const Annotation& a : annotations) {
    traditional += readings.is_traditional(a.character) ? 1 : 0;
    valid += readings.reads(a.character, a.reading) ? 1 : 0;
    const std::size_t behind = a.bracket + a.reading.size() + 2;
    const bool after = behind < text.size() && is_han(utf8::read(text, behind).code_point);
    const bool before = a.at > 0 && is_han(utf8::read_before(text, a.at).code_point);
    running += before || after ? 1 : 0;
  }
  return nearly_all(traditional, annotations.size()) && nearly_all(valid, annotations.size()) &&
         running * 10 >= annotations.size() * 7;
}

/// What the whole text says of the candidates: how often each is found, and how often the bytes of
/// one are found across two characters with nothing behind them.
class Occurrences {
 public:
  Occurrences(Candidates& candidates, const Gb18030Encoder& encoder)
      : candidates_(candidates), encoder_(encoder) {
    for (const auto& [c, candidate] : candidates) pairs_.insert(encoder.pair(c));
  }

  void count(std::string_view text) {
    std::uint32_t before = 0;
    bool misaligned = false;  // what follows a "?" may be: until the next ASCII character
    for (std::size_t at = 0; at < text.size();) {
      const utf8::Character c = utf8::read(text, at);
      at += c.length;
      if (c.code_point < 0x80) {
        misaligned = misaligned_behind(text, at - 1, misaligned);
        before = 0;
        continue;
      }
      const std::uint32_t pair = encoder_.pair(c.code_point);
      if (!misaligned) look(c.code_point, before, pair);
      before = pair;
    }
  }

  std::size_t across() const { return across_; }

 private:
  static bool misaligned_behind(std::string_view text, std::size_t ascii, bool misaligned) {
    if (text[ascii] == '?') return true;
    // The letters of the reading behind a "?", and its bracket; or a stop that a page made narrow.
    if (ascii > 0 && text[ascii - 1] == '?' &&
        std::string_view(",;!").find(text[ascii]) != std::string_view::npos)
      return true;
    const bool in_reading = text[ascii] == ')' || (text[ascii] >= 'a' && text[ascii] <= 'z');
    return misaligned && in_reading;
  }

  void look(char32_t c, std::uint32_t before, std::uint32_t pair) {
    if (const auto found = candidates_.find(c); found != candidates_.end()) ++found->second.found;
    if (before != 0 && pair != 0) across_ += pairs_.count((before & 0xFF) << 8 | pair >> 8);
  }

  Candidates& candidates_;
  const Gb18030Encoder& encoder_;
  std::set<std::uint32_t> pairs_;
  std::size_t across_ = 0;
};

}  // namespace

std::vector<Annotation> annotations_in(std::string_view text) {
  std::vector<Annotation> annotations;
  for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    constexpr std::size_t kIdeograph = 3;  // bytes, of those that GBK has
    if (at < kIdeograph || static_cast<unsigned char>(text[at - 1]) < 0x80) continue;
    const std::string_view reading = bracketed_reading_at(text, at);
    if (reading.empty()) continue;
    const utf8::Character c = utf8::read_before(text, at);
    if (!is_han(c.code_point) || c.length != kIdeograph) continue;
    annotations.push_back({at - kIdeograph, at, c.code_point, reading});
  }
  return annotations;
}

bool may_be_damaged(const std::vector<Annotation>& annotations) {
  if (annotations.size() < kFewestAnnotations) return false;
  std::set<char32_t> characters;
  std::size_t toned = 0;
  for (const Annotation& a : annotations) {
    if (characters.size() < kFewestKeys) characters.insert(a.character);
    toned += has_tone_mark(a.reading) ? 1 : 0;
  }
  return characters.size() >= kFewestKeys && nearly_all(toned, annotations.size());
}

void Keys::add(char32_t character, std::uint32_t pair, std::string_view reading) {
  if (character != 0 && pair != 0) readings_.emplace(pair, reading);
}

std::string_view Keys::reading(std::uint32_t pair) const {
  const auto found = readings_.find(pair);
  return found == readings_.end() ? std::string_view() : found->second;
}

std::vector<unsigned char> Keys::trails(unsigned char lead, std::string_view reading) const {
  std::vector<unsigned char> trails;
  const std::uint32_t first = std::uint32_t{lead} << 8;
  for (auto key = readings_.lower_bound(first); key != readings_.end() && key->first < first + 256;
       ++key) {
    if (key->second == reading) trails.push_back(static_cast<unsigned char>(key->first & 0xFF));
  }
  return trails;
}

Keys keys_of(std::string_view text, const std::vector<Annotation>& annotations,
             const Readings& readings, const Gb18030Encoder& encoder) {
  if (!may_be_damaged(annotations) || !are_plausible(text, annotations, readings)) return {};
  Candidates candidates = candidates_of(annotations, readings);
  Occurrences occurrences(candidates, encoder);
  occurrences.count(text);
  Keys keys;
  std::size_t annotated = 0;
  for (const auto& [c, candidate] : candidates) {
    const std::uint32_t pair = encoder.pair(c);
    if (pair == 0 || candidate.annotated * 10 < candidate.found * 8) continue;
    keys.add(c, pair, candidate.reading);
    annotated += candidate.annotated;
  }
  // A single one could come of what the tool did not see: a character that was put in later.
  const bool found_across = occurrences.across() > 1 + annotations.size() / 50;
  const bool most = annotated * 10 >= annotations.size() * 8;
  if (keys.size() < kFewestKeys || !most || found_across) return {};
  return keys;
}

}  // namespace shuye
