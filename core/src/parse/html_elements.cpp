#include "parse/html_elements.h"

#include <algorithm>
#include <iterator>

namespace shuye {
namespace {

constexpr Element span(std::string_view name, SpanKind kind) {
  return {name, ElementKind::span, kind, BlockKind::paragraph, 0};
}
constexpr Element inline_element(std::string_view name, ElementKind kind) {
  return {name, kind, SpanKind::strong, BlockKind::paragraph, 0};
}
constexpr Element leaf(std::string_view name, BlockKind kind, std::uint8_t level = 0) {
  return {name, ElementKind::leaf, SpanKind::strong, kind, level};
}
constexpr Element container(std::string_view name, BlockKind kind) {
  return {name, ElementKind::container, SpanKind::strong, kind, 0};
}
constexpr Element division(std::string_view name) {
  return inline_element(name, ElementKind::division);
}
constexpr Element hidden(std::string_view name) {
  return inline_element(name, ElementKind::hidden);
}

// Sorted by name.
constexpr Element kElements[] = {
    span("a", SpanKind::link),
    division("address"),
    hidden("annotation"),
    hidden("annotation-xml"),
    hidden("applet"),
    hidden("area"),
    division("article"),
    division("aside"),
    hidden("audio"),
    span("b", SpanKind::strong),
    inline_element("base", ElementKind::metadata),
    container("blockquote", BlockKind::quote),
    division("body"),
    inline_element("br", ElementKind::line_break),
    division("button"),
    hidden("canvas"),
    leaf("caption", BlockKind::caption),
    division("center"),
    span("code", SpanKind::code),
    hidden("col"),
    hidden("colgroup"),
    hidden("datalist"),
    container("dd", BlockKind::definition),
    span("del", SpanKind::strikethrough),
    division("details"),
    division("dialog"),
    division("dir"),
    division("div"),
    container("dl", BlockKind::definition_list),
    leaf("dt", BlockKind::term),
    span("em", SpanKind::emphasis),
    hidden("embed"),
    division("fieldset"),
    leaf("figcaption", BlockKind::caption),
    container("figure", BlockKind::figure),
    division("footer"),
    division("form"),
    hidden("frame"),
    hidden("frameset"),
    leaf("h1", BlockKind::heading, 1),
    leaf("h2", BlockKind::heading, 2),
    leaf("h3", BlockKind::heading, 3),
    leaf("h4", BlockKind::heading, 4),
    leaf("h5", BlockKind::heading, 5),
    leaf("h6", BlockKind::heading, 6),
    inline_element("head", ElementKind::metadata),
    division("header"),
    division("hgroup"),
    inline_element("hr", ElementKind::rule),
    division("html"),
    span("i", SpanKind::emphasis),
    hidden("iframe"),
    inline_element("img", ElementKind::image),
    hidden("input"),
    span("ins", SpanKind::underline),
    span("kbd", SpanKind::keyboard),
    division("legend"),
    container("li", BlockKind::item),
    inline_element("link", ElementKind::metadata),
    leaf("listing", BlockKind::code),
    division("main"),
    hidden("map"),
    span("mark", SpanKind::mark),
    container("menu", BlockKind::list),
    inline_element("meta", ElementKind::metadata),
    hidden("meter"),
    division("nav"),
    hidden("noembed"),
    hidden("noframes"),
    inline_element("noscript", ElementKind::fallback),
    hidden("object"),
    container("ol", BlockKind::list),
    hidden("optgroup"),
    hidden("option"),
    leaf("p", BlockKind::paragraph),
    hidden("param"),
    inline_element("picture", ElementKind::transparent),
    leaf("pre", BlockKind::code),
    hidden("progress"),
    inline_element("rp", ElementKind::ruby_paren),
    inline_element("rt", ElementKind::ruby_text),
    hidden("rtc"),
    inline_element("ruby", ElementKind::ruby),
    span("s", SpanKind::strikethrough),
    span("samp", SpanKind::keyboard),
    hidden("script"),
    division("search"),
    division("section"),
    hidden("select"),
    span("small", SpanKind::small),
    hidden("source"),
    span("strike", SpanKind::strikethrough),
    span("strong", SpanKind::strong),
    hidden("style"),
    span("sub", SpanKind::subscript),
    division("summary"),
    span("sup", SpanKind::superscript),
    hidden("svg"),
    container("table", BlockKind::table),
    inline_element("tbody", ElementKind::table_part),
    leaf("td", BlockKind::cell),
    hidden("template"),
    hidden("textarea"),
    inline_element("tfoot", ElementKind::table_part),
    leaf("th", BlockKind::cell),
    inline_element("thead", ElementKind::table_part),
    inline_element("title", ElementKind::metadata),
    container("tr", BlockKind::row),
    hidden("track"),
    span("tt", SpanKind::code),
    span("u", SpanKind::underline),
    container("ul", BlockKind::list),
    hidden("video"),
    inline_element("wbr", ElementKind::soft_break),
    leaf("xmp", BlockKind::code),
};

constexpr bool in_order() {
  for (std::size_t i = 1; i < std::size(kElements); ++i) {
    if (kElements[i - 1].name >= kElements[i].name) return false;
  }
  return true;
}
static_assert(in_order(), "find_element searches by halves");

}  // namespace

const Element* find_element(std::string_view name) {
  const Element* found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const Element& element, std::string_view wanted) { return element.name < wanted; });
  return found != std::end(kElements) && found->name == name ? found : nullptr;
}

}  // namespace shuye
