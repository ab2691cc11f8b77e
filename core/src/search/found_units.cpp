#include "search/found_units.h"

#include <algorithm>
#include <unordered_map>

#include "search/found_words.h"
#include "shuye/search.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace shuye::found {
namespace {

constexpr std::size_t kMaxTypes = 0xFFFF;
constexpr std::size_t kMaxWordBytes = 40;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; }

/// Stands in words between letters: Node.js, GPT-4, O'Reilly.
bool is_joiner(char32_t c) {
  return c == '.' || c == '-' || c == '_' || c == '\'' || c == 0x2019 || c == '+' || c == '#';
}

/// Cuts texts into units. Ids are given in the order of the text.
class Cutter {
 public:
  explicit Cutter(Units& units) : units_(units) {
    units_.types.emplace_back();
    add_gap();
  }

  void cut(std::string_view text, const std::vector<Span>& spans, Place place) {
    text_ = text;
    place_ = place;
    units_.texts.push_back(text);
    auto span = spans.begin();
    for (std::size_t at = 0; at < text.size();) {
      while (span != spans.end() && (span->end <= at || !is_skipped(*span))) ++span;
      at = span != spans.end() && span->begin <= at ? skip(span->end) : next(at);
    }
    add_gap();
  }

 private:
  static bool is_skipped(const Span& span) {
    return span.kind == SpanKind::code || span.kind == SpanKind::math;
  }

  std::size_t skip(std::size_t end) {
    add_gap();
    return std::min(end, text_.size());
  }

  std::size_t next(std::size_t at) {
    const utf8::Character read = utf8::read(text_, at);
    const char32_t c = fold(read.code_point);
    const std::size_t end = at + read.length;
    if (is_han(c)) {
      if (is_spaced(at)) add_gap();
      add(UnitKind::han, at, end);
      return end;
    }
    if (is_katakana(c)) return run(at, is_katakana);
    if (is_word(c)) return word(at);
    if (!is_space(c) || c == '\n') add_gap();
    return end;
  }

  /// A space between Han characters parts them; between those and others it is a matter of style.
  bool is_spaced(std::size_t at) const {
    const Unit& last = units_.row.back();
    return last.kind == UnitKind::han && last.end != at;
  }

  template <typename Holds>
  std::size_t run(std::size_t begin, const Holds& holds) {
    std::size_t end = begin;
    while (end < text_.size()) {
      const utf8::Character read = utf8::read(text_, end);
      if (!holds(fold(read.code_point))) break;
      end += read.length;
    }
    if (end - begin > kMaxWordBytes) return skip(end);
    add(UnitKind::word, begin, end);
    return end;
  }

  std::size_t word(std::size_t begin) {
    std::size_t end = begin;
    std::size_t letters = 0;
    std::size_t joints = 0;
    bool plain = true;
    while (end < text_.size()) {
      const utf8::Character read = utf8::read(text_, end);
      const char32_t c = fold(read.code_point);
      if (is_han(c)) break;
      if (is_word(c)) {
        letters += is_digit(c) ? 0 : 1;
      } else if (is_joiner(c) && joins(end + read.length, c)) {
        joints += c == '.' ? 1 : 0;
        plain = plain && c != '_';
      } else {
        break;
      }
      end += read.length;
    }
    if (text_.substr(end, 3) == "://") return skip(end_of_address(end));
    const bool number = is_digit(fold(utf8::read(text_, begin).code_point));
    const bool whole = plain && letters > 0 && joints < 2 && end - begin <= kMaxWordBytes;
    if (!whole || (number && end - begin > 4) || is_contraction(begin, end)) {
      skip(end);
      if (letters == 0) units_.row.back().kind = UnitKind::number;
      return end;
    }
    add(UnitKind::word, begin, end);
    return end;
  }

  /// don't, that's; but O'Reilly.
  bool is_contraction(std::size_t begin, std::size_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    const std::size_t mark = std::max(word.rfind('\'') + 1, word.rfind("\u2019") + 1);
    return mark != 0 && word.size() - mark < 5;
  }

