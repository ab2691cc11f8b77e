#include "clean/headings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "clean/byline.h"
#include "clean/lines.h"
#include "clean/numbering.h"
#include "clean/signals.h"
#include "clean/turns.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kWidest = 34;          // in Han characters
constexpr std::size_t kWidestQuestion = 24;  // questions are also asked in dialogues
constexpr std::size_t kWidestGlued = 20;
constexpr std::size_t kWidestFrame = 20;
constexpr std::size_t kLongProse = 30;

std::size_t colon_at_end(std::string_view text) {
  if (text.ends_with("：")) return std::string_view("：").size();
  return text.ends_with(':') ? 1 : 0;
}

/// Sections that every article can have, and every novel.
bool is_frame(const Line& line) {
  static const Words kWords = folded_words(
      {"结语",   "结论", "结尾", "尾声",     "后记",     "总结", "小结",     "写在最后", "写在前面",
       "引言",   "前言", "序言", "引子",     "导语",     "附录", "参考文献", "参考资料", "序",
       "序章",   "序幕", "自序", "代序",     "楔子",     "番外", "外传",     "终章",     "终曲",
       "大结局", "跋",   "后序", "完本感言", "上架感言", "开篇"});
  if (line.width > kWidestFrame) return false;
  std::string_view text = line.folded();
  if (text.starts_with("【") && text.ends_with("】")) {
    text = text.substr(3, text.size() - 6);
  }
  return std::any_of(kWords.begin(), kWords.end(), [&](const std::string& word) {
    if (!text.starts_with(word)) return false;
    const std::string_view rest = text.substr(word.size());
    if (rest.empty()) return true;
    const char32_t next = utf8::read(rest, 0).code_point;
    return is_space(next) || is_punctuation(next) || read_number(rest).length > 0;
  });
}

bool is_caption(const Line& line) {
  static const Words kWords =
      folded_words({"图片来源", "图源", "图片", "图:", "图：", "供图", "摄影", "制图", "配图"});
  return contains_any(line.folded(), kWords);
}

bool is_plain_paragraph(const Block& block) {
  return block.kind == BlockKind::paragraph && block.parent == kNoBlock &&
         std::none_of(block.spans.begin(), block.spans.end(), [&](const Span& span) {
           const bool whole = span.begin == 0 && span.end == block.text.size();
           return span.kind == SpanKind::link || span.kind == SpanKind::image ||
                  span.kind == SpanKind::line_break || span.kind == SpanKind::code ||
                  (span.kind == SpanKind::math && whole);
         });
}

struct Candidate {
  std::size_t line = 0;  // index into the lines
  Numbering numbering;
  bool frame = false;

  /// Of a book: 第三章. Nothing else looks like it.
  bool part() const {
    return numbering.style >= NumberStyle::volume && numbering.style <= NumberStyle::section;
  }
  bool bare() const { return !numbering && !frame; }
};

/// Ends as no title does, with a comma, a colon or a full stop.
bool goes_on(std::string_view text) {
  constexpr std::u32string_view kMarks = U"，,、；;：:。.";
  return kMarks.find(utf8::read_before(text, text.size()).code_point) != std::u32string_view::npos;
}

/// A number alone: a page's, a counter's.
bool is_number_only(const Line& line) {
  return std::all_of(line.folded().begin(), line.folded().end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '.' || c == '-' || c == '/';
  });
}

bool is_button_or_counter(const Line& line) {
  const Signal signal = signal_of(line);
  if (signal.kind != SignalKind::date && is_number_only(line)) return true;
  if (signal.kind == SignalKind::date) return line.folded().find(':') != std::string::npos;
  // A section can be called 历史.
  return signal.weight >= 1 && signal.kind != SignalKind::navigation;
}

