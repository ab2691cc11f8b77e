#pragma once

/// What the tags of site generators mean to a reader. They are read and never run: Jekyll's and
/// Hexo's
/// `{% … %}`, Hugo's `{{< … >}}` and `{{% … %}}`, Liquid's `{{ … }}`, and the containers of
/// VuePress and Docusaurus (`:::`).

#include <cstdint>
#include <string>
#include <string_view>

namespace shuye {

enum class TagKind : std::uint8_t {
  unknown,  ///< says something that is not known here
  dropped,  ///< a matter of the site
  image,    ///< `address`, `text` its alternative, `caption`
  link,     ///< `address` and `text`
  text,     ///< `text` stands in its place
  callout,  ///< opens one: `text` is its title, `callout` its kind
  quote,    ///< opens a quotation: `text` says whose it is
  code,     ///< opens code: `text` is the language
  end,      ///< closes what the tag of the same name opened
};

struct Tag {
  TagKind kind = TagKind::unknown;
  std::string name;  ///< without `end` or `/`
  std::string address;
  std::string text;
  std::string caption;
  std::string_view callout;
};

/// `tag` is what `tag_length` or `container_colons` found, the whole of it.
Tag read_tag(std::string_view tag);

/// The kind of callout of that name, in any case: `note`, `tip`, `important`, `warning` or
/// `caution`; empty when nobody calls one so.
std::string_view callout_named(std::string_view name);

/// An address without tags: what they would have been, as far as that can be said.
std::string without_tags(std::string_view address);

}  // namespace shuye
