#include "repair/realign.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "repair/context.h"
#include "repair/lost_bytes.h"
#include "repair/pinyin.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// ，；！？。, which the tool cut the bytes at, wherever it found theirs. Some pages
/// are written with narrow marks afterwards; they have no "，".
char32_t stop_of(char32_t seen, bool narrow_page) {
  constexpr std::u32string_view kStops = U"，；！？。";
  constexpr std::u32string_view kNarrow = U",;!";
  if (kStops.find(seen) != std::u32string_view::npos) return seen;
  const std::size_t narrow = narrow_page ? kNarrow.find(seen) : std::u32string_view::npos;
  return narrow == std::u32string_view::npos ? 0 : kStops[narrow];
}

/// What follows a "<" that was swallowed: `/p>`.
bool is_rest_of_tag(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '/') return false;
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz123456", at + 1);
  return end != std::string_view::npos && end > at + 1 && text[end] == '>';
}

/// One way to read what was seen so far: how the bytes of the original stood.
struct Hypothesis {
  double score = 0;
  unsigned char pending = 0;  ///< the lead byte of a character whose trail is to come; 0: in step
  unsigned char last = 0;     ///< the last byte of the original so far; 0: not known
  char32_t before = '\n';     ///< its last character
  std::int32_t step = -1;
};

/// What a token of the damaged text (a character, a reading behind it) was in the original.
struct Step {
  std::int32_t before = -1;
  std::int32_t trail = -1;
  Range damaged;
  char32_t characters[2] = {0, 0};
  std::uint8_t count = 0;
  enum Kind : std::uint8_t { same, reading, moved, guessed } kind = same;
};

class Mending {
 public:
  Mending(std::string_view text, const Keys& keys, const PageModel& model, const Tables& tables)
      : text_(text),
        keys_(keys),
        model_(model),
        tables_(tables),
        lost_(tables.gb18030, model),
        narrow_page_(text.find("，") == std::string_view::npos),
        effort_(std::min(kBaseEffort + kEffort * text.size(), kMostEffort)) {}

  std::vector<Mend> run() {
    std::size_t at = 0;
    while (at < text_.size()) at = text_[at] == '?' ? search(at) : pass(at);
    return std::move(mends_);
  }

 private:
  // How much is tried: the most ways that are followed at a time, and the most choices in a text.
  static constexpr std::size_t kBeam = 40;
  static constexpr std::size_t kBaseEffort = 1'000'000;
  static constexpr std::size_t kEffort = 30;  // for each byte
  static constexpr std::size_t kMostEffort = 30'000'000;
  static constexpr std::size_t kLongest = 8000;  // of a search, in bytes

  // In step, outside of a search: only readings are taken away.
  std::size_t pass(std::size_t at) {
    const utf8::Character c = utf8::read(text_, at);
    const std::size_t behind = at + c.length;
    const std::uint32_t pair = tables_.encoder.pair(c.code_point);
    const std::size_t cut =
        c.code_point < 0x80 ? reading_behind(behind, last_, at) : reading_behind(behind, pair);
    if (cut > 0) {
      mends_.push_back({{at, behind + cut}, std::string(text_.substr(at, c.length)), false, false});
    }
    last_ = c.code_point < 0x80 ? static_cast<unsigned char>(c.code_point)
                                : static_cast<unsigned char>(pair & 0xFF);
    before_ = c.code_point;
    return behind + cut;
  }

  /// The length of the brackets with the reading of the key with these bytes, where they stand.
  std::size_t reading_behind(std::size_t at, std::uint32_t pair) const {
    if (at >= text_.size() || text_[at] != '(' || pair == 0) return 0;
    const std::string_view reading = bracketed_reading_at(text_, at);
    return !reading.empty() && keys_.reading(pair) == reading ? reading.size() + 2 : 0;
  }

  /// The same where the key's trail byte is the ASCII letter at `letter`.
  std::size_t reading_behind(std::size_t at, unsigned char lead, std::size_t letter) const {
    const auto trail = static_cast<unsigned char>(text_[letter]);
    return lead < 0x81 || trail < 0x40 ? 0 : reading_behind(at, std::uint32_t{lead} << 8 | trail);
  }

