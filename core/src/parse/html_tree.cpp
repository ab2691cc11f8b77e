#include "parse/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "parse/arena.h"
#include "parse/html_condensed.h"
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

std::string_view view(const GumboStringPiece& piece) {
  return piece.data == nullptr ? std::string_view() : std::string_view(piece.data, piece.length);
}

/// What the tree takes, counted so that its vectors are as large as they have to be.
struct Counts {
  std::size_t nodes = 1;
  std::size_t attributes = 0;
};

Counts count(const GumboNode& root) {
  Counts counts;
  std::vector<const GumboNode*> left{&root};
  while (!left.empty()) {
    const GumboElement& element = left.back()->v.element;
    left.pop_back();
    counts.nodes += element.children.length;
    counts.attributes += element.attributes.length;
    for (unsigned i = 0; i < element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      if (is_element(*child)) left.push_back(child);
    }
  }
  return counts;
}

/// Texts that do not stand in the source as they are.
class Resolved {
 public:
  explicit Resolved(std::vector<std::unique_ptr<char[]>>& chunks) : chunks_(chunks) {}

  std::string_view keep(std::string_view text) {
    constexpr std::size_t kChunk = std::size_t{1} << 14;
    if (text.size() > left_) {
      left_ = std::max(text.size(), chunks_.empty() ? kChunk / 16 : kChunk);
      next_ = chunks_.emplace_back(new char[left_]).get();
    }
    char* to = next_;
    if (!text.empty()) std::memcpy(to, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {to, text.size()};
  }

 private:
  std::vector<std::unique_ptr<char[]>>& chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

/// Reads gumbo's tree of a condensed page and releases what it has read: both together would be
/// several times as large as the page.
class Reader {
 public:
  Reader(Arena& arena, Resolved& resolved, std::vector<HtmlAttribute>& attributes,
         CondensedHtml& page)
      : arena_(arena), resolved_(resolved), attributes_(attributes), page_(page) {}

  std::vector<HtmlNode> read(GumboNode& root);

 private:
  HtmlNode text(const GumboText& text);
  HtmlNode element(const GumboElement& element);
  void release(GumboNode& node);
  std::string_view keep(std::string_view made, std::string_view source);
  Range range(const GumboStringPiece& piece);
  Range source_of(const GumboElement& element);

  static void set_source(HtmlNode& node, Range source) {
    node.source_begin = static_cast<std::uint32_t>(source.begin);
    node.source_end = static_cast<std::uint32_t>(source.end);
  }

  Arena& arena_;
  Resolved& resolved_;
  std::vector<HtmlAttribute>& attributes_;  // as large as they will be: nodes point into them
  CondensedHtml& page_;
  std::string restored_;
};

/// As it stands in the page, where it does.
std::string_view Reader::keep(std::string_view made, std::string_view source) {
  if (made == source) return source.empty() ? source : page_.original(source);
  return resolved_.keep(page_.restore(made, restored_));
}

Range Reader::range(const GumboStringPiece& piece) {
  const auto at = static_cast<std::size_t>(piece.data - page_.text().data());
  const std::size_t begin = page_.original(at);
  return {begin, page_.original(at + piece.length)};
}

/// What stands between the first character of the start tag and the last of the end tag.
Range Reader::source_of(const GumboElement& element) {
  if (element.original_tag.data == nullptr) return {};
  Range source = range(element.original_tag);
  if (element.original_end_tag.data != nullptr) {
    source.end = std::max(source.end, range(element.original_end_tag).end);
  }
  return source;
}

HtmlNode Reader::text(const GumboText& text) {
  HtmlNode made;
  const std::string_view kept = keep(text.text, view(text.original_text));
  made.characters = kept.data();
  made.size = static_cast<std::uint32_t>(kept.size());
  set_source(made, range(text.original_text));
  return made;
}

HtmlNode Reader::element(const GumboElement& element) {
  HtmlNode made;
  made.element = element_of(element);
  made.attributes = attributes_.data() + attributes_.size();
  made.size = element.attributes.length;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    std::string_view value = view(attribute.original_value);
    if (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
      value = value.substr(1, value.size() < 2 ? 0 : value.size() - 2);
    }
    attributes_.push_back(
        {keep(attribute.name, view(attribute.original_name)), keep(attribute.value, value)});
  }
  set_source(made, source_of(element));
  return made;
}

void Reader::release(GumboNode& node) {
  if (is_text(node)) {
    arena_.release(const_cast<char*>(node.v.text.text));
  } else if (is_element(node)) {
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
      auto* attribute = static_cast<GumboAttribute*>(attributes.data[i]);
      arena_.release(const_cast<char*>(attribute->name));
      arena_.release(const_cast<char*>(attribute->value));
      arena_.release(attribute);
    }
    if (attributes.capacity > 0) arena_.release(attributes.data);
    const GumboVector& children = node.v.element.children;
    if (children.capacity > 0) arena_.release(children.data);
  }
  arena_.release(&node);
}

