#include "parse/html_elements.h"

#include <cstddef>

#include "text/name_index.h"

namespace shuye {
namespace {

template <std::size_t n>
constexpr bool one_of(std::string_view name, const std::string_view (&names)[n]) {
  for (const std::string_view one : names) {
    if (one == name) return true;
  }
  return false;
}

// The sets are Readability's.
constexpr std::uint16_t traits_of(std::string_view name) {
  constexpr std::string_view kPhrasingNames[] = {
      "abbr",   "audio",    "b",    "bdo",      "br",     "button",   "cite",     "code",
      "data",   "dfn",      "em",   "embed",    "i",      "img",      "input",    "kbd",
      "label",  "mark",     "math", "meter",    "object", "noscript", "datalist", "output",
      "q",      "progress", "ruby", "samp",     "script", "select",   "small",    "span",
      "strong", "sub",      "sup",  "textarea", "time",   "var",      "wbr",      "font"};
  constexpr std::string_view kAround[] = {"a", "del", "ins"};
  constexpr std::string_view kScoredNames[] = {"section", "h2", "h3", "h4", "h5",
                                               "h6",      "p",  "td", "pre"};
  constexpr std::string_view kPartNames[] = {"blockquote", "dl",  "div",   "img", "ol",
                                             "p",          "pre", "table", "ul"};
  constexpr std::string_view kHeadings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  constexpr std::string_view kDataCells[] = {"caption", "col", "colgroup", "tfoot", "thead", "th"};
  std::uint16_t traits = 0;
  if (one_of(name, kPhrasingNames)) traits |= kPhrasing;
  if (one_of(name, kAround)) traits |= kPhrasingAround;
  if (one_of(name, kScoredNames)) traits |= kScored;
  if (one_of(name, kPartNames)) traits |= kParts | kTextish;
  if (name == "span" || name == "li" || name == "td" || name == "font") traits |= kTextish;
  if (one_of(name, kHeadings)) traits |= kHeading;
  if (name == "ul" || name == "ol") traits |= kList;
  if (name == "object" || name == "embed" || name == "iframe") traits |= kEmbedded;
  if (name == "input" || name == "textarea" || name == "select" || name == "button") {
    traits |= kFormField;
  }
  if (one_of(name, kDataCells)) traits |= kDataCell;
  return traits;
}

constexpr std::int8_t weight_of(std::string_view name) {
  constexpr std::string_view kLists[] = {"address", "ol", "ul", "dl", "dd", "dt", "li", "form"};
  if (name == "div") return 5;
  if (name == "pre" || name == "td" || name == "blockquote") return 3;
  if (one_of(name, kLists)) return -3;
  return (traits_of(name) & kHeading) != 0 || name == "th" ? -5 : 0;
}

constexpr Element element(std::string_view name, ElementKind kind, SpanKind span, BlockKind block,
                          std::uint8_t level = 0) {
  return {name, kind, span, block, level, traits_of(name), weight_of(name)};
}
constexpr Element span(std::string_view name, SpanKind kind) {
  return element(name, ElementKind::span, kind, BlockKind::paragraph);
}
constexpr Element inline_element(std::string_view name, ElementKind kind) {
  return element(name, kind, SpanKind::strong, BlockKind::paragraph);
}
constexpr Element leaf(std::string_view name, BlockKind kind, std::uint8_t level = 0) {
  return element(name, ElementKind::leaf, SpanKind::strong, kind, level);
}
constexpr Element container(std::string_view name, BlockKind kind) {
  return element(name, ElementKind::container, SpanKind::strong, kind);
}
constexpr Element division(std::string_view name) {
  return inline_element(name, ElementKind::division);
}
constexpr Element hidden(std::string_view name) {
  return inline_element(name, ElementKind::hidden);
}
constexpr Element transparent(std::string_view name) {
  return inline_element(name, ElementKind::transparent);
}

constexpr Element kElements[] = {
    span("a", SpanKind::link),
    transparent("abbr"),
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
    transparent("bdi"),
    transparent("bdo"),
    transparent("big"),
    container("blockquote", BlockKind::quote),
    division("body"),
    inline_element("br", ElementKind::line_break),
    division("button"),
    hidden("canvas"),
    leaf("caption", BlockKind::caption),
    division("center"),
    transparent("cite"),
    span("code", SpanKind::code),
    hidden("col"),
    hidden("colgroup"),
    transparent("data"),
    hidden("datalist"),
    container("dd", BlockKind::definition),
    span("del", SpanKind::strikethrough),
    division("details"),
    transparent("dfn"),
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
    transparent("font"),
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
    transparent("label"),
    division("legend"),
    container("li", BlockKind::item),
    inline_element("link", ElementKind::metadata),
    leaf("listing", BlockKind::code),
    division("main"),
    hidden("map"),
    span("mark", SpanKind::mark),
    transparent("math"),
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
    transparent("output"),
    leaf("p", BlockKind::paragraph),
    hidden("param"),
    transparent("picture"),
    leaf("pre", BlockKind::code),
    hidden("progress"),
    transparent("q"),
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
    transparent("span"),
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
    transparent("time"),
    inline_element("title", ElementKind::metadata),
    container("tr", BlockKind::row),
    hidden("track"),
    span("tt", SpanKind::code),
    span("u", SpanKind::underline),
    container("ul", BlockKind::list),
    transparent("var"),
    hidden("video"),
    inline_element("wbr", ElementKind::soft_break),
    leaf("xmp", BlockKind::code),
};

constexpr NameIndex kIndex(kElements);

}  // namespace

const Element* find_element(std::string_view name) { return kIndex.find(name); }

}  // namespace shuye