  // From a "?" until only one way of reading is left, and that is in step.
  std::size_t search(std::size_t at) {
    steps_.clear();
    trails_.clear();
    waiting_.clear();
    hypotheses_ = {{0, 0, last_, before_, -1}};
    begin_ = at;
    add_context(at);
    while (at < text_.size() && at - begin_ < kLongest) {
      arrive(at);
      if (hypotheses_.size() == 1 && waiting_.empty() && hypotheses_[0].pending == 0 &&
          at != begin_) {
        break;
      }
      const utf8::Character c = utf8::read(text_, at);
      next_.clear();
      floor_ = -std::numeric_limits<double>::infinity();
      at_ = at;
      behind_ = at + c.length;
      for (const Hypothesis& h : hypotheses_) follow(h, c.code_point);
      if (c.code_point != '?') take_readings(c.code_point);
      hypotheses_.swap(next_);
      at = behind_;
      prune(hypotheses_);
    }
    while (!waiting_.empty()) {
      at = std::max(at, waiting_.begin()->first);
      arrive(waiting_.begin()->first);
    }
    return finish(at);
  }

  /// Brackets may be open before the "?".
  void add_context(std::size_t at) {
    std::u32string context;
    while (at > 0 && context.size() < kContext) {
      const utf8::Character c = utf8::read_before(text_, at);
      context += c.code_point;
      at -= c.length;
    }
    for (std::size_t i = context.size(); i-- > 0;) {
      trails_.push_back({static_cast<std::int32_t>(trails_.size()) - 1, context[i]});
    }
    if (trails_.empty()) trails_.push_back({-1, U'\n'});
    context_ = static_cast<std::int32_t>(trails_.size()) - 1;
  }

  void arrive(std::size_t at) {
    const auto arrived = waiting_.find(at);
    if (arrived == waiting_.end()) return;
    hypotheses_.insert(hypotheses_.end(), arrived->second.begin(), arrived->second.end());
    waiting_.erase(arrived);
    prune(hypotheses_);
  }

  /// Of ways that go on alike, the better; of the others, the best, with one that is in step.
  static void prune(std::vector<Hypothesis>& hypotheses) {
    if (hypotheses.size() < 2) return;
    const auto state = [](const Hypothesis& h) { return std::tuple(h.pending, h.before, h.last); };
    std::sort(hypotheses.begin(), hypotheses.end(), [&](const Hypothesis& a, const Hypothesis& b) {
      return state(a) != state(b) ? state(a) < state(b) : a.score > b.score;
    });
    const auto same = [&](const Hypothesis& a, const Hypothesis& b) {
      return state(a) == state(b);
    };
    hypotheses.erase(std::unique(hypotheses.begin(), hypotheses.end(), same), hypotheses.end());
    if (hypotheses.size() <= kBeam) return;
    std::sort(hypotheses.begin(), hypotheses.end(),
              [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; });
    const auto in_step = std::find_if(hypotheses.begin(), hypotheses.end(),
                                      [](const Hypothesis& h) { return h.pending == 0; });
    if (in_step != hypotheses.end() && in_step >= hypotheses.begin() + kBeam) {
      std::swap(hypotheses[kBeam - 1], *in_step);
    }
    hypotheses.resize(kBeam);
  }

  void follow(const Hypothesis& h, char32_t c) {
    if (c == '?') {
      follow_question_mark(h);
    } else if (c < 0x80) {
      follow_ascii(h, static_cast<unsigned char>(c));
    } else if (const std::uint32_t pair = tables_.encoder.pair(c); h.pending == 0) {
      advance(h, {0, static_cast<unsigned char>(pair & 0xFF)}, {c}, Step::same);
    } else if (pair != 0) {
      follow_pair(h, static_cast<unsigned char>(pair >> 8),
                  static_cast<unsigned char>(pair & 0xFF));
    }
  }

  void follow_ascii(const Hypothesis& h, unsigned char byte) {
    if (h.pending == 0) return advance(h, {0, byte}, {byte}, Step::same);
    const char32_t c = tables_.gb18030.code_point(h.pending, byte);
    if (c != 0) advance(h, {0, byte}, {c}, Step::moved);
  }

  // Out of step, a character is the trail byte of one and the lead byte of the next.
  void follow_pair(const Hypothesis& h, unsigned char trail, unsigned char lead) {
    const char32_t c = tables_.gb18030.code_point(h.pending, trail);
    if (c == 0) return;
    if (lead < 0x80) {
      advance(h, {0, lead}, {c, lead}, Step::moved);
    } else if (lead > 0x80) {
      advance(h, {lead, lead}, {c}, Step::moved);
    }
  }

  void follow_question_mark(const Hypothesis& h) {
    follow_reading(h);
    if (behind_ < text_.size()) follow_stop(h);
    if (h.pending == 0) return advance(h, {0, '?'}, {U'?'}, Step::same);
    if (effort_ == 0) return;
    follow_swallowed(h);
    follow_swallowed_lead(h);
  }

