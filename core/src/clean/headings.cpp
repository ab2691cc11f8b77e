#include "clean/headings.h"

#include <algorithm>

#include "clean/byline.h"
#include "clean/lines.h"
#include "clean/turns.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// How a heading is numbered; each style is a level of its own, in the order in which they appear.
enum class Numbering : std::uint8_t {
  none,
  part,         // 第一章, 第3节
  han,          // 一、
  bracketed,    // （一）
  arabic,       // 1. 1、 01
  dashed,       // -01-
  parenthesis,  // （1） 1)
};

constexpr std::u32string_view kHanNumerals = U"〇零一二三四五六七八九十百千两";
constexpr std::u32string_view kParts = U"章节回卷部篇集编讲";

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_han_numeral(char32_t c) { return kHanNumerals.find(c) != std::u32string_view::npos; }

/// `text` is folded: half-width digits, Simplified characters.
Numbering numbering_of(std::string_view folded) {
  const std::u32string text = utf8::code_points(folded);
  std::size_t at = 0;
  const auto run = [&](auto&& is) {
    const std::size_t begin = at;
    while (at < text.size() && is(text[at])) ++at;
    return at - begin;
  };
  const auto next_is = [&](std::u32string_view set) {
    return at < text.size() && set.find(text[at]) != std::u32string_view::npos;
  };
  if (text.empty()) return Numbering::none;
  if (text[0] == U'第') {
    ++at;
    const bool number = run(is_han_numeral) > 0 || run(is_digit) > 0;
    return number && next_is(kParts) ? Numbering::part : Numbering::none;
  }
  if (text[0] == U'-' || text[0] == U'—') {
    ++at;
    return run(is_digit) > 0 && next_is(U"-—") ? Numbering::dashed : Numbering::none;
  }
  if (text[0] == U'(' || text[0] == U'（') {
    ++at;
    const bool han = run(is_han_numeral) > 0;
    if (!han && run(is_digit) == 0) return Numbering::none;
    if (!next_is(U")）")) return Numbering::none;
    return han ? Numbering::bracketed : Numbering::parenthesis;
  }
  if (run(is_han_numeral) > 0) return next_is(U"、.．,，:：") ? Numbering::han : Numbering::none;
  const std::size_t digits = run(is_digit);
  if (digits == 0 || digits > 2) return Numbering::none;
  if (next_is(U")）")) return Numbering::parenthesis;
  if (next_is(U"、.．")) {
    ++at;  // 1.5亿 is a number
    return at < text.size() && is_digit(text[at]) ? Numbering::none : Numbering::arabic;
  }
  // 01 标题: a leading zero numbers a heading; 30 天 is a number.
  return text[0] == U'0' && digits == 2 && next_is(U" 　") ? Numbering::arabic : Numbering::none;
}

/// Sections that every article can have stand at the top level.
bool is_frame(const Line& line) {
  static const Words kWords =
      folded_words({"结语", "结论", "结尾", "尾声", "后记", "总结", "小结", "写在最后", "写在前面",
                    "引言", "前言", "序言", "引子", "导语", "附录", "参考文献", "参考资料"});
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](const std::string& word) { return line.folded.starts_with(word); });
}

bool is_caption(const Line& line) {
  static const Words kWords =
      folded_words({"图片来源", "图源", "图片", "图:", "图：", "供图", "摄影", "制图", "配图"});
  return contains_any(line.folded, kWords);
}

constexpr std::size_t kWidest = 34;          // in Han characters
constexpr std::size_t kWidestQuestion = 24;  // questions are also asked in dialogues
constexpr std::size_t kLongProse = 30;

bool is_plain_paragraph(const Block& block) {
  return block.kind == BlockKind::paragraph && block.parent == kNoBlock &&
         std::none_of(block.spans.begin(), block.spans.end(), [](const Span& span) {
           return span.kind == SpanKind::link || span.kind == SpanKind::image ||
                  span.kind == SpanKind::line_break || span.kind == SpanKind::code;
         });
}

