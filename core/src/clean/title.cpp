#include "clean/title.h"

#include <algorithm>
#include <unordered_map>

#include "clean/byline.h"
#include "clean/headings.h"
#include "clean/lines.h"
#include "clean/numbering.h"
#include "clean/turns.h"
#include "text/date.h"

namespace shuye {
namespace {

constexpr std::size_t kHead = 10;          // lines in which a title and its repetitions stand
constexpr std::size_t kLongestTitle = 60;  // in Han characters' width
constexpr std::size_t kUsualTitle = 8;
constexpr std::size_t kLongestRepetition = 16;  // in bytes for each letter of the title
constexpr std::size_t kShortestTitle = 5;       // what is shorter is a category or a button, if …
                                                // … something longer follows

/// How much two titles have in common: the share of equal character pairs. 0 where that is surely
/// less than `least`, since one is so much longer: most lines are no titles.
double similarity(const std::u32string& a, const std::u32string& b, double least) {
  if (a == b) return 1;
  if (a.size() < 2 || b.size() < 2) return 0;
  const auto most = 2.0 * static_cast<double>(std::min(a.size(), b.size()) - 1);
  if (most < least * static_cast<double>(a.size() + b.size() - 2)) return 0;
  std::unordered_map<std::uint64_t, int> pairs;
  const auto pair = [](const std::u32string& s, std::size_t i) {
    return static_cast<std::uint64_t>(s[i]) << 32 | s[i + 1];
  };
  for (std::size_t i = 0; i + 1 < a.size(); ++i) ++pairs[pair(a, i)];
  std::size_t common = 0;
  for (std::size_t i = 0; i + 1 < b.size(); ++i) {
    if (pairs[pair(b, i)]-- > 0) ++common;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size() - 2);
}

/// A heading may say the title in other words; a paragraph must say the same.
void mark_repetitions(Document& document, const std::vector<Line>& lines) {
  const std::u32string title = letters_of(folded_text(document.metadata.title));
  if (title.empty()) return;
  std::size_t seen = 0;
  for (const Line& line : lines) {
    const Block& block = document.blocks[line.block];
    if (block.role != Role::body) continue;  // the title itself by now
    if (++seen > kHead) break;
    // Most lines are paragraphs: none of so many bytes for a letter of the title repeats it.
    if (line.text.size() > kLongestRepetition * title.size()) continue;
    const bool first_level = block.kind == BlockKind::heading && block.level == 1;
    const double least = first_level ? 0.6 : 0.95;
    // More letters than that would have too little in common.
    const std::u32string letters = letters_of(line.folded(), 4 * title.size());
    const double alike = similarity(letters, title, least);
    if (alike < least) continue;
    assign(document, line.block, Role::title, "title.repeated", static_cast<float>(alike));
  }
}

/// The first heading, where nothing is above it but short lines.
bool title_from_heading(Document& document, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    const Block& block = document.blocks[line.block];
    if (block.kind == BlockKind::heading && block.level <= 1) {
      document.metadata.title = line.text;
      assign(document, line.block, Role::title, "title.heading", 0.95F);
      return true;
    }
    if (is_prose(line)) return false;
  }
  return false;
}

/// `张三 10:01:02`, `2024年3月1日 晴`: the head of a message or of a diary's entry.
bool names_a_time(std::string_view text) {
  const std::size_t date = read_date(text).length;
  if (date > 0 && (date == text.size() || text[date] == ' ' || text.substr(date).starts_with("　")))
    return true;
  const auto digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2)) return true;
  }
  return false;
}

bool may_be_title(const Document& document, const Line& line) {
  const BlockKind kind = document.blocks[line.block].kind;
  return kind == BlockKind::paragraph && document.blocks[line.block].parent == kNoBlock &&
         line.width <= kLongestTitle && !line.stops && !letters_of(line.folded(), 1).empty() &&
         !is_enclosed(line.text) && !names_a_time(line.text) && !begins_with_label(line.text) &&
         !begins_section(line);
}

/// The short lines above the first prose.
std::vector<Line> head_of(const Document& document, const std::vector<Line>& lines) {
  std::vector<Line> head;
  bool prose_follows = false;
  for (const Line& line : lines) {
    prose_follows = is_prose(line) && !may_be_title(document, line);
    if (prose_follows || head.size() == kHead) break;
    head.push_back(line);
  }
  if (!prose_follows) head.clear();  // a list, a poem: no line stands out
  return head;
}

