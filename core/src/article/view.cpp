#include "shuye/view.h"

#include <algorithm>
#include <list>
#include <utility>

#include "article/text_converter.h"
#include "article/way.h"
#include "text/apart.h"

namespace shuye {
namespace {

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

/// The article's own keywords.
std::vector<ViewKeyword> own_keywords_of(const Metadata& metadata) {
  std::vector<ViewKeyword> keywords;
  const auto add = [&](const std::vector<std::string>& texts, KeywordSource source) {
    for (const auto& text : texts) {
      const bool known = std::any_of(keywords.begin(), keywords.end(),
                                     [&](const ViewKeyword& k) { return k.text == text; });
      if (!known) keywords.push_back({text, source});
    }
  };
  add(metadata.keywords, KeywordSource::front_matter);
  add(metadata.tags, KeywordSource::tags);
  return keywords;
}

/// Makes a converter for each way that is gone, once.
class Converters {
 public:
  Converters(const ViewOptions& options, const Packs& packs) : options_(options), packs_(packs) {}

  /// The pointer holds as long as this.
  Result<const TextConverter*> get(const Way& way) {
    for (const auto& [known, converter] : all_) {
      if (known == way) return &converter;
    }
    auto created = TextConverter::create(way.configuration, way.script, options_, packs_);
    if (!created) return std::move(created).error();
    return &all_.emplace_back(way, std::move(created).value()).second;
  }

 private:
  const ViewOptions& options_;
  const Packs& packs_;
  std::list<std::pair<Way, TextConverter>> all_;
};

}  // namespace

const OffsetMap& ViewBlock::offsets() const {
  static const OffsetMap same;
  return converted ? converted->offsets : same;
}

Result<View> make_view(const Document& document, const ViewOptions& options, const Packs& packs) {
  Marker marker;
  auto view = make_view(document, options, packs, marker);
  if (!view) return view;
  auto counted = marker.count(document, options, packs, *view);
  if (!counted) return std::move(counted).error();
  return view;
}

SHUYE_APART Result<View> make_view(const Document& document, const ViewOptions& options,
                                   const Packs& packs, Marker& marker) {
  const Way way = way_of(document, options.script);
  View view;
  view.configuration = way.configuration;
  view.script = way.script;
  Converters converters(options, packs);
  const auto convert = converters.get(way);
  if (!convert) return convert.error();
  view.metadata = in_script(document.metadata, **convert);
  view.blocks.resize(document.blocks.size());
  choose_blocks(document, options.roles, view.blocks);
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const Way own = block.script == Script::none ? way : way_of(document, block, options.script);
    const auto convert_own = converters.get(own);
    if (!convert_own) return convert_own.error();
    (*convert_own)->block(block, view.blocks[i]);
    if (own.script != view.script) view.blocks[i].script = own.script;
  }
  view.own_keywords = own_keywords_of(document.metadata);
  auto marked = marker.mark(document, options, packs, view);
  if (!marked) return std::move(marked).error();
  return view;
}

Result<ViewExplanation> explain(const Document& document, const View& view,
                                const ViewOptions& options, const Packs& packs, BlockIndex block,
                                std::size_t offset) {
  if (block >= view.blocks.size() || offset >= view.blocks[block].text.size()) {
    return Error{ErrorCode::invalid_option, Stage::input, 0, "the view has no such place"};
  }
  const Way way = way_of(document, document.blocks[block], options.script);
  const auto convert = TextConverter::create(way.configuration, way.script, options, packs);
  if (!convert) return convert.error();
  const ViewBlock& shown = view.blocks[block];
  ViewExplanation explained;
  explained.piece = convert->explain(document.blocks[block], shown.offsets().to_original(offset));
  Explanation& piece = explained.piece;
  explained.begin = shown.offsets().to_converted(piece.begin);
  explained.end = shown.offsets().to_converted(piece.end, OffsetMap::Edge::end);
  std::string result(shown.text.substr(explained.begin, explained.end - explained.begin));
  if (result != piece.result) {
    piece.steps.push_back({Rule::punctuation, {}, {}, piece.result, result});
    piece.result = std::move(result);
  }
  return explained;
}

}  // namespace shuye
