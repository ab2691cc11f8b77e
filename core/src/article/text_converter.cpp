#include "article/text_converter.h"

#include <utility>

#include "article/punctuation.h"

namespace shuye {

namespace {

/// True of `www.example.com` linked to `http://www.example.com`, as autolinks are.
bool is_own_address(std::string_view text, std::string_view target) {
  if (target.size() < text.size() || target.substr(target.size() - text.size()) != text)
    return false;
  const std::string_view added = target.substr(0, target.size() - text.size());
  return added.empty() || added == "http://" || added == "https://" || added == "mailto:";
}

/// Code stays as it was written, in a line as in a block, and so does an address.
bool is_verbatim(const Block& block, const Span& span) {
  if (span.kind == SpanKind::code || span.kind == SpanKind::math || span.kind == SpanKind::keyboard)
    return true;
  const std::string_view text = block.text;
  return span.kind == SpanKind::link &&
         is_own_address(text.substr(span.begin, span.end - span.begin), span.target);
}

/// Of code, an address, or an article that is not converted: characters of their own.
Explanation explain_kept(std::string_view text, std::size_t offset, bool is_code) {
  Explanation kept = Converter(Glossary()).explain(text, offset);
  if (is_code) kept.steps = {{Rule::code, {}, {}, kept.source, kept.result}};
  return kept;
}

}  // namespace

Result<TextConverter> TextConverter::create(std::string_view configuration, Script script,
                                            const ViewOptions& options, const Packs& packs) {
  TextConverter all;
  if (options.punctuation == Punctuation::regional) all.punctuation_ = script;
  if (!configuration.empty()) {
    auto converter = Converter::create(configuration, packs, options.glossary);
    if (!converter) return std::move(converter).error();
    all.converter_ = std::move(converter).value();
  } else if (options.script != Script::original && !options.glossary.empty()) {
    all.converter_ = Converter(options.glossary);
  }
  return all;
}

std::string TextConverter::operator()(std::string text) const {
  if (converter_) text = converter_->convert(text);
  OffsetMap ignored;
  if (sets_punctuation()) text = regional_punctuation(text, {}, punctuation_, ignored);
  return text;
}

void TextConverter::append(std::string_view text, std::string& converted,
                           OffsetMap& offsets) const {
  if (converter_) {
    converted += converter_->convert(text, offsets);
  } else {
    converted += text;
    offsets.keep(text.size());
  }
}

void TextConverter::set_punctuation(const std::vector<Range>& verbatim, std::string& converted,
                                    OffsetMap& offsets) const {
  OffsetMap step, both;
  converted = regional_punctuation(converted, verbatim, punctuation_, step);
  both.append(offsets, step);
  offsets = std::move(both);
}

void TextConverter::block(const Block& block, ViewBlock& view) const {
  view.text = block.text;
  view.spans = block.spans;
  if (keeps(block) || block.text.empty()) return;
  auto made = std::make_unique<ViewBlock::Converted>();
  std::string& converted = made->text;
  OffsetMap& offsets = made->offsets;
  const std::string_view text = block.text;
  std::size_t done = 0;
  std::vector<Range> verbatim;  // of the view's text
  for (const Span& span : block.spans) {
    if (span.begin < done || !is_verbatim(block, span)) continue;
    append(text.substr(done, span.begin - done), converted, offsets);
    const std::size_t begin = converted.size();
    converted += text.substr(span.begin, span.end - span.begin);
    offsets.keep(span.end - span.begin);
    verbatim.push_back({begin, converted.size()});
    done = span.end;
  }
  append(text.substr(done), converted, offsets);
  if (sets_punctuation()) set_punctuation(verbatim, converted, offsets);

  made->spans = block.spans;
  for (Span& span : made->spans) {
    span.begin = static_cast<std::uint32_t>(offsets.to_converted(span.begin));
    span.end = static_cast<std::uint32_t>(offsets.to_converted(span.end, OffsetMap::Edge::end));
    span.title = (*this)(span.title);
    span.alternative = (*this)(span.alternative);
  }
  view.text = made->text;
  view.spans = made->spans;
  view.converted = std::move(made);
}

Explanation TextConverter::explain(const Block& block, std::size_t offset) const {
  if (keeps(block)) return explain_kept(block.text, offset, block.kind == BlockKind::code);
  std::size_t begin = 0, end = block.text.size();  // between what is verbatim
  for (const Span& span : block.spans) {
    if (span.begin < begin || !is_verbatim(block, span)) continue;
    if (span.begin > offset) {
      end = span.begin;
      break;
    }
    if (span.end > offset) return explain_kept(block.text, offset, true);
    begin = span.end;
  }
  const std::string_view text = std::string_view(block.text).substr(begin, end - begin);
  Explanation piece = converter_ ? converter_->explain(text, offset - begin)
                                 : explain_kept(text, offset - begin, false);
  piece.begin += begin;
  piece.end += begin;
  return piece;
}

}  // namespace shuye
