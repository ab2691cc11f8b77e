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
  char32_t last = 0;  // but for closing quotes and brackets
};

Marks marks_of(std::string_view text) {
  Marks marks;
  bool open = false;  // behind ！？: whether something follows is not known yet
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    const char32_t mark = c.code_point;
    if (is_space(mark)) continue;
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
constexpr double kShortLine = -6;
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
  if (repeated && !(marks.stops > 0 && line.width >= 20)) return kRepeatedLine;
  const bool ends = line.ends || marks.last == U'、';
  if (marks.stops > 0 && (ends || marks.commas >= 2)) return std::min(width, 60.0);
  // Headlines ask and cry out; so does dialogue.
  if (ends && is_in(U"！？!?…", marks.last)) {
    return marks.quotes ? std::min(width, 40.0) : std::min(width, 30.0) * 0.35;
  }
  if (ends) return std::min(width, 40.0) * 0.6;
  if (marks.commas >= 2 && line.width >= 25) return std::min(width, 60.0) * 0.4;
  if (marks.commas >= 1 && line.width >= 25) return 2;
  return kShortLine;
}

/// How many lines to either side make a line's neighbourhood.
constexpr std::size_t kNeighbours = 3;

class Prose {
 public:
  explicit Prose(const std::vector<double>& worth) : before_(worth.size() + 1) {
    constexpr double kProse = 5;
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
    worth[i] *= std::clamp(std::pow(2 * share, 1.6), 0.15, 1.0);
  }
}

/// The run with the greatest sum (Kadane).
MainText best_run(const std::vector<double>& worth) {
  MainText best;
  double sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < worth.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += worth[i];
    if (sum > best.score) best = {begin, i + 1, sum};
  }
  return best;
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

/// The one paragraph of a short announcement.
MainText only_paragraph(const std::vector<Line>& lines, const std::vector<Signal>& signals) {
  constexpr std::size_t kShortest = 60;
  std::size_t widest = lines.size();
  std::size_t second = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].width < kShortest || signals[i].weight >= 1) continue;
    if (marks_of(lines[i].text).stops == 0) continue;
    if (widest == lines.size() || lines[i].width > lines[widest].width) {
      second = widest == lines.size() ? 0 : lines[widest].width;
      widest = i;
    } else {
      second = std::max(second, lines[i].width);
    }
  }
  if (widest == lines.size() || second * 2 >= lines[widest].width) return {};
  return {widest, widest + 1, static_cast<double>(lines[widest].width)};
}

}  // namespace

std::vector<bool> repeated_lines(const std::vector<Line>& lines) {
  constexpr std::size_t kWidest = 40;
  std::vector<std::pair<std::size_t, std::uint32_t>> hashes;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    if (lines[i].width > kWidest) continue;
    hashes.emplace_back(std::hash<std::string_view>()(lines[i].folded), i);
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
  const std::vector<bool> repeated = repeated_lines(lines);
  std::vector<double> worth(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    worth[i] = worth_of(lines[i], signals[i], repeated[i]);
  }
  std::vector<double> loose = without_punctuation(lines, worth);
  weigh_by_neighbours(signals, worth);
  weigh_by_neighbours(signals, loose);
  MainText best = best_run(worth);
  const MainText best_loose = best_run(loose);
  if (best_loose.score > 200 && best_loose.score > 4 * best.score) best = best_loose;
  if (best.score >= kLeast) return best;
  return only_paragraph(lines, signals);
}

}  // namespace shuye
