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

#include "parse/builder.h"
#include "parse/flat_text.h"
#include "parse/inline_html.h"
#include "parse/markdown_source.h"
#include "parse/parsers.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr int kOptions =
    CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES |
    CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;  // 3~5天，10~20元 is no strikethrough

// To cmark-gfm an address goes on until a space, which Chinese does not have. It ends before
// full-width punctuation, and before a Han character right after a letter or digit
// (https://a.cn/x是…), but not after another sign (https://zh.wikipedia.org/wiki/中国).
std::size_t bare_address_length(std::string_view address) {
  char32_t last = 0;
  for (std::size_t at = 0; at < address.size();) {
    const utf8::Character c = utf8::read(address, at);
    const bool ends =
        is_punctuation(c.code_point) || (is_han(c.code_point) && last < 0x80 && is_word(last));
    if (c.code_point >= 0x80 && ends) return at;
    last = c.code_point;
    at += c.length;
  }
  return address.size();
}

// The owner of cmark-gfm's tree.
class Tree {
 public:
  explicit Tree(std::string text) {
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser* parser = cmark_parser_new(kOptions);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    }
    cmark_parser_feed(parser, text.data(), text.size());
    std::string().swap(text);  // cmark-gfm has its own copy
    root_ = cmark_parser_finish(parser);
    cmark_parser_free(parser);
  }
  ~Tree() { cmark_node_free(root_); }
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  cmark_node* root() const { return root_; }

 private:
  cmark_node* root_ = nullptr;
};

class MarkdownReader {
 public:
  MarkdownReader(const MarkdownSource& source, Document& document)
      : source_(source), builder_(document) {}

  void read(cmark_node* root);

 private:
  void read_block(cmark_node* node);
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  bool enter_block(cmark_node* node);
  void enter_inline(cmark_node* node);
  bool leave_block(cmark_node* node);
  void leave_inline(cmark_node* node);

  bool is_bare_address(cmark_node* node) const;
  void add_bare_address(cmark_node* node);
  void open_list(cmark_node* node);
  void open_item(cmark_node* node);
  void open_row(cmark_node* node);
  void add_code(cmark_node* node);
  void add_html(cmark_node* node);
  void add_paragraph(cmark_node* node);
  void add_heading(cmark_node* node);
  void add_cell(cmark_node* node);

  std::string literal(cmark_node* node) const { return original(cmark_node_get_literal(node)); }
  std::string original(const char* text) const {
    return text == nullptr ? std::string() : source_.original(text);
  }
  Range range(cmark_node* node) const {
    return source_.range(cmark_node_get_start_line(node), cmark_node_get_start_column(node),
                         cmark_node_get_end_line(node));
  }

  struct Inline {
    std::string text;
    std::vector<Span> spans;
  };
  Inline take_inline() {
    Inline taken;
    inline_.finish(taken.text, taken.spans);
    return taken;
  }

  const MarkdownSource& source_;
  DocumentBuilder builder_;
  FlatText inline_;
  std::vector<Align> columns_;  // of the table that is being read
  std::size_t column_ = 0;
  bool header_ = false;
};

// What has been read is freed at once: the tree of a long article needs more memory than the article.
// (Footnotes stay, since references in other footnotes name them.)
void MarkdownReader::read(cmark_node* root) {
  for (cmark_node* next = cmark_node_first_child(root); next != nullptr;) {
    cmark_node* node = std::exchange(next, cmark_node_next(next));
    read_block(node);
    if (cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION) cmark_node_free(node);
  }
  builder_.finish();
}