/// A line that could be a heading, by itself.
bool may_be_heading(const Document& document, const Line& line, Candidate& candidate) {
  if (line.width > kWidest + 6 || !is_plain_paragraph(document.blocks[line.block])) return false;
  const Numbering numbering = numbering_of(line.folded());
  candidate.numbering = numbering;
  candidate.frame = !numbering && is_frame(line);
  if (candidate.part() && !numbering.glued) return !goes_on(line.text);
  if (candidate.frame && (!line.stops || colon_at_end(line.text) > 0)) return true;
  if (numbering.bare) return true;
  if (line.width > kWidest || line.width < 2 || line.stops || is_caption(line)) return false;
  if (candidate.part() && line.width > kWidestGlued) return false;
  // 时至今日，事实如何？ is a sentence; 旧范式困住了谁？ can be a heading.
  const bool question = line.ends;
  if (question && (line.width > kWidestQuestion || contains_any(line.folded(), {",", "，"})))
    return false;
  if (is_enclosed(line.text) || begins_with_label(line.text)) return false;
  if (!numbering && is_button_or_counter(line)) return false;
  return letters_of(line.folded(), 2).size() == 2;
}

/// `4. 清洁时拔下电源` below `3. 使用前……进行处理。`: sentences are numbered here, not headings.
bool is_among_sentences(const std::vector<Line>& lines, std::size_t i, const Numbering& own) {
  if (own.style < NumberStyle::han || own.number == 0) return false;
  const auto is_sentence = [&](std::size_t other, std::uint32_t number) {
    if (!lines[other].stops) return false;
    const Numbering its = numbering_of(lines[other].folded());
    return its.style == own.style && its.depth == own.depth && its.number == number;
  };
  return (i > 0 && is_sentence(i - 1, own.number - 1)) ||
         (i + 1 < lines.size() && is_sentence(i + 1, own.number + 1));
}

bool is_deeper(const Numbering& a, const Numbering& b) {
  return a.style != b.style ? a.style > b.style : a.depth > b.depth;
}

/// Of candidates one below the other only the last, and those above it that it is a part of, have
/// text below them: the others are a table of contents, a list, a poem.
void choose_from_run(const std::vector<Line>& lines, const std::vector<Candidate>& run,
                     std::vector<Candidate>& chosen) {
  const std::size_t end = run.back().line + 1;
  const bool follows = end < lines.size();
  const bool prose_follows = follows && lines[end].ends;
  const bool long_prose_follows = prose_follows && lines[end].width >= kLongProse;
  const std::size_t above = run.front().line;
  const bool prose_above = above == 0 || lines[above - 1].ends || is_caption(lines[above - 1]);
  std::size_t begin = run.size();
  for (std::size_t i = run.size(); i-- > 0;) {
    const Candidate& heading = run[i];
    if (i + 1 < run.size() && heading.numbering && run[i + 1].numbering &&
        !is_deeper(run[i + 1].numbering, heading.numbering)) {
      break;
    }
    begin = i;
  }
  for (std::size_t i = begin; i < run.size(); ++i) {
    const Candidate& heading = run[i];
    const bool fits = heading.part()   ? follows
                      : heading.bare() ? run.size() <= 2 && prose_above && long_prose_follows
                                       : prose_follows;
    if (fits) chosen.push_back(heading);
  }
}

/// Drops the headings of a kind that only counting up makes sure of, where they do not.
template <typename Belongs>
void keep_if_counting(std::vector<Candidate>& headings, std::size_t least, Belongs belongs) {
  std::size_t steps = 0;
  std::array<std::uint32_t, 16> last{};
  for (const Candidate& heading : headings) {
    if (!belongs(heading)) continue;
    std::uint32_t& before = last[static_cast<std::size_t>(heading.numbering.style)];
    if (before != 0 && heading.numbering.number == before + 1) ++steps;
    before = heading.numbering.number;
  }
  if (steps < least) {
    headings.erase(std::remove_if(headings.begin(), headings.end(), belongs), headings.end());
  }
}

