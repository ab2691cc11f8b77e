#pragma once

#include "render/json_writer.h"
#include "render/markup.h"

namespace shuye {

/// Writes markup as JsonML (jsonml.org): `["p", {"class": "notice"}, "text", ["br"]]`. A page makes
/// nodes from it one by one, so nothing ever passes through a parser of markup. `data-block` says
/// which block's text an element holds; what has no element of its own gets a span. So does an
/// object that cannot be shown: each place in the text can be counted in the nodes.
class TreeWriter : public Markup {
 public:
  TreeWriter() = default;
  explicit TreeWriter(const Sink& sink) : json_(sink) {}

  void open(std::string_view element, const Attributes& attributes) override;
  void close(std::string_view element) override;
  void empty(std::string_view element, const Attributes& attributes) override;
  void text(std::string_view text) override;
  void lost_object(std::string_view words) override;
  void open_block(BlockIndex block, std::string_view element,
                  const Attributes& attributes) override;
  void open_bare_block(BlockIndex block) override { open_block(block, "span", {}); }
  void close_bare_block() override { close("span"); }
  void line() override {}

  std::string take() { return json_.take(); }
  void finish() { json_.finish(); }  ///< gives the sink the rest

 private:
  JsonWriter json_;
};

}  // namespace shuye
