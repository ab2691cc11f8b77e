#include "parse/markdown_source.h"

#include <algorithm>
#include <iterator>

#include "parse/markdown_emphasis.h"
#include "parse/markdown_formula.h"
#include "parse/markdown_syntax.h"
#include "text/character.h"
#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {
namespace {

// Control characters that mean nothing to cmark-gfm.
constexpr unsigned char kStandIns[] = {0x0E, 0x0F, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16,
                                       0x17, 0x18, 0x19, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06};

constexpr unsigned char kEndOfControls = 0x20;

constexpr std::string_view kWatched = "\n*~_\\={$]@&.<|";

/// Where the next of those bytes stands.
std::size_t next_watched(std::string_view text, std::size_t at) {
  using namespace sixteen_bytes;
  return find(text, at, [](Vector bytes) {
    Vector found = equal(bytes, static_cast<unsigned char>(kWatched[0]));
    for (const char c : kWatched.substr(1)) {
      found = either(found, equal(bytes, static_cast<unsigned char>(c)));
    }
    return found;
  });
}

// What stands before the text of a line: quotations and lists that it is in, boxes of tasks.
constexpr std::string_view kContainers = " \t>-+*0123456789.)";
constexpr std::string_view kBullets = "-+*";
constexpr std::string_view kUnseenBytes = "\xC2\xE2\xEF";
constexpr std::string_view kContainersAndBoxes = " \t>-+*0123456789.)[xX]";

// Whether the bracket before a colon may close the label of a link's definition. Such a label
// begins its line, is not long and has no other brackets in it but escaped ones.
bool may_define_link(std::string_view text, std::size_t colon) {
  constexpr std::size_t kLongestLabel = 1000;
  const std::size_t first = colon - std::min(colon, kLongestLabel + 2);
  std::size_t at = colon - 1;
  do {
    if (at == first) return false;
    --at;
  } while ((text[at] != '[' && text[at] != ']') || (at > 0 && text[at - 1] == '\\'));
  if (text[at] == ']') return false;
  const std::string_view before = text.substr(0, at);
  const std::size_t begin = before.find_last_not_of(kContainersAndBoxes) + 1;
  return begin == 0 || text[begin - 1] == '\n';
}

// Whether what begins a line may fence code, in or out.
bool may_be_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  return line.starts_with("```") || line.starts_with("~~~");
}

// Whether the line begins with what makes more of it than text: the mark of a heading, of an item,
// of a quotation or of code.
bool begins_with_mark(std::string_view line) {
  line = line.substr(0, 16);
  const auto is_followed = [&](std::size_t length) {
    return length < line.size() && (line[length] == ' ' || line[length] == '\t');
  };
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  if (hashes > 0) return hashes <= 6 && is_followed(hashes);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0) {
    const bool ends = digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    return digits <= 9 && ends && is_followed(digits + 1);
  }
  const bool bullet = !line.empty() && kBullets.find(line[0]) != kBullets.npos;
  return (bullet && is_followed(1)) || line.starts_with('>');
}

// Where the characters end that nobody sees at the beginning of a line.
std::size_t unseen_end(std::string_view text, std::size_t at) {
  // Few lines begin with one of the bytes that those characters do.
  while (at < text.size() && kUnseenBytes.find(text[at]) != kUnseenBytes.npos) {
    const utf8::Character c = utf8::read(text, at);
    if (!is_unseen(c.code_point)) break;
    at += c.length;
  }
  return at;
}

// The label of the footnote that a line begins, with its brackets; empty when it begins none.
std::string_view footnote_label(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(kContainers), line.size()));
  if (!line.starts_with("[^")) return {};
  const std::size_t end = line.find_first_of("] \t\n");
  if (end == std::string_view::npos || end == 2 || !line.substr(end).starts_with("]:")) return {};
  return line.substr(0, end + 1);
}

}  // namespace

