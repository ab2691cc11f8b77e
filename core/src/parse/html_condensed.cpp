#include "parse/html_condensed.h"

#include <algorithm>

#include "text/utf8.h"

namespace shuye {
namespace {

/// In bytes. A shorter run is not worth it.
constexpr std::size_t kShortestRun = 9;

constexpr char32_t kFirst = 0xF0000, kSecond = 0x100000;
constexpr std::size_t kPlane = 0xFFFE;  // characters of each; the last two are none

// The first bytes of the characters of both planes.
constexpr unsigned char kFirstByte = 0xF3, kSecondByte = 0xF4;

/// Whether a character of three bytes stands there that is nothing special to an HTML parser and
/// not replaced by it: U+2000 to U+9FFF, and the full-width forms.
bool is_plain(const unsigned char* at) {
  return (at[0] >= 0xE2 && at[0] <= 0xE9) || (at[0] == 0xEF && (at[1] == 0xBC || at[1] == 0xBD));
}

/// Whether `&#…` names a character of the planes of which stand-ins are.
bool names_private(std::string_view reference) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const bool hex = reference.size() > 2 && (reference[2] == 'x' || reference[2] == 'X');
  const std::size_t base = hex ? 16 : 10;
  std::size_t number = 0;
  for (std::size_t at = hex ? 3 : 2; at < reference.size() && number < kFirst; ++at) {
    const char c = reference[at];
    const std::size_t digit =
        kDigits.substr(0, base).find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
    if (digit == std::string_view::npos) break;
    number = number * base + digit;
  }
  return number >= kFirst;
}

}  // namespace

CondensedHtml::CondensedHtml(std::string_view html) : html_(html) {
  if (!condense()) runs_.clear();
}

/// False where a stand-in could be taken for a character of the page.
bool CondensedHtml::condense() {
  if (html_.size() > UINT32_MAX) return false;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(html_.data());
  std::size_t done = 0;
  for (std::size_t at = 0; at < html_.size();) {
    const unsigned char first = bytes[at];
    if (first < 0xE2) {
      if (first == '&' && html_.substr(at, 2) == "&#" && names_private(html_.substr(at))) {
        return false;
      }
      ++at;
      continue;
    }
    if (first == kFirstByte || first == kSecondByte) return false;
    const std::size_t begin = at;
    while (at + 3 <= html_.size() && is_plain(bytes + at)) at += 3;
    if (at - begin >= kShortestRun) {
      if (runs_.size() == runs_.capacity()) make_room(begin);
      text_.append(html_, done, begin - done);
      add_run(begin, at);
      done = at;
    } else if (at == begin) {
      ++at;
    }
  }
  if (!runs_.empty()) text_.append(html_, done);
  return true;
}

/// Room for what a page that goes on like this will need, once enough of it tells. (To double it
/// again and again leaves holes behind, and half of the last doubling.)
void CondensedHtml::make_room(std::size_t done) {
  constexpr std::size_t kShareToJudge = 16, kLeastToJudge = std::size_t{1} << 16;
  if (done < std::max(html_.size() / kShareToJudge, kLeastToJudge)) return;
  const double whole = 17.0 / 16 * static_cast<double>(html_.size()) / static_cast<double>(done);
  const auto room = [&](std::size_t size) {
    return static_cast<std::size_t>(static_cast<double>(size) * whole);
  };
  const std::size_t runs = room(runs_.size());
  const std::size_t of_two = runs - std::min(runs, kPlane);  // that two characters stand for
  text_.reserve(room(text_.size()) + 4 * of_two);
  runs_.reserve(runs);
}

/// One character of the first plane; where those are not enough, one of the second before it.
void CondensedHtml::add_run(std::size_t begin, std::size_t end) {
  const std::size_t number = runs_.size();
  if (number >= kPlane) {
    utf8::append(text_, static_cast<char32_t>(kSecond + number / kPlane - 1));
  }
  utf8::append(text_, static_cast<char32_t>(kFirst + number % kPlane));
  runs_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                   static_cast<std::uint32_t>(text_.size())});
}

std::string_view CondensedHtml::run(std::size_t number) const {
  return html_.substr(runs_[number].begin, runs_[number].end - runs_[number].begin);
}

std::size_t CondensedHtml::original(std::size_t place) {
  // Most places come in their order: the run before this one is that of the last, or the next.
  const auto is_behind = [&](std::size_t run) {
    return run == runs_.size() || place < runs_[run].condensed;
  };
  if (behind_ < runs_.size() && !is_behind(behind_)) ++behind_;
  if (!is_behind(behind_) || (behind_ > 0 && is_behind(behind_ - 1))) {
    const auto found = std::upper_bound(
        runs_.begin(), runs_.end(), place,
        [](std::size_t wanted, const Run& known) { return wanted < known.condensed; });
    behind_ = static_cast<std::size_t>(found - runs_.begin());
  }
  if (behind_ == 0) return place;
  const Run& before = runs_[behind_ - 1];
  return before.end + (place - before.condensed);
}

std::string_view CondensedHtml::original(std::string_view part) {
  const auto at = static_cast<std::size_t>(part.data() - text().data());
  const std::size_t begin = original(at);
  return html_.substr(begin, original(at + part.size()) - begin);
}

CondensedHtml::StandIn CondensedHtml::stand_in_at(std::string_view piece, std::size_t at) const {
  const auto first = static_cast<unsigned char>(piece[at]);
  if (first < kFirstByte || runs_.empty()) return {};
  const utf8::Character c = utf8::read(piece, at);
  if (c.code_point >= kFirst && c.code_point < kSecond) return {c.code_point - kFirst, c.length};
  const utf8::Character second =
      at + c.length < piece.size() ? utf8::read(piece, at + c.length) : utf8::Character();
  if (c.code_point < kSecond || second.code_point < kFirst || second.code_point >= kSecond) {
    return {};
  }
  return {(c.code_point - kSecond + 1) * kPlane + second.code_point - kFirst,
          std::size_t{c.length} + second.length};
}

std::string_view CondensedHtml::restore(std::string_view made, std::string& restored) const {
  restored.clear();
  std::size_t done = 0;
  for (std::size_t at = 0; at < made.size();) {
    const StandIn found = stand_in_at(made, at);
    if (found.length == 0 || found.run >= runs_.size()) {
      ++at;
      continue;
    }
    restored.append(made, done, at - done).append(run(found.run));
    done = at += found.length;
  }
  if (done == 0) return made;
  return restored.append(made, done);
}

}  // namespace shuye
