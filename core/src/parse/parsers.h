#pragma once

/// The parsers that `parse` chooses between. Each appends the blocks and the metadata it finds to a
/// document; none of them fails.

#include <cstddef>
#include <string_view>

#include "parse/builder.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

/// `text` is what follows the front matter; `offset` is where it begins in the decoded text, so
/// that `Block::source` counts from there. Metadata that is already there (front matter) is kept.
/// `name` is `ParseOptions::name`.
SHUYE_APART void parse_markdown(std::string_view text, std::size_t offset, Document& document);
SHUYE_APART void parse_html(std::string_view text, std::size_t offset, std::string_view name,
                            Document& document);
SHUYE_APART void parse_plain(std::string_view text, std::size_t offset, Document& document);

/// HTML amid another format (an HTML block of Markdown): its blocks go where the builder stands. No
/// metadata and no roles come from it.
SHUYE_APART void parse_html_fragment(std::string_view html, std::size_t offset,
                                     DocumentBuilder& builder);

}  // namespace shuye
