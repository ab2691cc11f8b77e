#include "parse/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <table.h>

extern "C" {
#include <chunk.h>
#include <inlines.h>
#include <node.h>
#include <parser.h>
#include <syntax_extension.h>
}

#include <algorithm>
#include <utility>

#include "parse/markdown_emphasis.h"
#include "parse/markdown_syntax.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr int kOptions =
    CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES |
    CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;  // 3~5天，10~20元 is no strikethrough

// Where a word stands next. The places that are asked for only grow, so that all searches together
// pass the text once.
class Finder {
 public:
  explicit Finder(std::string word) : word_(std::move(word)) {}

  const std::string& word() const { return word_; }

  std::size_t next(std::string_view text, std::size_t from) {
    if (searched_ && (found_ == std::string_view::npos || found_ >= from)) return found_;
    searched_ = true;
    return found_ = text.find(word_, from);
  }

 private:
  std::string word_;
  std::size_t found_ = 0;
  bool searched_ = false;
};

struct LineRange {
  int first = 0;
  int last = 0;
};

struct OpenMark {
  std::size_t mark = 0;
  std::size_t colons = 0;
  cmark_node* parent = nullptr;
};

}  // namespace

struct MarkdownTreeState {
  explicit MarkdownTreeState(const MarkdownSource& text) : source(text) {}

  const MarkdownSource& source;
  cmark_syntax_extension* extension = nullptr;
  cmark_syntax_extension* autolink = nullptr;
  cmark_parser* parser = nullptr;
  cmark_map* references = nullptr;  // what the link references of the text name
  cmark_node* root = nullptr;

  std::vector<MarkdownMark> marks;
  std::vector<OpenMark> open_marks;  // whose end has not come yet

  std::string code_name;     // of the tag whose code is being read
  bool block_ended = false;  // the code or formula that is being read has had its last line

  bool is_raw = false;
  std::vector<LineRange> raw_lines;  // between `{% raw %}` and `{% endraw %}`

  const char* text_without_raw_end = nullptr;

  // The bare address that was measured last.
  const char* address_text = nullptr;
  std::size_t address_begin = 0;
  std::size_t address_end = 0;

  Finder dollars{"$$"};
  std::vector<Finder> code_ends;
};

namespace {

MarkdownTreeState& state_of(cmark_syntax_extension* extension) {
  return *static_cast<MarkdownTreeState*>(cmark_syntax_extension_get_private(extension));
}

// ---- Blocks ------------------------------------------------------------------------------------

// A line of the input, from its first character that is no space.
struct InputLine {
  cmark_parser* parser;
  const unsigned char* input;
  int length;

  std::string_view text() const {
    const int begin = cmark_parser_get_first_nonspace(parser);
    if (begin >= length) return {};
    const std::string_view line(reinterpret_cast<const char*>(input) + begin,
                                static_cast<std::size_t>(length - begin));
    return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
  }

  void skip_to(int place) const {
    cmark_parser_advance_offset(parser, reinterpret_cast<const char*>(input),
                                place - cmark_parser_get_offset(parser), 0);
  }

  void skip_all() const { skip_to(length > 0 && input[length - 1] == '\n' ? length - 1 : length); }

