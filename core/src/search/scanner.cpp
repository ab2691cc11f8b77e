#include "search/scanner.h"

#include "text/fold.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// The last four bytes before `at`, the last one highest.
std::uint32_t bytes_before(const unsigned char* text, std::size_t at) {
  return static_cast<std::uint32_t>(text[at - 1]) << 24 |
         static_cast<std::uint32_t>(text[at - 2]) << 16 |
         static_cast<std::uint32_t>(text[at - 3]) << 8 | static_cast<std::uint32_t>(text[at - 4]);
}

/// A character that most characters are like.
struct Narrow {
  std::uint32_t code;
  std::size_t length;
};

/// The character before `at`, which is 4 at least, if it is of ASCII or of three bytes: but for
/// U+0800 to U+0FFF and the surrogates' neighbours, whose first bytes can begin what is no UTF-8.
[[gnu::always_inline]] inline bool read_narrow(const unsigned char* text, std::size_t at,
                                               Narrow& read) {
  constexpr std::uint32_t kFirst = 0xDFFE;  // E1 to EC, EE, EF
  const std::uint32_t bytes = bytes_before(text, at);
  if ((bytes & 0xC0C0F000) == 0x8080E000 && (kFirst >> (bytes >> 8 & 0xF) & 1) != 0) {
    read = {(bytes << 4 & 0xF000) | (bytes >> 10 & 0xFC0) | (bytes >> 24 & 0x3F), 3};
    return true;
  }
  read = {bytes >> 24, 1};
  return bytes < 0x80000000;
}

}  // namespace

bool Scanner::run() {
  if (automaton_.empty()) return true;
  at_ = text_.size();
  while (at_ > 0) {
    if (automaton_.depth(node_) <= 1 && !joined_) skip();
    if (at_ > 0) read_character();
    if (found_.size() > kMaxMatches) return false;
  }
  return true;
}

// What nearly all of a text costs: a look-up for each character, and one bit for it and the one
// behind it. Reads on to a character at which a keyword may begin or go on.
void Scanner::skip() {
  const auto* text = reinterpret_cast<const unsigned char*>(text_.data());
  const UnitClass* classes = set_.classes.narrow();
  const std::size_t singles = set_.classes.singles_end();
  UnitClass right = automaton_.last_class(node_);
  std::size_t at = at_;
  std::size_t end = end_;
  Narrow next{};
  bool is_event = false;
  while (at >= 4 && read_narrow(text, at, next)) {
    const UnitClass c = classes[next.code];
    is_event = static_cast<std::size_t>(c) - 1 < singles - 1 ||
               (automaton_.may_be_pair(c, right) && automaton_.is_pair(c, right));
    if (is_event) break;
    right = c;
    end = at;
    at -= next.length;
  }
  at_ = at;
  end_ = static_cast<std::uint32_t>(end);
  node_ = automaton_.step(0, right);
  ends_.clear();
}

void Scanner::read_character() {
  const auto* text = reinterpret_cast<const unsigned char*>(text_.data());
  Narrow next{};
  if (at_ < 4 || !read_narrow(text, at_, next)) {
    const utf8::Character c = utf8::read_before(text_, at_);
    next = {c.code_point, c.length};
  }
  const UnitClass of = set_.classes.of(next.code);
  if (of == UnitClasses::kSpecial) return read_cluster();
  const auto end = static_cast<std::uint32_t>(at_);
  at_ -= next.length;
  feed(of, static_cast<std::uint32_t>(at_), end, true);
}

