#include <algorithm>
#include <map>
#include <optional>

#include "clean/byline.h"
#include "clean/lines.h"
#include "clean/turns.h"
#include "text/date.h"

namespace shuye {
namespace {

/// Bylines stand before the text begins and after it ends: at most so many lines, and so many of
/// prose (an abstract, a notice), from either end.
constexpr std::size_t kHead = 12;
constexpr std::size_t kTail = 5;
constexpr std::size_t kProse = 2;

void take(const Byline& byline, bool named, Metadata& metadata) {
  if (!named)
    metadata.authors.insert(metadata.authors.end(), byline.authors.begin(), byline.authors.end());
  for (const auto& editor : byline.editors) {
    if (std::find(metadata.editors.begin(), metadata.editors.end(), editor) ==
        metadata.editors.end()) {
      metadata.editors.push_back(editor);
    }
  }
  if (metadata.publisher.empty()) metadata.publisher = byline.publisher;
  if (metadata.date.empty()) metadata.date = byline.date;
}

/// The outermost block around a line: a quotation, a list, a table, or itself.
BlockIndex outermost(const Document& document, BlockIndex block) {
  while (document.blocks[block].parent != kNoBlock) block = document.blocks[block].parent;
  return block;
}

/// `2024-03-01`, `王小明 2024-03-01 10:00:15`, and not `发布时间：2024-03-01`.
bool is_dated(const Line& line, const Byline& byline) {
  return !byline.date.empty() && !begins_with_label(line.text);
}

/// Whether there may be a date in a text: there is a figure, or 年.
bool may_be_dated(std::string_view text) {
  constexpr std::string_view kYear = "年";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] >= '0' && text[at] <= '9') return true;
    if (text[at] == kYear[0] && text.substr(at).starts_with(kYear)) return true;
  }
  return false;
}

/// Text below a date, or a message below a name and a time.
bool is_entry(const Line& line, const Line& next) {
  if (!may_be_dated(line.text)) return false;
  const auto byline = read_byline(line.text);
  if (!byline || !is_dated(line, *byline)) return false;
  const bool message = read_date(line.text).length == 0;
  return message ? !read_byline(next.text) : is_prose(next);
}

/// A diary, a log, a chronicle or a chat: more than one entry. An article was published once.
bool has_entries(const std::vector<Line>& lines) {
  const Line* first = nullptr;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_entry(lines[i], lines[i + 1])) continue;
    if (first != nullptr && first->text != lines[i].text) return true;
    first = &lines[i];
  }
  return false;
}

class Finder {
 public:
  Finder(Document& document, const std::vector<Line>& lines)
      : document_(document),
        lines_(lines),
        named_(!document.metadata.authors.empty()),
        bylines_(lines_.size()) {}

  void find() {
    std::size_t i = 0;
    for (std::size_t prose = 0; i < lines_.size() && i < kHead && prose < kProse; ++i) {
      if (!read(i) && is_prose(lines_[i])) ++prose;
    }
    const std::size_t floor = std::max(i, lines_.size() - std::min(lines_.size(), kTail));
    std::size_t begin = lines_.size();
    for (std::size_t prose = 0; begin > floor && prose < kProse; --begin) {
      const Line& line = lines_[begin - 1];
      if (is_prose(line) && !read_byline(line.text)) ++prose;
    }
    for (i = begin; i < lines_.size(); ++i) read(i);
  }

 private:
  bool read(std::size_t i) {
    const Line& line = lines_[i];
    const auto byline = read_byline(line.text);
    if (!byline || is_quoted(i) || is_conversation(line)) return false;
    if (is_dated(line, *byline) && is_journal()) return false;
    take(*byline, named_, document_.metadata);
    // The date below a letter or an announcement signs it.
    const bool signature = i + 1 == lines_.size() && normalize_date(line.text).size() == 10;
    if (signature) return false;
    assign(document_, line.block, Role::byline, "byline", 0.9F);
    bylines_[i] = true;
    return true;
  }

  // Both read every line, and most articles have no byline that asks for them.

  bool is_journal() {
    if (!entries_) entries_ = has_entries(lines_);
    return *entries_;
  }

  bool is_conversation(const Line& line) {
    if (!turns_) turns_ = turns_in(lines_);
    const auto turn = turns_->find(line.block);
    return turn != turns_->end() && turn->second >= 3;
  }

  /// Words that the text quotes: below a line that announces them, or further down in a block.
  bool is_quoted(std::size_t i) const {
    if (i == 0) return false;
    const Line& above = lines_[i - 1];
    if (bylines_[i - 1]) return false;
    if (is_prose(above) && (above.text.ends_with("：") || above.text.ends_with(':'))) return true;
    const BlockIndex outer = outermost(document_, lines_[i].block);
    return outer == outermost(document_, above.block) &&
           document_.blocks[outer].kind != BlockKind::table;
  }

  Document& document_;
  const std::vector<Line>& lines_;
  const bool named_;  // authors that the front matter names are not added to
  std::optional<bool> entries_;
  std::optional<std::map<BlockIndex, std::size_t>> turns_;
  std::vector<bool> bylines_;
};

}  // namespace

void find_bylines(Document& document, const std::vector<Line>& lines) {
  Finder(document, lines).find();
}

}  // namespace shuye
