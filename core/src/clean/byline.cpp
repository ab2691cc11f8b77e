#include "clean/byline.h"

#include "clean/byline_fields.h"
#include "clean/dated_line.h"
#include "clean/signatures.h"
#include "shuye/search.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// Where the value that begins at `from` ends: at a comma or bar, in brackets, before a next label,
/// or before two spaces.
std::size_t value_end(const Characters& line, std::size_t from) {
  std::size_t i = from;
  for (; i < line.original.size(); ++i) {
    const char32_t c = line.original[i];
    if (is_in(kBylineValueEnds, c) || c == U'(' || c == U'（' || c == U'。') break;
    if (i > from && is_space(line.original[i - 1]) && label_at(line, i).label != nullptr) break;
    const bool wide = is_space(c) && i + 1 < line.original.size() && is_space(line.original[i + 1]);
    if (wide || c == 0x3000) break;
  }
  return i;
}

/// `(ID:geekpark)` behind an account's name.
std::size_t skip_brackets(const Characters& line, std::size_t at) {
  if (at >= line.original.size() || (line.original[at] != U'(' && line.original[at] != U'（')) {
    return at;
  }
  while (at < line.original.size() && line.original[at] != U')' && line.original[at] != U'）') ++at;
  return std::min(at + 1, line.original.size());
}

bool is_empty(const Byline& byline) {
  return byline.authors.empty() && byline.editors.empty() && byline.publisher.empty() &&
         byline.date.empty();
}

/// An editor's note that only says where the article comes from.
constexpr std::u32string_view kNote = U"编者按";

/// The longest a byline may be, in characters: beyond it stands prose.
constexpr std::size_t kLongest = 120;

/// Whether a text may be a byline, by its beginning: a label or a note there, a reporter soon
/// after it, or a date. Nearly all lines are none, and the rest of reading them costs much more.
bool may_be_byline(std::string_view text) {
  constexpr std::size_t kBeginning = 12, kDateBegins = 48;  // in characters
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < kDateBegins; ++count) {
    const utf8::Character c = utf8::read(text, end);
    if ((c.code_point >= U'0' && c.code_point <= U'9') || c.code_point == U'年') return true;
    end += c.length;
  }
  std::u32string beginning;
  for (std::size_t at = 0; at < end && beginning.size() < kBeginning;) {
    const utf8::Character c = utf8::read(text, at);
    beginning.push_back(fold(c.code_point));
    at += c.length;
  }
  return begins_with_label_name(beginning) || beginning.starts_with(kNote) ||
         beginning.find(U"记者") != std::u32string::npos;
}

}  // namespace

bool begins_with_label(std::string_view text) {
  return label_at(Characters(text), 0).label != nullptr;
}

std::optional<Byline> read_byline(std::string_view text) {
  if (text.size() > kLongest * 4 || utf8::length(text) > kLongest) return std::nullopt;
  std::string_view rest = trim(text);
  const auto drop = [&](std::string_view opening, std::string_view closing) {
    if (rest.starts_with(opening) && rest.ends_with(closing)) {
      rest = trim(rest.substr(opening.size(), rest.size() - opening.size() - closing.size()));
    }
  };
  drop("（", "）");
  drop("(", ")");
  drop("【", "】");
  drop("[", "]");
  if (!may_be_byline(rest)) return std::nullopt;
  const Characters line(rest);
  std::size_t at = 0;
  const bool note = std::u32string_view(line.folded).starts_with(kNote);
  if (note) {
    at = kNote.size();
    while (at < line.original.size() &&
           (is_space(line.original[at]) || is_in(kBylineSeparators, line.original[at]))) {
      ++at;
    }
  }
  if (!note) {
    if (auto byline = read_dated_line(line)) return byline;
    if (auto names = reporters_in(rest); !names.empty()) {
      return Byline{std::move(names), {}, "", ""};
    }
    if (auto author = english_author_in(rest)) return Byline{{std::move(*author)}, {}, "", ""};
  }
  // 编者按：本文原载《山海》，作者：…
  constexpr std::size_t kLongestNote = 40;
  const std::size_t first = at;
  while (note && at < line.original.size() && at - first < kLongestNote &&
         label_at(line, at).label == nullptr && line.original[at] != U'。') {
    ++at;
  }
  if (at >= line.original.size() || label_at(line, at).label == nullptr) return std::nullopt;

  // 记者：您后悔吗？ is a turn of a conversation, 记者：谢谢您。 as well.
  const char32_t last = line.original.back();
  if (is_in(U"？?！!…", last)) return std::nullopt;
  Byline byline;
  std::size_t unlabelled = 0;
  std::size_t fields = 0;
  while (at < line.original.size()) {
    const Labelled labelled = label_at(line, at);
    if (labelled.label == nullptr) {
      // Words of no label: a few may stand at the end (经授权转载), more are prose.
      if (!is_space(line.original[at]) && !is_punctuation(line.original[at])) ++unlabelled;
      ++at;
      continue;
    }
    const Labelled inner = label_at(line, labelled.value);
    if (inner.label != nullptr) {  // 本文来自 微信公众号 …
      at = labelled.value;
      continue;
    }
    const std::size_t end = value_end(line, labelled.value);
    const std::string value = line.original_text(labelled.value, end);
    Byline dates;
    if (utf8::length(take_date(value, dates)) > kLongestName) return std::nullopt;
    add_value(labelled.label->field, value, byline);
    ++fields;
    at = std::max(skip_brackets(line, end), labelled.value);
  }
  if (is_empty(byline) || unlabelled > kLongestName) return std::nullopt;
  const bool people = byline.publisher.empty() && byline.date.empty();
  if (fields == 1 && people && last == U'。') return std::nullopt;
  return byline;
}

}  // namespace shuye
