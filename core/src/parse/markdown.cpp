// Markdown → blocks, by one walk over the tree of cmark-gfm. The walk keeps no stack of its own:
// depth costs nothing but what the builder allows.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <strikethrough.h>
#include <table.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/flat_text.h"
#include "parse/inline_html.h"
#include "parse/markdown_blocks.h"
#include "parse/markdown_placeholders.h"
#include "parse/markdown_source.h"
#include "parse/markdown_tags.h"
#include "parse/markdown_tree.h"
#include "parse/parsers.h"
#include "text/apart.h"
#include "text/character.h"

namespace shuye {
namespace {

class MarkdownReader {
 public:
  MarkdownReader(const MarkdownSource& source, MarkdownTree& tree, Document& document)
      : source_(source),
        tree_(tree),
        blocks_(document, source.end()),
        builder_(blocks_.builder()),
        line_(blocks_.line()) {}

  void read();

 private:
  SHUYE_APART void read_block(cmark_node* root);
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  SHUYE_APART bool enter_block(cmark_node* node);
  SHUYE_APART void enter_inline(cmark_node* node);
  SHUYE_APART bool leave_block(cmark_node* node);
  SHUYE_APART void leave_inline(cmark_node* node);

  SHUYE_APART void open_table(cmark_node* node);
  void open_list(cmark_node* node);
  SHUYE_APART void open_item(cmark_node* node);
  void open_row(cmark_node* node);
  SHUYE_APART void add_code(cmark_node* node);
  SHUYE_APART void add_html(cmark_node* node);
  void add_tag(std::string html);
  SHUYE_APART void add_paragraph(cmark_node* node);
  void add_heading(cmark_node* node);
  void add_cell(cmark_node* node);
  SHUYE_APART void add_text(cmark_node* node);
  SHUYE_APART void add_extension(cmark_node* node);
  SHUYE_APART bool end_line(cmark_node* node);
  bool is_definition(cmark_node* paragraph) const;

  std::string literal(cmark_node* node) const { return original(cmark_node_get_literal(node)); }
  std::string original(const char* text) const {
    return text == nullptr ? std::string() : source_.original(text);
  }
  std::string address(cmark_node* node) const {
    std::string target = original(cmark_node_get_url(node));
    return target.find('{') == std::string::npos ? target : without_tags(target);
  }
  Range range(cmark_node* node) const {
    return source_.range(cmark_node_get_start_line(node), cmark_node_get_start_column(node),
                         cmark_node_get_end_line(node));
  }

  const MarkdownSource& source_;
  MarkdownTree& tree_;
  MarkdownBlocks blocks_;
  DocumentBuilder& builder_;
  FlatText& line_;
  std::vector<Align> columns_;  // of the table that is being read
  std::size_t column_ = 0;
  bool header_ = false;
  bool is_definition_ = false;    // what is being collected is one
  bool is_callout_read_ = false;  // the paragraph's first line is known to be a callout's or not
};

// Whether a node is text that begins as a definition does: `: 释义`.
bool begins_definition(cmark_node* node) {
  if (node == nullptr || cmark_node_get_type(node) != CMARK_NODE_TEXT) return false;
  const std::string_view text = MarkdownTree::text(node);
  return text.size() > 1 && text[0] == ':' && (text[1] == ' ' || text[1] == '\t');
}

// `****题****` is no stronger than `**题**`.
bool is_inside_its_kind(cmark_node* node) {
  return cmark_node_get_type(cmark_node_parent(node)) == cmark_node_get_type(node);
}

// `<!-- more -->`: where a site cuts an article for its list of articles.
bool is_excerpt_mark(std::string_view html) {
  html = trim(html);
  if (!html.starts_with("<!--") || !html.ends_with("-->") || html.size() < 7) return false;
  const std::string_view inner = trim(html.substr(4, html.size() - 7));
  return inner == "more" || inner == "More" || inner == "MORE" || inner == "toc" || inner == "TOC";
}

bool is_one_line(cmark_node* paragraph) {
  return cmark_node_get_start_line(paragraph) == cmark_node_get_end_line(paragraph);
}

// Whether a paragraph is a definition that an empty line parts from its term.
bool MarkdownReader::is_definition(cmark_node* paragraph) const {
  if (paragraph != nullptr) tree_.complete(paragraph);
  return paragraph != nullptr && cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH &&
         begins_definition(cmark_node_first_child(paragraph));
}

void MarkdownReader::read() {
  tree_.read([this](cmark_node* block) { read_block(block); });
  builder_.finish();
}

void MarkdownReader::read_block(cmark_node* root) {
  cmark_iter* walk = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk)) {
    cmark_node* node = cmark_iter_get_node(walk);
    if (event == CMARK_EVENT_EXIT) {
      leave(node);
      MarkdownTree::release(node);
    } else if (source_.is_added(cmark_node_get_start_line(node))) {
      cmark_iter_reset(walk, node, CMARK_EVENT_EXIT);
    } else {
      if (tree_.complete(node)) cmark_iter_reset(walk, node, CMARK_EVENT_ENTER);
      enter(node);
    }
  }
  cmark_iter_free(walk);
}

