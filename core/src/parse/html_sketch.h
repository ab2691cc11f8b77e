#pragma once

/// A sketch of a page: its boxes and paragraphs with how much there is to read in each, which is
/// all that finding the article asks for. Text that lies between boxes is made paragraphs of, and
/// boxes that hold nothing but one paragraph are taken for that paragraph, as Readability does.

#include <cstdint>
#include <vector>

#include "parse/html_measure.h"
#include "parse/html_names.h"
#include "parse/html_tree.h"

namespace shuye {

/// What is in a part of the page.
struct Tally {
  std::uint32_t length = 0;       ///< of its text, as `measure_text` has it
  std::uint32_t marks = 0;        ///< of punctuation
  std::uint32_t link_length = 0;  ///< of text that is a link
  std::uint32_t heading_length = 0;
  std::uint32_t list_length = 0;
  std::uint32_t paragraphs = 0;
  std::uint32_t images = 0;
  std::uint32_t items = 0;
  std::uint32_t inputs = 0;
  std::uint32_t embedded = 0;
  std::uint32_t textish = 0;  ///< elements that usually hold text and do
  std::uint32_t tables = 0;
  std::uint32_t rows = 0;
  std::uint32_t cells = 0;
  std::uint32_t data_cells = 0;  ///< `th` and other elements that only data has

  Tally& operator+=(const Tally& other);

  double link_density() const { return length == 0 ? 0 : 1.0 * link_length / length; }
};

struct SketchNode {
  std::uint32_t parent = 0;          ///< of the root: itself
  std::uint32_t end = 0;             ///< one past the last descendant
  std::uint32_t first = 0;           ///< the nodes of the page that it stands for
  std::uint32_t last = 0;            ///< one past them
  const Element* element = nullptr;  ///< what it counts as; nullptr of unknown elements
  Names names;                       ///< what its names say
  Tally own;                         ///< what is in it but in none of its children

  bool is(const char* name) const { return element != nullptr && element->name == name; }
  bool has(Trait trait) const { return element != nullptr && element->has(trait); }
};

class PageSketch {
 public:
  /// `names` holds what each node's names say. Nodes that `left_out` is set for are not in
  /// the sketch. Linear in the tree, without recursion.
  PageSketch(const HtmlTree& tree, const PageMeasure& measure, const std::vector<Names>& names,
             const std::vector<bool>& left_out);

  const std::vector<SketchNode>& nodes() const { return nodes_; }
  const SketchNode& operator[](std::size_t index) const { return nodes_[index]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  /// What is in each node with all its descendants.
  std::vector<Tally> totals() const;

  /// Adds what is in `node` to the total of what it stands in.
  void add_to_parent(std::uint32_t node, std::vector<Tally>& totals) const;

 private:
  friend class Sketcher;
  std::vector<SketchNode> nodes_;
};

}  // namespace shuye
