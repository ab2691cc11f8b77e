#pragma once

/// What our extension of cmark-gfm knows while a text is parsed, and its calls: of blocks in
/// markdown_tree_blocks.cpp, of what stands in them in markdown_tree_inlines.cpp. Only those and
/// markdown_tree.cpp include this, and with it cmark-gfm's insides.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <table.h>

extern "C" {
#include <chunk.h>
#include <inlines.h>
#include <node.h>
#include <parser.h>
#include <syntax_extension.h>
}

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/markdown_tree.h"

namespace shuye {

// Where a word stands next. The places that are asked for only grow, so that all searches together
// pass the text once.
class Finder {
 public:
  explicit Finder(std::string word) : word_(std::move(word)) {}

  const std::string& word() const { return word_; }

  std::size_t next(std::string_view text, std::size_t from) {
    if (searched_ && (found_ == std::string_view::npos || found_ >= from)) return found_;
    searched_ = true;
    return found_ = text.find(word_, from);
  }

 private:
  std::string word_;
  std::size_t found_ = 0;
  bool searched_ = false;
};

struct LineRange {
  int first = 0;
  int last = 0;
};

struct OpenMark {
  std::size_t mark = 0;
  std::size_t colons = 0;
  cmark_node* parent = nullptr;
  int line = 0;
};

struct MarkdownTreeState {
  explicit MarkdownTreeState(const MarkdownSource& text) : source(text) {}

  const MarkdownSource& source;
  cmark_syntax_extension* extension = nullptr;
  cmark_syntax_extension* autolink = nullptr;
  cmark_parser* parser = nullptr;
  cmark_map* references = nullptr;  // what the link references of the text name
  cmark_node* root = nullptr;

  std::vector<MarkdownMark> marks;
  std::vector<OpenMark> open_marks;  // whose end has not come yet

  std::string code_name;     // of the tag whose code is being read
  bool block_ended = false;  // the code or formula that is being read has had its last line

  bool is_raw = false;
  std::vector<LineRange> raw_lines;  // between `{% raw %}` and `{% endraw %}`

  const char* text_without_raw_end = nullptr;

  // The bare address that was measured last.
  const char* address_text = nullptr;
  std::size_t address_begin = 0;
  std::size_t address_end = 0;

  std::string_view formula_end;  // of the formula that is being read
  Finder dollars{"$$"};
  Finder bracket{"\\]"};
  Finder brackets{"\\\\]"};
  std::vector<Finder> code_ends;
};

inline MarkdownTreeState& state_of(cmark_syntax_extension* extension) {
  return *static_cast<MarkdownTreeState*>(cmark_syntax_extension_get_private(extension));
}

cmark_node* open_block(cmark_syntax_extension* extension, int indented, cmark_parser* parser,
                       cmark_node* parent, unsigned char* input, int length);

/// Whether the line belongs to what an earlier one opened.
int continue_block(cmark_syntax_extension* extension, cmark_parser* parser, unsigned char* input,
                   int length, cmark_node* node);

/// Whether the end of something may come that makes another thing of what was parsed: of a callout,
/// of raw text. Forgets marks whose ends cannot come any more, since their containers are closed.
bool awaits_end(MarkdownTreeState& state);

cmark_node* read_inline(cmark_syntax_extension* extension, cmark_parser* parser, cmark_node* parent,
                        unsigned char character, cmark_inline_parser* inline_parser);

/// Makes a mark of what stands between two `==`.
delimiter* close_mark(cmark_syntax_extension* extension, cmark_parser* parser,
                      cmark_inline_parser* inline_parser, delimiter* opener, delimiter* closer);

}  // namespace shuye