void MarkdownReader::enter(cmark_node* node) {
  if (!enter_block(node)) enter_inline(node);
}

void MarkdownReader::leave(cmark_node* node) {
  if (!leave_block(node)) leave_inline(node);
}

bool MarkdownReader::enter_block(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TABLE_ROW) {
    open_row(node);
    return true;
  }
  if (type == CMARK_NODE_TABLE) {
    open_table(node);
    return true;
  }
  switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
      builder_.open(BlockKind::quote, range(node));
      return true;
    case CMARK_NODE_LIST:
      open_list(node);
      return true;
    case CMARK_NODE_ITEM:
      open_item(node);
      return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      builder_.open(BlockKind::footnote, range(node)).label = literal(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      add_code(node);
      return true;
    case CMARK_NODE_CUSTOM_BLOCK:
      blocks_.mark(tree_.mark(node), range(node));
      return true;
    case CMARK_NODE_PARAGRAPH:
      is_definition_ = blocks_.in_definitions() && is_definition(node);
      is_callout_read_ = cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_BLOCK_QUOTE ||
                         cmark_node_previous(node) != nullptr ||
                         !source_.at(range(node).begin).starts_with("[!");
      return true;
    case CMARK_NODE_HTML_BLOCK:
      add_html(node);
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      builder_.leaf(BlockKind::rule, range(node), {});
      return true;
    default:
      return false;
  }
}

bool MarkdownReader::leave_block(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TABLE || type == CMARK_NODE_TABLE_ROW) {
    builder_.close();
    return true;
  }
  if (type == CMARK_NODE_TABLE_CELL) {
    add_cell(node);
    return true;
  }
  switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      builder_.close();
      return true;
    case CMARK_NODE_PARAGRAPH:
      add_paragraph(node);
      return true;
    case CMARK_NODE_HEADING:
      add_heading(node);
      return true;
    default:
      return false;
  }
}

void MarkdownReader::enter_inline(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_STRIKETHROUGH) return line_.open(SpanKind::strikethrough);
  switch (type) {
    case CMARK_NODE_TEXT:
      add_text(node);
      break;
    case CMARK_NODE_CODE:
      line_.code(literal(node));
      break;
    case CMARK_NODE_SOFTBREAK:
      if (!end_line(node)) line_.soft_break();
      break;
    case CMARK_NODE_LINEBREAK:
      if (!end_line(node)) line_.hard_break();
      break;
    case CMARK_NODE_EMPH:
      line_.open(MarkdownTree::is_mark(node) ? SpanKind::mark : SpanKind::emphasis);
      break;
    case CMARK_NODE_CUSTOM_INLINE:
      add_extension(node);
      break;
    case CMARK_NODE_STRONG:
      if (!is_inside_its_kind(node)) line_.open(SpanKind::strong);
      break;
    case CMARK_NODE_LINK:
      line_.open(SpanKind::link, address(node), original(cmark_node_get_title(node)));
      break;
    case CMARK_NODE_IMAGE:
      line_.begin_image(address(node), original(cmark_node_get_title(node)));
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      line_.footnote_reference(literal(cmark_node_parent_footnote_def(node)));
      break;
    case CMARK_NODE_HTML_INLINE:
      add_tag(literal(node));
      break;
    default:
      break;
  }
}

void MarkdownReader::leave_inline(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_IMAGE) {
    line_.end_image();
  } else if (type == CMARK_NODE_STRONG) {
    if (!is_inside_its_kind(node)) line_.close();
  } else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_LINK ||
             type == CMARK_NODE_STRIKETHROUGH) {
    line_.close();
  }
}

void MarkdownReader::open_table(cmark_node* node) {
  builder_.open(BlockKind::table, range(node));
  const std::size_t count = cmark_gfm_extensions_get_table_columns(node);
  const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
  columns_.assign(count, Align::none);
  for (std::size_t i = 0; i < count; ++i) {
    if (alignments[i] == 'l') columns_[i] = Align::left;
    if (alignments[i] == 'c') columns_[i] = Align::center;
    if (alignments[i] == 'r') columns_[i] = Align::right;
  }
}

void MarkdownReader::open_list(cmark_node* node) {
  Block& list = builder_.open(BlockKind::list, range(node));
  list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.tight = cmark_node_get_list_tight(node) != 0;
  if (list.ordered) list.start = static_cast<std::uint32_t>(cmark_node_get_list_start(node));
}

