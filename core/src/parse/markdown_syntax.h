#pragma once

/// What people write in Markdown that CommonMark does not know, by its form alone: tags of site
/// generators, attribute lists, annotations (markdown_formula.h has the mathematics). Each function
/// looks at the beginning of one such thing and says how long it is; 0 when it is none. A look ends
/// at the latest where the next thing of its kind would begin, so that all looks at a text together
/// are linear.

#include <cstddef>
#include <string_view>

namespace shuye {

/// `{% … %}`, `{{< … >}}`, `{{% … %}}` or `{{ … }}` at `at`, without an empty line in it.
std::size_t tag_length(std::string_view text, std::size_t at);

/// `{: .class}`, `{:toc}`, `{#id .class}`, `{width=50%}` at `at`.
std::size_t attributes_length(std::string_view text, std::size_t at);

/// `{漢字|かんじ}` or `{漢字|かん|じ}` at `at`. Choices are none: `{是|否}`.
std::size_t annotation_length(std::string_view text, std::size_t at);

/// The length of the address that `text` begins with. To cmark-gfm an address goes on until a
/// space, which Chinese does not have. It ends before full-width punctuation, and before a Han
/// character right after a letter or digit (https://a.cn/x是…), but not after another sign
/// (https://zh.wikipedia.org/wiki/中国).
std::size_t address_length(std::string_view text);

/// Whether a line, without white space around it, is a mark of its own and no text: `:::tip 题`, a
/// single tag, an attribute list, `[toc]`.
bool is_mark_line(std::string_view line);

/// Whether such a line stands for a table of contents.
bool is_contents_mark(std::string_view line);

/// The number of colons of a container's mark, 0 when the line is none.
std::size_t container_colons(std::string_view line);

}  // namespace shuye
