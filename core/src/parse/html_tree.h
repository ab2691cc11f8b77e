#pragma once

/// The tree that the HTML parser (gumbo) makes of a page, as one vector in pre-order: what follows
/// reads it from left to right, without recursion, however deep it is.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

struct HtmlAttribute {
  std::string_view name;  ///< in lower case
  std::string_view value;
};

/// Small, since a page has a node for every few dozen bytes. What it refers to is valid as long as
/// the tree and the text that was parsed.
struct HtmlNode {
  std::uint32_t parent = 0;          ///< of the root: itself
  std::uint32_t end = 0;             ///< one past the last descendant
  const Element* element = nullptr;  ///< nullptr of text and of unknown elements

  /// In bytes of the text that was parsed; empty where nothing of it stands there.
  Range source() const { return {source_begin, source_end}; }

  /// In lower case, `?` of unknown elements; empty of text.
  std::string_view name() const {
    return element != nullptr ? element->name : is_text() ? std::string_view() : "?";
  }
  /// Of text: with its character references resolved.
  std::string_view text() const {
    return characters == nullptr ? "" : std::string_view(characters, size);
  }

  bool is_text() const { return characters != nullptr; }
  bool is(ElementKind kind) const { return element != nullptr && element->kind == kind; }

  /// Empty when there is none.
  std::string_view attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  /// In one pass over the attributes, unlike asking for each.
  Markings markings() const;

  std::uint32_t source_begin = 0;
  std::uint32_t source_end = 0;
  const char* characters = nullptr;           // of text
  const HtmlAttribute* attributes = nullptr;  // of elements
  std::uint32_t size = 0;                     // how many there are of either
};

/// Nodes in pieces of memory that stay where they are, so that they can grow where parts of the
/// parser's tree are released.
class HtmlNodes {
 public:
  void push_back(const HtmlNode& node) {
    if (size_ % kPiece == 0) pieces_.emplace_back(new HtmlNode[kPiece]);
    (*this)[size_++] = node;
  }

  HtmlNode& operator[](std::size_t index) { return pieces_[index / kPiece][index % kPiece]; }
  const HtmlNode& operator[](std::size_t index) const {
    return pieces_[index / kPiece][index % kPiece];
  }
  std::uint32_t size() const { return size_; }

 private:
  static constexpr std::uint32_t kPiece = 512;
  std::vector<std::unique_ptr<HtmlNode[]>> pieces_;
  std::uint32_t size_ = 0;
};

class HtmlTree {
 public:
  /// `html` has to live as long as the tree.
  explicit HtmlTree(std::string_view html);

  const HtmlNode& operator[](std::size_t index) const { return nodes_[index]; }
  std::uint32_t size() const { return nodes_.size(); }

  /// All text below a node, white space collapsed and trimmed.
  std::string text_of(std::uint32_t index) const;

 private:
  void complete_sources();

  std::string limited_;  // the text that gumbo read, where that is not the caller's
  std::vector<std::unique_ptr<char[]>> resolved_;  // texts that do not stand there as they are
  std::vector<std::unique_ptr<HtmlAttribute[]>> attributes_;
  HtmlNodes nodes_;
};

}  // namespace shuye
