#include <algorithm>
#include <utility>

#include "parse/markdown_emphasis.h"
#include "parse/markdown_formula.h"
#include "parse/markdown_syntax.h"
#include "parse/markdown_tree_state.h"
#include "text/character.h"
#include "text/utf8.h"

// What stands in a line: emphasis beside Chinese, marks, tags, formulas, annotations, addresses.

namespace shuye {
namespace {

std::string_view text_of(cmark_inline_parser* inline_parser) {
  const cmark_chunk* chunk = cmark_inline_parser_get_chunk(inline_parser);
  return {reinterpret_cast<const char*>(chunk->data), static_cast<std::size_t>(chunk->len)};
}

cmark_node* text_node(const std::string& text) {
  cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(node, text.c_str());
  return node;
}

cmark_node* inline_node(InlineKind kind, std::string_view text) {
  cmark_node* node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
  cmark_node_set_on_enter(node,
                          (std::string(1, static_cast<char>(kind)) + std::string(text)).c_str());
  return node;
}

std::size_t run_end(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size());
}

cmark_node* push_run(cmark_inline_parser* inline_parser, char original, std::size_t end,
                     std::size_t length, bool opens, bool closes) {
  cmark_node* node = text_node(std::string(length, original));
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(end));
  if (opens || closes) {
    cmark_inline_parser_push_delimiter(inline_parser, static_cast<unsigned char>(original),
                                       opens ? 1 : 0, closes ? 1 : 0, node);
  }
  return node;
}

// A run of stand-ins for `*` or `~`: it opens and closes, as said in markdown_emphasis.h.
cmark_node* read_run(cmark_inline_parser* inline_parser, std::string_view text, std::size_t at,
                     char original) {
  const std::size_t end = run_end(text, at);
  const std::size_t length = end - at;
  const bool works = original == '*' || length == 2;
  const bool pauses = (length == 1 || original == '~') && is_closing_mark_at(text, end);
  return push_run(inline_parser, original, end, length, works && !pauses, works);
}

// A run of stand-ins for `_`, by CommonMark's rule and that of the amendments for selectors.
cmark_node* read_underscores(const MarkdownSource& source, cmark_inline_parser* inline_parser,
                             std::string_view text, std::size_t at) {
  const std::size_t end = run_end(text, at);
  const std::string left =
      source.original(text.substr(0, at).substr(at - std::min<std::size_t>(at, 8)));
  const std::string right = source.original(text.substr(end, 4));
  const char32_t before = left.empty() ? U'\n' : utf8::read_before(left, left.size()).code_point;
  const char32_t after = right.empty() ? U'\n' : utf8::read(right, 0).code_point;
  const bool punctuated =
      is_punctuation(before) || is_underscore_behind_selector(left, left.size());
  const bool cjk = is_cjk_before(left, left.size()) || is_cjk_after(right, 0);
  const bool opening =
      !is_space(after) && (!is_punctuation(after) || is_space(before) || punctuated || cjk);
  const bool closing =
      !is_space(before) && (!punctuated || is_space(after) || is_punctuation(after) || cjk);
  return push_run(inline_parser, '_', end, end - at, opening && (!closing || punctuated),
                  closing && (!opening || is_punctuation(after)));
}

// `==`, which a word on both sides makes a comparison.
cmark_node* read_equals(cmark_inline_parser* inline_parser, std::string_view text, std::size_t at) {
  const std::size_t end = run_end(text, at);
  if (end - at != 2) {
    if (end - at == 1) return nullptr;
    cmark_inline_parser_set_offset(inline_parser, static_cast<int>(end));
    return text_node(std::string(end - at, '='));
  }
  const auto is_blank = [](unsigned char c) { return c <= ' '; };
  const unsigned char left = at == 0 ? ' ' : static_cast<unsigned char>(text[at - 1]);
  const unsigned char right = end == text.size() ? ' ' : static_cast<unsigned char>(text[end]);
  const bool comparison = left < 0x80 && right < 0x80 && is_word(left) && is_word(right);
  cmark_node* node = text_node("==");
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(end));
  if (!comparison && !(is_blank(left) && is_blank(right))) {
    cmark_inline_parser_push_delimiter(inline_parser, '=', is_blank(right) ? 0 : 1,
                                       is_blank(left) ? 0 : 1, node);
  }
  return node;
}

