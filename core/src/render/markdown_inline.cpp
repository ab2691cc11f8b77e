#include "render/markdown_inline.h"

#include <algorithm>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

std::string value_of(const Attributes& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.name == name; });
  return found == attributes.end() ? std::string() : found->value;
}

/// In angle brackets where the plain form would end early.
std::string destination(std::string address) {
  for (std::size_t at = 0; (at = address.find_first_of("<>", at)) != std::string::npos; at += 3) {
    address.replace(at, 1, address[at] == '<' ? "%3C" : "%3E");
  }
  return address.find_first_of(" ()") == std::string::npos ? address : "<" + address + ">";
}

std::string titled(const std::string& address, std::string title) {
  std::string out = "(" + destination(address);
  if (!title.empty()) {
    for (std::size_t at = 0; (at = title.find_first_of("\"\\", at)) != std::string::npos; at += 2) {
      title.insert(at, "\\");
    }
    out += " \"" + title + "\"";
  }
  return out + ")";
}

/// Whether `text[at]` could be taken for markup. Underscores inside words and ampersands that begin
/// no reference are harmless, and common in names and addresses.
bool needs_escape(std::string_view text, std::size_t at, bool in_table) {
  const auto word = [&](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) >= 0x80 ||
                               is_word(static_cast<unsigned char>(text[i])));
  };
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
      return true;
    case '|':
      return in_table;
    case '_':
      return !(at > 0 && word(at - 1) && word(at + 1));
    case '=':
      return at + 1 < text.size() && text[at + 1] == '=' && (at == 0 || text[at - 1] != '=');
    case '$':
      return at + 1 < text.size() && text[at + 1] != ' ' && text.find('$', at + 1) != text.npos;
    case '{':
      return at + 1 < text.size() && (std::string_view("{%:#.").find(text[at + 1]) != text.npos ||
                                      static_cast<unsigned char>(text[at + 1]) >= 0x80);
    case '&':
      return at + 1 < text.size() && (word(at + 1) || text[at + 1] == '#');
    default:
      return false;
  }
}

/// What a line must not begin with unless it means it: headings, quotes, lists, underlines.
std::size_t begins_like_a_block(std::string_view text) {
  if (text.empty()) return std::string_view::npos;
  if (std::string_view("#>+-=:").find(text[0]) != std::string_view::npos) return 0;
  const std::size_t digits = text.find_first_not_of("0123456789");
  const bool ordered = digits != std::string_view::npos && digits > 0 && digits < 10 &&
                       (text[digits] == '.' || text[digits] == ')');
  return ordered ? digits : std::string_view::npos;
}

}  // namespace

void MarkdownInline::text(std::string_view text) {
  if (in_reference_) return;
  if (in_code_) {
    add(std::string(text));
    return;
  }
  if (in_math_) {
    std::string formula(text);
    for (std::size_t at = 0; in_table_ && (at = formula.find('|', at)) != std::string::npos;
         at += 2) {
      formula.insert(at, "\\");
    }
    add(std::move(formula));
    return;
  }
  const bool begins_line = pieces_.empty() || pieces_.back().markdown.ends_with('\n');
  const std::size_t block = begins_line ? begins_like_a_block(text) : std::string_view::npos;
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == block || needs_escape(text, at, in_table_)) out.push_back('\\');
    out.push_back(text[at]);
  }
  add(std::move(out));
}

void MarkdownInline::open(std::string_view element, const Attributes& attributes) {
  const std::string class_name = value_of(attributes, "class");
  Piece piece;
  piece.opens = true;
  if (element == "strong" || element == "em" || element == "del") {
    piece.markdown = element == "strong" ? "**" : element == "em" ? "*" : "~~";
    piece.html = "<" + std::string(element) + ">";
  } else if (element == "code") {
    in_code_ = true;
  } else if (element == "span") {
    in_math_ = class_name == "math";
  } else if (element == "a" && class_name == "footnote") {
    in_reference_ = true;
    piece.markdown = "[^" + value_of(attributes, "href").substr(3) + "]";
  } else if (element == "a") {
    targets_.push_back(titled(value_of(attributes, "href"), value_of(attributes, "title")));
    piece.markdown = "[";
  } else if (element == "mark") {
    if (class_name == "author") piece.markdown = "<mark>";
  } else if (!in_reference_) {
    piece.markdown = "<" + std::string(element) + ">";
  }
  open_.push_back(pieces_.size());
  pieces_.push_back(std::move(piece));
}

