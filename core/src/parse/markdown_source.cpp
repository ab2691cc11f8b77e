#include "parse/markdown_source.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

// Punctuation to cmark-gfm and to nobody who writes Chinese: Phags-pa, Meetei Mayek, Javanese,
// Cham, Rejang. All are three bytes long.
constexpr std::string_view kGuards[] = {"\uA8CE", "\uA8CF", "\uAAF0", "\uAAF1", "\uA9CA",
                                        "\uA9CB", "\uAA5D", "\uAA5E", "\uA95F"};
constexpr std::size_t kGuardBytes = 3;

std::string_view absent_guard(std::string_view text) {
  for (const std::string_view guard : kGuards) {
    if (text.find(guard) == std::string_view::npos) return guard;
  }
  return {};
}

// “” ‘’ — … belong to no script; beside Chinese they are full width.
bool is_cjk(char32_t c) {
  return is_han(c) || (c >= 0x3001 && c <= 0x30FF) || (c >= 0x3100 && c <= 0x31BF) ||
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFFEF) || c == 0x2014 ||
         c == 0x2026 || (c >= 0x2018 && c <= 0x201D);
}

// Punctuation that stands at the beginning of what it belongs to.
bool is_opening(char32_t c) {
  constexpr std::string_view kAscii = "([{<\"'`!\\#$@&";
  constexpr std::u32string_view kFullWidth = U"“‘（《「『【〈〔〖〘〚［｛＜＂＇＃＄＠￥｟｢﹁﹃︵";
  return c < 0x80 ? kAscii.find(static_cast<char>(c)) != std::string_view::npos
                  : kFullWidth.find(c) != std::u32string_view::npos;
}

char32_t character_before(std::string_view text, std::size_t at) {
  return at == 0 ? U'\n' : utf8::read_before(text, at).code_point;
}

char32_t character_after(std::string_view text, std::size_t at) {
  return at == text.size() ? U'\n' : utf8::read(text, at).code_point;
}

// The label of the footnote that a line begins, with its brackets; empty when it begins none.
std::string_view footnote_label(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t>"), line.size()));
  if (!line.starts_with("[^")) return {};
  const std::size_t end = line.find_first_of("] \t");
  if (end == std::string_view::npos || end == 2 || !line.substr(end).starts_with("]:")) return {};
  return line.substr(0, end + 1);
}

// References to every footnote that the text defines, as a paragraph.
std::string mention_footnotes(std::string_view text) {
  std::string mentions;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view label = footnote_label(text.substr(at, end - at));
    if (!label.empty()) mentions.append(label).push_back(' ');
    at = end + 1;
  }
  if (!mentions.empty()) mentions.append("\n\n");
  return mentions;
}

// Where the next run of `*` or `~` or a backslash stands. (find_first_of looks each byte up in the
// list.)
std::size_t next_mark(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '*' && text[at] != '~' && text[at] != '\\') ++at;
  return at;
}

}  // namespace

MarkdownSource::MarkdownSource(std::string_view text, std::size_t offset)
    : text_(text), offset_(offset) {
  std::string mentions = mention_footnotes(text);
  if (mentions.empty()) {
    guard(text);
  } else {
    added_lines_ = 2;
    added_bytes_ = mentions.size();
    guard(mentions.append(text));
  }
  lines_.push_back(0);
  for (std::size_t at = guarded_.find('\n'); at != std::string::npos;
       at = guarded_.find('\n', at)) {
    lines_.push_back(++at);
  }
  lines_.push_back(guarded_.size());
}

void MarkdownSource::guard(std::string_view text) {
  guard_character_ = absent_guard(text);
  guarded_.reserve(text.size() + text.size() / 16);
  std::size_t copied = 0;
  const auto copy_to = [&](std::size_t end) {
    guarded_.append(text, copied, end - copied);
    copied = end;
  };
  const auto add_guard = [&] {
    guards_.push_back(guarded_.size());
    guarded_.append(guard_character_);
  };
  for (std::size_t at = next_mark(text, 0); at < text.size(); at = next_mark(text, at)) {
    if (text[at] == '\\') {
      at = std::min(at + 2, text.size());
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of("*~", at), text.size());
    if (needs_guards(text, at, end)) {
      copy_to(at);
      add_guard();
      copy_to(end);
      add_guard();
    }
    at = end;
  }
  copy_to(text.size());
}

// One rule for `**`. A single `*` and `~~` also stand for themselves in Chinese (a footnote's star,
// a drawn-out 哈~~，), so they need to be at the right side of the punctuation, too. Runs of both
// that touch are punctuation to each other.
bool MarkdownSource::needs_guards(std::string_view text, std::size_t begin, std::size_t end) const {
  if (guard_character_.empty()) return false;
  const char32_t left = character_before(text, begin);
  const char32_t right = character_after(text, end);
  if (is_space(left) || is_space(right) || (!is_cjk(left) && !is_cjk(right))) return false;
  const std::string_view runs = text.substr(begin, end - begin);
  if (runs.find(runs[0] == '*' ? '~' : '*') != std::string_view::npos) return true;
  if (!is_punctuation(left) && !is_punctuation(right)) return false;
  if (runs[0] == '~' && runs.size() != 2) return false;
  const bool strong = runs[0] == '*' && runs.size() > 1;
  return strong || is_opening(right) || (is_punctuation(left) && !is_opening(left));
}

std::string MarkdownSource::original(std::string_view parsed) const {
  std::string text;
  if (guards_.empty()) return text.assign(parsed);
  text.reserve(parsed.size());
  std::size_t from = 0;
  for (std::size_t at = parsed.find(guard_character_); at != std::string_view::npos;
       at = parsed.find(guard_character_, from)) {
    text.append(parsed, from, at - from);
    from = at + kGuardBytes;
  }
  return text.append(parsed, from);
}

std::size_t MarkdownSource::to_text(std::size_t guarded) const {
  const auto passed = static_cast<std::size_t>(
      std::lower_bound(guards_.begin(), guards_.end(), guarded) - guards_.begin());
  const std::size_t place = guarded - passed * kGuardBytes;
  return std::min(place - std::min(place, added_bytes_), text_.size());
}

Range MarkdownSource::range(int first_line, int column, int last_line) const {
  const auto line_begin = [&](int line) {
    const int last = static_cast<int>(lines_.size()) - 1;
    return lines_[static_cast<std::size_t>(std::clamp(line - 1, 0, last))];
  };
  const std::size_t begin =
      to_text(line_begin(first_line) + static_cast<std::size_t>(std::max(column - 1, 0)));
  std::size_t end = to_text(line_begin(last_line + 1));
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == ' ')) --end;
  return {offset_ + begin, offset_ + std::max(begin, end)};
}

std::string_view MarkdownSource::at(std::size_t place) const {
  return text_.substr(std::min(place - offset_, text_.size()));
}

char MarkdownSource::before(std::size_t place) const {
  const std::size_t at = std::min(place - offset_, text_.size());
  return at > 0 ? text_[at - 1] : '\0';
}

}  // namespace shuye