bool has_byline_below(const Document& document, const Line& line) {
  const std::size_t end = std::min<std::size_t>(document.blocks.size(), line.block + 3);
  for (std::size_t i = line.block + 1; i < end; ++i) {
    if (document.blocks[i].role == Role::byline) return true;
  }
  return false;
}

/// 第一章起风, if there is 第二章 as well.
bool is_counted(const std::vector<Line>& lines, const Line& line) {
  const Numbering own = numbering_of(line.folded());
  return own && std::any_of(lines.begin(), lines.end(), [&](const Line& other) {
           if (other.width > kLongestTitle) return false;
           const Numbering its = numbering_of(other.folded());
           return its.style == own.style && its.number == own.number + 1;
         });
}

const Line* choose_title(const Document& document, const std::vector<Line>& lines,
                         const std::vector<Line>& head) {
  const auto turns = turns_in(lines);
  std::vector<const Line*> candidates;
  for (const Line& line : head) {
    if (may_be_title(document, line) && turns.count(line.block) == 0 && !is_counted(lines, line)) {
      candidates.push_back(&line);
    } else if (names_a_time(line.text) || (line.stops && !candidates.empty())) {
      break;  // the text has begun: what is short below is a part of it
    }
  }
  // A line that stands twice in so little text is the title.
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    for (std::size_t j = i + 1; j < candidates.size(); ++j) {
      if (candidates[i]->folded() == candidates[j]->folded()) return candidates[i];
    }
  }
  // Else the first of some length; one with a byline below it before one without.
  const Line* best = nullptr;
  int most = 0;
  for (const Line* line : candidates) {
    if (line->width < kShortestTitle) continue;
    const int score =
        1 + (line->width >= kUsualTitle ? 1 : 0) + (has_byline_below(document, *line) ? 2 : 0);
    if (score > most) best = line;
    most = std::max(most, score);
  }
  if (best != nullptr) return best;
  return candidates.size() == 1 ? candidates[0] : nullptr;
}

/// What stands between the title and the first prose, other than bylines: a short sentence is the
/// subtitle.
void find_subtitle(Document& document, const std::vector<Line>& lines, const Line& title) {
  if (!document.metadata.subtitle.empty()) return;
  const Line* found = nullptr;
  for (const Line& line : lines) {
    if (line.block <= title.block) continue;
    const bool sentence = line.ends && line.width <= 40;
    // The body's first sentence stands among prose; a subtitle has a byline behind it.
    const bool byline_follows = std::any_of(
        document.blocks.begin() + line.block + 1,
        document.blocks.begin() + std::min<std::size_t>(document.blocks.size(), line.block + 3),
        [](const Block& block) { return block.role == Role::byline; });
    if (sentence && byline_follows) found = &line;
    break;
  }
  if (found == nullptr) return;
  document.metadata.subtitle = found->text;
  assign(document, found->block, Role::subtitle, "subtitle", 0.8F);
}

void title_from_lines(Document& document, const std::vector<Line>& lines) {
  const std::vector<Line> head = head_of(document, lines);
  const Line* title = choose_title(document, lines, head);
  if (title == nullptr) return;
  document.metadata.title = title->text;
  assign(document, title->block, Role::title, "title.line", 0.8F);
  // A site's rubric stands above the title.
  const auto above = std::find_if(head.begin(), head.end(),
                                  [&](const Line& line) { return line.block == title->block; });
  if (above != head.begin()) {
    const Line& rubric = *(above - 1);
    if (rubric.width < kShortestTitle && !rubric.ends && document.metadata.categories.empty()) {
      document.metadata.categories.emplace_back(rubric.text);
      assign(document, rubric.block, Role::byline, "category", 0.7F);
    }
  }
  find_subtitle(document, lines, *title);
}

}  // namespace

void find_title(Document& document, const std::vector<Line>& lines) {
  if (document.metadata.title.empty() && !title_from_heading(document, lines)) {
    title_from_lines(document, lines);
  }
  mark_repetitions(document, lines);
}

}  // namespace shuye
