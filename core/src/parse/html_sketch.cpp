#include "parse/html_sketch.h"

#include <algorithm>

#include "parse/html_measure.h"
#include "parse/html_names.h"

namespace shuye {

Tally& Tally::operator+=(const Tally& other) {
  length += other.length;
  marks += other.marks;
  link_length += other.link_length;
  heading_length += other.heading_length;
  list_length += other.list_length;
  paragraphs += other.paragraphs;
  images += other.images;
  items += other.items;
  inputs += other.inputs;
  embedded += other.embedded;
  textish += other.textish;
  tables += other.tables;
  rows += other.rows;
  cells += other.cells;
  data_cells += other.data_cells;
  return *this;
}

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace

/// Builds a sketch. Where the page has text between boxes, or behind two line breaks, a paragraph
/// is opened that the page does not have.
class Sketcher {
 public:
  Sketcher(const HtmlTree& tree, const PageMeasure& measure, const std::vector<Names>& names,
           const std::vector<bool>& left_out, std::vector<SketchNode>& nodes)
      : tree_(tree),
        measure_(measure),
        names_(names),
        left_out_(left_out),
        nodes_(nodes),
        paragraph_(find_element("p")),
        division_(find_element("div")),
        phrasing_(tree.size()),
        until_(tree.size()) {}

  void run() {
    find_phrasing();
    read_children(0);
    open(0, tree_[0].end, tree_[0].element, names_[0]);
    for (std::uint32_t i = 1; i < tree_.size();) {
      close_until(i);
      i = enter(i);
    }
    close_until(tree_.size());
  }

 private:
  struct Open {
    std::uint32_t node;  // of the sketch
    std::uint32_t last;  // of the page
  };
  /// What a box counts as.
  struct Reading {
    const Element* as = nullptr;
    bool opens = true;  // false: its only paragraph stands for it
    Names names;
  };

  void find_phrasing();
  std::uint32_t enter(std::uint32_t i);
  void open(std::uint32_t first, std::uint32_t last, const Element* as, const Names& names);
  void close_until(std::uint32_t i);
  void add_text(std::uint32_t i);
  void count(const HtmlNode& node);
  void count_hidden(const HtmlNode& node);
  Reading read_children(std::uint32_t box);
  Reading reading_of_division(std::uint32_t box, unsigned paragraphs, std::uint32_t paragraph,
                              unsigned others, std::uint32_t other);
  bool is_break_chain(std::uint32_t i, std::uint32_t end) const;
  bool has_break_chain(std::uint32_t box) const;
  bool is_linked(std::uint32_t i) const;

  bool holds_parts(std::uint32_t i) const {
    return measure_.between(i + 1, tree_[i].end).parts > 0;
  }

