#pragma once

#include <string>
#include <vector>

#include "render/markup.h"

namespace shuye {

/// Writes the inline markup of one block as Markdown. Delimiters that CommonMark would not take as
/// such where they stand (`**重点：**后文`) become HTML elements, which mean the same.
class MarkdownInline : public Markup {
 public:
  /// `in_table`: pipes are escaped, and line breaks are elements.
  explicit MarkdownInline(bool in_table) : in_table_(in_table) {}

  void open(std::string_view element, const Attributes& attributes) override;
  void close(std::string_view element) override;
  void empty(std::string_view element, const Attributes& attributes) override;
  void text(std::string_view text) override;
  void line() override {}

  std::string take();

 private:
  /// A stretch of Markdown, or one half of a pair of delimiters.
  struct Piece {
    std::string markdown;
    std::string html;  // of a delimiter only: what stands for it where it would not work
    std::size_t partner = 0;
    bool opens = false;
  };

  void add(std::string markdown) { pieces_.push_back({std::move(markdown), {}, 0, false}); }
  bool works(std::size_t piece) const;
  char32_t character_before(std::size_t piece) const;
  char32_t character_after(std::size_t piece) const;

  std::vector<Piece> pieces_;
  std::vector<std::size_t> open_;     // pieces of elements, to be closed
  std::vector<std::string> targets_;  // of links, to be written when they close
  bool in_table_;
  bool in_code_ = false;
  bool in_math_ = false;
  bool in_reference_ = false;
};

}  // namespace shuye