MarkdownSource::MarkdownSource(std::string_view text, std::size_t offset)
    : text_(text), offset_(offset), placeholders_(text) {
  for (std::size_t i = 0; i < originals_.size(); ++i) originals_[i] = static_cast<char>(i);
  scan();
  if (!mentions_.empty()) {
    mentions_.append("\n\n");
    added_lines_ = 2;
  }
}

void MarkdownSource::scan() {
  for (std::size_t at = next_watched(text_, scan_line(0)); at < text_.size();
       at = next_watched(text_, at)) {
    switch (text_[at]) {
      case '\n':
        at = scan_line(at + 1);
        break;
      case '*':
      case '~':
      case '_':
        at = scan_run(at);
        break;
      case '{':
        at = scan_tag(at);
        break;
      case ']':
        // A destination is no place for emphasis; it ends where a space or the line does.
        ++at;
        if (at < text_.size() && text_[at] == '(') {
          at = pass(at, std::min(text_.find_first_of(" \t\n){", at + 1), text_.size()));
        } else if (at < text_.size() && text_[at] == ':' && !has_definitions_) {
          has_definitions_ = may_define_link(text_, at);
        }
        break;
      case '\\':
        at = scan_backslash(at);
        break;
      case '=':
        has_equals_ = true;
        ++at;
        break;
      case '$':
        has_dollars_ = true;
        at = scan_dollar(at);
        break;
      case '<':
        at = scan_angle(at);
        break;
      case '|':
        if (at < bars_end_) replace(at, at + 1, '|', bar_);
        ++at;
        break;
      default:
        at = pass(at, at + 1);
    }
  }
  lines_.push_back(static_cast<std::uint32_t>(text_.size()));
}

// Returns where what is given of the line begins.
std::size_t MarkdownSource::scan_line(std::size_t at) {
  const std::size_t seen = unseen_end(text_, at);
  const bool is_code = fence_.length > 0;
  const bool is_fence = scan_fence(seen, seen > at);
  if (seen > at && (is_fence || (!is_code && begins_with_mark(text_.substr(seen))))) {
    unseen_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(seen)});
    at = seen;
  }
  lines_.push_back(static_cast<std::uint32_t>(at));
  // Most lines begin with a character of several bytes or a letter.
  if (at >= text_.size() || (text_[at] != '[' && kContainers.find(text_[at]) == kContainers.npos)) {
    return at;
  }
  const std::string_view label = footnote_label(text_.substr(at));
  if (!label.empty()) mentions_.append(label).push_back(' ');
  return at;
}

// Whether a line, from what is seen of it on, begins or ends code. A fence behind what nobody sees
// ends what such a one has begun; in other code it is shown.
bool MarkdownSource::scan_fence(std::size_t at, bool behind_unseen) {
  if (!may_be_fence(text_.substr(at, 8))) return false;
  std::string_view line = text_.substr(at, text_.find('\n', at) - at);
  const std::size_t indentation = line.find_first_not_of(' ');
  if (indentation > 3) return false;
  line.remove_prefix(indentation);
  const std::size_t length = std::min(line.find_first_not_of(line[0]), line.size());
  const std::string_view info = trim(line.substr(length));
  if (fence_.length == 0) {
    if (line[0] == '`' && info.find('`') != info.npos) return false;
    fence_ = {line[0], length, behind_unseen};
    return true;
  }
  const bool ends = line[0] == fence_.mark && length >= fence_.length && info.empty() &&
                    (!behind_unseen || fence_.behind_unseen);
  if (ends) fence_ = {};
  return ends;
}

// Over what is no place for emphasis, or over one byte. Addresses may be anywhere.
std::size_t MarkdownSource::pass(std::size_t begin, std::size_t end) {
  for (std::size_t at = begin; at < end; ++at) {
    switch (text_[at]) {
      case '@':
        has_at_signs_ = true;
        break;
      case '&':  // `&#64;` and `&commat;` are one as well
        has_at_signs_ = has_at_signs_ || text_.substr(at).starts_with("&#") ||
                        text_.substr(at).starts_with("&commat;");
        break;
      case '.':
        has_www_ = has_www_ || text_.substr(0, at).ends_with("www");
        break;
      default:
        break;
    }
  }
  return end;
}