void MarkdownReader::open_item(cmark_node* node) {
  Block& item = builder_.open(BlockKind::item, range(node));
  if (std::strcmp(cmark_node_get_type_string(node), "tasklist") != 0) return;
  // cmark-gfm also takes a `[x]` later in the line for the box.
  const std::string_view text = source_.at(item.source.begin);
  const std::size_t box = text.find('[');
  const bool done = box != std::string_view::npos &&
                    (text.substr(box + 1, 1) == "x" || text.substr(box + 1, 1) == "X");
  item.task = done ? Task::done : Task::open;
}

void MarkdownReader::open_row(cmark_node* node) {
  Block& row = builder_.open(BlockKind::row, range(node));
  header_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  row.header = header_;
  column_ = 0;
}

void MarkdownReader::add_code(cmark_node* node) {
  std::string text = literal(node);
  if (MarkdownTree::is_formula(node)) return blocks_.formula(std::move(text), range(node));
  if (!text.empty() && text.back() == '\n') text.pop_back();
  const std::string info = original(cmark_node_get_fence_info(node));
  builder_.leaf(BlockKind::code, range(node), std::move(text)).label =
      info.substr(0, info.find_first_of(" \t"));
}

void MarkdownReader::add_html(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  std::string text = literal == nullptr ? std::string() : source_.original_html(literal);
  if (text.starts_with("<?")) {
    // To HTML an instruction would end at its first `>`.
    const std::size_t end = text.find("?>");
    text.erase(0, end == std::string::npos ? end : end + 2);
  }
  if (is_excerpt_mark(text)) return blocks_.mark({{}, std::string(trim(text)), false}, range(node));
  blocks_.html(text, range(node));
}

void MarkdownReader::add_tag(std::string html) {
  const auto tag = read_inline_tag(html);
  if (!tag) return;
  line_.tag(*tag);
  if (begins_component(html)) blocks_.drop(std::move(html));
}

void MarkdownReader::add_text(cmark_node* node) {
  std::string_view text = MarkdownTree::text(node);
  std::string copy;
  if (!source_.is_original(text)) text = copy = source_.original(text);
  // The colon of a definition.
  if (is_definition_ && begins_definition(node) &&
      (cmark_node_previous(node) == nullptr ||
       cmark_node_get_type(cmark_node_previous(node)) == CMARK_NODE_SOFTBREAK)) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t", 1), text.size()));
  }
  line_.text(text);
}

void MarkdownReader::add_extension(cmark_node* node) {
  const InlineNode inline_node = MarkdownTree::inline_node(node);
  std::string text = source_.original(inline_node.text);
  switch (inline_node.kind) {
    case InlineKind::math:
      return line_.math(text);
    case InlineKind::tag:
      return blocks_.tag(text);
    case InlineKind::attributes:
      return blocks_.drop(std::move(text));
    case InlineKind::annotation:
      return blocks_.annotation(text);
    case InlineKind::verbatim:
      return line_.text(text);
    case InlineKind::none:
      break;
  }
}

// A line end inside a paragraph that parts more than two lines: a callout's title from its text, a
// term from its definition, one definition from the next.
bool MarkdownReader::end_line(cmark_node* node) {
  cmark_node* paragraph = cmark_node_parent(node);
  if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return false;
  if (!std::exchange(is_callout_read_, true) && blocks_.callout_title(range(paragraph)))
    return true;
  if (!begins_definition(cmark_node_next(node))) return false;
  if (is_definition_) {
    blocks_.definition(range(paragraph));
  } else {
    blocks_.term(range(paragraph));
  }
  is_definition_ = true;
  return true;
}

void MarkdownReader::add_paragraph(cmark_node* node) {
  const Range place = range(node);
  cmark_node* next = cmark_node_next(node);
  if (!std::exchange(is_callout_read_, true) && blocks_.callout_title(place)) return;
  if (is_definition_) {
    blocks_.definition(place);
    if (!is_definition(next)) blocks_.end_definitions();
  } else if (is_one_line(node) && is_definition(next)) {
    blocks_.term(place);
  } else {
    blocks_.paragraph(place);
  }
  is_definition_ = false;
}

void MarkdownReader::add_heading(cmark_node* node) {
  blocks_.heading(range(node), cmark_node_get_heading_level(node));
}

void MarkdownReader::add_cell(cmark_node* node) {
  // A line holds many cells, and cmark-gfm knows where each ends.
  Range place = range(node);
  const int line = cmark_node_get_start_line(node);
  const Range behind = source_.range(line, cmark_node_get_end_column(node) + 1, line);
  place.end = std::clamp(behind.begin, place.begin, place.end);
  Block& cell = blocks_.cell(place);
  cell.header = header_;
  if (column_ < columns_.size()) cell.align = columns_[column_];
  ++column_;
}

}  // namespace

void parse_markdown(std::string_view text, std::size_t offset, Document& document) {
  const MarkdownSource source(text, offset);
  MarkdownTree tree(source);
  MarkdownReader(source, tree, document).read();
}

}  // namespace shuye