void MarkdownInline::close(std::string_view element) {
  const std::size_t opening = open_.back();
  open_.pop_back();
  Piece piece;
  piece.partner = opening;
  const std::string& opened = pieces_[opening].markdown;
  if (!pieces_[opening].html.empty()) {
    piece.markdown = opened;
    piece.html = "</" + std::string(element) + ">";
    pieces_[opening].partner = pieces_.size();
  } else if (element == "code") {
    in_code_ = false;
    std::string code;
    for (std::size_t i = opening + 1; i < pieces_.size(); ++i) code += pieces_[i].markdown;
    std::string fence = "`";
    while (code.find(fence) != std::string::npos) fence += "`";
    // A space parts the code from its fence where it begins or ends with one itself.
    const bool pad = !code.empty() && (code.front() == '`' || code.back() == '`' ||
                                       (code.front() == ' ' && code.back() == ' '));
    piece.markdown = fence + (pad ? " " : "") + code + (pad ? " " : "") + fence;
    piece.partner = 0;
    pieces_.resize(opening + 1);
  } else if (element == "span") {
    in_math_ = false;
  } else if (element == "a" && in_reference_) {
    in_reference_ = false;
  } else if (element == "a") {
    piece.markdown = "]" + targets_.back();
    targets_.pop_back();
  } else if (!opened.empty()) {
    piece.markdown = "</" + std::string(element) + ">";
  }
  pieces_.push_back(std::move(piece));
}

void MarkdownInline::empty(std::string_view element, const Attributes& attributes) {
  if (element == "br") {
    add(in_table_ ? "<br>" : "\\\n");
  } else if (element == "img") {
    std::string alternative = value_of(attributes, "alt");
    for (std::size_t at = 0; (at = alternative.find_first_of("[]\\\n", at)) != std::string::npos;) {
      if (alternative[at] == '\n') {
        alternative[at++] = ' ';
      } else {
        alternative.insert(at, "\\");
        at += 2;
      }
    }
    add("![" + alternative + "]" +
        titled(value_of(attributes, "src"), value_of(attributes, "title")));
  }
}

char32_t MarkdownInline::character_before(std::size_t piece) const {
  while (piece-- > 0) {
    const std::string& text = pieces_[piece].markdown;
    if (pieces_[piece].html.empty() && !text.empty()) {
      return utf8::read_before(text, text.size()).code_point;
    }
  }
  return U'\n';
}

char32_t MarkdownInline::character_after(std::size_t piece) const {
  while (++piece < pieces_.size()) {
    const std::string& text = pieces_[piece].markdown;
    if (pieces_[piece].html.empty() && !text.empty()) return utf8::read(text, 0).code_point;
  }
  return U'\n';
}

/// CommonMark's rule of flanking (0.31, section 6.2).
bool MarkdownInline::works(std::size_t piece) const {
  // `**好****吗**`: where one ends and the next begins, four stars would be read as text.
  if (pieces_[piece].opens && piece > 0 && !pieces_[piece - 1].opens &&
      !pieces_[piece - 1].html.empty() &&
      pieces_[piece - 1].markdown[0] == pieces_[piece].markdown[0]) {
    return false;
  }
  const char32_t before = character_before(piece);
  const char32_t after = character_after(piece);
  const char32_t inner = pieces_[piece].opens ? after : before;
  const char32_t outer = pieces_[piece].opens ? before : after;
  if (is_space(inner)) return false;
  return !is_punctuation(inner) || is_space(outer) || is_punctuation(outer);
}

std::string MarkdownInline::take() {
  std::string out;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const bool plain = piece.html.empty() || (works(i) && works(piece.partner));
    out += plain ? piece.markdown : piece.html;
  }
  return out;
}

}  // namespace shuye
