#include "parse/builder.h"
#include "parse/html_blocks.h"
#include "parse/html_metadata.h"
#include "parse/html_names.h"
#include "parse/html_roles.h"
#include "parse/html_tree.h"
#include "parse/parsers.h"

namespace shuye {

void parse_html(std::string_view text, std::size_t offset, std::string_view name,
                Document& document) {
  const HtmlTree tree(text);
  NameReader names;
  const RoleHints hints(tree, names);
  DocumentBuilder builder(document, offset + text.size());
  write_blocks(tree, &hints, offset, builder);
  builder.finish();
  read_metadata(tree, names, name, document);
}

void parse_html_fragment(std::string_view html, std::size_t offset, DocumentBuilder& builder) {
  const HtmlTree tree(html);
  write_blocks(tree, nullptr, offset, builder);
}

}  // namespace shuye
