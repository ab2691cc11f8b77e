#include <algorithm>
#include <unordered_map>
#include <utility>

#include "render/footnotes.h"
#include "render/inline_markup.h"
#include "render/json_writer.h"
#include "render/markdown_inline.h"
#include "render/parts.h"
#include "render/plain.h"
#include "shuye/clean.h"
#include "shuye/render.h"

namespace shuye {
namespace {

/// YAML 1.2 takes JSON's strings and lists as they are.
void append_field(std::string& out, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  JsonWriter json;
  json.string(value);
  out.append(name).append(": ").append(json.take()).append("\n");
}

void append_field(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  JsonWriter json;
  json.begin_array();
  for (const auto& value : values) json.string(value);
  json.end_array();
  out.append(name).append(": ").append(json.take()).append("\n");
}

std::string front_matter(const Metadata& metadata) {
  std::string fields;
  append_field(fields, "title", metadata.title);
  append_field(fields, "subtitle", metadata.subtitle);
  append_field(fields, "authors", metadata.authors);
  append_field(fields, "editors", metadata.editors);
  append_field(fields, "publisher", metadata.publisher);
  append_field(fields, "date", metadata.date);
  append_field(fields, "url", metadata.url);
  append_field(fields, "description", metadata.description);
  append_field(fields, "keywords", metadata.keywords);
  append_field(fields, "tags", metadata.tags);
  append_field(fields, "categories", metadata.categories);
  append_field(fields, "image", metadata.image);
  return fields.empty() ? fields : "---\n" + fields + "---\n\n";
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Document& document, const View& view, Parts& parts)
      : document_(document), view_(view), footnotes_(document, view), parts_(parts) {
    for (const OutlineEntry& entry : outline_of(document)) depths_[entry.block] = entry.depth;
  }