std::vector<Candidate> choose(const Document& document, const std::vector<Line>& lines) {
  const auto turns = turns_in(lines);
  std::vector<Candidate> chosen;
  std::vector<Candidate> run;
  const auto finish = [&] {
    if (!run.empty()) choose_from_run(lines, run, chosen);
    run.clear();
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Candidate candidate{i, {}, false};
    const bool may_be = may_be_heading(document, lines[i], candidate) &&
                        turns.count(lines[i].block) == 0 &&
                        !is_among_sentences(lines, i, candidate.numbering);
    if (may_be) {
      run.push_back(candidate);
    } else {
      finish();
    }
  }
  finish();
  keep_if_counting(chosen, 2, [](const Candidate& c) { return c.part() && c.numbering.glued; });
  keep_if_counting(chosen, 1, [](const Candidate& c) { return c.numbering.bare && !c.part(); });
  // Between the chapters of a book a short line is a line of it.
  const auto parts =
      std::count_if(chosen.begin(), chosen.end(), [](const Candidate& c) { return c.part(); });
  if (parts >= 3) {
    chosen.erase(
        std::remove_if(chosen.begin(), chosen.end(), [](const Candidate& c) { return c.bare(); }),
        chosen.end());
  }
  // Lines that are mostly headings are no article with headings.
  if (chosen.size() * 2 > lines.size()) chosen.clear();
  return chosen;
}

/// Which level each style of numbering has: the parts of a book in their order, the others as they
/// appear for the first time.
class Levels {
 public:
  explicit Levels(const std::vector<Candidate>& headings) {
    for (const Candidate& heading : headings) {
      if (!heading.numbering) continue;
      ++numbered_;
      const NumberStyle style = heading.numbering.style;
      auto known = std::find_if(styles_.begin(), styles_.end(),
                                [&](const Style& s) { return s.style == style; });
      if (known == styles_.end()) {
        styles_.push_back({style, heading.numbering.depth, heading.numbering.depth});
      } else {
        known->least = std::min(known->least, heading.numbering.depth);
        known->most = std::max(known->most, heading.numbering.depth);
      }
    }
    std::stable_sort(styles_.begin(), styles_.end(), [](const Style& a, const Style& b) {
      return std::min(a.style, NumberStyle::han) < std::min(b.style, NumberStyle::han);
    });
  }

  std::size_t of(const Candidate& heading) const {
    std::size_t level = 1;
    for (const Style& style : styles_) {
      if (heading.numbering.style == style.style) {
        return level + heading.numbering.depth - style.least;
      }
      // A prologue stands where chapters do.
      if (heading.frame && style.style != NumberStyle::volume) return level;
      level += 1U + style.most - style.least;
    }
    return heading.frame || numbered_ < 2 ? 1 : level;
  }

 private:
  struct Style {
    NumberStyle style;
    std::uint8_t least;
    std::uint8_t most;
  };
  std::vector<Style> styles_;
  std::size_t numbered_ = 0;
};

std::vector<std::uint8_t> levels_of(const std::vector<Candidate>& headings) {
  const Levels levels(headings);
  std::vector<std::uint8_t> found;
  for (const Candidate& heading : headings) {
    found.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(levels.of(heading), 6)));
  }
  return found;
}

}  // namespace

bool begins_section(const Line& line) {
  const Numbering numbering = numbering_of(line.folded());
  return (numbering && !numbering.glued) || is_frame(line);
}

void infer_headings(Document& document, const std::vector<Line>& lines) {
  if (document.format == Format::html) return;
  const bool marked_up =
      std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::heading && block.role == Role::body;
      });
  if (marked_up) return;
  const std::vector<Candidate> headings = choose(document, lines);
  const std::vector<std::uint8_t> levels = levels_of(headings);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Block& block = document.blocks[lines[headings[i].line].block];
    block.kind = BlockKind::heading;
    block.level = levels[i];
  }
}

void name_headings(Document& document) {
  std::size_t count = 0;
  const auto name = [&](bool body) {
    for (Block& block : document.blocks) {
      if (block.kind != BlockKind::heading || (block.role == Role::body) != body) continue;
      block.label = "s" + std::to_string(++count);
    }
  };
  // The outline first, so that its ids do not depend on where the title stands in the source.
  name(true);
  name(false);
}

}  // namespace shuye
