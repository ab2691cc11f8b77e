#include "parse/html_nesting.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "parse/html_elements.h"

namespace shuye {
namespace {

constexpr std::size_t kMaxAttributes = 256;    // of one tag; they are compared with each other
constexpr std::size_t kMaxFormatting = 16;     // formatting elements open at once
constexpr std::size_t kMaxElements = 1000000;  // that all tags together may make
constexpr std::size_t kLongestName = 16;

template <std::size_t n>
bool one_of(std::string_view name, const std::string_view (&names)[n]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// Elements without an end tag, and those that the next one of their kind ends: they do not nest by
/// themselves.
bool is_flat(std::string_view name) {
  constexpr std::string_view kFlat[] = {
      "area",  "base",   "br",    "col",   "embed", "hr",   "img",  "input", "link",   "meta",
      "param", "source", "track", "wbr",   "p",     "li",   "dt",   "dd",    "option", "tr",
      "td",    "th",     "thead", "tbody", "tfoot", "html", "head", "body",  "caption"};
  return one_of(name, kFlat);
}

/// Elements whose content is text up to their end tag.
bool is_raw(std::string_view name) {
  constexpr std::string_view kRaw[] = {"script", "style",  "textarea", "title",
                                       "xmp",    "iframe", "noembed",  "noframes"};
  return one_of(name, kRaw);
}

/// Elements that are opened again after what they stood in has ended.
bool is_formatting(std::string_view name) {
  constexpr std::string_view kFormatting[] = {"a",      "b",      "big",  "code", "em",
                                              "font",   "i",      "nobr", "s",    "small",
                                              "strike", "strong", "tt",   "u"};
  return one_of(name, kFormatting);
}

/// Elements that an end tag inside them does not look beyond.
bool is_barrier(std::string_view name) {
  constexpr std::string_view kBarriers[] = {"table", "template", "object", "marquee", "applet"};
  return one_of(name, kBarriers);
}

bool is_cell(std::string_view name) { return name == "td" || name == "th" || name == "caption"; }

/// Where HTML begins again inside of SVG or MathML.
bool is_integration_point(std::string_view name) {
  constexpr std::string_view kPoints[] = {
      "foreignobject", "desc", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"};
  return one_of(name, kPoints);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;         // one past the `>`
  std::size_t name_end = 0;    // where the attributes begin
  std::size_t attributes = 0;  // at most so many
  std::string name;            // in lower case; of longer names the beginning
  std::uint32_t hash = 0;      // of the whole name
  bool closing = false;
  bool self_closing = false;
};

/// The tag at a `<` that is followed by a letter, or by a slash and a letter.
Tag read_tag(std::string_view html, std::size_t begin) {
  Tag tag;
  tag.begin = begin;
  std::size_t at = begin + 1;
  tag.closing = html[at] == '/';
  if (tag.closing) ++at;
  tag.hash = 2166136261U;
  for (; at < html.size() && !is_blank(html[at]) && html[at] != '>' && html[at] != '/'; ++at) {
    const char c = lower(html[at]);
    tag.hash = (tag.hash ^ static_cast<unsigned char>(c)) * 16777619U;
    if (tag.name.size() < kLongestName) tag.name += c;
  }
  tag.name_end = at;
  bool between = true;
  char before = 0;
  while (at < html.size() && html[at] != '>') {
    const char c = html[at];
    if ((c == '"' || c == '\'') && before == '=') {
      const std::size_t close = html.find(c, at + 1);
      at = close == std::string_view::npos ? html.size() : close + 1;
      between = true;
      before = c;
      continue;
    }
    const bool parts = is_blank(c) || c == '/';
    if (!parts && between) ++tag.attributes;
    between = parts;
    if (!is_blank(c)) before = c;
    ++at;
  }
  tag.self_closing = before == '/';
  tag.end = std::min(at + 1, html.size());
  return tag;
}

class Limiter {
 public:
  explicit Limiter(std::string_view html) : html_(html) {}

  std::optional<std::string> run() {
    std::size_t at = 0;
    while ((at = html_.find('<', at)) != std::string_view::npos) at = pass(at);
    return std::move(limited_);
  }

 private:
  struct Open {
    std::uint32_t hash = 0;
    bool formatting = false;
    bool block = false;
    bool barrier = false;
    bool foreign = false;  // what is inside is SVG or MathML
    bool removed = false;
    std::size_t formatting_outside = 0;  // of a table
  };

  /// Passes over what begins at a `<`.
  std::size_t pass(std::size_t at) {
    const std::size_t after = at + 1;
    if (after >= html_.size()) return html_.size();
    if (html_.substr(at, 4) == "<!--") return after_next("-->", at + 2);
    const bool closing = html_[after] == '/';
    const std::size_t name = closing ? after + 1 : after;
    if (name >= html_.size() || !is_letter(html_[name])) {
      const bool comment = closing || html_[after] == '!' || html_[after] == '?';
      return comment ? after_next(">", after) : after;
    }
    const Tag tag = read_tag(html_, at);
    elements_ += 1 + formatting_;
    if (tag.attributes > kMaxAttributes) erase(tag.name_end, tag.end - 1);
    if (is_raw(tag.name)) return tag.closing ? tag.end : after_raw(tag);
    if (tag.closing ? !close(tag) : !open(tag)) erase(tag.begin, tag.end);
    return tag.end;
  }

  std::size_t after_next(std::string_view what, std::size_t at) const {
    const std::size_t found = html_.find(what, at);
    return found == std::string_view::npos ? html_.size() : found + what.size();
  }

  std::size_t after_raw(const Tag& tag) const {
    std::size_t at = tag.end;
    while ((at = html_.find("</", at)) != std::string_view::npos) {
      const std::string_view name = html_.substr(at + 2, tag.name.size());
      if (std::equal(name.begin(), name.end(), tag.name.begin(), tag.name.end(),
                     [](char a, char b) { return lower(a) == b; })) {
        return at;
      }
      at += 2;
    }
    return html_.size();
  }

  /// False when the tag is to go.
  bool open(const Tag& tag) {
    if (elements_ > kMaxElements) return false;
    if (is_cell(tag.name)) formatting_ = 0;
    if (is_flat(tag.name)) return true;
    const bool in_foreign = !open_.empty() && open_.back().foreign;
    if (in_foreign && tag.self_closing) return true;
    Open made;
    made.hash = tag.hash;
    made.formatting = is_formatting(tag.name);
    made.barrier = is_barrier(tag.name);
    const Element* element = find_element(tag.name);
    made.block = made.barrier || (element != nullptr && element->is_block());
    made.foreign =
        (in_foreign && !is_integration_point(tag.name)) || tag.name == "svg" || tag.name == "math";
    made.formatting_outside = formatting_;
    made.removed =
        open_.size() >= kMaxElementDepth || (made.formatting && formatting_ >= kMaxFormatting);
    if (made.formatting && !made.removed) ++formatting_;
    open_.push_back(made);
    return !made.removed;
  }

  bool close(const Tag& tag) {
    if (is_cell(tag.name)) formatting_ = 0;
    if (is_flat(tag.name)) return elements_ <= kMaxElements;
    const bool formatting = is_formatting(tag.name);
    const Element* element = find_element(tag.name);
    const bool block = is_barrier(tag.name) || (element != nullptr && element->is_block());
    std::size_t at = open_.size();
    const std::size_t stop = at > kMaxElementDepth ? at - kMaxElementDepth : 0;
    while (at > stop && open_[at - 1].hash != tag.hash) {
      const Open& other = open_[at - 1];
      if (other.barrier || (!formatting && !block && other.block)) return true;  // closes nothing
      --at;
    }
    if (at == stop) return elements_ <= kMaxElements;
    const Open closed = open_[at - 1];
    if (formatting) {
      // What was opened inside stays open.
      if (!closed.removed && formatting_ > 0) --formatting_;
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at - 1));
    } else {
      if (tag.name == "table") formatting_ = closed.formatting_outside;
      open_.resize(at - 1);
    }
    return !closed.removed;
  }

  void erase(std::size_t begin, std::size_t end) {
    if (!limited_) limited_.emplace(html_);
    std::fill(limited_->begin() + static_cast<std::ptrdiff_t>(begin),
              limited_->begin() + static_cast<std::ptrdiff_t>(end), '\n');
  }

  std::string_view html_;
  std::optional<std::string> limited_;
  std::vector<Open> open_;
  std::size_t formatting_ = 0;
  std::size_t elements_ = 0;
};

}  // namespace

std::optional<std::string> limit_nesting(std::string_view html) { return Limiter(html).run(); }

}  // namespace shuye
