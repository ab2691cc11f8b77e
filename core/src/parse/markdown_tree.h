#pragma once

/// cmark-gfm's tree of a Markdown text, with what an extension of ours adds to it. cmark-gfm knows
/// where code, raw HTML and addresses are, so that what looks like a tag or a formula there is
/// none.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "parse/markdown_source.h"
#include "parse/markdown_tags.h"

struct cmark_node;

namespace shuye {

struct MarkdownTreeState;

/// A line that is a mark of its own: a tag, one end of a container, an attribute list, `[toc]`.
struct MarkdownMark {
  Tag tag;
  std::string text;     ///< as it stood in the source, without white space around it
  bool paired = false;  ///< both ends of what it opens or closes stand in one container
};

/// What an inline node of the extension is.
enum class InlineKind : char {
  none = 0,
  math = '$',        ///< `InlineNode::text` is the formula with its dollar signs
  tag = '%',         ///< the tag
  attributes = ':',  ///< the attribute list
  annotation = '|',  ///< `{漢字|かんじ}`
  verbatim = 'v',    ///< the text between `{% raw %}` and `{% endraw %}`
};

struct InlineNode {
  InlineKind kind = InlineKind::none;
  std::string_view text;  ///< stand-ins of `MarkdownSource` included
};

class MarkdownTree {
 public:
  explicit MarkdownTree(const MarkdownSource& source);
  ~MarkdownTree();
  MarkdownTree(const MarkdownTree&) = delete;
  MarkdownTree& operator=(const MarkdownTree&) = delete;

  /// Parses the text and gives away its blocks, those that stand in no other, one by one. Each is
  /// freed when it was read; the one behind it is there already. A leaf (a paragraph, a heading, a
  /// cell) has nothing in it until it is completed: the inline nodes of a long text need several
  /// times its memory.
  using ReadBlock = std::function<void(cmark_node* block)>;
  void read(const ReadBlock& read_block);

  /// Parses what stands in a leaf; whether that was to be done.
  bool complete(cmark_node* node) const;

  /// Frees what is not asked for any more once a node was read: what stands in a leaf, and items
  /// and rows altogether.
  static void release(cmark_node* node);

  /// Of a text node. (cmark-gfm's own function makes a copy of it.)
  static std::string_view text(cmark_node* node);

  /// The mark that a custom block is.
  const MarkdownMark& mark(cmark_node* node) const;

  /// Whether a code block is a formula between lines of `$$`.
  static bool is_formula(cmark_node* node);

  /// Whether emphasis is what stands between two `==`.
  static bool is_mark(cmark_node* emphasis);

  /// What a custom inline is.
  static InlineNode inline_node(cmark_node* node);

 private:
  void finish();

  std::unique_ptr<MarkdownTreeState> state_;
  int options_;
};

}  // namespace shuye
