#include "shuye/view.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "article/punctuation.h"

namespace shuye {
namespace {

/// Converts texts as a view wants them, or copies them where it wants nothing.
class TextConverter {
 public:
  /// `configuration` and `script` are the view's.
  static Result<TextConverter> create(std::string_view configuration, Script script,
                                      const ViewOptions& options, const Packs& packs);

  std::string operator()(std::string text) const {
    if (converter_) text = converter_->convert(text);
    OffsetMap ignored;
    if (sets_punctuation()) text = regional_punctuation(text, {}, punctuation_, ignored);
    return text;
  }

  std::vector<std::string> operator()(const std::vector<std::string>& texts) const {
    std::vector<std::string> converted;
    converted.reserve(texts.size());
    for (const auto& text : texts) converted.push_back((*this)(text));
    return converted;
  }

  void block(const Block& block, ViewBlock& view) const;

  /// The piece of the block's text that has the byte at `offset`, punctuation aside.
  Explanation explain(const Block& block, std::size_t offset) const;

 private:
  bool keeps(const Block& block) const {
    return (!converter_ && !sets_punctuation()) || block.kind == BlockKind::code;
  }
  bool sets_punctuation() const { return punctuation_ != Script::original; }
  void append(std::string_view text, ViewBlock& view) const;
  void set_punctuation(const std::vector<Range>& verbatim, ViewBlock& view) const;