// An attribute list without a colon belongs to what ends right before it, or to a heading.
bool is_attached(cmark_node* parent, std::string_view text, std::size_t at, std::size_t length) {
  if (text.substr(at).starts_with("{:")) return true;
  if (cmark_node_get_type(parent) == CMARK_NODE_HEADING) {
    return trim(text.substr(at + length)).empty();
  }
  return at > 0 && std::string_view(")]`*").find(text[at - 1]) != std::string_view::npos;
}

// Where the end of raw text is; a paragraph in which there is none is not searched again.
std::size_t raw_end(MarkdownTreeState& state, std::string_view text, std::size_t from) {
  if (state.text_without_raw_end == text.data()) return std::string_view::npos;
  const std::size_t end = text.find("{% endraw %}", from);
  if (end == std::string_view::npos) state.text_without_raw_end = text.data();
  return end;
}

cmark_node* read_brace(MarkdownTreeState& state, cmark_node* parent,
                       cmark_inline_parser* inline_parser, std::string_view text, std::size_t at) {
  InlineKind kind = InlineKind::tag;
  std::size_t length = tag_length(text, at);
  std::string_view content = text.substr(at, length);
  if (length > 0) {
    const Tag tag = read_tag(content);
    const bool raw = tag.name == "raw" && tag.kind != TagKind::end;
    const std::size_t end = raw ? raw_end(state, text, at + length) : std::string_view::npos;
    if (end != std::string_view::npos) {
      kind = InlineKind::verbatim;
      content = text.substr(at + length, end - at - length);
      length = text.find("%}", end) + 2 - at;
    }
  } else if ((length = annotation_length(text, at)) > 0) {
    kind = InlineKind::annotation;
    content = text.substr(at, length);
  } else if ((length = attributes_length(text, at)) > 0 && is_attached(parent, text, at, length)) {
    kind = InlineKind::attributes;
    content = text.substr(at, length);
  } else {
    return nullptr;
  }
  const int line = cmark_inline_parser_get_line(inline_parser);
  const auto raw =
      std::lower_bound(state.raw_lines.begin(), state.raw_lines.end(), line,
                       [](const LineRange& range, int wanted) { return range.last < wanted; });
  if (raw != state.raw_lines.end() && raw->first <= line) kind = InlineKind::verbatim;
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + length));
  return inline_node(kind, content);
}

// Where the address that begins at `at` ends. What begins inside of one ends with it.
std::size_t address_end(MarkdownTreeState& state, std::string_view text, std::size_t at) {
  if (state.address_text != text.data() || at < state.address_begin || at >= state.address_end) {
    state.address_text = text.data();
    state.address_begin = at;
    state.address_end = at + address_length(text.substr(at));
  }
  return std::min(state.address_end, text.size());
}

// Lets cmark-gfm's own extension read a bare address.
cmark_node* match_address(MarkdownTreeState& state, cmark_parser* parser, cmark_node* parent,
                          unsigned char character, cmark_inline_parser* inline_parser) {
  return state.autolink->match_inline(state.autolink, parser, parent, character, inline_parser);
}

