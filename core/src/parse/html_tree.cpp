#include "parse/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

#include "parse/arena.h"
#include "parse/html_condensed.h"
#include "parse/html_nesting.h"
#include "text/character.h"

namespace shuye {
namespace {

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

/// What gumbo allocates. It asks for the room of an element for every node, though most of them are
/// text and need half of that: what a node is stands in it when gumbo allocates the next piece.
class GumboMemory {
 public:
  GumboOptions options() {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* from, std::size_t size) {
      return static_cast<GumboMemory*>(from)->allocate(size);
    };
    options.deallocator = [](void* from, void* piece) {
      static_cast<GumboMemory*>(from)->release(piece);
    };
    options.userdata = this;
    options.max_errors = 0;
    return options;
  }

  void release(void* piece) {
    if (piece == last_) last_ = nullptr;
    arena_.release(piece);
  }
  void close() { arena_.close(); }

 private:
  void* allocate(std::size_t size) {
    constexpr std::size_t kSizeOfText = offsetof(GumboNode, v) + sizeof(GumboText);
    if (last_ != nullptr && holds_text(last_)) arena_.shorten(last_, kSizeOfText);
    void* piece = arena_.allocate(size);
    last_ = size == sizeof(GumboNode) ? piece : nullptr;
    if (last_ != nullptr) std::memset(last_, GUMBO_NODE_DOCUMENT, sizeof(NodeType));
    return piece;
  }

  /// A piece of the size of a node may be something else: no pointer and no text looks like a type.
  static bool holds_text(const void* piece) {
    NodeType type = 0;
    std::memcpy(&type, piece, sizeof(type));
    return type >= GUMBO_NODE_TEXT && type <= GUMBO_NODE_WHITESPACE;  // and comments
  }

  using NodeType = std::underlying_type_t<GumboNodeType>;
  static_assert(offsetof(GumboNode, type) == 0);

  Arena arena_;
  void* last_ = nullptr;  // the piece that was allocated last, if it may be a node
};

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

/// Rows of things that stay where they are: texts that do not stand in the source as they are, the
/// attributes of elements.
template <typename T>
class Rows {
 public:
  explicit Rows(std::vector<std::unique_ptr<T[]>>& chunks) : chunks_(chunks) {}

  /// Room for a row.
  T* add(std::size_t size) {
    constexpr std::size_t kChunk = (std::size_t{1} << 14) / sizeof(T);
    if (size > left_) {
      left_ = std::max(size, chunks_.empty() ? kChunk / 16 : kChunk);
      next_ = chunks_.emplace_back(new T[left_]).get();
    }
    left_ -= size;
    return std::exchange(next_, next_ + size);
  }

 private:
  std::vector<std::unique_ptr<T[]>>& chunks_;
  T* next_ = nullptr;
  std::size_t left_ = 0;
};

/// Reads gumbo's tree of a condensed page and releases what it has read: both together would be
/// several times as large as the page.
class Reader {
 public:
  Reader(GumboMemory& memory, Rows<char> resolved, Rows<HtmlAttribute> attributes,
         CondensedHtml& page)
      : memory_(memory), resolved_(resolved), attributes_(attributes), page_(page) {}

  HtmlNodes read(GumboNode& root);

 private:
  HtmlNode text(const GumboText& text);
  HtmlNode element(const GumboElement& element);
  void release(GumboNode& node);
  std::string_view keep(std::string_view made, std::string_view source);
  std::string_view keep(std::string_view made);
  Range range(const GumboStringPiece& piece);
  void end(HtmlNode& node, const GumboElement& element);

  static void set_source(HtmlNode& node, Range source) {
    node.source_begin = static_cast<std::uint32_t>(source.begin);
    node.source_end = static_cast<std::uint32_t>(source.end);
  }

