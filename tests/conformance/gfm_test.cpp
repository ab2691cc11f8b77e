// All examples of the GFM specification, which comes with cmark-gfm's sources: the structure that
// we read from each must be that of cmark-gfm's own output (with the same extensions and without
// any of ours), but for the differences that are listed here with their reasons.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/markup_events.h"
#include "parse/parsers.h"
#include "shuye/document.h"
#include "support/files.h"

namespace shuye {
namespace {

using testing::Events;

struct Example {
  std::size_t number = 0;
  std::string section;
  std::string markdown;
};

std::string with_tabs(std::string text) {
  constexpr std::string_view kArrow = "→";
  for (std::size_t at = 0; (at = text.find(kArrow, at)) != std::string::npos;) {
    text.replace(at, kArrow.size(), "\t");
  }
  return text;
}

/// The examples of the specification, numbered as cmark-gfm's own tests do.
std::vector<Example> read_examples(const std::string& path) {
  const std::string fence(32, '`');
  const std::string text = testing::read_file(path).value_or("");
  std::vector<Example> examples;
  std::string section;
  enum { outside, markdown, html } state = outside;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (state == outside && line.starts_with(fence + " example")) {
      examples.push_back({examples.size() + 1, section, {}});
      state = markdown;
    } else if (state == markdown && line == ".") {
      state = html;
    } else if (state == html && line == fence) {
      state = outside;
      examples.back().markdown = with_tabs(examples.back().markdown);
    } else if (state == markdown) {
      examples.back().markdown += line + "\n";
    } else if (state == outside && line.starts_with("#")) {
      section = line.substr(line.find_first_not_of("# "));
    }
  }
  return examples;
}

std::string cmark_html(const std::string& text) {
  constexpr int kOptions =
      CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(kOptions);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* root = cmark_parser_finish(parser);
  char* html = cmark_render_html(root, kOptions, nullptr);
  std::string out = html;
  cmark_get_default_mem_allocator()->free(html);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return out;
}

/// A document as the events of the HTML that its structure stands for.
class DocumentEvents {
 public:
  explicit DocumentEvents(const Document& document) : document_(document) {}

  Events take() {
    for (BlockIndex i = 0; i < document_.blocks.size(); i = document_.blocks[i].end) block(i);
    return testing::without_outer_space(list_.take());
  }

 private:
  void container(BlockIndex i, const std::string& name, const std::string& attributes = "") {
    list_.tag("<" + name + attributes + ">");
    for (BlockIndex c = i + 1; c < document_.blocks[i].end; c = document_.blocks[c].end) block(c);
    list_.tag("</" + name + ">");
  }

  void leaf(BlockIndex i, const std::string& name, const std::string& attributes = "") {
    list_.tag("<" + name + attributes + ">");
    text(document_.blocks[i]);
    list_.tag("</" + name + ">");
  }

  void block(BlockIndex i) {
    const Block& block = document_.blocks[i];
    switch (block.kind) {
      case BlockKind::heading:
        return leaf(i, "h" + std::to_string(block.level));
      case BlockKind::paragraph: {
        const Block* item = block.parent == kNoBlock ? nullptr : &document_.blocks[block.parent];
        const bool tight = item != nullptr && item->kind == BlockKind::item &&
                           document_.blocks[item->parent].tight;
        return tight ? text(block) : leaf(i, "p");
      }
      case BlockKind::code: {
        list_.tag("<pre>");
        list_.tag(block.label.empty() ? "<code>" : "<code class=language-" + block.label + ">");
        list_.set_verbatim(true);
        list_.text(block.text.empty() ? "" : block.text + "\n");
        list_.set_verbatim(false);
        list_.tag("</code>");
        return list_.tag("</pre>");
      }
      case BlockKind::rule:
        return list_.tag("<hr>");
      case BlockKind::quote:
        return container(i, "blockquote");
      case BlockKind::list:
        return container(
            i, block.ordered ? "ol" : "ul",
            block.ordered && block.start != 1 ? " start=" + std::to_string(block.start) : "");
      case BlockKind::item: {
        list_.tag("<li>");
        if (block.task != Task::none) {
          list_.tag(block.task == Task::done ? "<input checked=>" : "<input>");
          list_.text(" ");
        }
        for (BlockIndex c = i + 1; c < block.end; c = document_.blocks[c].end) this->block(c);
        return list_.tag("</li>");
      }
      case BlockKind::table:
        return container(i, "table");
      case BlockKind::row:
        return container(i, "tr");
      case BlockKind::cell: {
        const std::string align(name_of(block.align));
        return leaf(i, block.header ? "th" : "td", align == "none" ? "" : " align=" + align);
      }
      default:
        for (BlockIndex c = i + 1; c < block.end; c = document_.blocks[c].end) this->block(c);
    }
  }