std::size_t MarkdownSource::scan_run(std::size_t at) {
  if (text_[at] == '_') {
    const std::size_t end = std::min(text_.find_first_not_of('_', at), text_.size());
    if (is_underscore_behind_selector(text_, at)) replace(at, end, '_', underscore_);
    return end;
  }
  const std::size_t end = std::min(text_.find_first_not_of("*~", at), text_.size());
  if (!is_cjk_run(text_, at, end)) return end;
  // To cmark-gfm a stand-in is a letter: beside it `_` would be inside a word.
  const std::size_t behind = std::min(text_.find_first_not_of('_', end), text_.size());
  const std::size_t replaced =
      replacements_.empty() ? 0 : replacements_.back().begin + replacements_.back().length;
  std::size_t before = at;
  while (before > replaced && text_[before - 1] == '_') --before;
  if (before < at) replace(before, at, '_', underscore_);
  for (std::size_t i = at; i < end; ++i) {
    replace(i, i + 1, text_[i], text_[i] == '*' ? star_ : tilde_);
  }
  if (behind > end) replace(end, behind, '_', underscore_);
  return behind;
}

std::size_t MarkdownSource::scan_tag(std::size_t at) {
  has_braces_ = true;
  const bool in_address = at > 0 && text_[at - 1] == '(';
  const std::size_t length = in_address ? tag_length(text_, at) : 0;
  if (length == 0) return at + 1;
  for (std::size_t i = at; i < at + length; ++i) {
    if (text_[i] == ' ') replace(i, i + 1, ' ', blank_);
  }
  return pass(at, at + length);
}

// Only the first backslash of a formula is replaced: from there on the extension reads.
std::size_t MarkdownSource::scan_backslash(std::size_t at) {
  const std::size_t end = at + (at + 1 < text_.size() && text_[at + 1] != '\n' ? 2 : 1);
  const BracketedFormula formula = bracketed_formula(text_, at);
  if (formula.length > 0 && !formula.sure && !has_bracketed_formula_) {
    has_bracketed_formula_ = has_bracketed_formula(text_);
  }
  if (formula.length == 0 || !(formula.sure || *has_bracketed_formula_)) return pass(at, end);
  replace(at, at + 1, '\\', backslash_);
  keep_bars(at, formula.length);
  return at + formula.mark;
}

std::size_t MarkdownSource::scan_dollar(std::size_t at) {
  // Most formulas have no bars.
  const std::size_t next = text_.find_first_of("|$\n", at + 1);
  if (next != std::string_view::npos && text_[next] != '\n') keep_bars(at, math_length(text_, at));
  return at + 1;
}

// A bar in a formula of one line is none of a table, if the formula is plausible without it.
void MarkdownSource::keep_bars(std::size_t begin, std::size_t length) {
  const std::string_view formula = text_.substr(begin, length);
  if (begin < bars_end_ || formula.find('|') == std::string_view::npos ||
      formula.find('\n') != std::string_view::npos || !owns_its_bars(formula) ||
      is_in_code(begin)) {
    return;
  }
  bars_end_ = begin + length;
}

// By the backticks before it in its line.
bool MarkdownSource::is_in_code(std::size_t at) {
  if (counted_ < lines_.back()) {
    counted_ = lines_.back();
    backticks_ = 0;
  }
  for (; counted_ < at; ++counted_) backticks_ += text_[counted_] == '`' ? 1 : 0;
  return backticks_ % 2 != 0;
}

std::size_t MarkdownSource::scan_angle(std::size_t at) {
  const std::size_t length = placeholders_.length(at);
  if (length == 0) return at + 1;
  // `[a]: <address>` says where a link goes.
  const std::string_view before = text_.substr(0, text_.find_last_not_of(" \n", at - 1) + 1);
  if (at > 0 && before.ends_with("]:")) return at + 1;
  replace(at, at + 1, '<', angle_);
  return pass(at, at + length);
}