  /// `?yàn)`: the trail byte of a key swallowed the bracket, and is thereby known.
  void follow_reading(const Hypothesis& h) {
    const std::string_view reading = reading_at(text_, behind_);
    const unsigned char lead = h.pending != 0 ? h.pending : h.last;
    if (reading.empty() || lead < 0x81) return;
    const std::size_t end = behind_ + reading.size() + 1;
    for (const unsigned char trail : trails_of_keys(lead, reading)) {
      if (h.pending == 0) {
        if (trail > 0x80) advance(h, {trail, trail}, {}, Step::moved, end);
      } else if (trail >= 0x80) {
        advance(h, {0, trail}, {tables_.gb18030.code_point(lead, trail)}, Step::moved, end);
      }
    }
  }

  /// Of the page's keys, or where none fits, of any character that could be one.
  std::vector<unsigned char> trails_of_keys(unsigned char lead, std::string_view reading) {
    std::vector<unsigned char> trails = keys_.trails(lead, reading);
    if (!trails.empty() || effort_ == 0) return trails;
    for (const Half& half : lost_.behind(lead)) {
      spend();
      if (tables_.readings.is_traditional(half.character) &&
          tables_.readings.reads(half.character, reading)) {
        trails.push_back(half.byte);
      }
    }
    return trails;
  }

  /// `?；`: the tool cut the bytes in the middle of two characters, or of a character out of step.
  void follow_stop(const Hypothesis& h) {
    const utf8::Character seen = utf8::read(text_, behind_);
    const char32_t stop = stop_of(seen.code_point, narrow_page_);
    if (stop == 0 || effort_ == 0) return;
    const std::uint32_t pair = tables_.encoder.pair(stop);
    const auto lead = static_cast<unsigned char>(pair >> 8);
    const auto trail = static_cast<unsigned char>(pair & 0xFF);
    const std::size_t end = behind_ + seen.length;
    if (h.pending != 0) {
      for (const Half& half : lost_.behind(h.pending)) {
        advance(h, {0, trail}, {half.character, seen.code_point}, Step::guessed, end);
      }
      return;
    }
    for (const Half& half : lost_.before(lead)) {
      advance(h, {trail, trail}, {half.character}, Step::guessed, end, kCutCost);
    }
  }

  /// The trail byte swallowed an ASCII character below "@", which ends the shift.
  void follow_swallowed(const Hypothesis& h) {
    const bool before_tag = is_rest_of_tag(text_, behind_);
    constexpr std::string_view kAny = "\t\n !\"#$%&'()*+,-./0123456789:;<=>?";
    for (const Half& half : lost_.behind(h.pending)) {
      if (half.byte < 0x80) continue;
      for (const char ascii : before_tag ? std::string_view("<") : kAny) {
        const auto byte = static_cast<unsigned char>(ascii);
        advance(h, {0, byte}, {half.character, byte}, Step::guessed);
      }
    }
  }

