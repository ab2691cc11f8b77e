#include "clean/main_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

constexpr std::u32string_view kClosing = U"”’\"'」』）)】》〉]";

/// The punctuation of a line.
struct Marks {
  std::size_t stops = 0;   // 。；, and ！？ with something behind them
  std::size_t commas = 0;  // all marks inside of sentences, and the stops
  bool quotes = false;
  bool solid = false;  // a Han character or kana somewhere
  char32_t last = 0;   // but for closing quotes and brackets
};

Marks marks_of(std::string_view text) {
  Marks marks;
  bool open = false;  // behind ！？: whether something follows is not known yet
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    const char32_t mark = c.code_point;
    if (is_space(mark)) continue;
    if (is_set_solid(mark)) marks.solid = true;
    if (!is_in(kClosing, mark)) {
      if (open && !is_in(U"！？!?", mark)) ++marks.stops;
      open = is_in(U"！？", mark);
      marks.last = mark;
    }
    if (is_in(U"。；", mark)) ++marks.stops;
    if (is_in(U"。；！？!?;，,、", mark)) ++marks.commas;
    if (is_in(U"“「『", mark)) marks.quotes = true;
  }
  return marks;
}

/// What a line is worth that is no prose, by itself.
constexpr double kShortLine = -5;
constexpr double kForeignLine = -0.5;  // code, a name: pages have their menus in Chinese
constexpr double kRepeatedLine = -10;
constexpr double kSignal = -15;
constexpr double kStrongSignal = -25;
constexpr double kSectionEnd = -60;

/// A line's worth: about the width of its sentences. A line as wide as many is one paragraph still.
double worth_of(const Line& line, const Signal& signal, bool repeated) {
  const auto width = static_cast<double>(line.width);
  const Marks marks = marks_of(line.text);
  const bool long_prose = marks.stops > 0 && line.width > 60;
  if (signal.weight >= 2) return kStrongSignal;
  if (signal.weight >= 1 && !long_prose) return kSignal;
  const bool sentences = marks.stops > 0 && line.width >= 20;
  if (repeated && marks.solid && !sentences) return kRepeatedLine;
  const bool ends = line.ends || marks.last == U'、';
  if (marks.stops > 0 && (ends || marks.commas >= 2)) return std::min(width, 60.0);
  // Headlines ask and cry out; so does dialogue.
  if (ends && is_in(U"！？!?…", marks.last)) {
    return marks.quotes ? std::min(width, 40.0) : std::min(width, 30.0) * 0.35;
  }
  if (ends) return std::min(width, 40.0) * 0.6;
  if (marks.commas >= 2 && line.width >= 25) return std::min(width, 60.0) * 0.4;
  if (marks.commas >= 1 && line.width >= 25) return 2;
  return marks.solid ? kShortLine : kForeignLine;
}

/// How many lines to either side make a line's neighbourhood.
constexpr std::size_t kNeighbours = 3;

class Prose {
 public:
  explicit Prose(const std::vector<double>& worth) : before_(worth.size() + 1) {
    constexpr double kProse = 11;
    for (std::size_t i = 0; i < worth.size(); ++i) {
      before_[i + 1] = before_[i] + (worth[i] > kProse ? 1U : 0U);
    }
  }

  std::size_t between(std::size_t begin, std::size_t end) const {
    return before_[end] - before_[begin];
  }

 private:
  std::vector<std::uint32_t> before_;
};

/// A paragraph among paragraphs is worth all of its width; an abstract between a headline and a
/// date little.
void weigh_by_neighbours(const std::vector<Signal>& signals, std::vector<double>& worth) {
  const Prose prose(worth);
  const std::size_t size = worth.size();
  for (std::size_t i = 0; i < size; ++i) {
    if (signals[i].kind == SignalKind::related || signals[i].kind == SignalKind::hot_list) {
      // A heading of links ends the text, unless prose follows.
      const std::size_t end = std::min(size, i + 9);
      const bool links = prose.between(i + 1, end) * 2 < end - i - 1 || end == i + 1;
      worth[i] = links ? kSectionEnd : -10;
    }
    if (worth[i] <= 0) continue;
    const std::size_t begin = i - std::min(i, kNeighbours);
    const std::size_t end = std::min(size, i + kNeighbours + 1);
    const std::size_t around = end - begin - 1;
    if (around == 0) continue;
    const std::size_t own = prose.between(i, i + 1);
    const auto share = static_cast<double>(prose.between(begin, end) - own) / around;
    worth[i] *= std::clamp(std::pow(2 * share, 1.6), 0.3, 1.0);
  }
}