  int number() const { return cmark_parser_get_line_number(parser); }
};

// Whether the end of code with that name comes after this line.
bool has_code_end(MarkdownTreeState& state, const std::string& name, int line) {
  for (const std::string& word : {"{% end" + name, "{%- end" + name, "{%end" + name, "{{< /" + name,
                                  "{{</" + name, "{{% /" + name}) {
    auto finder = std::find_if(state.code_ends.begin(), state.code_ends.end(),
                               [&](const Finder& known) { return known.word() == word; });
    if (finder == state.code_ends.end()) {
      state.code_ends.emplace_back(word);
      finder = state.code_ends.end() - 1;
    }
    if (finder->next(state.source.text(), state.source.line_end(line)) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

cmark_node* open_code(MarkdownTreeState& state, const InputLine& line, cmark_node* parent,
                      const Tag& tag) {
  cmark_node* node = cmark_parser_add_child(line.parser, parent, CMARK_NODE_CODE_BLOCK,
                                            cmark_parser_get_first_nonspace(line.parser) + 1);
  cmark_node_set_syntax_extension(node, state.extension);
  // What is left of a fence's line is its information: the language.
  cmark_node_set_fenced(node, 1, 3, 0, '`');
  const std::string_view text = line.text();
  const std::size_t language = tag.text.empty() ? std::string_view::npos : text.find(tag.text);
  if (language == std::string_view::npos) {
    line.skip_all();
  } else {
    line.skip_to(cmark_parser_get_first_nonspace(line.parser) + static_cast<int>(language));
  }
  state.code_name = tag.name;
  state.block_ended = false;
  return node;
}

// `$$` up to a line that ends with `$$`. An empty line may stand between them only where `$$`
// stands alone.
bool begins_formula(MarkdownTreeState& state, std::string_view text, int line) {
  constexpr std::size_t kLongest = 20'000;
  if (!text.starts_with("$$")) return false;
  const std::size_t second = text.find("$$", 2);
  if (second != std::string_view::npos) return second + 2 == text.size() && second > 2;
  const std::string_view source = state.source.text();
  const std::size_t begin = state.source.line_end(line);
  const std::size_t end = state.dollars.next(source, begin);
  if (end == std::string_view::npos || end - begin > kLongest) return false;
  const std::string_view rest = source.substr(end + 2);
  if (!trim(rest.substr(0, rest.find('\n'))).empty()) return false;
  const std::string_view inner = source.substr(begin, end - begin);
  return text.size() == 2 || inner.find("\n\n") == std::string_view::npos;
}

cmark_node* open_formula(MarkdownTreeState& state, const InputLine& line, cmark_node* parent) {
  const int begin = cmark_parser_get_first_nonspace(line.parser);
  cmark_node* node = cmark_parser_add_child(line.parser, parent, CMARK_NODE_CODE_BLOCK, begin + 1);
  cmark_node_set_syntax_extension(node, state.extension);
  line.skip_to(begin);
  const std::string_view text = line.text();
  state.block_ended = text.size() > 2 && text.ends_with("$$");
  return node;
}

// Finds the mark that this one ends. An end whose beginning stands in another container has none.
void pair_mark(MarkdownTreeState& state, std::size_t index, cmark_node* parent) {
  constexpr std::size_t kFarthest = 64;
  MarkdownMark& mark = state.marks[index];
  const std::size_t colons = container_colons(mark.text);
  if (mark.tag.kind != TagKind::end) {
    state.open_marks.push_back({index, colons, parent});
    return;
  }
  std::vector<OpenMark>& open = state.open_marks;
  for (std::size_t i = open.size(); i > 0 && open.size() - i < kFarthest; --i) {
    const OpenMark& candidate = open[i - 1];
    MarkdownMark& begin = state.marks[candidate.mark];
    if (begin.tag.name != mark.tag.name || candidate.parent != parent ||
        candidate.colons > colons) {
      continue;
    }
    mark.tag.kind = begin.tag.kind == TagKind::callout || begin.tag.kind == TagKind::quote
                        ? TagKind::end
                        : TagKind::dropped;
    begin.paired = mark.paired = true;
    open.resize(i - 1);
    return;
  }
}

void note_raw(MarkdownTreeState& state, const Tag& tag, int line) {
  if (tag.name != "raw") return;
  if (tag.kind == TagKind::end && state.is_raw) {
    state.raw_lines.back().last = line;
    state.is_raw = false;
  } else if (tag.kind != TagKind::end && !state.is_raw && has_code_end(state, "raw", line)) {
    state.raw_lines.push_back({line, line});
    state.is_raw = true;
  }
}

cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser,
                       cmark_node* parent, unsigned char* input, int length) {
  if (indented != 0) return nullptr;
  MarkdownTreeState& state = state_of(extension);
  const InputLine line{parser, input, length};
  const int begin = cmark_parser_get_first_nonspace(parser);
  if (begin >= length ||
      std::string_view(":{[@$").find(static_cast<char>(input[begin])) == std::string_view::npos) {
    return nullptr;
  }
  const std::string_view text = line.text();
  if (!state.is_raw && begins_formula(state, text, line.number())) {
    return open_formula(state, line, parent);
  }
  if (!is_mark_line(text)) return nullptr;
  MarkdownMark mark;
  mark.text = state.source.original(text);
  if (is_contents_mark(mark.text) || mark.text.starts_with("{:")) {
    mark.tag.kind = TagKind::dropped;
  } else {
    mark.tag = read_tag(mark.text);
  }
  if (state.is_raw && (mark.tag.name != "raw" || mark.tag.kind != TagKind::end)) return nullptr;
  if (mark.tag.kind == TagKind::code && has_code_end(state, mark.tag.name, line.number())) {
    return open_code(state, line, parent, mark.tag);
  }
  note_raw(state, mark.tag, line.number());
  cmark_node* node = cmark_parser_add_child(parser, parent, CMARK_NODE_CUSTOM_BLOCK, begin + 1);
  cmark_node_set_syntax_extension(node, extension);
  line.skip_all();
  state.marks.push_back(std::move(mark));
  pair_mark(state, state.marks.size() - 1, cmark_node_parent(node));
  cmark_node_set_on_enter(node, std::to_string(state.marks.size() - 1).c_str());
  return node;
}

// Whether the line belongs to what an earlier one opened.
int continue_block(cmark_syntax_extension* extension, cmark_parser* parser, unsigned char* input,
                   int length, cmark_node* node) {
  MarkdownTreeState& state = state_of(extension);
  if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK || state.block_ended) return 0;
  const InputLine line{parser, input, length};
  const std::string_view text = line.text();
  if (MarkdownTree::is_formula(node)) {
    state.block_ended = text.ends_with("$$");
    return 1;
  }
  if (text.starts_with('{') && tag_length(text, 0) == text.size()) {
    const Tag tag = read_tag(text);
    if (tag.kind == TagKind::end && tag.name == state.code_name) {
      line.skip_all();
      return 0;
    }
  }
  return 1;
}

// ---- Inline ------------------------------------------------------------------------------------

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
  if (character == source.underscore()) {
    return read_underscores(source, inline_parser, text, at);
  }
  return nullptr;
}

// Makes a mark of what stands between two `==`.
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

// Blocks that are complete are set aside before the parser finishes, which parses the inline
// content of all that it has; `complete` does that for each, when it is read. Not where there are
// footnotes, which the parser looks for in everything.
void set_aside(cmark_node* from, cmark_node* to) {
  for (cmark_node* next = cmark_node_first_child(from); next != cmark_node_last_child(from);) {
    cmark_node* node = std::exchange(next, cmark_node_next(next));
    cmark_node_append_child(to, node);
  }
}

// Called when all blocks are known. The parser would forget the references.
cmark_node* keep_references(cmark_syntax_extension* extension, cmark_parser* parser,
                            cmark_node* /*root*/) {
  state_of(extension).references = std::exchange(parser->refmap, nullptr);
  return nullptr;
}

bool is_line(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
         type == CMARK_NODE_TABLE_CELL;
}

cmark_syntax_extension* make_extension(MarkdownTreeState& state) {
  cmark_syntax_extension* extension = cmark_syntax_extension_new("shuye");
  cmark_syntax_extension_set_private(extension, &state, nullptr);
  cmark_syntax_extension_set_open_block_func(extension, open_block);
  cmark_syntax_extension_set_match_block_func(extension, continue_block);
  cmark_syntax_extension_set_match_inline_func(extension, read_inline);
  cmark_syntax_extension_set_inline_from_delim_func(extension, close_mark);
  cmark_syntax_extension_set_postprocess_func(extension, keep_references);
  cmark_llist* characters = nullptr;
  const MarkdownSource& source = state.source;
  const auto watch = [&](bool wanted, unsigned char c) {
    if (!wanted) return;
    // cmark-gfm keeps the characters themselves where its list has pointers.
    auto* const character = reinterpret_cast<void*>(static_cast<std::uintptr_t>(c));  // NOLINT
    characters = cmark_llist_append(cmark_get_default_mem_allocator(), characters, character);
  };
  watch(source.has_equals(), '=');
  watch(source.has_dollars(), '$');
  watch(source.has_braces(), '{');
  watch(true, ':');
  watch(source.has_www(), 'w');
  watch(source.star() != 0, source.star());
  watch(source.tilde() != 0, source.tilde());
  watch(source.underscore() != 0, source.underscore());
  cmark_syntax_extension_set_special_inline_chars(extension, characters);
  return extension;
}

}  // namespace