  std::optional<Converter> converter_;
  Script punctuation_ = Script::original;  // whose marks are set; `original` keeps them
};

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

void TextConverter::append(std::string_view text, ViewBlock& view) const {
  if (converter_) {
    view.text += converter_->convert(text, view.offsets);
  } else {
    view.text += text;
    view.offsets.keep(text.size());
  }
}

void TextConverter::set_punctuation(const std::vector<Range>& verbatim, ViewBlock& view) const {
  OffsetMap step, both;
  view.text = regional_punctuation(view.text, verbatim, punctuation_, step);
  both.append(view.offsets, step);
  view.offsets = std::move(both);
}

/// True of `www.example.com` linked to `http://www.example.com`, as autolinks are.
bool is_own_address(std::string_view text, std::string_view target) {
  if (target.size() < text.size() || target.substr(target.size() - text.size()) != text)
    return false;
  const std::string_view added = target.substr(0, target.size() - text.size());
  return added.empty() || added == "http://" || added == "https://" || added == "mailto:";
}

/// Code stays as it was written, in a line as in a block, and so does an address.
bool is_verbatim(const Block& block, const Span& span) {
  if (span.kind == SpanKind::code || span.kind == SpanKind::keyboard) return true;
  const std::string_view text = block.text;
  return span.kind == SpanKind::link &&
         is_own_address(text.substr(span.begin, span.end - span.begin), span.target);
}

void TextConverter::block(const Block& block, ViewBlock& view) const {
  view.spans = block.spans;
  if (keeps(block)) {
    view.text = block.text;
    return;
  }
  const std::string_view text = block.text;
  std::size_t done = 0;
  std::vector<Range> verbatim;  // of the view's text
  for (const Span& span : block.spans) {
    if (span.begin < done || !is_verbatim(block, span)) continue;
    append(text.substr(done, span.begin - done), view);
    const std::size_t begin = view.text.size();
    view.text += text.substr(span.begin, span.end - span.begin);
    view.offsets.keep(span.end - span.begin);
    verbatim.push_back({begin, view.text.size()});
    done = span.end;
  }
  append(text.substr(done), view);
  if (sets_punctuation()) set_punctuation(verbatim, view);

  for (Span& span : view.spans) {
    span.begin = static_cast<std::uint32_t>(view.offsets.to_converted(span.begin));
    span.end =
        static_cast<std::uint32_t>(view.offsets.to_converted(span.end, OffsetMap::Edge::end));
    span.title = (*this)(span.title);
    span.alternative = (*this)(span.alternative);
  }
}

/// Of code, an address, or an article that is not converted: characters of their own.
Explanation explain_kept(std::string_view text, std::size_t offset, bool is_code) {
  Explanation kept = Converter(Glossary()).explain(text, offset);
  if (is_code) kept.steps = {{Rule::code, {}, {}, kept.source, kept.result}};
  return kept;
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

Metadata in_script(const Metadata& metadata, const TextConverter& convert) {
  Metadata converted = metadata;
  converted.title = convert(metadata.title);
  converted.subtitle = convert(metadata.subtitle);
  converted.authors = convert(metadata.authors);
  converted.editors = convert(metadata.editors);
  converted.publisher = convert(metadata.publisher);
  converted.description = convert(metadata.description);
  converted.keywords = convert(metadata.keywords);
  converted.tags = convert(metadata.tags);
  converted.categories = convert(metadata.categories);
  return converted;
}

/// A leaf is shown for its role, a container for what is in it.
void choose_blocks(const Document& document, RoleSet roles, std::vector<ViewBlock>& blocks) {
  for (std::size_t i = document.blocks.size(); i-- > 0;) {
    const Block& block = document.blocks[i];
    if (is_leaf(block.kind)) blocks[i].shown = (roles & role_bit(block.role)) != 0;
    if (blocks[i].shown && block.parent != kNoBlock) blocks[block.parent].shown = true;
  }
}

std::vector<ViewKeyword> keywords_of(const Metadata& metadata, const ViewOptions& options) {
  std::vector<ViewKeyword> keywords;
  for (const auto& text : options.keywords) keywords.push_back({text, KeywordSource::reader, 0});
  const auto add = [&](const std::vector<std::string>& texts, KeywordSource source) {
    for (const auto& text : texts) {
      const bool known = std::any_of(keywords.begin(), keywords.end(),
                                     [&](const ViewKeyword& k) { return k.text == text; });
      if (!known) keywords.push_back({text, source, 0});
    }
  };
  add(metadata.keywords, KeywordSource::front_matter);
  add(metadata.tags, KeywordSource::tags);
  return keywords;
}

std::vector<std::string> texts_of(const std::vector<ViewKeyword>& keywords, std::size_t begin,
                                  std::size_t end) {
  std::vector<std::string> texts;
  for (std::size_t i = begin; i < end; ++i) texts.push_back(keywords[i].text);
  return texts;
}

/// Marks what is to be marked, and counts the article's own keywords even where they are not.
Result<void> mark(const Document& document, const ViewOptions& options, View& view) {
  const std::size_t marked =
      options.article_keywords ? view.keywords.size() : options.keywords.size();
  const auto marker = Matcher::create(texts_of(view.keywords, 0, marked));
  if (!marker) return marker.error();
  const auto counter = Matcher::create(texts_of(view.keywords, marked, view.keywords.size()));
  if (!counter) return counter.error();

  std::vector<Match> matches;
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    ViewBlock& block = view.blocks[i];
    block.first_match = block.last_match = view.matches.size();
    const Block& original = document.blocks[i];
    if (!block.shown || original.text.empty()) continue;
    matches.clear();
    counter->find(original.text, static_cast<BlockIndex>(i), matches);
    for (const Match& match : matches) ++view.keywords[marked + match.keyword].count;
    matches.clear();
    marker->find(original.text, static_cast<BlockIndex>(i), matches);
    for (const Match& match : matches) {
      ++view.keywords[match.keyword].count;
      const std::size_t begin = block.offsets.to_converted(match.begin);
      const std::size_t end = block.offsets.to_converted(match.end, OffsetMap::Edge::end);
      view.matches.push_back({match.keyword, match.block, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(end)});
    }
    block.last_match = view.matches.size();
  }
  return {};
}

std::string_view configuration_of(const Document& document, Script script) {
  return configuration_for(document.script, script, document.detection.by_character);
}

}  // namespace

Result<std::vector<std::string_view>> packs_for(const Document& document, Script script) {
  const std::string_view configuration = configuration_of(document, script);
  if (configuration.empty()) return std::vector<std::string_view>();
  return packs_for(configuration);
}

Result<View> make_view(const Document& document, const ViewOptions& options, const Packs& packs) {
  View view;
  view.configuration = configuration_of(document, options.script);
  view.script = view.configuration.empty() ? document.script : options.script;
  const auto created = TextConverter::create(view.configuration, view.script, options, packs);
  if (!created) return created.error();
  const TextConverter& convert = *created;
  view.metadata = in_script(document.metadata, convert);
  view.blocks.resize(document.blocks.size());
  choose_blocks(document, options.roles, view.blocks);
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    convert.block(document.blocks[i], view.blocks[i]);
  }
  view.keywords = keywords_of(document.metadata, options);
  if (auto marked = mark(document, options, view); !marked) return std::move(marked).error();
  return view;
}

Result<ViewExplanation> explain(const Document& document, const View& view,
                                const ViewOptions& options, const Packs& packs, BlockIndex block,
                                std::size_t offset) {
  if (block >= view.blocks.size() || offset >= view.blocks[block].text.size()) {
    return Error{ErrorCode::invalid_option, Stage::input, 0, "the view has no such place"};
  }
  const auto convert = TextConverter::create(view.configuration, view.script, options, packs);
  if (!convert) return convert.error();
  const ViewBlock& shown = view.blocks[block];
  ViewExplanation explained;
  explained.piece = convert->explain(document.blocks[block], shown.offsets.to_original(offset));
  Explanation& piece = explained.piece;
  explained.begin = shown.offsets.to_converted(piece.begin);
  explained.end = shown.offsets.to_converted(piece.end, OffsetMap::Edge::end);
  std::string result = shown.text.substr(explained.begin, explained.end - explained.begin);
  if (result != piece.result) {
    piece.steps.push_back({Rule::punctuation, {}, {}, piece.result, result});
    piece.result = std::move(result);
  }
  return explained;
}

}  // namespace shuye