/// A row of buttons, counters and dates parts more than so many of them one by one.
void weigh_rows(const std::vector<Signal>& signals, std::vector<double>& worth) {
  constexpr double kMore = 5;
  constexpr double kMost = 40;
  double more = 0;
  for (std::size_t i = 0; i < worth.size(); ++i) {
    if (signals[i].weight >= 1 && worth[i] < 0) {
      worth[i] -= more;
      more = std::min(more + kMore, kMost);
    } else if (worth[i] > 0) {
      more = 0;
    }
  }
}

/// The run with the greatest sum (Kadane), of the lines from `from` to `to`.
MainText best_run(const std::vector<double>& worth, std::size_t from, std::size_t to) {
  MainText best;
  double sum = 0;
  std::size_t begin = from;
  for (std::size_t i = from; i < to; ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += worth[i];
    if (sum > best.score) best = {begin, i + 1, sum};
  }
  return best;
}

/// Poems, code and lists inside of an article cost more than they are worth, but nothing speaks
/// against them: the run goes on to the next one as long as no signal stands between.
void join_runs(const std::vector<double>& worth, const std::vector<Signal>& signals,
               MainText& run) {
  constexpr double kLeast = 25;
  const auto parts = [&](std::size_t i) { return signals[i].weight >= 1 && worth[i] < 0; };
  std::size_t end = run.end;
  while (end < worth.size() && !parts(end)) ++end;
  const MainText below = best_run(worth, run.end, end);
  if (below.score >= kLeast) run.end = below.end;
  std::size_t begin = run.begin;
  while (begin > 0 && !parts(begin - 1)) --begin;
  const MainText above = best_run(worth, begin, run.begin);
  if (above.score >= kLeast) run.begin = above.begin;
}

/// A text that does without punctuation, as blogs of Taiwan often do: lines of some length, one
/// behind the other.
std::vector<double> without_punctuation(const std::vector<Line>& lines, std::vector<double> worth) {
  constexpr std::size_t kShortest = 14;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (worth[i] == kShortLine && lines[i].width >= kShortest) {
      worth[i] = std::min(static_cast<double>(lines[i].width), 40.0) * 0.5;
    }
  }
  return worth;
}

/// Whether the run is a small part of the page while little speaks against the rest: a list, a
/// catalogue, of which it is only the part with the longest sentences.
bool is_one_of_many(const std::vector<Line>& lines, const std::vector<Signal>& signals,
                    const MainText& run) {
  std::size_t inside = 0;
  std::size_t outside = 0;
  std::size_t marked = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i >= run.begin && i < run.end) {
      inside += lines[i].width;
    } else if (signals[i].weight >= 1) {
      ++marked;
    } else {
      outside += lines[i].width;
    }
  }
  return inside * 8 < inside + outside && marked * 8 < lines.size() - (run.end - run.begin);
}

}  // namespace

std::vector<bool> repeated_lines(const std::vector<Line>& lines) {
  constexpr std::size_t kWidest = 40;
  std::vector<std::pair<std::size_t, std::uint32_t>> hashes;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].width > kWidest) continue;
    hashes.emplace_back(std::hash<std::string_view>()(lines[i].folded()), i);
  }
  std::sort(hashes.begin(), hashes.end());
  std::vector<bool> repeated(lines.size());
  for (std::size_t i = 1; i < hashes.size(); ++i) {
    if (hashes[i].first != hashes[i - 1].first) continue;
    repeated[hashes[i].second] = repeated[hashes[i - 1].second] = true;
  }
  return repeated;
}

MainText find_main_text(const std::vector<Line>& lines, const std::vector<Signal>& signals) {
  constexpr double kLeast = 60;
  constexpr double kLeastOfFew = 40;
  const std::vector<bool> repeated = repeated_lines(lines);
  std::vector<double> worth(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    worth[i] = worth_of(lines[i], signals[i], repeated[i]);
  }
  std::vector<double> loose = without_punctuation(lines, worth);
  const MainText raw = best_run(worth, 0, worth.size());
  weigh_by_neighbours(signals, worth);
  weigh_by_neighbours(signals, loose);
  weigh_rows(signals, worth);
  weigh_rows(signals, loose);
  MainText best = best_run(worth, 0, worth.size());
  const MainText best_loose = best_run(loose, 0, loose.size());
  join_runs(worth, signals, best);
  if (best_loose.score > 200 && best_loose.score > 4 * best.score) best = best_loose;
  if (best.score < kLeast) {
    // A paragraph or two: an announcement.
    double against = 0;
    for (const Signal& signal : signals) against += signal.weight;
    best = raw.score >= kLeastOfFew && against >= 6 ? raw : MainText{};
  }
  return is_one_of_many(lines, signals, best) ? MainText{} : best;
}

}  // namespace shuye