MarkdownTree::MarkdownTree(const MarkdownSource& source)
    : state_(std::make_unique<MarkdownTreeState>(source)) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = state_->parser = cmark_parser_new(kOptions);
  state_->autolink = cmark_find_syntax_extension("autolink");
  state_->extension = make_extension(*state_);
  // Before the others: once that of tables has looked at a line of a paragraph nobody else does.
  cmark_parser_attach_syntax_extension(parser, state_->extension);
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  // It walks the whole tree to look for addresses of mail; others are read by ours.
  if (source.has_at_signs()) cmark_parser_attach_syntax_extension(parser, state_->autolink);
  cmark_parser_feed(parser, source.mentions().data(), source.mentions().size());
  source.each_piece(
      [&](std::string_view piece) { cmark_parser_feed(parser, piece.data(), piece.size()); });
  cmark_node* early = cmark_node_new(CMARK_NODE_DOCUMENT);
  if (source.mentions().empty()) set_aside(parser->root, early);
  state_->root = cmark_parser_finish(parser);
  if (cmark_node_first_child(early) != nullptr) {
    while (cmark_node* late = cmark_node_first_child(state_->root)) {
      cmark_node_append_child(early, late);
    }
    std::swap(state_->root, early);
  }
  cmark_node_free(early);
  cmark_manage_extensions_special_characters(parser, 1);
}