  /// The trail byte was 80, which begins no pair, and swallowed the lead byte of the next.
  void follow_swallowed_lead(const Hypothesis& h) {
    const char32_t c = tables_.gb18030.code_point(h.pending, 0x80);
    if (c == 0 || model_.share(c) <= PageModel::kRarest) return;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      const auto byte = static_cast<unsigned char>(lead);
      advance(h, {byte, byte}, {c}, Step::guessed, behind_, kSwallowedLeadCost);
    }
  }

  static constexpr double kCutCost = -1;
  static constexpr double kSwallowedLeadCost = -5;

  struct State {
    unsigned char pending = 0;
    unsigned char last = 0;
  };

  void spend() { effort_ -= effort_ > 0 ? 1 : 0; }

  void advance(const Hypothesis& h, State state, std::initializer_list<char32_t> characters,
               Step::Kind kind) {
    advance(h, state, characters, kind, behind_);
  }

  void advance(const Hypothesis& h, State state, std::initializer_list<char32_t> characters,
               Step::Kind kind, std::size_t end, double extra = 0) {
    spend();
    Step step;
    step.before = h.step;
    step.trail = h.step < 0 ? context_ : steps_[static_cast<std::size_t>(h.step)].trail;
    step.damaged = {at_, end};
    step.kind = kind;
    Hypothesis made = {h.score + extra, state.pending, state.last, h.before, 0};
    const std::size_t trails = trails_.size();
    for (const char32_t c : characters) {
      made.score += model_.probability(made.before, c);
      if (kind != Step::same) made.score += fitness(trails_, step.trail, c);
      made.before = c;
      step.characters[step.count++] = c;
      trails_.push_back({step.trail, c});
      step.trail = static_cast<std::int32_t>(trails_.size()) - 1;
    }
    if (kind == Step::guessed && end == behind_ && made.score < floor_) {
      trails_.resize(trails);
      return;
    }
    made.step = static_cast<std::int32_t>(steps_.size());
    steps_.push_back(step);
    (end == behind_ ? next_ : waiting_[end]).push_back(made);
    if (end == behind_ && next_.size() >= 8 * kBeam) raise_floor();
  }

  /// Of so many, what is worse than the best will not be kept: it need not be written down.
  void raise_floor() {
    prune(next_);
    if (next_.size() < kBeam) return;
    floor_ =
        std::min_element(next_.begin(), next_.end(), [](const Hypothesis& a, const Hypothesis& b) {
          return a.score < b.score;
        })->score;
  }

  /// Takes away the reading behind the character that was just followed, where one is.
  void take_readings(char32_t c) {
    if (behind_ >= text_.size() || text_[behind_] != '(') return;
    std::vector<Hypothesis> staying;
    for (const Hypothesis& h : next_) {
      Step& step = steps_[static_cast<std::size_t>(h.step)];
      std::size_t cut = 0;
      if (c >= 0x80) {
        cut = reading_behind(behind_, tables_.encoder.pair(c));
      } else {
        const unsigned char lead = last_before(step);
        cut = reading_behind(behind_, lead, at_);
      }
      if (cut == 0) {
        staying.push_back(h);
        continue;
      }
      step.damaged.end += cut;
      if (step.kind == Step::same) step.kind = Step::reading;
      waiting_[step.damaged.end].push_back(h);
    }
    next_.swap(staying);
  }

  /// The last byte before a step, in the original.
  unsigned char last_before(const Step& step) const {
    for (const Hypothesis& h : hypotheses_) {
      if (h.step == step.before) return h.last;
    }
    return 0;
  }

  std::size_t finish(std::size_t at) {
    const Hypothesis* best = nullptr;
    for (const Hypothesis& h : hypotheses_) {
      const bool better = best == nullptr || (h.pending == 0) > (best->pending == 0) ||
                          ((h.pending == 0) == (best->pending == 0) && h.score > best->score);
      if (better) best = &h;
    }
    if (best == nullptr) return at;
    last_ = best->last;
    before_ = best->before;
    std::vector<const Step*> way;
    for (std::int32_t i = best->step; i >= 0; i = steps_[static_cast<std::size_t>(i)].before) {
      way.push_back(&steps_[static_cast<std::size_t>(i)]);
    }
    bool going_on = false;  // the step before was moved as well
    for (std::size_t i = way.size(); i-- > 0;) {
      const bool moved = way[i]->kind > Step::reading;
      if (way[i]->kind != Step::same) note(*way[i], moved && going_on);
      going_on = moved;
    }
    return at;
  }

  void note(const Step& step, bool goes_on) {
    if (!goes_on) mends_.push_back({step.damaged, {}, false, false});
    Mend& mend = mends_.back();
    mend.damaged.end = step.damaged.end;
    for (std::size_t i = 0; i < step.count; ++i) utf8::append(mend.whole, step.characters[i]);
    mend.realigned |= step.kind > Step::reading;
    mend.guessed |= step.kind == Step::guessed;
  }

  std::string_view text_;
  const Keys& keys_;
  const PageModel& model_;
  const Tables& tables_;
  LostBytes lost_;
  bool narrow_page_;
  std::size_t effort_;
  std::vector<Mend> mends_;

  unsigned char last_ = 0;  // outside of a search, as in a Hypothesis
  char32_t before_ = '\n';

  // Of a search.
  double floor_ = 0;                             // what scores less is not kept
  std::size_t begin_ = 0, at_ = 0, behind_ = 0;  // the token that is followed
  std::int32_t context_ = -1;
  std::vector<Hypothesis> hypotheses_, next_;
  std::map<std::size_t, std::vector<Hypothesis>> waiting_;  // by where they go on
  std::vector<Step> steps_;
  std::vector<Trail> trails_;
};

}  // namespace

std::vector<Mend> mend(std::string_view text, const Keys& keys, const PageModel& model,
                       const Tables& tables) {
  return Mending(text, keys, model, tables).run();
}

}  // namespace shuye
