#include <algorithm>
#include <utility>

#include "parse/markdown_formula.h"
#include "parse/markdown_syntax.h"
#include "parse/markdown_tree_state.h"
#include "text/character.h"

// Blocks of our own: lines that are marks, code between tags, formulas.

namespace shuye {
namespace {

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

// What ends the formula that a line begins; empty when it begins none.
std::string_view formula_end_of(std::string_view text) {
  if (text.starts_with("$$")) return "$$";
  if (text.starts_with("\\[")) return "\\]";
  return text.starts_with("\\\\[") ? "\\\\]" : "";
}

// `\[ E = mc^2 \]` on a line alone: the bracket need not be as sure as one inside of a line.
bool is_formula_line(std::string_view text, std::string_view end) {
  if (!text.ends_with(end) || text.size() <= 2 * end.size()) return false;
  const std::string_view inner = text.substr(end.size(), text.size() - 2 * end.size());
  if (inner.find(end) != std::string_view::npos) return false;
  if (end == "$$") return true;
  return bracketed_formula(text, 0).sure ||
         (inner.starts_with(' ') && inner.ends_with(' ') &&
          inner.find_first_of("^_=") != std::string_view::npos && reads_as_formula(inner));
}

// `$$` up to a line that ends with `$$`, or `\[` up to one that ends with `\]`. An empty line may
// stand between them where `$$` stands alone or what stands there is no prose.
bool begins_formula(MarkdownTreeState& state, std::string_view text, int line) {
  constexpr std::size_t kLongest = 20'000;
  const std::string_view mark = formula_end_of(text);
  if (mark.empty()) return false;
  if (text.find(mark, mark.size()) != std::string_view::npos) return is_formula_line(text, mark);
  const std::string_view source = state.source.text();
  const std::size_t begin = state.source.line_end(line);
  Finder& finder = mark[0] == '$'     ? state.dollars
                   : mark.size() == 2 ? state.bracket
                                      : state.brackets;
  const std::size_t end = finder.next(source, begin);
  if (end == std::string_view::npos || end - begin > kLongest) return false;
  const std::string_view rest = source.substr(end + mark.size());
  if (!trim(rest.substr(0, rest.find('\n'))).empty()) return false;
  const std::string_view inner = source.substr(begin, end - begin);
  const bool has_empty_line =
      inner.starts_with('\n') || inner.find("\n\n") != std::string_view::npos;
  if (text.size() == mark.size() || (mark == "$$" && !has_empty_line)) return true;
  const std::string_view first = text.substr(mark.size());
  const bool has_signs = mark == "$$" || first.find_first_of("\\^_=") != std::string_view::npos ||
                         inner.find_first_of("\\^_=") != std::string_view::npos;
  return has_signs && reads_as_formula(first) && reads_as_formula(inner);
}

cmark_node* open_formula(MarkdownTreeState& state, const InputLine& line, cmark_node* parent,
                         std::string_view text) {
  const int begin = cmark_parser_get_first_nonspace(line.parser);
  cmark_node* node = cmark_parser_add_child(line.parser, parent, CMARK_NODE_CODE_BLOCK, begin + 1);
  cmark_node_set_syntax_extension(node, state.extension);
  line.skip_to(begin);
  state.formula_end = formula_end_of(text);
  state.block_ended = is_formula_line(text, state.formula_end);
  return node;
}

// Finds the mark that this one ends. An end whose beginning stands in another container has none.
void pair_mark(MarkdownTreeState& state, std::size_t index, cmark_node* parent, int line) {
  constexpr std::size_t kFarthest = 64;
  MarkdownMark& mark = state.marks[index];
  const std::size_t colons = container_colons(mark.text);
  if (mark.tag.kind != TagKind::end) {
    state.open_marks.push_back({index, colons, parent, line});
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

}  // namespace

cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser,
                       cmark_node* parent, unsigned char* input, int length) {
  if (indented != 0) return nullptr;
  MarkdownTreeState& state = state_of(extension);
  const InputLine line{parser, input, length};
  const int begin = cmark_parser_get_first_nonspace(parser);
  if (begin >= length) return nullptr;
  const unsigned char first = input[begin];
  const bool backslash = first == '\\' || (first != 0 && first == state.source.backslash());
  if (!backslash &&
      std::string_view(":{[@$").find(static_cast<char>(first)) == std::string_view::npos) {
    return nullptr;
  }
  const std::string_view text = line.text();
  if ((first == '$' || backslash) && !state.is_raw) {
    const std::string original = state.source.original(text);
    if (begins_formula(state, original, line.number())) {
      return open_formula(state, line, parent, original);
    }
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
  pair_mark(state, state.marks.size() - 1, cmark_node_parent(node), line.number());
  cmark_node_set_on_enter(node, std::to_string(state.marks.size() - 1).c_str());
  return node;
}

int continue_block(cmark_syntax_extension* extension, cmark_parser* parser, unsigned char* input,
                   int length, cmark_node* node) {
  MarkdownTreeState& state = state_of(extension);
  if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK || state.block_ended) return 0;
  const InputLine line{parser, input, length};
  const std::string_view text = line.text();
  if (MarkdownTree::is_formula(node)) {
    state.block_ended = text.ends_with(state.formula_end);
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

bool awaits_end(MarkdownTreeState& state) {
  constexpr std::size_t kMost = 10'000;  // of more it costs too much to ask
  std::vector<OpenMark>& open = state.open_marks;
  if (state.is_raw || open.size() > kMost) return true;
  const cmark_node* document = state.parser->root;
  const int last = cmark_node_get_start_line(document->last_child);
  open.erase(std::remove_if(
                 open.begin(), open.end(),
                 [&](const OpenMark& mark) { return mark.parent != document && mark.line < last; }),
             open.end());
  return std::any_of(open.begin(), open.end(), [&](const OpenMark& mark) {
    const TagKind kind = state.marks[mark.mark].tag.kind;
    return kind == TagKind::callout || kind == TagKind::quote;
  });
}

}  // namespace shuye
