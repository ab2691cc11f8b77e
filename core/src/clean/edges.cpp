#include "clean/edges.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "clean/signals.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// Widths in Han characters.
constexpr std::size_t kWidestHeadline = 40;
constexpr std::size_t kWidestOfRow = 12;
constexpr std::size_t kWidestName = 6;

/// How many lines from an edge can be cut, and how much may speak for them on the way.
constexpr std::size_t kMost = 200;
constexpr double kMostFor = 4;
constexpr double kLeast = 2;  // evidence that a region needs

/// `https://news.example.com/a` → `example.com`: the parts of a site have hosts of their own.
std::string_view site_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#:"));
  std::size_t dot = address.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return address;
  dot = address.rfind('.', dot - 1);
  return dot == std::string_view::npos ? address : address.substr(dot + 1);
}

/// Japanese has other buttons, and its lists of places and numbers look like ours.
bool is_japanese(const std::vector<Line>& lines) {
  std::size_t kana = 0;
  std::size_t all = 0;
  for (const Line& line : lines) {
    for (std::size_t at = 0; at < line.text.size() && all < 10'000;) {
      const utf8::Character c = utf8::read(line.text, at);
      at += c.length;
      kana += c.code_point >= 0x3041 && c.code_point <= 0x30FF ? 1U : 0U;
      all += is_set_solid(c.code_point) ? 1U : 0U;
    }
  }
  return kana * 5 > all;
}

class Edges {
 public:
  Edges(Document& document, const std::vector<Line>& lines)
      : document_(document), lines_(lines), site_(site_of(document.metadata.url)) {}

  void cut() {
    const auto text = [](const Line& line) { return is_prose(line); };
    const auto first = std::find_if(lines_.begin(), lines_.end(), text);
    if (first == lines_.end()) return;
    signals_.resize(lines_.size());
    begin_ = static_cast<std::size_t>(first - lines_.begin());
    end_ = lines_.size();
    cut_tail();
    cut_head();
    cut_rows();
  }

 private:
  const Block& block(std::size_t i) const { return document_.blocks[lines_[i].block]; }

  /// Found when it is asked for first: inside of the article it is asked of short lines only.
  const Signal& signal(std::size_t i) const {
    if (!signals_[i]) signals_[i] = signal_of(lines_[i]);
    return *signals_[i];
  }

  bool is_link(std::size_t i) const {
    const Block& at = block(i);
    return std::any_of(at.spans.begin(), at.spans.end(), [&](const Span& span) {
      if (span.kind != SpanKind::link || span.begin != 0 || span.end != at.text.size())
        return false;
      const std::string_view site = site_of(span.target);
      return (site.empty() || site == site_) && !span.target.starts_with('#');
    });
  }

  bool speaks_against(std::size_t i) const {
    const SignalKind kind = signal(i).kind;
    return signal(i).weight >= 1 && kind != SignalKind::date && kind != SignalKind::address &&
           kind != SignalKind::notice;
  }

  /// What a line says against being of the article; below zero: for it.
  double against(std::size_t i) const {
    const Line& line = lines_[i];
    if (block(i).kind == BlockKind::cell) return -1;
    if (speaks_against(i)) return signal(i).weight;
    if (line.width <= kWidestHeadline && is_link(i)) return 0.7;
    if (signal(i).kind == SignalKind::notice) return 0;
    if (signal(i).weight > 0) return 0.3;
    if (line.ends || line.width > kWidestHeadline) return line.width > 12 ? -kMostFor : -1;
    return line.width <= kWidestName ? 0 : -0.7;
  }

  void cut_tail() {
    double sum = 0;
    double best = 0;
    std::size_t from = end_;
    std::size_t marked = 0;
    const std::size_t floor = std::max(begin_ + 1, end_ - std::min(end_, kMost));
    for (std::size_t i = end_; i > floor; --i) {
      const double own = against(i - 1);
      sum += own;
      marked += own > 0.5 ? 1U : 0U;
      // Lines that nothing is known of can stand between, but are not the most.
      if (sum >= best && own > 0.5 && marked * 2 >= end_ - i + 1) {
        best = sum;
        from = i - 1;
      }
      if (sum < best - kMostFor) break;
    }
    const bool button = end_ - from == 1 && signal(from).weight >= 1.5F;
    if (best < kLeast && !button) return;
    SignalKind heading = SignalKind::button;
    for (std::size_t i = from; i < end_; ++i) {
      if (signal(i).kind == SignalKind::notice) continue;
      if (speaks_against(i)) heading = signal(i).kind;
      cut_line(i, heading, best >= 8 ? 0.9F : best >= 4 ? 0.8F : 0.6F);
    }
    end_ = from;
  }

  /// The title and what is said of it can stand amid of buttons: only those are cut.
  void cut_head() {
    for (std::size_t i = 0; i < begin_; ++i) {
      if (block(i).kind != BlockKind::heading && signal(i).weight >= 1.2F && speaks_against(i)) {
        cut_line(i, signal(i).kind, 0.7F);
      }
    }
  }

  /// Buttons, counters and dates one below the other.
  void cut_rows() {
    for (std::size_t i = begin_; i < end_;) {
      std::size_t end = i;
      double sum = 0;
      for (; end < end_ && block(end).kind == BlockKind::paragraph &&
             lines_[end].width <= kWidestOfRow && signal(end).weight > 0;
           ++end) {
        sum += speaks_against(end) ? signal(end).weight : 0;
      }
      for (std::size_t j = i; j < end && sum >= 2.5; ++j) cut_line(j, signal(j).kind, 0.7F);
      i = end + 1;
    }
  }

  void cut_line(std::size_t i, SignalKind kind, float confidence) {
    assign(document_, lines_[i].block, Role::clutter, rule_of(kind), confidence);
  }

  Document& document_;
  const std::vector<Line>& lines_;
  const std::string_view site_;
  mutable std::vector<std::optional<Signal>> signals_;
  std::size_t begin_ = 0;  // the first line of prose
  std::size_t end_ = 0;    // where the article ends
};

}  // namespace

void cut_edges(Document& document, const std::vector<Line>& lines) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMostLines = 100'000;
  if (document.format != Format::html || lines.size() < kFewest || lines.size() > kMostLines)
    return;
  if (is_east_asian(lines) && !is_japanese(lines)) Edges(document, lines).cut();
}

}  // namespace shuye