  static std::string element_of(const Span& span) {
    switch (span.kind) {
      case SpanKind::strong:
        return "strong";
      case SpanKind::emphasis:
        return "em";
      case SpanKind::strikethrough:
        return "del";
      case SpanKind::code:
        return "code";
      case SpanKind::link:
        return "a";
      default:
        return std::string(name_of(span.kind));
    }
  }

  static std::string titled(const Span& span) {
    return span.title.empty() ? "" : " title=" + span.title;
  }

  void text(const Block& block) {
    std::vector<const Span*> open;
    std::size_t next = 0;
    for (std::size_t at = 0; at <= block.text.size(); ++at) {
      while (!open.empty() && open.back()->end <= at) {
        list_.tag("</" + element_of(*open.back()) + ">");
        if (open.back()->kind == SpanKind::code) list_.set_verbatim(false);
        open.pop_back();
      }
      bool object = false;
      for (; next < block.spans.size() && block.spans[next].begin == at; ++next) {
        const Span& span = block.spans[next];
        if (span.kind == SpanKind::line_break) {
          list_.tag("<br>");
          object = true;
        } else if (span.kind == SpanKind::image) {
          const std::string alternative =
              span.alternative.empty() ? "" : " alt=" + span.alternative;
          const std::string source =
              span.target.empty() ? "" : " src=" + testing::decode_percent(span.target);
          list_.tag("<img" + source + alternative + titled(span) + ">");
          object = true;
        } else {
          const bool link = span.kind == SpanKind::link && !span.target.empty();
          list_.tag("<" + element_of(span) +
                    (link ? " href=" + testing::decode_percent(span.target) : "") + titled(span) +
                    ">");
          if (span.kind == SpanKind::code) list_.set_verbatim(true);
          open.push_back(&span);
        }
      }
      if (at == block.text.size()) break;
      if (!object) {
        list_.text(std::string_view(block.text).substr(at, 1));
      } else if (block.text[at] != '\n') {
        at += kObjectReplacement.size() - 1;
      }
    }
  }

  const Document& document_;
  testing::EventList list_;
};

std::string lines_of(const Events& events) {
  std::string out;
  for (const std::string& event : events) out.append(event).append("\n");
  return out;
}

/// Examples that differ on purpose, by their reason. Each must differ.
const std::map<std::string, std::vector<std::size_t>> kDifferences = {
    {"a heading without text is no heading", {49}},
    {"raw HTML is read as elements and never echoed",
     {118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135,
      136, 137, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155,
      156, 157, 158, 159, 160, 170, 288, 289, 317, 327, 354, 485, 486, 500, 503, 532, 544, 632,
      633, 634, 635, 636, 642, 644, 645, 646, 647, 648, 649, 650, 652, 662, 663}},
};

TEST(Gfm, EveryExampleOfTheSpecification) {
  const std::vector<Example> examples = read_examples(SHUYE_GFM_SPECIFICATION);
  ASSERT_EQ(examples.size(), 672U) << SHUYE_GFM_SPECIFICATION;
  std::map<std::size_t, std::string> reasons;
  for (const auto& [reason, numbers] : kDifferences) {
    for (const std::size_t number : numbers) reasons[number] = reason;
  }
  for (const Example& example : examples) {
    Document document;
    parse_markdown(example.markdown, 0, document);
    const std::string ours = lines_of(DocumentEvents(document).take());
    const std::string theirs = lines_of(testing::events_of(cmark_html(example.markdown)));
    const auto reason = reasons.find(example.number);
    if (reason == reasons.end()) {
      EXPECT_EQ(ours, theirs) << "example " << example.number << ", " << example.section << "\n"
                              << example.markdown;
    } else {
      EXPECT_NE(ours, theirs) << "example " << example.number << " is listed: " << reason->second;
    }
  }
}

}  // namespace
}  // namespace shuye
