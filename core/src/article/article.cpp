#include "shuye/article.h"

#include <utility>

#include "shuye/clean.h"
#include "shuye/parse.h"
#include "shuye/render.h"
#include "shuye/repair.h"
#include "text/utf8.h"

namespace shuye {

namespace {

/// As a string, or to a sink.
template <typename... To>
auto write(Output output, const Document& document, const View& view, std::size_t context,
           const To&... to) {
  switch (output) {
    case Output::html:
      return to_html(document, view, to...);
    case Output::page:
      return to_html_page(document, view, to...);
    case Output::tree:
      return to_tree(document, view, to...);
    case Output::markdown:
      return to_markdown(document, view, to...);
    case Output::text:
      return to_text(document, view, to...);
    case Output::matches:
      return to_matches(view, context, to...);
    case Output::json:
      break;
  }
  return to_json(document, view, to...);
}

bool same_keywords(const ViewOptions& a, const ViewOptions& b) {
  return a.keywords == b.keywords && a.article_keywords == b.article_keywords &&
         a.search == b.search;
}

/// Whether two views differ in what is marked at most.
bool same_text(const ViewOptions& a, const ViewOptions& b) {
  return a.script == b.script && a.roles == b.roles && a.punctuation == b.punctuation &&
         a.glossary == b.glossary;
}

}  // namespace

std::optional<Output> output_from_name(std::string_view name) {
  if (name == "html") return Output::html;
  if (name == "page") return Output::page;
  if (name == "tree") return Output::tree;
  if (name == "json") return Output::json;
  if (name == "markdown") return Output::markdown;
  if (name == "text") return Output::text;
  if (name == "matches") return Output::matches;
  return std::nullopt;
}

Result<Article> Article::open(std::string_view bytes, const OpenOptions& options,
                              const Packs& packs) {
  auto decoded = decode(bytes, {options.charset}, packs);
  if (!decoded) return std::move(decoded).error();
  return of_text(std::move(decoded).value(), options, packs);
}

Result<Article> Article::of_text(DecodedText decoded, const OpenOptions& options,
                                 const Packs& packs) {
  const TextRepairs repairs = repair(decoded, packs);
  auto document = parse(decoded, {options.format, options.name});
  if (!document) return std::move(document).error();
  std::string().swap(decoded.text);  // the document has texts of its own
  clean(*document, {options.cut});
  attach_repairs(*document, repairs);
  return Article(std::move(document).value());
}

Result<std::string> Article::render(Output output, const ViewOptions& options, const Packs& packs) {
  if (auto looked = look(options, packs, output); !looked) return std::move(looked).error();
  return write(output, document_, *view_, options.context);
}

Result<void> Article::render(Output output, const ViewOptions& options, const Packs& packs,
                             const Sink& sink) {
  if (auto looked = look(options, packs, output); !looked) return std::move(looked).error();
  write(output, document_, *view_, options.context, sink);
  return {};
}

Result<Found> Article::find(ViewOptions options, const Packs& packs) {
  if (auto looked = look(std::move(options), packs); !looked) return std::move(looked).error();
  return found_in(*view_);
}

Result<std::string> Article::explain(BlockIndex block, std::size_t offset,
                                     const ViewOptions& options, const Packs& packs) {
  if (auto looked = look(options, packs); !looked) return std::move(looked).error();
  const std::string_view text = block < view_->blocks.size() ? view_->blocks[block].text : "";
  const std::size_t byte = utf8::byte_offset(text, offset);
  const auto explained = shuye::explain(document_, *view_, options, packs, block, byte);
  if (!explained) return explained.error();
  return to_json(document_, *view_, block, *explained);
}

Result<void> Article::restore(std::uint32_t trace_id) {
  view_.reset();
  marker_ = {};  // other blocks are the article's now
  return shuye::restore(document_, trace_id);
}

Result<void> Article::look(ViewOptions options, const Packs& packs) {
  if (!view_ || !same_text(view_options_, options)) {
    view_.reset();
    auto view = make_view(document_, options, packs, marker_);
    if (!view) return std::move(view).error();
    view_ = std::move(view).value();
  } else if (!same_keywords(view_options_, options)) {
    if (auto marked = marker_.mark(document_, options, packs, *view_); !marked) {
      view_.reset();
      return marked;
    }
  }
  view_options_ = std::move(options);
  return {};
}

// JSON tells how often the article says its own keywords.
Result<void> Article::look(const ViewOptions& options, const Packs& packs, Output output) {
  auto looked = look(options, packs);
  if (!looked || output != Output::json) return looked;
  return marker_.count(document_, options, packs, *view_);
}

}  // namespace shuye
