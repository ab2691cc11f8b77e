#include "parse/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "parse/html_nesting.h"
#include "text/character.h"

namespace shuye {
namespace {

GumboOptions options(Arena& arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* from, std::size_t size) {
    return static_cast<Arena*>(from)->allocate(size);
  };
  options.deallocator = [](void* from, void* piece) { static_cast<Arena*>(from)->release(piece); };
  options.userdata = &arena;
  options.max_errors = 0;
  return options;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

/// What stands between the first character of the start tag and the last of the end tag.
Range source_of(const GumboElement& element, const char* begin) {
  const GumboStringPiece& start = element.original_tag;
  const GumboStringPiece& end = element.original_end_tag;
  Range range;
  if (start.data != nullptr) {
    range.begin = static_cast<std::size_t>(start.data - begin);
    range.end = range.begin + start.length;
  }
  if (start.data != nullptr && end.data != nullptr) {
    range.end = std::max(range.end, static_cast<std::size_t>(end.data - begin) + end.length);
  }
  return range;
}

Range source_of(const GumboText& text, const char* begin) {
  const auto at = static_cast<std::size_t>(text.original_text.data - begin);
  return {at, at + text.original_text.length};
}

/// gumbo numbers the elements it knows; of the others only the tag itself tells the name.
const Element* element_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    // `title` or `a` in a drawing is something else.
    const bool foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
    if (foreign && element.tag != GUMBO_TAG_SVG && element.tag != GUMBO_TAG_ANNOTATION_XML) {
      return nullptr;
    }
    return find_element(gumbo_normalized_tagname(element.tag));
  }
  GumboStringPiece tag = element.original_tag;
  if (tag.data == nullptr) return nullptr;
  gumbo_tag_from_original_text(&tag);
  constexpr std::size_t kLongest = 16;
  if (tag.length > kLongest) return nullptr;
  std::string name(tag.data, tag.length);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return find_element(name);
}

HtmlNode to_node(const GumboNode& node, const char* begin) {
  HtmlNode made;
  if (is_text(node)) {
    made.text = node.v.text.text;
    made.source = source_of(node.v.text, begin);
    return made;
  }
  const GumboElement& element = node.v.element;
  made.element = element_of(element);
  made.name = made.element == nullptr ? "?" : made.element->name;
  made.attributes = &element.attributes;
  made.source = source_of(element, begin);
  return made;
}

/// How many nodes there are at most.
std::size_t count(const GumboNode& root) {
  std::size_t nodes = 1;
  std::vector<const GumboNode*> left{&root};
  while (!left.empty()) {
    const GumboVector& children = left.back()->v.element.children;
    left.pop_back();
    nodes += children.length;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (is_element(*child)) left.push_back(child);
    }
  }
  return nodes;
}

std::vector<HtmlNode> read(const GumboNode& root, const char* begin) {
  struct Open {
    const GumboNode* node;
    std::uint32_t index;
    unsigned next_child;
  };
  std::vector<HtmlNode> nodes;
  nodes.reserve(count(root));
  nodes.push_back(to_node(root, begin));
  std::vector<Open> open{{&root, 0, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child == children.length) {
      nodes[top.index].end = static_cast<std::uint32_t>(nodes.size());
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(children.data[top.next_child++]);
    if (!is_text(child) && !is_element(child)) continue;
    const auto index = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(to_node(child, begin));
    nodes.back().parent = top.index;
    nodes.back().end = index + 1;
    if (is_element(child)) open.push_back({&child, index, 0});
  }
  return nodes;
}

}  // namespace

std::string_view HtmlNode::attribute(const char* wanted) const {
  if (attributes == nullptr) return {};
  const GumboAttribute* found =
      gumbo_get_attribute(static_cast<const GumboVector*>(attributes), wanted);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlNode::has_attribute(const char* wanted) const {
  return attributes != nullptr &&
         gumbo_get_attribute(static_cast<const GumboVector*>(attributes), wanted) != nullptr;
}

Markings HtmlNode::markings() const {
  Markings found;
  if (attributes == nullptr) return found;
  const auto& all = *static_cast<const GumboVector*>(attributes);
  for (unsigned i = 0; i < all.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(all.data[i]);
    const std::string_view name = attribute.name;
    const std::string_view value = attribute.value;
    if (name == "class") found.class_name = value;
    if (name == "id") found.id = value;
    if (name == "style") found.style = value;
    if (name == "role") found.role = value;
    if (name == "rel") found.rel = value;
    if (name == "itemprop") found.itemprop = value;
    if (name == "href") found.href = value;
    if (name == "hidden") found.hidden = true;
    if (name == "aria-hidden") found.aria_hidden = value == "true";
  }
  return found;
}

HtmlTree::HtmlTree(std::string_view html) {
  if (std::optional<std::string> limited = limit_nesting(html)) {
    limited_ = *std::move(limited);
    html = limited_;
  }
  const GumboOptions parsing = options(arena_);
  const GumboOutput* output = gumbo_parse_with_options(&parsing, html.data(), html.size());
  nodes_ = read(*output->root, html.data());
  complete_sources();
}

void HtmlTree::complete_sources() {
  // Elements that the parser implied and end tags that are not there: as far as what is inside.
  for (std::uint32_t i = size(); i-- > 1;) {
    const Range& inner = nodes_[i].source;
    Range& outer = nodes_[nodes_[i].parent].source;
    if (inner.end == 0) continue;
    if (outer.end == 0) {
      outer = inner;
    } else {
      outer = {std::min(outer.begin, inner.begin), std::max(outer.end, inner.end)};
    }
  }
}

std::string HtmlTree::text_of(std::uint32_t index) const {
  std::string text;
  bool space = false;
  for (std::uint32_t i = index; i < nodes_[index].end; ++i) {
    for (const char c : nodes_[i].text) {
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        space = true;
        continue;
      }
      if (space && !text.empty()) text += ' ';
      space = false;
      text += c;
    }
  }
  return std::string(trim(text));
}

}  // namespace shuye
