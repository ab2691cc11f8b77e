#pragma once

/// Where the renderer writes elements to. One description of an article (article_markup) becomes
/// HTML or JsonML, depending on what it is written to.

#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye {

struct Attribute {
  std::string_view name;
  std::string value;
};
using Attributes = std::vector<Attribute>;

class Markup {
 public:
  Markup() = default;
  Markup(const Markup&) = delete;
  Markup& operator=(const Markup&) = delete;
  virtual ~Markup() = default;

  virtual void open(std::string_view element, const Attributes& attributes = {}) = 0;
  virtual void close(std::string_view element) = 0;
  /// An element without content: br, hr, img, input.
  virtual void empty(std::string_view element, const Attributes& attributes = {}) = 0;
  virtual void text(std::string_view text) = 0;
  /// An object of the text, one character of it, that cannot be shown; the words in its place, if
  /// there are any.
  virtual void lost_object(std::string_view words) { text(words); }
  /// An element that holds the text of a block, and such a text without an element of its own. What
  /// is written to may say which block it is.
  virtual void open_block(BlockIndex /*block*/, std::string_view element,
                          const Attributes& attributes) {
    open(element, attributes);
  }
  virtual void open_bare_block(BlockIndex /*block*/) {}
  virtual void close_bare_block() {}
  /// Where a person would begin a new line.
  virtual void line() = 0;
};

}  // namespace shuye
