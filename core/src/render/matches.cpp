#include "render/matches.h"

#include "render/utf16_offsets.h"
#include "shuye/render.h"

namespace shuye {
namespace {

/// About how long a match is in JSON.
constexpr std::size_t kMatch = 90;

void write_context(std::string_view text, const ViewMatch& match, std::size_t context,
                   JsonWriter& json) {
  const std::size_t from = units_before(text, match.begin, context);
  const std::size_t to = units_behind(text, match.end, context);
  json.key("before").string(text.substr(from, match.begin - from));
  json.key("after").string(text.substr(match.end, to - match.end));
}

std::span<const ViewKeyword> marked_in(const View& view) {
  return {view.keywords.data(), view.marked};
}

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

/// Calls `each(place, block, match)` for the matches in their order.
template <typename Each>
void for_each_match(const View& view, const Each& each) {
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    const ViewBlock& block = view.blocks[i];
    if (block.first_match == block.last_match) continue;
    const bool is_original = block.offsets().identity();
    Utf16Offsets shown(block.text);
    for (std::size_t m = block.first_match; m < block.last_match; ++m) {
      const ViewMatch& match = view.matches[m];
      FoundMatch found{match.keyword, match.block};
      found.original_start = match.original_begin_unit;
      found.original_end = match.original_end_unit;
      found.start = is_original ? found.original_start : narrow(shown(match.begin));
      found.end = is_original ? found.original_end : narrow(shown(match.end));
      each(found, block, match);
    }
  }
}

}  // namespace

void write_keywords(std::span<const ViewKeyword> keywords, JsonWriter& json) {
  json.begin_array();
  for (const ViewKeyword& keyword : keywords) {
    json.begin_object();
    json.key("text").string(keyword.text);
    json.key("source").string(name_of(keyword.source));
    json.key("count").number(keyword.count);
    json.key("colour").number(keyword.colour);
    if (!keyword.label.empty()) json.key("label").string(keyword.label);
    json.end_object();
  }
  json.end_array();
}

void write_matches(const View& view, std::size_t context, JsonWriter& json) {
  json.begin_array();
  for_each_match(view,
                 [&](const FoundMatch& found, const ViewBlock& block, const ViewMatch& match) {
                   json.begin_object();
                   json.key("keyword").number(found.keyword);
                   json.key("block").number(found.block);
                   json.key("start").number(found.start);
                   json.key("end").number(found.end);
                   json.key("originalStart").number(found.original_start);
                   json.key("originalEnd").number(found.original_end);
                   if (context != 0) write_context(block.text, match, context, json);
                   json.end_object();
                 });
  json.end_array();
}

namespace {

void write(const View& view, std::size_t context, JsonWriter& json) {
  json.begin_object();
  write_keywords(marked_in(view), json.key("keywords"));
  write_matches(view, context, json.key("matches"));
  json.end_object();
}

}  // namespace

std::string to_matches(const View& view, std::size_t context) {
  JsonWriter json(view.matches.size() * (kMatch + 6 * context));
  write(view, context, json);
  return json.take();
}

Found found_in(const View& view) {
  Found found;
  const std::span<const ViewKeyword> marked = marked_in(view);
  found.keywords.reserve(marked.size());
  for (const ViewKeyword& keyword : marked) {
    if (keyword.source != KeywordSource::reader) break;  // theirs come first
    found.keywords.push_back({keyword.count, keyword.colour});
  }
  JsonWriter json;
  write_keywords(marked.subspan(found.keywords.size()), json);
  found.own_keywords = json.take();
  found.matches.reserve(view.matches.size());
  for_each_match(view, [&](const FoundMatch& match, const ViewBlock& /*block*/,
                           const ViewMatch& /*in bytes*/) { found.matches.push_back(match); });
  return found;
}

void to_matches(const View& view, std::size_t context, const Sink& sink) {
  JsonWriter json(sink);
  write(view, context, json);
  json.finish();
}

}  // namespace shuye
