#pragma once

#include "render/markup.h"

namespace shuye {

/// Appends `text` with &, <, > and quotes as character references.
void append_escaped(std::string& out, std::string_view text);

/// Writes markup as HTML.
class HtmlWriter : public Markup {
 public:
  void open(std::string_view element, const Attributes& attributes) override;
  void close(std::string_view element) override;
  void empty(std::string_view element, const Attributes& attributes) override;
  void text(std::string_view text) override;
  void line() override;

  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

}  // namespace shuye