void MarkdownReader::read_block(cmark_node* root) {
  cmark_iter* walk = cmark_iter_new(root);
  for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk)) {
    cmark_node* node = cmark_iter_get_node(walk);
    if (event == CMARK_EVENT_EXIT) {
      leave(node);
    } else if (source_.is_added(cmark_node_get_start_line(node))) {
      cmark_iter_reset(walk, node, CMARK_EVENT_EXIT);
    } else if (is_bare_address(node)) {
      add_bare_address(node);
      cmark_iter_reset(walk, node, CMARK_EVENT_EXIT);
    } else {
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
    builder_.open(BlockKind::table, range(node));
    const std::size_t count = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    columns_.assign(count, Align::none);
    for (std::size_t i = 0; i < count; ++i) {
      if (alignments[i] == 'l') columns_[i] = Align::left;
      if (alignments[i] == 'c') columns_[i] = Align::center;
      if (alignments[i] == 'r') columns_[i] = Align::right;
    }
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
  if (type == CMARK_NODE_STRIKETHROUGH) return inline_.open(SpanKind::strikethrough);
  switch (type) {
    case CMARK_NODE_TEXT:
      inline_.text(literal(node));
      break;
    case CMARK_NODE_CODE:
      inline_.code(literal(node));
      break;
    case CMARK_NODE_SOFTBREAK:
      inline_.soft_break();
      break;
    case CMARK_NODE_LINEBREAK:
      inline_.hard_break();
      break;
    case CMARK_NODE_EMPH:
      inline_.open(SpanKind::emphasis);
      break;
    case CMARK_NODE_STRONG:
      inline_.open(SpanKind::strong);
      break;
    case CMARK_NODE_LINK:
      inline_.open(SpanKind::link, original(cmark_node_get_url(node)),
                   original(cmark_node_get_title(node)));
      break;
    case CMARK_NODE_IMAGE:
      inline_.begin_image(original(cmark_node_get_url(node)), original(cmark_node_get_title(node)));
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      inline_.footnote_reference(literal(cmark_node_parent_footnote_def(node)));
      break;
    case CMARK_NODE_HTML_INLINE:
      if (const auto tag = read_inline_tag(literal(node))) inline_.tag(*tag);
      break;
    default:
      break;
  }
}

void MarkdownReader::leave_inline(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_IMAGE) {
    inline_.end_image();
  } else if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK ||
             type == CMARK_NODE_STRIKETHROUGH) {
    inline_.close();
  }
}

// Whether a link is an address that stands in the text as it is: what the autolink extension makes,
// which unlike `<https://…>` says nothing about where the address ends.
bool MarkdownReader::is_bare_address(cmark_node* node) const {
  if (cmark_node_get_type(node) != CMARK_NODE_LINK) return false;
  cmark_node* child = cmark_node_first_child(node);
  if (child == nullptr || cmark_node_get_type(child) != CMARK_NODE_TEXT) return false;
  if (cmark_node_next(child) != nullptr) return false;
  const std::string_view address = cmark_node_get_url(node);
  return address.ends_with(cmark_node_get_literal(child)) &&
         source_.before(range(child).begin) != '<';
}

void MarkdownReader::add_bare_address(cmark_node* node) {
  const std::string address = original(cmark_node_get_url(node));
  const std::string text = literal(cmark_node_first_child(node));
  const std::string_view link = std::string_view(text).substr(0, bare_address_length(text));
  inline_.open(SpanKind::link,
               std::string_view(address).substr(0, address.size() - (text.size() - link.size())));
  inline_.text(link);
  inline_.close();
  inline_.text(std::string_view(text).substr(link.size()));
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
  if (!text.empty() && text.back() == '\n') text.pop_back();
  const std::string info = original(cmark_node_get_fence_info(node));
  builder_.leaf(BlockKind::code, range(node), std::move(text)).language =
      info.substr(0, info.find_first_of(" \t"));
}

void MarkdownReader::add_html(cmark_node* node) {
  parse_html_fragment(literal(node), range(node).begin, builder_);
}

// An image that is a paragraph of its own is a figure.
void MarkdownReader::add_paragraph(cmark_node* node) {
  auto [text, spans] = take_inline();
  if (text.empty()) return;
  const bool figure =
      text == kObjectReplacement && !spans.empty() && spans.back().kind == SpanKind::image;
  if (figure) builder_.open(BlockKind::figure, range(node));
  builder_.leaf(BlockKind::paragraph, range(node), std::move(text), std::move(spans));
  if (figure) builder_.close();
}

void MarkdownReader::add_heading(cmark_node* node) {
  auto [text, spans] = take_inline();
  if (text.empty()) return;
  builder_.leaf(BlockKind::heading, range(node), std::move(text), std::move(spans)).level =
      static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
}

void MarkdownReader::add_cell(cmark_node* node) {
  auto [text, spans] = take_inline();
  // A line holds many cells, and cmark-gfm knows where each ends.
  Range place = range(node);
  const int line = cmark_node_get_start_line(node);
  const Range behind = source_.range(line, cmark_node_get_end_column(node) + 1, line);
  place.end = std::clamp(behind.begin, place.begin, place.end);
  Block& cell = builder_.leaf(BlockKind::cell, place, std::move(text), std::move(spans));
  cell.header = header_;
  if (column_ < columns_.size()) cell.align = columns_[column_];
  ++column_;
}

}  // namespace

void parse_markdown(std::string_view text, std::size_t offset, Document& document) {
  MarkdownSource source(text, offset);
  const Tree tree(source.take_guarded());
  MarkdownReader(source, document).read(tree.root());
}

}  // namespace shuye
