#pragma once

/// The tree that the HTML parser (gumbo) makes of a page, as one vector in pre-order: what follows
/// reads it from left to right, without recursion, however deep it is.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/arena.h"
#include "parse/html_elements.h"
#include "shuye/document.h"

namespace shuye {

/// The attributes that say what an element is for. Empty and false where there is none.
struct Markings {
  std::string_view class_name;
  std::string_view id;
  std::string_view style;
  std::string_view role;
  std::string_view rel;
  std::string_view itemprop;
  std::string_view href;
  bool hidden = false;
  bool aria_hidden = false;
};

struct HtmlNode {
  std::uint32_t parent = 0;          ///< of the root: itself
  std::uint32_t end = 0;             ///< one past the last descendant
  std::string_view name;             ///< in lower case, `?` of unknown elements; empty of text
  std::string_view text;             ///< of text: with its character references resolved
  const Element* element = nullptr;  ///< nullptr of text and of unknown elements
  const void* attributes = nullptr;
  Range source;  ///< in bytes of the text that was parsed; empty where nothing of it stands there

  bool is_text() const { return name.empty(); }
  bool is(ElementKind kind) const { return element != nullptr && element->kind == kind; }

  /// Empty when there is none. Valid as long as the tree.
  std::string_view attribute(const char* name) const;
  bool has_attribute(const char* name) const;
  /// In one pass over the attributes, unlike asking for each.
  Markings markings() const;
};

class HtmlTree {
 public:
  explicit HtmlTree(std::string_view html);

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](std::size_t index) const { return nodes_[index]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  /// All text below a node, white space collapsed and trimmed.
  std::string text_of(std::uint32_t index) const;

 private:
  void complete_sources();

  std::string limited_;  // the text that gumbo read, where that is not the caller's
  Arena arena_;          // what gumbo made, as long as its texts are asked for
  std::vector<HtmlNode> nodes_;
};

}  // namespace shuye