  GumboMemory& memory_;
  Rows<char> resolved_;
  Rows<HtmlAttribute> attributes_;
  CondensedHtml& page_;
  std::string restored_;
};

/// As it stands in the page, where it does.
std::string_view Reader::keep(std::string_view made, std::string_view source) {
  if (made == source) return source.empty() ? source : page_.original(source);
  return keep(made);
}

std::string_view Reader::keep(std::string_view made) {
  const std::string_view text = page_.restore(made, restored_);
  char* kept = resolved_.add(text.size());
  std::copy(text.begin(), text.end(), kept);
  return {kept, text.size()};
}

Range Reader::range(const GumboStringPiece& piece) {
  const auto at = static_cast<std::size_t>(piece.data - page_.text().data());
  const std::size_t begin = page_.original(at);
  return {begin, page_.original(at + piece.length)};
}

/// As far as its end tag, which is asked for when what stands before it is read: then places come
/// in their order.
void Reader::end(HtmlNode& node, const GumboElement& element) {
  if (element.original_tag.data == nullptr || element.original_end_tag.data == nullptr) return;
  const auto end = static_cast<std::uint32_t>(range(element.original_end_tag).end);
  node.source_end = std::max(node.source_end, end);
}

HtmlNode Reader::text(const GumboText& text) {
  HtmlNode made;
  const std::string_view whole = text.text;
  const Range source = range(text.original_text);
  const std::string_view kept =
      whole == view(text.original_text) ? page_.original(source) : keep(whole);
  made.characters = kept.data();
  made.size = static_cast<std::uint32_t>(kept.size());
  set_source(made, source);
  return made;
}

HtmlNode Reader::element(const GumboElement& element) {
  HtmlNode made;
  made.element = element_of(element);
  if (element.original_tag.data != nullptr) set_source(made, range(element.original_tag));
  made.size = element.attributes.length;
  HtmlAttribute* attributes = attributes_.add(made.size);
  made.attributes = attributes;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    std::string_view value = view(attribute.original_value);
    if (!value.empty() && (value.front() == '"' || value.front() == '\'')) {
      value = value.substr(1, value.size() < 2 ? 0 : value.size() - 2);
    }
    attributes[i] = {keep(attribute.name, view(attribute.original_name)),
                     keep(attribute.value, value)};
  }
  return made;
}

void Reader::release(GumboNode& node) {
  if (is_text(node)) {
    memory_.release(const_cast<char*>(node.v.text.text));
  } else if (is_element(node)) {
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
      auto* attribute = static_cast<GumboAttribute*>(attributes.data[i]);
      memory_.release(const_cast<char*>(attribute->name));
      memory_.release(const_cast<char*>(attribute->value));
      memory_.release(attribute);
    }
    if (attributes.capacity > 0) memory_.release(attributes.data);
    const GumboVector& children = node.v.element.children;
    if (children.capacity > 0) memory_.release(children.data);
  }
  memory_.release(&node);
}

HtmlNodes Reader::read(GumboNode& root) {
  struct Open {
    GumboNode* node;
    std::uint32_t index;
    unsigned next_child;
  };
  HtmlNodes nodes;
  memory_.close();
  nodes.push_back(element(root.v.element));
  std::vector<Open> open{{&root, 0, 0}};
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child == children.length) {
      nodes[top.index].end = nodes.size();
      end(nodes[top.index], top.node->v.element);
      release(*top.node);
      open.pop_back();
      continue;
    }
    auto& child = *static_cast<GumboNode*>(children.data[top.next_child++]);
    if (!is_text(child) && !is_element(child)) continue;
    const std::uint32_t index = nodes.size();
    HtmlNode made = is_text(child) ? text(child.v.text) : element(child.v.element);
    made.parent = top.index;
    made.end = index + 1;
    nodes.push_back(made);
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
  GumboMemory memory;
  const GumboOptions parsing = memory.options();
  const std::string_view text = page.text();
  const GumboOutput* output = gumbo_parse_with_options(&parsing, text.data(), text.size());
  nodes_ = Reader(memory, Rows(resolved_), Rows(attributes_), page).read(*output->root);
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