  bool joins(std::size_t behind, char32_t c) const {
    if (behind >= text_.size()) return c == '+' || c == '#';
    const char32_t next = fold(utf8::read(text_, behind).code_point);
    if (c == '+' || c == '#') return true;  // C++, C#
    return is_word(next) && !is_han(next);
  }

  std::size_t end_of_address(std::size_t at) const {
    while (at < text_.size()) {
      const utf8::Character read = utf8::read(text_, at);
      if (is_space(read.code_point) || is_han(read.code_point)) break;
      at += read.length;
    }
    return at;
  }

  void add(UnitKind kind, std::size_t begin, std::size_t end) {
    folded_.clear();
    append_folded(folded_, text_.substr(begin, end - begin));
    if (kind == UnitKind::word && is_english_stop_word(folded_)) return add_gap();
    const auto known = ids_.find(folded_);
    std::uint16_t id = 0;
    if (known != ids_.end()) {
      id = known->second;
    } else {
      if (units_.types.size() >= kMaxTypes) return add_gap();
      id = static_cast<std::uint16_t>(units_.types.size());
      ids_.emplace(folded_, id);
      const bool han = kind == UnitKind::han;
      const unsigned edges = han ? edges_of(utf8::read(folded_, 0).code_point) : 0U;
      units_.types.push_back({folded_, kind, static_cast<std::uint16_t>(edges)});
    }
    ++(kind == UnitKind::han ? units_.han : units_.words);
    units_.row.push_back({id, kind, place_, static_cast<std::uint32_t>(units_.texts.size() - 1),
                          static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  void add_gap() {
    if (units_.row.empty() || units_.row.back().id != 0) units_.row.emplace_back();
    units_.row.back().kind = UnitKind::gap;
  }

  Units& units_;
  std::string_view text_;
  Place place_ = Place::body;
  std::string folded_;
  std::unordered_map<std::string, std::uint16_t> ids_;
};

bool is_read(const Block& block) {
  return block.role == Role::body && block.kind != BlockKind::code && !block.text.empty();
}

std::string_view first_bytes(std::string_view text, std::size_t bytes) {
  if (bytes >= text.size()) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

/// Says how much of each block is read, one after the other.
class Budget {
 public:
  explicit Budget(std::size_t total) {
    if (total <= kMaxBytes) return;
    all_ = kMaxBytes / 2;
    share_ = static_cast<double>(kMaxBytes - all_) / static_cast<double>(total - all_);
  }

  std::size_t take(std::size_t bytes) {
    const std::size_t whole = std::min(bytes, all_);
    all_ -= whole;
    credit_ += share_ * static_cast<double>(bytes - whole);
    if (whole == bytes || credit_ < kLeast) return whole;
    const std::size_t more = std::min(bytes - whole, static_cast<std::size_t>(credit_));
    credit_ -= static_cast<double>(more);
    return whole + more;
  }

 private:
  static constexpr double kLeast = 256;  // pieces shorter than this would cut too many words
  std::size_t all_ = kMaxBytes;
  double share_ = 0;
  double credit_ = 0;
};

}  // namespace

Units units_of(const Document& document) {
  Units units;
  Cutter cutter(units);
  const Metadata& metadata = document.metadata;
  cutter.cut(first_bytes(metadata.title, kMaxBytes / 64), {}, Place::title);
  cutter.cut(first_bytes(metadata.description, kMaxBytes / 64), {}, Place::description);
  std::size_t total = 0;
  for (const Block& block : document.blocks) {
    if (is_read(block)) total += block.text.size();
  }
  Budget budget(total);
  bool began = false;
  for (const Block& block : document.blocks) {
    if (!is_read(block)) continue;
    const std::string_view text = first_bytes(block.text, budget.take(block.text.size()));
    if (text.empty()) continue;
    Place place = Place::body;
    if (block.kind == BlockKind::heading) place = Place::heading;
    if (place == Place::body && !began) place = Place::lead;
    began = began || place == Place::lead;
    cutter.cut(text, block.spans, place);
    ++units.blocks;
  }
  return units;
}

}  // namespace shuye::found
