#include "parse/html_blocks.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/html_code.h"
#include "parse/html_image.h"
#include "parse/html_inline.h"
#include "parse/html_judgement.h"
#include "parse/html_tables.h"
#include "text/character.h"

namespace shuye {
namespace {

using Mode = InlineFlow::Mode;

constexpr std::size_t kSpanBudget = std::size_t{1} << 20;

std::uint32_t number(std::string_view value, std::uint32_t otherwise) {
  constexpr std::uint32_t kGreatest = 100000000;
  std::uint32_t parsed = 0;
  value = trim(value);
  for (const char c : value) {
    if (c < '0' || c > '9' || parsed > kGreatest) return otherwise;
    parsed = parsed * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value.empty() ? otherwise : parsed;
}

Align align_of(const HtmlNode& cell) {
  std::string_view value = cell.attribute("align");
  const std::string_view style = cell.attribute("style").substr(0, 256);
  const std::size_t at = style.find("text-align:");
  if (at != std::string_view::npos) {
    value = trim(style.substr(at + 11, style.find(';', at) - at - 11));
  }
  if (value == "left") return Align::left;
  if (value == "center") return Align::center;
  return value == "right" ? Align::right : Align::none;
}

/// The box that begins an item of a to-do list.
Task task_of(const HtmlTree& tree, std::uint32_t item) {
  constexpr std::uint32_t kFirstNodes = 6;
  const std::uint32_t end = std::min(tree[item].end, item + kFirstNodes);
  for (std::uint32_t i = item + 1; i < end; ++i) {
    if (tree[i].is_text() && !trim(tree[i].text()).empty()) break;
    if (tree[i].name() == "input" && tree[i].attribute("type") == "checkbox") {
      return tree[i].has_attribute("checked") ? Task::done : Task::open;
    }
  }
  return Task::none;
}

/// Whether the items hold text rather than paragraphs.
bool is_tight(const HtmlTree& tree, std::uint32_t list) {
  for (std::uint32_t item = list + 1; item < tree[list].end; item = tree[item].end) {
    for (std::uint32_t i = item + 1; i < tree[item].end; i = tree[i].end) {
      if (tree[i].name() == "p") return false;
    }
  }
  return true;
}

/// Whether a row has cells, all of them `th`.
bool is_header_row(const HtmlTree& tree, std::uint32_t row) {
  bool header = false;
  for (std::uint32_t i = row + 1; i < tree[row].end; i = tree[i].end) {
    if (tree[i].name() == "td") return false;
    header = header || tree[i].name() == "th";
  }
  return header;
}

/// Figures that only frame code or a table, and headings that were never closed, are divisions.
bool is_division(const HtmlTree& tree, std::uint32_t node) {
  constexpr unsigned kMaxBlocksOfAHeading = 3;
  const BlockKind kind = tree[node].element->block;
  if (kind != BlockKind::figure && kind != BlockKind::heading && kind != BlockKind::caption) {
    return false;
  }
  unsigned blocks = 0;
  for (std::uint32_t i = node + 1; i < tree[node].end; ++i) {
    const Element* element = tree[i].element;
    if (element == nullptr || !element->is_block()) continue;
    if (kind == BlockKind::figure) {
      if (element->block == BlockKind::code || element->block == BlockKind::table) return true;
    } else if (element->kind != ElementKind::division && ++blocks > kMaxBlocksOfAHeading) {
      return true;
    }
  }
  return false;
}

/// Pieces of lines that nobody sees: where they stand amid text they are left out of it.
class HiddenPieces {
 public:
  HiddenPieces(const HtmlTree& tree, const RoleHints* hints, std::size_t offset)
      : tree_(tree), hints_(hints), offset_(offset) {}

  /// Whether the node is one, which is noted then.
  bool take(std::uint32_t i) {
    if (hints_ == nullptr || !is_invisible(hints_->of(i)) || is_block(i)) return false;
    if (!stands_amid_text(i)) return false;
    std::string text = tree_.text_of(i);
    if (text.empty()) return true;
    if (++count_ > kMostReported) return true;
    shorten(text);
    warnings_.push_back({kRule, std::move(text), tree_[i].source().begin + offset_});
    return true;
  }

  void report(DocumentBuilder& builder) {
    for (Warning& warning : warnings_) builder.warn(std::move(warning));
    if (count_ <= kMostReported) return;
    builder.warn({kRule, std::to_string(count_ - kMostReported) + " more pieces are hidden",
                  warnings_.back().offset});
  }

 private:
  static constexpr std::string_view kRule = "html.hidden";
  static constexpr std::size_t kMostReported = 20;
  static constexpr std::size_t kLongest = 1000;  // in bytes
  enum class Answer : std::uint8_t { unknown, no, yes };

  static void shorten(std::string& text) {
    std::size_t end = std::min(text.size(), kLongest);
    while (end < text.size() && (text[end] & 0xC0) == 0x80) --end;
    text.resize(end);
  }

  bool is_block(std::uint32_t i) const {
    return tree_[i].element != nullptr && tree_[i].element->is_block();
  }

  bool stands_amid_text(std::uint32_t i) {
    constexpr unsigned kLevels = 32;
    std::uint32_t box = tree_[i].parent;
    for (unsigned level = 0; box != 0 && !is_block(box); box = tree_[box].parent) {
      if (++level == kLevels) return false;
    }
    if (hints_->of(box) != nullptr) return false;  // nobody sees what is around it
    if (answers_.empty()) answers_.resize(tree_.size());
    Answer& answer = answers_[box];
    if (answer == Answer::unknown) answer = shows_text(box) ? Answer::yes : Answer::no;
    return answer == Answer::yes;
  }

  /// Whether a reader sees something of the box itself, beside the boxes in it.
  bool shows_text(std::uint32_t box) const {
    for (std::uint32_t i = box + 1; i < tree_[box].end;) {
      const HtmlNode& node = tree_[i];
      const bool skips = is_invisible(hints_->of(i)) || is_block(i) || node.is(ElementKind::hidden);
      if (!skips && (node.is(ElementKind::image) || !trim(node.text()).empty())) return true;
      i = skips ? node.end : i + 1;
    }
    return false;
  }

  const HtmlTree& tree_;
  const RoleHints* hints_;
  std::size_t offset_;
  std::vector<Answer> answers_;  // of boxes
  std::vector<Warning> warnings_;
  std::size_t count_ = 0;
};

class BlockWriter {
 public:
  BlockWriter(const HtmlTree& tree, const RoleHints* hints, std::size_t offset,
              DocumentBuilder& builder)
      : tree_(tree),
        hints_(hints),
        offset_(offset),
        builder_(builder),
        data_tables_(find_data_tables(tree)),
        flow_(kSpanBudget + tree[0].source().size()),
        hidden_(tree, hints, offset) {}

  void run() {
    std::uint32_t i = 0;
    while (i < tree_.size()) {
      while (!open_.empty() && tree_[open_.back().node].end <= i) leave();
      i = enter(i) ? i + 1 : tree_[i].end;
    }
    while (!open_.empty()) leave();
    flush(Mode::paragraphs);
    hidden_.report(builder_);
  }

 private:
  enum class Part : std::uint8_t { span, ruby, edge, division, leaf, container };
  struct Open {
    std::uint32_t node;
    Part part;
  };

  bool enter(std::uint32_t i);
  void enter_block(std::uint32_t i);
  void enter_span(std::uint32_t i);
  void leave();
  void leave_leaf(std::uint32_t i);
  void leave_container();

  void add_image(std::uint32_t i);
  void add_fallback_images(std::uint32_t i);
  void add_block(BlockKind kind, std::uint32_t i, FlowedText flowed);
  void flush(Mode next);
  void open_containers();
  void describe(Block& block, std::uint32_t i);
  bool is_layout(std::uint32_t i) const;

  const RoleHint* hint(std::uint32_t i) const {
    return hints_ == nullptr ? nullptr : hints_->of(i);
  }
  Range source(Range range) const { return {range.begin + offset_, range.end + offset_}; }
  static void give_role(Block& block, const void* hint);

  const HtmlTree& tree_;
  const RoleHints* hints_;
  std::size_t offset_;
  DocumentBuilder& builder_;
  std::vector<bool> data_tables_;
  InlineFlow flow_;
  HiddenPieces hidden_;
  std::vector<Open> open_;                 // elements with something to do at their end
  std::vector<std::uint32_t> containers_;  // open ones; those without content are not written
  std::size_t written_ = 0;                // of them
  std::vector<bool> tables_;               // open ones: whether they hold data
  bool in_leaf_ = false;
  unsigned rubies_ = 0;
  std::string last_image_;
};

bool BlockWriter::enter(std::uint32_t i) {
  const HtmlNode& node = tree_[i];
  if (node.is_text()) {
    flow_.at(node.source(), hint(i));
    flow_.text(node.text());
    return true;
  }
  if (hidden_.take(i)) return false;
  if (node.element == nullptr) return true;
  if (is_line_numbers(tree_, i)) return false;
  switch (node.element->kind) {
    case ElementKind::hidden:
    case ElementKind::metadata:
    case ElementKind::ruby_paren:
      return false;
    case ElementKind::transparent:
    case ElementKind::soft_break:
      return true;
    case ElementKind::fallback:
      add_fallback_images(i);
      return false;
    case ElementKind::line_break:
      flow_.at(node.source(), hint(i));
      flow_.line_break();
      return true;
    case ElementKind::image:
      add_image(i);
      return true;
    case ElementKind::span:
      enter_span(i);
      return true;
    case ElementKind::ruby:
      ++rubies_;
      flow_.open_ruby();
      open_.push_back({i, Part::ruby});
      return true;
    case ElementKind::ruby_text:
      if (rubies_ == 0) return true;
      flow_.annotate(tree_.text_of(i));
      return false;
    default:
      enter_block(i);
      return true;
  }
}

void BlockWriter::enter_span(std::uint32_t i) {
  const HtmlNode& node = tree_[i];
  std::string_view address;
  if (node.element->span == SpanKind::link) {
    address = trim(node.attribute("href"));
    // Anchors, and buttons that are written as links.
    if (address.empty() || address == "#" || address.substr(0, 11) == "javascript:") return;
  }
  flow_.open_span(node.element->span, std::string(address),
                  std::string(node.element->span == SpanKind::link ? node.attribute("title") : ""));
  open_.push_back({i, Part::span});
}

void BlockWriter::enter_block(std::uint32_t i) {
  const HtmlNode& node = tree_[i];
  const Element& element = *node.element;
  if (in_leaf_) {
    flow_.block_edge();
    open_.push_back({i, Part::edge});
    return;
  }
  if (element.block == BlockKind::table && element.kind == ElementKind::container) {
    tables_.push_back(data_tables_[i]);
  }
  if (element.kind == ElementKind::rule) {
    flush(Mode::paragraphs);
    add_block(BlockKind::rule, i, {});
  } else if (element.kind == ElementKind::container && !is_layout(i)) {
    flush(Mode::paragraphs);
    containers_.push_back(i);
    open_.push_back({i, Part::container});
  } else if (element.kind == ElementKind::leaf && element.block != BlockKind::paragraph &&
             !is_layout(i)) {
    flush(element.block == BlockKind::code ? Mode::verbatim : Mode::one);
    in_leaf_ = true;
    open_.push_back({i, Part::leaf});
  } else {
    flush(Mode::paragraphs);
    open_.push_back({i, Part::division});
  }
}

bool BlockWriter::is_layout(std::uint32_t i) const {
  switch (tree_[i].element->block) {
    case BlockKind::table:
      return !data_tables_[i];
    case BlockKind::row:
    case BlockKind::cell:
      return tables_.empty() || !tables_.back();
    default:
      return is_division(tree_, i);
  }
}

void BlockWriter::leave() {
  const Open open = open_.back();
  open_.pop_back();
  switch (open.part) {
    case Part::span:
      flow_.close_span();
      break;
    case Part::ruby:
      --rubies_;
      break;
    case Part::edge:
      flow_.block_edge();
      break;
    case Part::division:
      flush(Mode::paragraphs);
      break;
    case Part::leaf:
      leave_leaf(open.node);
      break;
    case Part::container:
      leave_container();
      break;
  }
  if (open.part != Part::edge && tree_[open.node].name() == "table") tables_.pop_back();
}

void BlockWriter::leave_leaf(std::uint32_t i) {
  const BlockKind kind = tree_[i].element->block;
  in_leaf_ = false;
  std::vector<FlowedText> flowed = flow_.take(Mode::paragraphs);
  if (!flowed.empty()) {
    std::string& text = flowed[0].text;
    if (kind == BlockKind::code) text.resize(text.find_last_not_of("\r\n\t ") + 1);
    if (!text.empty()) add_block(kind, i, std::move(flowed[0]));
  } else if (kind == BlockKind::cell) {
    add_block(kind, i, {});
  }
}

void BlockWriter::leave_container() {
  flush(Mode::paragraphs);
  if (written_ == containers_.size()) {
    builder_.close();
    --written_;
  }
  containers_.pop_back();
}

void BlockWriter::flush(Mode next) {
  for (FlowedText& flowed : flow_.take(next)) {
    open_containers();
    const void* tag = flowed.tag;
    Block& block = builder_.leaf(BlockKind::paragraph, source(flowed.source),
                                 std::move(flowed.text), std::move(flowed.spans));
    give_role(block, tag);
  }
}

/// A block that an element makes.
void BlockWriter::add_block(BlockKind kind, std::uint32_t i, FlowedText flowed) {
  open_containers();
  const void* tag = flowed.text.empty() ? hint(i) : flowed.tag;
  Block& block = builder_.leaf(kind, source(tree_[i].source()), std::move(flowed.text),
                               std::move(flowed.spans));
  describe(block, i);
  give_role(block, tag);
}

void BlockWriter::open_containers() {
  for (; written_ < containers_.size(); ++written_) {
    const std::uint32_t i = containers_[written_];
    Block& block = builder_.open(tree_[i].element->block, source(tree_[i].source()));
    describe(block, i);
    give_role(block, hint(i));
  }
}

/// What the element's attributes say of its block.
void BlockWriter::describe(Block& block, std::uint32_t i) {
  const HtmlNode& node = tree_[i];
  switch (block.kind) {
    case BlockKind::heading:
      block.level = node.element->level;
      break;
    case BlockKind::list:
      block.ordered = node.name() == "ol";
      block.start = number(node.attribute("start"), 1);
      block.tight = is_tight(tree_, i);
      break;
    case BlockKind::item:
      block.task = task_of(tree_, i);
      break;
    case BlockKind::row:
      block.header = is_header_row(tree_, i) || tree_[node.parent].name() == "thead";
      break;
    case BlockKind::cell:
      block.header = node.name() == "th";
      block.align = align_of(node);
      break;
    case BlockKind::code:
      block.label = code_language(tree_, i);
      break;
    default:
      break;
  }
}

void BlockWriter::give_role(Block& block, const void* hint) {
  if (hint == nullptr) return;
  const auto& given = *static_cast<const RoleHint*>(hint);
  block.role = given.role;
  block.rule = given.rule;
  block.confidence = given.confidence;
}

void BlockWriter::add_image(std::uint32_t i) {
  std::string address = image_address(tree_, i);
  if (address.empty()) return;
  flow_.at(tree_[i].source(), hint(i));
  last_image_ = address;
  flow_.image(std::move(address), std::string(trim(tree_[i].attribute("alt"))),
              std::string(trim(tree_[i].attribute("title"))));
}

/// What a page shows where nothing loads its images late; not when it was found already.
void BlockWriter::add_fallback_images(std::uint32_t i) {
  for (std::uint32_t at = i + 1; at < tree_[i].end; ++at) {
    if (!tree_[at].is(ElementKind::image)) continue;
    if (image_address(tree_, at) != last_image_) add_image(at);
  }
}

}  // namespace

void write_blocks(const HtmlTree& tree, const RoleHints* hints, std::size_t offset,
                  DocumentBuilder& builder) {
  BlockWriter(tree, hints, offset, builder).run();
}

}  // namespace shuye