  const HtmlTree& tree_;
  const PageMeasure& measure_;
  const std::vector<Names>& names_;
  const std::vector<bool>& left_out_;
  std::vector<SketchNode>& nodes_;
  const Element* paragraph_;
  const Element* division_;
  std::vector<bool> phrasing_;        // whether a node may stand in a paragraph
  std::vector<std::uint32_t> until_;  // where a paragraph that begins at a node ends; 0: none does
  std::vector<Open> open_;
};

void Sketcher::find_phrasing() {
  for (std::uint32_t i = tree_.size(); i-- > 0;) {
    const HtmlNode& node = tree_[i];
    phrasing_[i] = node.is_text() || (node.element != nullptr && node.element->has(kPhrasing));
    if (node.element == nullptr || !node.element->has(kPhrasingAround)) continue;
    bool all = true;
    for (std::uint32_t at = i + 1; at < node.end && all; at = tree_[at].end) all = phrasing_[at];
    phrasing_[i] = all;
  }
}

/// Passes over a node, or opens it; where to go on.
std::uint32_t Sketcher::enter(std::uint32_t i) {
  const HtmlNode& node = tree_[i];
  if (until_[i] != 0) open(i, until_[i], paragraph_, {});
  if (left_out_[i]) return node.end;
  if (node.is_text()) {
    add_text(i);
    return i + 1;
  }
  if (shows_nothing(node)) {
    count_hidden(node);
    return node.end;
  }
  count(node);
  const bool may_be_cut = names_[i].say(kShare) || node.name() == "button";
  if (phrasing_[i] && !holds_parts(i) && !may_be_cut) return i + 1;
  const Reading reading = read_children(i);
  if (reading.opens) open(i, node.end, reading.as, reading.names);
  return i + 1;
}

void Sketcher::open(std::uint32_t first, std::uint32_t last, const Element* as,
                    const Names& names) {
  SketchNode made;
  made.parent = open_.empty() ? 0 : open_.back().node;
  made.first = first;
  made.last = last;
  made.element = as;
  made.names = names;
  open_.push_back({static_cast<std::uint32_t>(nodes_.size()), last});
  nodes_.push_back(made);
}

void Sketcher::close_until(std::uint32_t i) {
  while (!open_.empty() && open_.back().last <= i) {
    nodes_[open_.back().node].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
  }
}

void Sketcher::add_text(std::uint32_t i) {
  Tally& own = nodes_[open_.back().node].own;
  const PageMeasure::Sums sums = measure_.of(i);
  own.length += sums.length;
  own.marks += sums.marks;
  own.link_length += sums.link_length;
}

void Sketcher::count(const HtmlNode& node) {
  if (node.element == nullptr) return;
  Tally& own = nodes_[open_.back().node].own;
  const Element& element = *node.element;
  own.images += element.kind == ElementKind::image ? 1 : 0;
  own.items += node.name() == "li" ? 1 : 0;
  own.tables += node.name() == "table" ? 1 : 0;
  own.rows += node.name() == "tr" ? 1 : 0;
  own.cells += node.name() == "td" ? 1 : 0;
  own.data_cells += element.has(kDataCell) ? 1 : 0;
  // Of boxes, `add_to_parent` counts those with text.
  own.textish += element.has(kTextish) && element.has(kPhrasing) ? 1 : 0;
}

void Sketcher::count_hidden(const HtmlNode& node) {
  if (node.element == nullptr) return;
  Tally& own = nodes_[open_.back().node].own;
  own.inputs += node.name() == "input" ? 1 : 0;
  own.embedded += node.element->has(kEmbedded) ? 1 : 0;
  own.data_cells += node.element->has(kDataCell) ? 1 : 0;
}

/// Whether the `br` at `i` is followed by another one.
bool Sketcher::is_break_chain(std::uint32_t i, std::uint32_t end) const {
  for (std::uint32_t at = i + 1; at < end; at = tree_[at].end) {
    if (tree_[at].is(ElementKind::line_break)) return true;
    if (!tree_[at].is_text() || !is_blank(tree_[at].text())) return false;
  }
  return false;
}

bool Sketcher::has_break_chain(std::uint32_t box) const {
  const std::uint32_t end = tree_[box].end;
  for (std::uint32_t i = box + 1; i < end; i = tree_[i].end) {
    if (tree_[i].is(ElementKind::line_break) && is_break_chain(i, end)) return true;
  }
  return false;
}

/// Whether a quarter of the text or more is links.
bool Sketcher::is_linked(std::uint32_t i) const {
  const PageMeasure::Sums sums = measure_.of(i);
  return sums.link_length * 4 >= sums.length;
}

/// Finds the paragraphs among the children of a box.
Sketcher::Reading Sketcher::read_children(std::uint32_t box) {
  const std::uint32_t end = tree_[box].end;
  Reading reading{tree_[box].element, true, names_[box]};
  if (reading.as == paragraph_ && has_break_chain(box)) reading.as = division_;
  bool runs = reading.as == division_;  // whether text here is a paragraph
  std::uint32_t begin = 0;              // of the paragraph
  std::uint32_t last = 0;               // one past what is no white space in it
  unsigned paragraphs = 0;
  std::uint32_t paragraph = 0;
  unsigned others = 0;
  std::uint32_t other = 0;
  const auto close = [&] {
    if (begin != 0) {
      until_[begin] = last;
      paragraph = begin;
      ++paragraphs;
    }
    begin = 0;
  };
  for (std::uint32_t i = box + 1; i < end; i = tree_[i].end) {
    const HtmlNode& node = tree_[i];
    const bool breaks = node.is(ElementKind::line_break);
    if (breaks && is_break_chain(i, end)) {
      close();
      runs = true;
    } else if (shows_nothing(node)) {
      continue;
    } else if (!phrasing_[i]) {
      close();
      runs = reading.as == division_;
      other = i;
      ++others;
    } else if (runs && !breaks && !(node.is_text() && is_blank(node.text()))) {
      if (begin == 0) begin = i;
      last = node.end;
    }
  }
  close();
  if (reading.as != division_) return reading;
  return reading_of_division(box, paragraphs, paragraph, others, other);
}

Sketcher::Reading Sketcher::reading_of_division(std::uint32_t box, unsigned paragraphs,
                                                std::uint32_t paragraph, unsigned others,
                                                std::uint32_t other) {
  Reading reading{division_, true, names_[box]};
  if (paragraphs == 1 && others == 0 && !is_linked(box)) {
    until_[paragraph] = 0;
    return {paragraph_, true, {static_cast<std::uint16_t>(names_[box].says & kShare), 0}};
  }
  if (paragraphs != 0) return reading;
  if (others == 1 && tree_[other].element == paragraph_ && !has_break_chain(other)) {
    reading.opens = is_linked(box);
  } else if (others != 0 && !holds_parts(box)) {
    reading.as = paragraph_;
  }
  return reading;
}

PageSketch::PageSketch(const HtmlTree& tree, const PageMeasure& measure,
                       const std::vector<Names>& names, const std::vector<bool>& left_out) {
  Sketcher(tree, measure, names, left_out, nodes_).run();
}

void PageSketch::add_to_parent(std::uint32_t node, std::vector<Tally>& totals) const {
  const SketchNode& made = nodes_[node];
  Tally adds = totals[node];
  if (made.has(kHeading)) adds.heading_length = adds.length;
  if (made.has(kList)) adds.list_length += adds.length;
  if (made.is("p")) ++adds.paragraphs;
  if (made.has(kTextish) && adds.length > 0) ++adds.textish;
  totals[made.parent] += adds;
}

std::vector<Tally> PageSketch::totals() const {
  std::vector<Tally> totals(nodes_.size());
  for (std::uint32_t i = 0; i < size(); ++i) totals[i] = nodes_[i].own;
  for (std::uint32_t i = size(); i-- > 1;) add_to_parent(i, totals);
  return totals;
}

}  // namespace shuye
