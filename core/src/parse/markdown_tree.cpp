#include "parse/markdown_tree.h"

#include <utility>

#include "parse/markdown_tree_state.h"

namespace shuye {
namespace {

// Where no line defines a footnote, `[^1]` is no reference to one.
int options_for(const MarkdownSource& source) {
  return CMARK_OPT_SOURCEPOS | (source.mentions().empty() ? 0 : CMARK_OPT_FOOTNOTES) |
         CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;  // 3~5天，10~20元 is no strikethrough
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

// Gives away the blocks before `end` and frees them. (Footnotes stay, since references in other
// footnotes name them.)
void give(cmark_node* first, const cmark_node* end, const MarkdownTree::ReadBlock& read_block) {
  for (cmark_node* next = first; next != end;) {
    cmark_node* block = std::exchange(next, cmark_node_next(next));
    read_block(block);
    if (cmark_node_get_type(block) != CMARK_NODE_FOOTNOTE_DEFINITION) cmark_node_free(block);
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
  watch(source.backslash() != 0, source.backslash());
  cmark_syntax_extension_set_special_inline_chars(extension, characters);
  return extension;
}

}  // namespace

MarkdownTree::MarkdownTree(const MarkdownSource& source)
    : state_(std::make_unique<MarkdownTreeState>(source)), options_(options_for(source)) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = state_->parser = cmark_parser_new(options_);
  state_->autolink = cmark_find_syntax_extension("autolink");
  state_->extension = make_extension(*state_);
  // Before the others: once that of tables has looked at a line of a paragraph nobody else does.
  cmark_parser_attach_syntax_extension(parser, state_->extension);
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  // It walks the whole tree to look for addresses of mail; others are read by ours.
  if (source.has_at_signs()) cmark_parser_attach_syntax_extension(parser, state_->autolink);
}

// Blocks are given away while the text is parsed: the tree of a long article needs more memory than
// the article. Not where a block that is still to come says what one before it means: what a link
// refers to, what a footnote is.
void MarkdownTree::read(const ReadBlock& read_block) {
  const MarkdownSource& source = state_->source;
  cmark_parser* parser = state_->parser;
  const bool at_once = source.mentions().empty() && !source.has_definitions();
  cmark_manage_extensions_special_characters(parser, 1);
  cmark_parser_feed(parser, source.mentions().data(), source.mentions().size());
  source.each_piece([&](std::string_view piece) {
    cmark_parser_feed(parser, piece.data(), piece.size());
    if (!at_once || awaits_end(*state_)) return;
    // The last one is being parsed, and whoever reads a block may ask for the next.
    cmark_node* end = cmark_node_previous(cmark_node_last_child(parser->root));
    if (end != nullptr) give(cmark_node_first_child(parser->root), end, read_block);
  });
  finish();
  give(cmark_node_first_child(state_->root), nullptr, read_block);
}

void MarkdownTree::finish() {
  cmark_parser* parser = state_->parser;
  cmark_node* early = cmark_node_new(CMARK_NODE_DOCUMENT);
  if (state_->source.mentions().empty()) set_aside(parser->root, early);
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

bool MarkdownTree::complete(cmark_node* node) const {
  if (!is_line(node) || cmark_node_first_child(node) != nullptr) return false;
  MarkdownTreeState& state = *state_;
  // Where one text was freed the next may stand.
  state.text_without_raw_end = state.address_text = nullptr;
  cmark_parse_inlines(state.parser, node, state.references, options_);
  if (state.source.has_at_signs()) {
    state.autolink->postprocess_func(state.autolink, state.parser, node);
  } else if (cmark_node_first_child(node) != cmark_node_last_child(node)) {
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