void MarkdownSource::replace(std::size_t begin, std::size_t end, char original,
                             unsigned char& stand_in) {
  if (stand_in == 0) {
    for (const unsigned char c : kStandIns) {
      if (originals_[c] != static_cast<char>(c) ||
          text_.find(static_cast<char>(c)) != std::string_view::npos)
        continue;
      stand_in = c;
      originals_[c] = original;
      break;
    }
    if (stand_in == 0) return;  // a text with all of them is no Chinese
  }
  while (begin < end) {
    const auto length = static_cast<std::uint16_t>(std::min<std::size_t>(end - begin, UINT16_MAX));
    const bool goes_on = !replacements_.empty() &&
                         replacements_.back().by == static_cast<char>(stand_in) &&
                         replacements_.back().begin + replacements_.back().length == begin &&
                         replacements_.back().length + length <= UINT16_MAX;
    if (goes_on) {
      replacements_.back().length += length;
    } else {
      replacements_.push_back(
          {static_cast<std::uint32_t>(begin), length, static_cast<char>(stand_in)});
    }
    begin += length;
  }
}

void MarkdownSource::each_piece(const std::function<void(std::string_view piece)>& feed) const {
  constexpr std::size_t kPiece = std::size_t{1} << 16;
  std::string piece;
  auto next = replacements_.begin();
  auto unseen = unseen_.begin();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text_.size(); at = end) {
    if (unseen != unseen_.end() && unseen->begin == at) {
      end = unseen++->end;
      continue;
    }
    end = std::min(at + kPiece, unseen == unseen_.end() ? text_.size() : unseen->begin);
    piece = text_.substr(at, end - at);
    for (; next != replacements_.end() && next->begin < end; ++next) {
      const std::size_t from = std::max<std::size_t>(next->begin, at);
      const std::size_t to = std::min<std::size_t>(next->begin + next->length, end);
      std::fill_n(piece.begin() + static_cast<std::ptrdiff_t>(from - at), to - from, next->by);
      if (next->begin + next->length > to) break;  // it goes on in the next piece
    }
    feed(piece);
  }
}

std::string MarkdownSource::original(std::string_view parsed) const {
  std::string text(parsed);
  if (replacements_.empty()) return text;
  for (char& c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < originals_.size()) c = originals_[byte];
  }
  return text;
}

std::string MarkdownSource::original_html(std::string_view parsed) const {
  if (angle_ == 0) return original(parsed);
  std::string html;
  for (std::size_t at = 0; at < parsed.size();) {
    const std::size_t end = std::min(parsed.find(static_cast<char>(angle_), at), parsed.size());
    html += original(parsed.substr(at, end - at));
    if (end < parsed.size()) html += "&lt;";
    at = end + 1;
  }
  return html;
}

bool MarkdownSource::is_original(std::string_view parsed) const {
  if (replacements_.empty()) return true;
  using namespace sixteen_bytes;
  return find(parsed, 0, [](Vector bytes) { return below(bytes, kEndOfControls); }) ==
         parsed.size();
}

std::size_t MarkdownSource::line_begin(int line) const {
  const int last = static_cast<int>(lines_.size()) - 1;
  return lines_[static_cast<std::size_t>(std::clamp(line - 1 - added_lines_, 0, last))];
}

Range MarkdownSource::range(int first_line, int column, int last_line) const {
  const std::size_t begin = std::min(
      line_begin(first_line) + static_cast<std::size_t>(std::max(column - 1, 0)), text_.size());
  std::size_t end = line_begin(last_line + 1);
  const auto unseen =
      std::lower_bound(unseen_.begin(), unseen_.end(), end,
                       [](const Unseen& one, std::size_t at) { return one.end < at; });
  if (unseen != unseen_.end() && unseen->end == end) end = unseen->begin;
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