// A character that is several units, or one with marks behind it, or what is passed over.
void Scanner::read_cluster() {
  const auto end = static_cast<std::uint32_t>(at_);
  utf8::Character c = utf8::read_before(text_, at_);
  UnitKind kind = unit_kind(c.code_point, set_.reading);
  at_ -= c.length;
  while (kind == UnitKind::mark && at_ > 0) {
    c = utf8::read_before(text_, at_);
    kind = unit_kind(c.code_point, set_.reading);
    at_ -= c.length;
  }
  if (kind == UnitKind::mark || kind == UnitKind::passed_over) return;
  const auto begin = static_cast<std::uint32_t>(at_);
  if (kind == UnitKind::one) {
    const bool is_voicing = is_voicing_mark(c.code_point) && !set_.reading.exact;
    feed(set_.classes.of_unit(fold_to_unit(c.code_point, set_.reading)), begin, end, !is_voicing);
    joined_ = is_voicing;
    return;
  }
  std::u32string units;
  for (const char32_t unit : Folding::get().several(c.code_point)) {
    if (!is_left_out(unit, set_.reading)) units.push_back(unit);
  }
  for (std::size_t i = units.size(); i-- > 0;) {
    feed(set_.classes.of_unit(units[i]), begin, i + 1 == units.size() ? end : kNoEnd, i == 0);
  }
}

void Scanner::feed(UnitClass c, std::uint32_t begin, std::uint32_t end, bool is_begin) {
  if (joined_) end = kNoEnd;
  joined_ = false;
  node_ = automaton_.step(node_, c);
  if (automaton_.depth(node_) > 1) {
    if (ends_.empty()) ends_.push_back(end_);
    ends_.push_back(end);
  } else {
    ends_.clear();
  }
  end_ = end;
  if (is_begin) note(begin);
}

void Scanner::note(std::uint32_t begin) {
  const Automaton::Node node = automaton_.first_with_output(node_);
  if (node == Automaton::kNone) return;
  switch (overlaps_) {
    case Overlaps::leftmost_longest:
      return note_longest(node, begin);
    case Overlaps::leftmost_first:
      return note_first(node, begin);
    case Overlaps::all:
      return note_all(node, begin);
  }
}

bool Scanner::fits(const Automaton::Output& output, std::uint32_t begin, std::uint32_t end) const {
  if (output.edges == Automaton::kAnyEdges) return true;
  if ((output.edges & Automaton::kWordBegin) != 0 && is_word_before(text_, begin)) return false;
  return (output.edges & Automaton::kWordEnd) == 0 || !is_word_behind(text_, end);
}

/// The first output of the node that may stand there.
const Automaton::Output* Scanner::fitting(Automaton::Node node, std::uint32_t begin,
                                          std::uint32_t end) const {
  if (end == kNoEnd) return nullptr;
  for (const Automaton::Output* output = automaton_.output(node);; ++output) {
    if (fits(*output, begin, end)) return output;
    if (output->last) return nullptr;
  }
}

void Scanner::note_longest(Automaton::Node node, std::uint32_t begin) {
  for (; node != Automaton::kNone; node = automaton_.shorter(node)) {
    const std::uint32_t end = end_of(node);
    if (const auto* output = fitting(node, begin, end)) {
      found_.push_back({begin, end, output->keyword});
      return;
    }
  }
}

// Of the keywords that need no edges the first is known; the others are looked at one by one.
void Scanner::note_first(Automaton::Node node, std::uint32_t begin) {
  Candidate best{begin, 0, Automaton::kNone};
  const auto take = [&](Automaton::Node at) {
    const std::uint32_t end = end_of(at);
    const auto* output = fitting(at, begin, end);
    if (output != nullptr && output->keyword < best.keyword) {
      best.keyword = output->keyword;
      best.end = end;
    }
  };
  if (const auto free = automaton_.lowest_free(node); free != Automaton::kNone) take(free);
  for (; node != Automaton::kNone && automaton_.lowest(node) < best.keyword;
       node = automaton_.shorter(node)) {
    take(node);
  }
  if (best.keyword != Automaton::kNone) found_.push_back(best);
}

void Scanner::note_all(Automaton::Node node, std::uint32_t begin) {
  for (; node != Automaton::kNone; node = automaton_.shorter(node)) {
    const std::uint32_t end = end_of(node);
    if (end == kNoEnd) continue;
    for (const Automaton::Output* output = automaton_.output(node);; ++output) {
      if (fits(*output, begin, end)) found_.push_back({begin, end, output->keyword});
      if (output->last) break;
    }
    if (found_.size() > kMaxMatches) return;
  }
}

}  // namespace shuye
