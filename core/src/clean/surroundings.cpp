#include "clean/surroundings.h"

#include <algorithm>

#include "clean/byline.h"
#include "clean/main_text.h"
#include "clean/signals.h"
#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// Widths in Han characters, and numbers of lines.
constexpr std::size_t kNarrowestOfText = 8;
constexpr std::size_t kWidestTitle = 60;
constexpr std::size_t kAbove = 8;   // lines above the main text that can belong to it
constexpr std::size_t kBelow = 4;   // and below
constexpr std::size_t kTitle = 25;  // lines above it among which the title is looked for
constexpr std::size_t kWidestSignal = 60;

/// `（原标题：…）`, `责任编辑：…`, `图：…`: lines at the edge of an article that belong to it.
bool belongs(const Line& line) {
  if (line.width > kWidestSignal) return false;
  return is_enclosed(line.text) || begins_with_label(line.text) ||
         (line.text.starts_with("【") && line.text.ends_with("】"));
}

class Surroundings {
 public:
  Surroundings(Document& document, const std::vector<Line>& lines)
      : document_(document), lines_(lines) {
    signals_.reserve(lines.size());
    for (const Line& line : lines) signals_.push_back(signal_of(line));
  }

  void cut() {
    text_ = find_main_text(lines_, signals_);
    if (text_.empty()) return;
    widen();
    stays_.assign(lines_.size(), false);
    keep_head();
    cut_region(0, text_.begin);
    cut_region(text_.end, lines_.size());
    cut_inside();
  }

 private:
  bool is_clutter(std::size_t i) const { return signals_[i].weight > 0; }

  double evidence(std::size_t begin, std::size_t end) const {
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) sum += signals_[i].weight;
    return sum;
  }

  /// The lines at the edges that no signal parts from the text.
  void widen() {
    for (std::size_t k = 0; k < kBelow && text_.end < lines_.size(); ++k, ++text_.end) {
      const Line& line = lines_[text_.end];
      const bool sentence =
          line.stops && line.width >= 4 && !line.text.ends_with("！") && !line.text.ends_with("!");
      if (is_clutter(text_.end) || (!belongs(line) && !sentence)) break;
    }
    for (std::size_t k = 0; k < kAbove && text_.begin > 0; ++k, --text_.begin) {
      const Line& line = lines_[text_.begin - 1];
      const bool wide = line.width >= kNarrowestOfText || line.ends || belongs(line);
      if (is_clutter(text_.begin - 1) || !wide) break;
    }
  }

  bool is_title_like(std::size_t i) const {
    const Line& line = lines_[i];
    return !is_clutter(i) && line.width >= 5 && line.width <= kWidestTitle && !line.stops &&
           !is_enclosed(line.text) && !begins_with_label(line.text);
  }

  bool is_byline(std::size_t i) const {
    const Line& line = lines_[i];
    return line.width <= kWidestTitle &&
           (read_date(line.text).length > 0 || read_byline(line.text).has_value());
  }

  /// The title and what is said of it can stand above a row of buttons.
  void keep_head() {
    const std::size_t top = text_.begin - std::min(text_.begin, kTitle);
    const std::vector<Line> head(lines_.begin() + static_cast<std::ptrdiff_t>(top),
                                 lines_.begin() + static_cast<std::ptrdiff_t>(text_.begin));
    const std::vector<bool> repeated = repeated_lines(head);
    double best = 0;
    std::size_t title = lines_.size();
    for (std::size_t i = text_.begin; i-- > top;) {
      if (!is_title_like(i)) continue;
      const bool dated =
          (i + 1 < text_.begin && is_byline(i + 1)) || (i + 2 < text_.begin && is_byline(i + 2));
      const double score = (lines_[i].width >= kNarrowestOfText ? 2 : 0) + (dated ? 2 : 0) +
                           (repeated[i - top] ? 2 : 0) - 0.1 * static_cast<double>(text_.begin - i);
      if (score <= best) continue;
      best = score;
      title = i;
    }
    if (title == lines_.size()) return;
    stays_[title] = best > 1;
    for (std::size_t i = title + 1; i < text_.begin; ++i) stays_[i] = is_byline(i);
  }

  /// Cuts the lines of a region around the text if they say enough against themselves.
  void cut_region(std::size_t begin, std::size_t end) {
    const double sum = evidence(begin, end);
    if (sum < 2) return;
    const float confidence = sum >= 8 ? 0.9F : sum >= 4 ? 0.8F : 0.6F;
    // What the article's end says of rights is a notice, not the foot of a site.
    SignalKind heading = SignalKind::none;
    for (std::size_t i = begin; i < end; ++i) {
      if (stays_[i]) continue;
      const SignalKind kind = signals_[i].kind;
      if (begin > 0 && kind == SignalKind::notice && i < begin + kBelow) continue;
      if (kind == SignalKind::related || kind == SignalKind::hot_list) heading = kind;
      const bool own = signals_[i].weight >= 1;
      assign(document_, lines_[i].block, Role::clutter, rule_of(own ? kind : heading), confidence);
    }
  }

  /// Inside of the text only what is surely a button, and what stands in a row of such lines.
  void cut_inside() {
    for (std::size_t i = text_.begin; i < text_.end;) {
      std::size_t end = i;
      while (end < text_.end && signals_[end].weight >= 0.5F &&
             lines_[end].width <= kWidestSignal) {
        ++end;
      }
      const double sum = evidence(i, end);
      for (std::size_t j = i; j < end; ++j) {
        const bool sure = signals_[j].weight >= 1.5F && signals_[j].kind == SignalKind::button;
        if (end - i >= 3 || sum >= 3 || sure) {
          assign(document_, lines_[j].block, Role::clutter, rule_of(signals_[j].kind),
                 end - i >= 3 ? 0.8F : 0.55F);
        }
      }
      i = end + 1;
    }
  }

  Document& document_;
  const std::vector<Line>& lines_;
  std::vector<Signal> signals_;
  MainText text_;
  std::vector<bool> stays_;
};

}  // namespace

void cut_surroundings(Document& document, const std::vector<Line>& lines) {
  // What has more lines is a book or a list.
  constexpr std::size_t kFewest = 4;
  constexpr std::size_t kMost = 100'000;
  if (document.format != Format::plain || lines.size() < kFewest || lines.size() > kMost) return;
  if (is_east_asian(lines)) Surroundings(document, lines).cut();
}

}  // namespace shuye