// The same in a text that ends where the address does.
cmark_node* read_address(MarkdownTreeState& state, cmark_parser* parser, cmark_node* parent,
                         unsigned char character, cmark_inline_parser* inline_parser,
                         std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with(character == ':' ? "://" : "www.")) return nullptr;
  const std::size_t end = address_end(state, text, at);
  if (end == text.size()) return match_address(state, parser, parent, character, inline_parser);
  cmark_chunk* chunk = cmark_inline_parser_get_chunk(inline_parser);
  const bufsize_t length = std::exchange(chunk->len, static_cast<bufsize_t>(end));
  cmark_node* node = match_address(state, parser, parent, character, inline_parser);
  chunk->len = length;
  if (node != nullptr) return node;
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + 1));
  return text_node(std::string(1, static_cast<char>(character)));
}

// A stand-in for the backslash of `\(x\)`. Of two backslashes one was for the site's generator.
cmark_node* read_bracketed_formula(const MarkdownSource& source, cmark_inline_parser* inline_parser,
                                   std::string_view text, std::size_t at) {
  const std::string rest = source.original(text.substr(at, kLongestBracketedFormula));
  const BracketedFormula formula = bracketed_formula(rest, 0);
  if (formula.length == 0) {
    // Its end is not in this paragraph: what escapes the bracket, or the other backslash.
    cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + 2));
    return text_node(rest.substr(1, 1));
  }
  cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + formula.length));
  const std::size_t doubled = formula.mark - 2;
  const std::string_view inner(rest.data() + formula.mark, formula.length - 2 * formula.mark);
  const std::string end = rest.substr(formula.length - 2, 2);
  return inline_node(InlineKind::math, rest.substr(doubled, 2) + std::string(inner) + end);
}

}  // namespace

cmark_node* read_inline(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                        unsigned char character, cmark_inline_parser* inline_parser) {
  MarkdownTreeState& state = state_of(extension);
  const MarkdownSource& source = state.source;
  const std::string_view text = text_of(inline_parser);
  const auto at = static_cast<std::size_t>(cmark_inline_parser_get_offset(inline_parser));
  if (character == ':' || character == 'w') {
    return read_address(state, parser, parent, character, inline_parser, text, at);
  }
  if (character == '=') return read_equals(inline_parser, text, at);
  if (character == '{') return read_brace(state, parent, inline_parser, text, at);
  if (character == '$') {
    const std::size_t length = math_length(text, at);
    const std::size_t taken = length > 0 ? length : run_end(text, at) - at;
    cmark_inline_parser_set_offset(inline_parser, static_cast<int>(at + taken));
    if (length == 0) return text_node(std::string(taken, '$'));
    return inline_node(InlineKind::math, text.substr(at, length));
  }
  if (character == 0) return nullptr;
  if (character == source.star()) return read_run(inline_parser, text, at, '*');
  if (character == source.tilde()) return read_run(inline_parser, text, at, '~');
  if (character == source.backslash()) {
    return read_bracketed_formula(source, inline_parser, text, at);
  }
  if (character == source.underscore()) {
    return read_underscores(source, inline_parser, text, at);
  }
  return nullptr;
}

delimiter* close_mark(cmark_syntax_extension* extension, cmark_parser* /*parser*/,
                      cmark_inline_parser* inline_parser, delimiter* opener, delimiter* closer) {
  delimiter* const next_delimiter = closer->next;
  // Of a kind that may stand in a cell of a table as well.
  cmark_node* mark = cmark_node_new(CMARK_NODE_EMPH);
  cmark_node_set_user_data(mark, extension);
  cmark_node_insert_before(opener->inl_text, mark);
  for (cmark_node* node = cmark_node_next(opener->inl_text);
       node != nullptr && node != closer->inl_text;) {
    cmark_node* following = cmark_node_next(node);
    cmark_node_append_child(mark, node);
    node = following;
  }
  cmark_node_free(opener->inl_text);
  cmark_node_free(closer->inl_text);
  for (delimiter* d = closer; d != nullptr && d != opener;) {
    delimiter* previous = d->previous;
    cmark_inline_parser_remove_delimiter(inline_parser, d);
    d = previous;
  }
  cmark_inline_parser_remove_delimiter(inline_parser, opener);
  return next_delimiter;
}

}  // namespace shuye
