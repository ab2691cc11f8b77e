#pragma once

#include "render/json_writer.h"
#include "render/markup.h"

namespace shuye {

/// Writes markup as JsonML (jsonml.org): `["p", {"class": "notice"}, "text", ["br"]]`. A page makes
/// nodes from it one by one, so nothing ever passes through a parser of markup.
class TreeWriter : public Markup {
 public:
  void open(std::string_view element, const Attributes& attributes) override;
  void close(std::string_view element) override;
  void empty(std::string_view element, const Attributes& attributes) override;
  void text(std::string_view text) override;
  void line() override {}

  std::string take() { return json_.take(); }

 private:
  JsonWriter json_;
};

}  // namespace shuye
