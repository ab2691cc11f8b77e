#include "clean/edges.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "clean/byline.h"
#include "clean/signals.h"
#include "text/character.h"
#include "text/han_run.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// Widths in Han characters.
constexpr std::size_t kWidestHeadline = 40;
constexpr std::size_t kWidestOfRow = 12;
constexpr std::size_t kWidestName = 6;
constexpr std::size_t kWidestOfEnd = 30;

/// How many lines from an edge can be cut, and how much may speak for them on the way.
constexpr std::size_t kMost = 200;
constexpr double kMostFor = 4;
constexpr double kLeast = 2;  // evidence that a region needs
constexpr double kLittle = 0.4;

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
  constexpr std::size_t kEnough = 10'000;
  std::size_t kana = 0;
  std::size_t all = 0;
  for (const Line& line : lines) {
    for (std::size_t at = 0; at < line.text.size() && all < kEnough;) {
      if (const std::size_t han = common_han_run(line.text, at); han > 0) {
        all = std::min(all + han, kEnough);
        at += 3 * han;
        continue;
      }
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
    cut_behind_statement();
    find_end_mark();
    cut_tail();
    cut_head();
    cut_rows();
    cut_advertisements();
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

  bool names_editors(std::size_t i) const {
    if (lines_[i].width > kWidestOfEnd) return false;
    const std::optional<Byline> byline = read_byline(lines_[i].text);
    return byline && !byline->editors.empty();
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
    if (i > mark_ && !line.ends && line.width <= kWidestHeadline) return kLittle;
    if (line.ends || line.width > kWidestHeadline) return line.width > 12 ? -kMostFor : -1;
    return line.width <= kWidestName ? 0 : -0.7;
  }

  /// How much of the article a line is.
  std::size_t prose(std::size_t i) const { return is_prose(lines_[i]) ? lines_[i].width : 0; }

  /// Behind a platform's statement on what its users write there is nothing of the article: what
  /// follows are buttons, comments, and other articles. One on the article can stand above it, too.
  void cut_behind_statement() {
    std::size_t above = 0;
    std::size_t behind = 0;
    for (std::size_t i = begin_; i < end_; ++i) behind += prose(i);
    for (std::size_t i = begin_; i < end_; ++i) {
      behind -= prose(i);
      const bool may_end = i > begin_ && block(i).kind != BlockKind::cell;
      const Statement statement = may_end ? statement_of(lines_[i]) : Statement::none;
      if (statement == Statement::of_what_is_above ||
          (statement == Statement::of_the_article && behind <= above)) {
        return cut_from_statement(i);
      }
      above += prose(i);
    }
  }

  void cut_from_statement(std::size_t i) {
    const bool heading = lines_[i - 1].width <= kWidestName && lines_[i - 1].text.ends_with("声明");
    if (heading) --i;
    cut_line(i, SignalKind::copyright, 0.85F);
    for (std::size_t j = i + 1; j < end_; ++j) cut_line(j, SignalKind::related, 0.8F);
    end_ = i;
  }

  /// The last line that an article ends with (`责任编辑：…`) and that has no prose behind it.
  void find_end_mark() {
    mark_ = end_;
    const std::size_t floor = std::max(begin_ + 1, end_ - std::min(end_, kMost));
    for (std::size_t i = end_; i > floor; --i) {
      if (!names_editors(i - 1)) continue;
      while (i < end_ && is_enclosed(lines_[i].text)) ++i;
      mark_ = i - 1;
      if (end_ - i < 2 || sentences_behind(mark_)) return;
      for (std::size_t j = i; j < end_; ++j) cut_line(j, SignalKind::button, 0.7F);
      end_ = i;
      return;
    }
  }

  bool sentences_behind(std::size_t mark) const {
    for (std::size_t i = mark + 1; i < end_; ++i) {
      const bool sentence = lines_[i].ends && lines_[i].width > kWidestName;
      if (sentence || lines_[i].width > kWidestHeadline || block(i).kind == BlockKind::cell) {
        return true;
      }
    }
    return false;
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
      if (signal(i).kind == SignalKind::notice || names_editors(i)) continue;
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

  /// A link that calls itself an advertisement: `<a><i>广告</i>…</a>`.
  bool is_advertisement(std::size_t i) const {
    const Block& at = block(i);
    constexpr std::string_view kLabels[] = {"广告", "廣告", "推广", "推廣"};
    // Where it says nothing else, it is one of the labels that signals are made of.
    const auto* label =
        std::find_if(std::begin(kLabels), std::end(kLabels),
                     [&](std::string_view one) { return at.text.starts_with(one); });
    if (label == std::end(kLabels) || label->size() == at.text.size()) return false;
    const auto ends_at = [&](std::size_t end) {
      return [end](const Span& span) { return span.begin == 0 && span.end == end; };
    };
    const auto link = std::find_if(at.spans.begin(), at.spans.end(), [&](const Span& span) {
      return span.kind == SpanKind::link && ends_at(at.text.size())(span);
    });
    return link != at.spans.end() &&
           std::any_of(at.spans.begin(), at.spans.end(), ends_at(label->size()));
  }

  void cut_advertisements() {
    for (std::size_t i = begin_; i < end_; ++i) {
      if (is_advertisement(i)) cut_line(i, SignalKind::promotion, 0.85F);
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
  std::size_t mark_ = 0;   // the line that says so; `end_`: there is none
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
