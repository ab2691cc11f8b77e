#include "render/article_markup.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "render/footnotes.h"
#include "render/inline_markup.h"
#include "shuye/clean.h"

namespace shuye {
namespace {

/// The article's title is the h1; its outline begins at h2.
constexpr std::array<std::string_view, 5> kHeadings = {"h2", "h3", "h4", "h5", "h6"};

class ArticleWriter {
 public:
  ArticleWriter(const Document& document, const View& view, Markup& out)
      : document_(document), view_(view), footnotes_(document, view), out_(out) {
    for (const OutlineEntry& entry : outline_of(document)) depths_[entry.block] = entry.depth;
  }

  void write() {
    Attributes attributes = {{"class", "shuye"}};
    if (view_.script != Script::none) {
      attributes.push_back({"lang", std::string(name_of(view_.script))});
    }
    out_.open("article", attributes);
    out_.line();
    header();
    for (BlockIndex i = 0; i < document_.blocks.size(); i = document_.blocks[i].end) {
      if (document_.blocks[i].kind != BlockKind::footnote) block(i);
    }
    footnotes();
    out_.close("article");
    out_.line();
  }

 private:
  // In the order in which the text refers to them; those that it never refers to come last.
  void element(std::string_view name, std::string_view class_name, std::string_view text) {
    if (text.empty()) return;
    out_.open(name, {{"class", std::string(class_name)}});
    out_.text(text);
    out_.close(name);
    out_.line();
  }

  void header() {
    const Metadata& metadata = view_.metadata;
    const bool byline = !metadata.authors.empty() || !metadata.editors.empty() ||
                        !metadata.publisher.empty() || !metadata.date.empty();
    if (metadata.title.empty() && metadata.subtitle.empty() && !byline) return;
    out_.open("header");
    out_.line();
    if (!metadata.title.empty()) {
      out_.open("h1");
      out_.text(metadata.title);
      out_.close("h1");
      out_.line();
    }
    element("p", "subtitle", metadata.subtitle);
    if (byline) {
      out_.open("p", {{"class", "byline"}});
      out_.line();
      for (const auto& author : metadata.authors) element("span", "author", author);
      for (const auto& editor : metadata.editors) element("span", "editor", editor);
      element("span", "publisher", metadata.publisher);
      if (!metadata.date.empty()) {
        out_.open("time", {{"datetime", metadata.date}});
        out_.text(metadata.date.substr(0, metadata.date.find('T')));
        out_.close("time");
        out_.line();
      }
      out_.close("p");
      out_.line();
    }
    out_.close("header");
    out_.line();
  }

  // Recursion is as deep as blocks nest: at most kMaxDepth.
  void children(BlockIndex parent) {
    for (BlockIndex i = parent + 1; i < document_.blocks[parent].end; i = document_.blocks[i].end) {
      block(i);
    }
  }

  void container(BlockIndex i, std::string_view name, const Attributes& attributes = {}) {
    out_.open(name, attributes);
    out_.line();
    children(i);
    out_.close(name);
    out_.line();
  }

  void text_of(BlockIndex i) { write_inline(view_, view_.blocks[i], footnotes_, out_); }

  /// A quotation in another script is named, for its fonts and for who reads it aloud.
  bool is_foreign(BlockIndex i) const { return view_.blocks[i].script != Script::none; }

  void add_language(BlockIndex i, Attributes& attributes) const {
    if (!is_foreign(i)) return;
    attributes.push_back({"lang", std::string(name_of(view_.blocks[i].script))});
  }

  void leaf(BlockIndex i, std::string_view name, Attributes attributes = {}) {
    const Role role = document_.blocks[i].role;
    if (role != Role::body) attributes.push_back({"class", std::string(name_of(role))});
    add_language(i, attributes);
    out_.open_block(i, name, attributes);
    text_of(i);
    out_.close(name);
    out_.line();
  }

  void block(BlockIndex i) {
    if (!view_.blocks[i].shown) return;
    const Block& block = document_.blocks[i];
    switch (block.kind) {
      case BlockKind::heading:
        heading(i);
        break;
      case BlockKind::paragraph:
        paragraph(i);
        break;
      case BlockKind::code:
        code(i);
        break;
      case BlockKind::cell:
        cell(i);
        break;
      case BlockKind::caption:
        leaf(i, "figcaption");
        break;
      case BlockKind::term:
        leaf(i, "dt");
        break;
      case BlockKind::rule:
        out_.empty("hr");
        out_.line();
        break;
      case BlockKind::quote:
        quote(i);
        break;
      case BlockKind::list:
        list(i);
        break;
      case BlockKind::item:
        item(i);
        break;
      case BlockKind::definition_list:
        container(i, "dl");
        break;
      case BlockKind::definition:
        container(i, "dd");
        break;
      case BlockKind::table:
        table(i);
        break;
      case BlockKind::row:
        container(i, "tr");
        break;
      case BlockKind::figure:
        container(i, "figure");
        break;
      case BlockKind::footnote:
        children(i);
        break;
    }
  }