/// A line that could be a heading, by itself.
bool is_candidate(const Document& document, const Line& line) {
  if (!is_plain_paragraph(document.blocks[line.block])) return false;
  if (line.width > kWidest || line.width < 2 || line.stops || is_caption(line)) return false;
  // 时至今日，事实如何？ is a sentence; 旧范式困住了谁？ can be a heading.
  const bool question = line.ends;
  if (question && (line.width > kWidestQuestion || contains_any(line.folded, {",", "，"})))
    return false;
  if (is_enclosed(line.text) || begins_with_label(line.text)) return false;
  return letters_of(line.folded).size() >= 2;
}

/// The number that a line begins with; 0 when there is none.
std::size_t number_of(const Line& line) {
  std::size_t number = 0;
  for (const char c : line.folded.substr(0, 2)) {
    if (c < '0' || c > '9') break;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

/// `4. 清洁时拔下电源` below `3. 使用前……进行处理。`: sentences are numbered here, not headings.
bool is_among_sentences(const std::vector<Line>& lines, std::size_t i) {
  const Numbering numbering = numbering_of(lines[i].folded);
  if (numbering != Numbering::arabic && numbering != Numbering::parenthesis) return false;
  const std::size_t number = number_of(lines[i]);
  const auto is_sentence = [&](std::size_t other, std::size_t its_number) {
    return number != 0 && lines[other].stops && number_of(lines[other]) == its_number &&
           numbering_of(lines[other].folded) == numbering;
  };
  return (i > 0 && is_sentence(i - 1, number - 1)) ||
         (i + 1 < lines.size() && is_sentence(i + 1, number + 1));
}

struct Candidate {
  std::size_t line;  // index into the lines
  Numbering numbering;
  bool frame;
};

/// Candidates that have prose below them, at most two in a row: a heading and its first
/// sub-heading. Longer rows are lists, poems or dialogue, of which only numbered lines stay.
std::vector<Candidate> choose(const Document& document, const std::vector<Line>& lines) {
  const auto turns = turns_in(lines);
  std::vector<bool> candidate(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    candidate[i] = is_candidate(document, lines[i]) && turns.count(lines[i].block) == 0 &&
                   !is_among_sentences(lines, i);
  }
  std::vector<Candidate> chosen;
  for (std::size_t begin = 0; begin < lines.size();) {
    if (!candidate[begin]) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < lines.size() && candidate[end]) ++end;
    const bool prose_follows = end < lines.size() && lines[end].ends;
    const bool long_prose_follows = prose_follows && lines[end].width >= kLongProse;
    for (std::size_t i = begin; i < end && prose_follows; ++i) {
      const Numbering numbering = numbering_of(lines[i].folded);
      const bool bare = numbering == Numbering::none;
      if (bare && (end - begin > 2 || !long_prose_follows)) continue;
      chosen.push_back({i, numbering, is_frame(lines[i])});
    }
    begin = end;
  }
  // Lines that are mostly headings are no article with headings.
  if (chosen.size() * 2 > lines.size()) chosen.clear();
  return chosen;
}

/// Levels from 1: each style of numbering in the order of its first appearance; lines without a
/// number stand one below the numbered heading above them, or at the top when there is none.
std::vector<std::uint8_t> levels_of(const std::vector<Candidate>& headings) {
  const auto numbered = std::count_if(headings.begin(), headings.end(), [](const Candidate& c) {
    return c.numbering != Numbering::none;
  });
  std::vector<Numbering> styles;
  std::vector<std::uint8_t> levels;
  for (const Candidate& heading : headings) {
    std::size_t level = 1;
    if (heading.numbering != Numbering::none) {
      auto style = std::find(styles.begin(), styles.end(), heading.numbering);
      if (style == styles.end()) style = styles.insert(styles.end(), heading.numbering);
      level = static_cast<std::size_t>(style - styles.begin()) + 1;
    } else if (numbered >= 2 && !styles.empty() && !heading.frame) {
      level = styles.size() + 1;
    }
    levels.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(level, 6)));
  }
  return levels;
}

}  // namespace

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
