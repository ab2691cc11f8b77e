#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/builder.h"
#include "parse/parsers.h"
#include "parse/plain_caption.h"
#include "parse/plain_lines.h"
#include "parse/plain_wrapping.h"

namespace shuye {
namespace {

/// The indent that most lines have.
std::uint32_t usual_indent(const std::vector<PlainLine>& lines, bool& most) {
  std::array<std::size_t, 32> counts{};
  std::size_t all = 0;
  for (const PlainLine& line : lines) {
    if (line.blank || line.rule) continue;
    ++counts[std::min<std::size_t>(line.indent, counts.size() - 1)];
    ++all;
  }
  const auto usual = std::max_element(counts.begin(), counts.end());
  most = *usual * 5 >= all * 3;
  return static_cast<std::uint32_t>(usual - counts.begin());
}

class PlainParser {
 public:
  PlainParser(std::string_view text, std::size_t offset, Document& document)
      : text_(text),
        offset_(offset),
        builder_(document, offset + text.size()),
        lines_(plain_lines(text)),
        wrapping_(lines_) {
    bool most = false;
    usual_indent_ = usual_indent(lines_, most);
    // Where lines were broken, the first of a paragraph has an indent of its own.
    quotes_by_indent_ = most && !wrapping_.is_wrapped();
  }

  void parse() {
    for (std::size_t i = 0; i < lines_.size();) {
      const PlainLine& line = lines_[i];
      if (line.blank) {
        ++i;
      } else if (line.rule) {
        builder_.leaf(BlockKind::rule, source(line.begin, line.end), {});
        ++i;
      } else if (const std::size_t end = quote_end(i); end > i) {
        quote(i, end);
        i = end;
      } else if (const std::size_t list_end = this->list_end(i); list_end > i) {
        list(i, list_end);
        i = list_end;
      } else {
        i = paragraph(i, 0);
      }
    }
    builder_.finish();
  }

 private:
  Range source(std::size_t begin, std::size_t end) const {
    return {begin + offset_, end + offset_};
  }

  /// The paragraph that begins at line `i`, without the first `skipped` bytes; the line behind it.
  std::size_t paragraph(std::size_t i, std::size_t skipped) {
    const std::size_t begin = lines_[i].begin + skipped;
    std::string text(text_.substr(begin, lines_[i].end - begin));
    for (; wrapping_.joins(lines_, i); ++i) append_line(text, lines_[i + 1].text_of(text_));
    const Range range = source(begin, lines_[i].end);
    if (text.empty()) return i + 1;
    if (skipped == 0 && is_caption_text(text)) {
      builder_.open(BlockKind::figure, range);
      builder_.leaf(BlockKind::caption, range, std::move(text));
      builder_.close();
    } else {
      builder_.leaf(BlockKind::paragraph, range, std::move(text));
    }
    return i + 1;
  }

  /// The line behind the last of a paragraph.
  std::size_t paragraph_end(std::size_t i) const {
    while (wrapping_.joins(lines_, i)) ++i;
    return i + 1;
  }

  std::size_t skip_blanks(std::size_t i, std::size_t most) const {
    std::size_t end = i;
    while (end < lines_.size() && lines_[end].blank && end - i < most) ++end;
    return end;
  }

  /// Lines behind `>`, or set in deeper than all others.
  std::size_t quote_end(std::size_t i) const {
    std::size_t end = i;
    if (lines_[i].mark == LineMark::quote) {
      // Steps of a breadcrumb are short and no sentences.
      constexpr std::uint32_t kWide = 30;
      bool prose = false;
      for (; end < lines_.size() && lines_[end].mark == LineMark::quote; ++end) {
        prose = prose || lines_[end].ends_sentence || lines_[end].width >= kWide;
      }
      return prose ? end : i;
    }
    if (!quotes_by_indent_ || !is_set_in(i)) return i;
    const bool apart = i == 0 || lines_[i - 1].blank || usual_indent_ > 0;
    while (end < lines_.size() && is_set_in(end)) ++end;
    const bool ends = end == lines_.size() || lines_[end].blank || usual_indent_ > 0;
    return apart && ends ? end : i;
  }

  bool is_set_in(std::size_t i) const {
    // What stands farther to the right is a signature or a title in the middle.
    constexpr std::uint32_t kLeast = 4;
    constexpr std::uint32_t kMost = 12;
    const PlainLine& line = lines_[i];
    return !line.blank && !line.rule && line.indent >= usual_indent_ + kLeast &&
           line.indent <= usual_indent_ + kMost;
  }

  void quote(std::size_t begin, std::size_t end) {
    builder_.open(BlockKind::quote, source(lines_[begin].begin, lines_[end - 1].end));
    for (std::size_t i = begin; i < end; ++i) {
      const PlainLine& line = lines_[i];
      const std::size_t mark = line.mark == LineMark::quote ? line.mark_length : 0;
      const std::size_t from = line.begin + mark;
      if (from >= line.end) continue;
      builder_.leaf(BlockKind::paragraph, source(from, line.end),
                    std::string(text_.substr(from, line.end - from)));
    }
    builder_.close();
  }

  /// Two items or more, one behind the other, and counting up where they are numbered. One alone
  /// is a heading or a line that begins so.
  std::size_t list_end(std::size_t i) const {
    const LineMark mark = lines_[i].mark;
    if (mark != LineMark::bullet && mark != LineMark::number) return i;
    std::size_t items = 1;
    std::size_t end = paragraph_end(i);
    std::uint32_t number = lines_[i].number;
    for (;;) {
      const std::size_t next = skip_blanks(end, 1);
      if (next == lines_.size() || lines_[next].mark != mark) break;
      if (mark == LineMark::number && lines_[next].number != number + 1) break;
      if (mark == LineMark::bullet && !same_bullet(i, next)) break;
      number = lines_[next].number;
      end = paragraph_end(next);
      ++items;
    }
    return items >= 2 ? end : i;
  }

  bool same_bullet(std::size_t a, std::size_t b) const {
    return text_.substr(lines_[a].begin, lines_[a].mark_length)
               .starts_with(text_.substr(lines_[b].begin, 1)) &&
           lines_[a].indent == lines_[b].indent;
  }

  void list(std::size_t begin, std::size_t end) {
    const bool ordered = lines_[begin].mark == LineMark::number;
    Block& list = builder_.open(BlockKind::list, source(lines_[begin].begin, lines_[end - 1].end));
    list.ordered = ordered;
    list.tight = true;
    if (ordered) list.start = lines_[begin].number;
    for (std::size_t i = begin; i < end;) {
      if (lines_[i].blank) {
        ++i;
        continue;
      }
      const std::size_t behind = paragraph_end(i);
      builder_.open(BlockKind::item, source(lines_[i].begin, lines_[behind - 1].end));
      paragraph(i, lines_[i].mark_length);
      builder_.close();
      i = behind;
    }
    builder_.close();
  }

  std::string_view text_;
  std::size_t offset_;
  DocumentBuilder builder_;
  std::vector<PlainLine> lines_;
  Wrapping wrapping_;
  std::uint32_t usual_indent_ = 0;
  bool quotes_by_indent_ = false;
};

}  // namespace

void parse_plain(std::string_view text, std::size_t offset, Document& document) {
  PlainParser(text, offset, document).parse();
}

}  // namespace shuye
