#pragma once

#include "render/markup.h"
#include "render/parts.h"

namespace shuye {

/// Appends `text` with &, <, > and quotes as character references.
void append_escaped(std::string& out, std::string_view text);

/// Writes markup as HTML.
class HtmlWriter : public Markup {
 public:
  HtmlWriter() = default;
  explicit HtmlWriter(const Sink& sink) : parts_(sink) {}

  /// What is markup already.
  void raw(std::string_view html) { html_.append(html); }

  void open(std::string_view element, const Attributes& attributes) override;
  void close(std::string_view element) override;
  void empty(std::string_view element, const Attributes& attributes) override;
  void text(std::string_view text) override;
  void line() override;

  std::string take() { return parts_.take(); }
  void finish() { parts_.finish(); }  ///< gives the sink the rest

 private:
  Parts parts_;
  std::string& html_ = parts_.text;
};

}  // namespace shuye