  void quote(BlockIndex i) {
    const std::string& kind = document_.blocks[i].label;
    Attributes attributes;
    if (!kind.empty()) attributes.push_back({"class", "callout " + kind});
    container(i, "blockquote", attributes);
  }

  void heading(BlockIndex i) {
    const Block& block = document_.blocks[i];
    const auto depth = depths_.find(i);
    const std::size_t level = depth != depths_.end() ? depth->second : block.level;
    Attributes attributes;
    if (!block.label.empty()) attributes.push_back({"id", block.label});
    leaf(i, kHeadings[std::clamp<std::size_t>(level, 1, kHeadings.size()) - 1],
         std::move(attributes));
  }

  void paragraph(BlockIndex i) {
    const Block& block = document_.blocks[i];
    const BlockKind parent =
        block.parent == kNoBlock ? BlockKind::paragraph : document_.blocks[block.parent].kind;
    const bool tight = parent == BlockKind::item && in_tight_list(block.parent);
    if (block.role == Role::body && (tight || parent == BlockKind::figure)) {
      if (is_foreign(i)) return leaf(i, "span");
      out_.open_bare_block(i);
      text_of(i);
      out_.close_bare_block();
      out_.line();
    } else {
      Attributes attributes;
      if (block.header && block.role == Role::body) attributes.push_back({"class", "title"});
      leaf(i, "p", std::move(attributes));
    }
  }

  bool in_tight_list(BlockIndex item) const {
    const BlockIndex list = document_.blocks[item].parent;
    return list != kNoBlock && document_.blocks[list].tight;
  }

  void code(BlockIndex i) {
    const std::string& language = document_.blocks[i].label;
    out_.open("pre");
    Attributes attributes;
    if (!language.empty()) attributes.push_back({"class", "language-" + language});
    out_.open_block(i, "code", attributes);
    text_of(i);
    out_.close("code");
    out_.close("pre");
    out_.line();
  }

  void cell(BlockIndex i) {
    const Block& block = document_.blocks[i];
    Attributes attributes;
    if (block.align != Align::none) {
      attributes.push_back({"class", "align-" + std::string(name_of(block.align))});
    }
    add_language(i, attributes);
    const std::string_view name = block.header ? "th" : "td";
    out_.open_block(i, name, attributes);
    text_of(i);
    out_.close(name);
    out_.line();
  }

  void list(BlockIndex i) {
    const Block& block = document_.blocks[i];
    Attributes attributes;
    if (block.ordered && block.start != 1) {
      attributes.push_back({"start", std::to_string(block.start)});
    }
    container(i, block.ordered ? "ol" : "ul", attributes);
  }

  void item(BlockIndex i) {
    const Task task = document_.blocks[i].task;
    if (task == Task::none) return container(i, "li");
    out_.open("li", {{"class", "task"}});
    Attributes box = {{"type", "checkbox"}, {"disabled", ""}};
    if (task == Task::done) box.push_back({"checked", ""});
    out_.empty("input", box);
    out_.text(" ");
    children(i);
    out_.close("li");
    out_.line();
  }

  // Header rows stand first, in a thead of their own.
  void table(BlockIndex i) {
    out_.open("table");
    out_.line();
    std::string_view section;
    for (BlockIndex row = i + 1; row < document_.blocks[i].end; row = document_.blocks[row].end) {
      const std::string_view wanted = document_.blocks[row].header ? "thead" : "tbody";
      if (section != wanted && (section.empty() || wanted == "tbody")) {
        if (!section.empty()) end(section);
        section = wanted;
        out_.open(section);
        out_.line();
      }
      block(row);
    }
    if (!section.empty()) end(section);
    end("table");
  }

  void end(std::string_view name) {
    out_.close(name);
    out_.line();
  }

  void footnotes() {
    if (footnotes_.blocks().empty()) return;
    out_.open("section", {{"class", "footnotes"}});
    out_.line();
    out_.open("ol");
    out_.line();
    std::size_t number = 0;
    for (const BlockIndex footnote : footnotes_.blocks()) {
      container(footnote, "li", {{"id", "fn" + std::to_string(++number)}});
    }
    end("ol");
    end("section");
  }

  const Document& document_;
  const View& view_;
  const Footnotes footnotes_;
  Markup& out_;
  std::unordered_map<BlockIndex, std::uint8_t> depths_;
};

}  // namespace

void write_article(const Document& document, const View& view, Markup& out) {
  ArticleWriter(document, view, out).write();
}

}  // namespace shuye
