#include "render/tree_writer.h"

namespace shuye {

void TreeWriter::open(std::string_view element, const Attributes& attributes) {
  json_.begin_array();
  json_.string(element);
  if (attributes.empty()) return;
  json_.begin_object();
  for (const Attribute& attribute : attributes) json_.key(attribute.name).string(attribute.value);
  json_.end_object();
}

void TreeWriter::open_block(BlockIndex block, std::string_view element,
                            const Attributes& attributes) {
  Attributes with_block = attributes;
  with_block.push_back({"data-block", std::to_string(block)});
  open(element, with_block);
}

void TreeWriter::close(std::string_view /*element*/) { json_.end_array(); }

void TreeWriter::empty(std::string_view element, const Attributes& attributes) {
  open(element, attributes);
  json_.end_array();
}

void TreeWriter::text(std::string_view text) {
  if (!text.empty()) json_.string(text);
}

void TreeWriter::lost_object(std::string_view words) {
  open("span", {{"class", "object"}});
  text(words);
  json_.end_array();
}

}  // namespace shuye