  void write() {
    out_ = front_matter(view_.metadata);
    for (BlockIndex i = 0; i < document_.blocks.size(); i = document_.blocks[i].end) {
      if (document_.blocks[i].kind != BlockKind::footnote) block(i);
    }
    std::size_t number = 0;
    for (const BlockIndex footnote : footnotes_.blocks()) {
      begin();
      out_ += "[^" + std::to_string(++number) + "]: ";
      inside("    ", footnote);
    }
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

 private:
  /// Begins a block: a new line, and an empty one before it unless the list is tight or the
  /// container has just begun.
  void begin() {
    if (fresh_ || out_.empty()) {
      fresh_ = false;
      return;
    }
    if (out_.back() != '\n') new_line();
    if (!tight_) {
      while (!out_.empty() && out_.back() == ' ') out_.pop_back();
      if (!out_.ends_with("\n\n") || !prefix_.empty()) new_line();
    }
  }

  /// A line with nothing on it but its prefix ends without spaces; those of code stay.
  void new_line() {
    const bool empty = std::string_view(out_).substr(out_.rfind('\n') + 1) == prefix_;
    while (empty && !out_.empty() && out_.back() == ' ') out_.pop_back();
    out_ += "\n" + prefix_;
    // What begins a block looks back over the end of the last line.
    if (out_.size() >= kPartBytes)
      parts_.pass(out_.size() - out_.rfind('\n', out_.rfind('\n') - 1));
  }

  void lines(std::string_view text) {
    for (;;) {
      const std::size_t end = text.find('\n');
      out_.append(text.substr(0, end));
      if (end == std::string_view::npos) return;
      new_line();
      text.remove_prefix(end + 1);
    }
  }

  /// The children of a container whose first line has begun already.
  void inside(std::string_view prefix, BlockIndex parent, bool tight = false) {
    const std::size_t length = prefix_.size();
    const bool was_tight = tight_;
    prefix_ += prefix;
    tight_ = tight;
    fresh_ = true;
    children(parent);
    fresh_ = false;
    tight_ = was_tight;
    prefix_.resize(length);
  }

  void children(BlockIndex parent) {
    for (BlockIndex i = parent + 1; i < document_.blocks[parent].end; i = document_.blocks[i].end) {
      block(i);
    }
  }

  std::string inline_text(BlockIndex i, bool in_table = false) const {
    MarkdownInline markdown(in_table);
    write_inline(view_, view_.blocks[i], footnotes_, markdown);
    return markdown.take();
  }

  void block(BlockIndex i) {
    if (!view_.blocks[i].shown) return;
    const Block& block = document_.blocks[i];
    switch (block.kind) {
      case BlockKind::heading:
        heading(i);
        break;
      case BlockKind::paragraph:
      case BlockKind::caption:
      case BlockKind::term:
        begin();
        lines(inline_text(i));
        break;
      case BlockKind::code:
        code(i);
        break;
      case BlockKind::cell:
        break;  // written by its table
      case BlockKind::rule:
        begin();
        out_ += "---";
        break;
      case BlockKind::quote:
        quote(i);
        break;
      case BlockKind::list:
        list(i);
        break;
      case BlockKind::definition:
        new_line();
        out_ += ":   ";
        inside("    ", i);
        break;
      case BlockKind::table:
        table(i);
        break;
      case BlockKind::item:
      case BlockKind::row:
      case BlockKind::definition_list:
      case BlockKind::figure:
      case BlockKind::footnote:
        children(i);
        break;
    }
  }

  // A callout's kind stands in the first line, and its title behind it.
  void quote(BlockIndex i) {
    begin();
    out_ += "> ";
    std::string kind = document_.blocks[i].label;
    if (kind.empty()) return inside("> ", i);
    for (char& c : kind) c = static_cast<char>(c - 'a' + 'A');
    out_ += "[!" + kind + "]";
    BlockIndex first = i + 1;
    if (first < document_.blocks[i].end && document_.blocks[first].header) {
      std::string title = inline_text(first);
      std::replace(title.begin(), title.end(), '\n', ' ');
      out_ += " " + title;
      first = document_.blocks[first].end;
    }
    const std::size_t length = prefix_.size();
    const bool was_tight = std::exchange(tight_, false);
    prefix_ += "> ";
    new_line();
    fresh_ = true;
    for (BlockIndex c = first; c < document_.blocks[i].end; c = document_.blocks[c].end) block(c);
    fresh_ = false;
    tight_ = was_tight;
    prefix_.resize(length);
  }

  void heading(BlockIndex i) {
    const auto depth = depths_.find(i);
    const std::size_t level =
        depth != depths_.end() ? depth->second + 1U : document_.blocks[i].level;
    std::string text = inline_text(i);
    std::replace(text.begin(), text.end(), '\n', ' ');
    begin();
    out_.append(std::clamp<std::size_t>(level, 1, 6), '#').append(" ").append(text);
  }

  void code(BlockIndex i) {
    std::string_view text = view_.blocks[i].text;
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::string fence = "```";
    while (text.find(fence) != std::string_view::npos) fence += "`";
    begin();
    out_.append(fence).append(document_.blocks[i].label);
    new_line();
    lines(text);
    new_line();
    out_ += fence;
  }

  void list(BlockIndex i) {
    const Block& list = document_.blocks[i];
    std::uint64_t number = list.start;
    bool first = true;
    for (BlockIndex item = i + 1; item < list.end; item = document_.blocks[item].end) {
      if (!view_.blocks[item].shown) continue;
      if (first || !list.tight) {
        begin();
      } else {
        new_line();
      }
      first = false;
      const std::string marker = list.ordered ? std::to_string(number++) + ". " : "- ";
      out_ += marker;
      const Task task = document_.blocks[item].task;
      if (task != Task::none) out_ += task == Task::done ? "[x] " : "[ ] ";
      inside(std::string(marker.size(), ' '), item, list.tight);
    }
  }

  // Markdown's tables have one header row, first; another header row is a row like any other.
  void table(BlockIndex i) {
    begin();
    bool first = true;
    for (BlockIndex row = i + 1; row < document_.blocks[i].end; row = document_.blocks[row].end) {
      if (!first) new_line();
      if (first && !document_.blocks[row].header) {
        row_of(row, [](BlockIndex) { return std::string(); });
        new_line();
        rule_of(row);
        new_line();
      }
      row_of(row, [&](BlockIndex cell) { return inline_text(cell, true); });
      if (first && document_.blocks[row].header) {
        new_line();
        rule_of(row);
      }
      first = false;
    }
  }

  template <typename Cell>
  void row_of(BlockIndex row, const Cell& text) {
    for (BlockIndex c = row + 1; c < document_.blocks[row].end; c = document_.blocks[c].end) {
      out_ += "| " + text(c) + " ";
    }
    out_ += "|";
  }

  void rule_of(BlockIndex row) {
    for (BlockIndex c = row + 1; c < document_.blocks[row].end; c = document_.blocks[c].end) {
      switch (document_.blocks[c].align) {
        case Align::none:
          out_ += "| --- ";
          break;
        case Align::left:
          out_ += "| :-- ";
          break;
        case Align::center:
          out_ += "| :-: ";
          break;
        case Align::right:
          out_ += "| --: ";
          break;
      }
    }
    out_ += "|";
  }

  const Document& document_;
  const View& view_;
  const Footnotes footnotes_;
  std::unordered_map<BlockIndex, std::uint8_t> depths_;
  Parts& parts_;
  std::string& out_ = parts_.text;
  std::string prefix_;  // of every line inside the open containers
  bool tight_ = false;
  bool fresh_ = true;  // at the beginning of a container: its first line has begun
};

}  // namespace

std::string to_markdown(const Document& document, const View& view) {
  Parts parts;
  MarkdownWriter(document, view, parts).write();
  return parts.take();
}

void to_markdown(const Document& document, const View& view, const Sink& sink) {
  Parts parts(sink);
  MarkdownWriter(document, view, parts).write();
  parts.finish();
}

}  // namespace shuye