std::vector<HtmlNode> Reader::read(GumboNode& root) {
  struct Open {
    GumboNode* node;
    std::uint32_t index;
    unsigned next_child;
  };
  const Counts counts = count(root);
  std::vector<HtmlNode> nodes;
  nodes.reserve(counts.nodes);
  attributes_.reserve(counts.attributes);
  arena_.close();
  nodes.push_back(element(root.v.element));
  std::vector<Open> open{{&root, 0, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child == children.length) {
      nodes[top.index].end = static_cast<std::uint32_t>(nodes.size());
      release(*top.node);
      open.pop_back();
      continue;
    }
    auto& child = *static_cast<GumboNode*>(children.data[top.next_child++]);
    if (!is_text(child) && !is_element(child)) continue;
    const auto index = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(is_text(child) ? text(child.v.text) : element(child.v.element));
    nodes.back().parent = top.index;
    nodes.back().end = index + 1;
    if (is_element(child)) {
      open.push_back({&child, index, 0});
    } else {
      release(child);
    }
  }
  return nodes;
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view wanted) const {
  if (attributes == nullptr) return {};
  for (const HtmlAttribute* at = attributes; at != attributes + size; ++at) {
    if (at->name == wanted) return at->value;
  }
  return {};
}

bool HtmlNode::has_attribute(std::string_view wanted) const {
  if (attributes == nullptr) return false;
  return std::any_of(attributes, attributes + size,
                     [&](const HtmlAttribute& attribute) { return attribute.name == wanted; });
}

Markings HtmlNode::markings() const {
  Markings found;
  if (attributes == nullptr) return found;
  for (const HtmlAttribute* at = attributes; at != attributes + size; ++at) {
    const auto [name, value] = *at;
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
  CondensedHtml page(html);
  Arena arena;
  const GumboOptions parsing = options(arena);
  const std::string_view text = page.text();
  const GumboOutput* output = gumbo_parse_with_options(&parsing, text.data(), text.size());
  Resolved resolved(resolved_);
  nodes_ = Reader(arena, resolved, attributes_, page).read(*output->root);
  complete_sources();
}

void HtmlTree::complete_sources() {
  // Elements that the parser implied and end tags that are not there: as far as what is inside.
  for (std::uint32_t i = size(); i-- > 1;) {
    const HtmlNode& inner = nodes_[i];
    HtmlNode& outer = nodes_[inner.parent];
    if (inner.source_end == 0) continue;
    outer.source_begin = outer.source_end == 0 ? inner.source_begin
                                               : std::min(outer.source_begin, inner.source_begin);
    outer.source_end = std::max(outer.source_end, inner.source_end);
  }
}

std::string HtmlTree::text_of(std::uint32_t index) const {
  std::string text;
  bool space = false;
  for (std::uint32_t i = index; i < nodes_[index].end; ++i) {
    for (const char c : nodes_[i].text()) {
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