MarkdownTree::~MarkdownTree() {
  cmark_manage_extensions_special_characters(state_->parser, 0);
  cmark_parser_free(state_->parser);
  cmark_map_free(state_->references);
  cmark_node_free(state_->root);
  cmark_syntax_extension_free(cmark_get_default_mem_allocator(), state_->extension);
}

std::string_view MarkdownTree::text(cmark_node* node) {
  const cmark_chunk& chunk = node->as.literal;
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

cmark_node* MarkdownTree::root() const { return state_->root; }

bool MarkdownTree::complete(cmark_node* node) const {
  if (!is_line(node) || cmark_node_first_child(node) != nullptr) return false;
  MarkdownTreeState& state = *state_;
  // Where one text was freed the next may stand.
  state.text_without_raw_end = state.address_text = nullptr;
  cmark_parse_inlines(state.parser, node, state.references, kOptions);
  if (state.source.has_at_signs()) {
    state.autolink->postprocess_func(state.autolink, state.parser, node);
  } else {
    cmark_consolidate_text_nodes(node);
  }
  return true;
}

void MarkdownTree::release(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_ITEM || type == CMARK_NODE_TABLE_ROW) return cmark_node_free(node);
  if (!is_line(node)) return;
  while (cmark_node* child = cmark_node_first_child(node)) cmark_node_free(child);
  cmark_strbuf_free(&node->content);
}

const MarkdownMark& MarkdownTree::mark(cmark_node* node) const {
  std::size_t index = 0;
  for (const char* c = cmark_node_get_on_enter(node); *c != '\0'; ++c) {
    index = index * 10 + static_cast<std::size_t>(*c - '0');
  }
  return state_->marks[index];
}

bool MarkdownTree::is_formula(cmark_node* node) {
  int length = 0;
  int offset = 0;
  char character = 0;
  return cmark_node_get_syntax_extension(node) != nullptr &&
         cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK &&
         cmark_node_get_fenced(node, &length, &offset, &character) == 0;
}

bool MarkdownTree::is_mark(cmark_node* emphasis) {
  return cmark_node_get_user_data(emphasis) != nullptr;
}

InlineNode MarkdownTree::inline_node(cmark_node* node) {
  const std::string_view text = cmark_node_get_on_enter(node);
  if (text.empty()) return {};
  return {static_cast<InlineKind>(text[0]), text.substr(1)};
}

}  // namespace shuye
