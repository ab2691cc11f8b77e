#include <unordered_map>

#include "render/json_writer.h"
#include "render/matches.h"
#include "render/plain.h"
#include "render/utf16_offsets.h"
#include "shuye/clean.h"
#include "shuye/render.h"
#include "text/character.h"
#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// What a Chinese reader takes in, in characters a minute; readers' studies find 260 to 400.
constexpr std::size_t kCharactersPerMinute = 350;

void strings(JsonWriter& json, const std::vector<std::string>& values) {
  json.begin_array();
  for (const auto& value : values) json.string(value);
  json.end_array();
}

void write_detection(const Detection& detection, JsonWriter& json) {
  json.begin_object();
  json.key("confidence").fraction(detection.confidence);
  json.key("mixed").boolean(detection.mixed);
  json.key("region").string_or_null(name_of(detection.region));
  json.key("byCharacter").boolean(detection.by_character);
  json.end_object();
}

void write_metadata(const Document& document, const Metadata& metadata, JsonWriter& json) {
  json.begin_object();
  json.key("title").string_or_null(metadata.title);
  json.key("subtitle").string_or_null(metadata.subtitle);
  strings(json.key("authors"), metadata.authors);
  strings(json.key("editors"), metadata.editors);
  json.key("publisher").string_or_null(metadata.publisher);
  json.key("date").string_or_null(metadata.date);
  json.key("url").string_or_null(safe_address(metadata.url, AddressUse::link));
  json.key("description").string_or_null(metadata.description);
  strings(json.key("keywords"), metadata.keywords);
  strings(json.key("tags"), metadata.tags);
  strings(json.key("categories"), metadata.categories);
  json.key("image").string_or_null(safe_address(metadata.image, AddressUse::image));
  json.key("format").string(name_of(document.format));
  json.key("charset").string(name_of(document.charset));
  json.key("script").string(name_of(document.script));
  write_detection(document.detection, json.key("detection"));
  json.key("extra").begin_object();
  for (const auto& [name, value] : metadata.extra) json.key(name).raw(value);
  json.end_object();
  json.end_object();
}

void write_outline(const Document& document, const View& view, JsonWriter& json) {
  json.begin_array();
  for (const OutlineEntry& entry : outline_of(document)) {
    if (!view.blocks[entry.block].shown) continue;
    json.begin_object();
    json.key("depth").number(entry.depth);
    json.key("text").string(trim(without_objects(view.blocks[entry.block].text)));
    json.key("id").string(document.blocks[entry.block].label);
    json.end_object();
  }
  json.end_array();
}

/// What reads the JSON may build links from it: an address passes the same list as in HTML.
std::string_view target_of(const Span& span) {
  if (span.kind == SpanKind::link) return safe_address(span.target, AddressUse::link);
  if (span.kind == SpanKind::image) return safe_address(span.target, AddressUse::image);
  return span.target;
}

void write_spans(const ViewBlock& block, JsonWriter& json) {
  Utf16Offsets begin(block.text);
  Utf16Offsets end(block.text);
  json.begin_array();
  for (const Span& span : block.spans) {
    json.begin_object();
    json.key("kind").string(name_of(span.kind));
    json.key("start").number(begin(span.begin));
    json.key("end").number(end(span.end));
    const std::string_view target = target_of(span);
    if (!target.empty()) json.key("target").string(target);
    if (!span.title.empty()) json.key("title").string(span.title);
    if (span.kind == SpanKind::image) json.key("alternative").string(span.alternative);
    json.end_object();
  }
  json.end_array();
}

void write_attributes(const Block& block, JsonWriter& json) {
  switch (block.kind) {
    case BlockKind::heading:
      json.key("level").number(block.level);
      break;
    case BlockKind::list:
      json.key("ordered").boolean(block.ordered);
      if (block.ordered) json.key("start").number(block.start);
      json.key("tight").boolean(block.tight);
      break;
    case BlockKind::item:
      if (block.task != Task::none) json.key("task").string(name_of(block.task));
      break;
    case BlockKind::row:
      json.key("header").boolean(block.header);
      break;
    case BlockKind::cell:
      json.key("header").boolean(block.header);
      if (block.align != Align::none) json.key("align").string(name_of(block.align));
      break;
    case BlockKind::code:
      if (!block.label.empty()) json.key("language").string(block.label);
      break;
    case BlockKind::footnote:
      json.key("label").string(block.label);
      break;
    case BlockKind::quote:
      if (!block.label.empty()) json.key("callout").string(block.label);
      break;
    case BlockKind::paragraph:
      if (block.header) json.key("header").boolean(true);
      break;
    default:
      break;
  }
  if (block.kind == BlockKind::heading && !block.label.empty()) json.key("id").string(block.label);
}

void write_block(const Block& block, const ViewBlock& view, JsonWriter& json) {
  json.begin_object();
  json.key("kind").string(name_of(block.kind));
  json.key("parent");
  if (block.parent == kNoBlock) {
    json.null();
  } else {
    json.number(block.parent);
  }
  json.key("role").string(name_of(block.role));
  json.key("shown").boolean(view.shown);
  write_attributes(block, json);
  if (is_leaf(block.kind) && block.kind != BlockKind::rule) {
    json.key("text").string(view.text);
    if (!view.spans.empty()) write_spans(view, json.key("spans"));
    if (block.script != Script::none) json.key("script").string(name_of(block.script));
  }
  json.key("sourceBytes").begin_array();
  json.number(block.source.begin);
  json.number(block.source.end);
  json.end_array();
  json.end_object();
}

/// Where a repair stands in its block's own text, in UTF-16.
void write_place(const Document& document, const TraceEntry& entry, JsonWriter& json) {
  json.key("place");
  if (entry.block == kNoBlock || !entry.place) {
    json.null();
    return;
  }
  const std::string_view text = document.blocks[entry.block].text;
  const std::size_t begin = utf8::utf16_length(text.substr(0, entry.place->begin));
  const std::string_view there = text.substr(entry.place->begin, entry.place->size());
  json.begin_object();
  json.key("start").number(begin);
  json.key("end").number(begin + utf8::utf16_length(there));
  json.end_object();
}

void write_trace(const Document& document, JsonWriter& json) {
  json.begin_array();
  for (const TraceEntry& entry : trace_of(document)) {
    json.begin_object();
    json.key("id").number(entry.id);
    json.key("kind").string(name_of(entry.kind));
    json.key("rule").string(entry.rule);
    json.key("confidence").fraction(entry.confidence);
    json.key("original").string(entry.original);
    json.key("replacement");
    if (entry.kind == TraceKind::repair) {
      json.string(entry.replacement);
    } else {
      json.null();
    }
    json.key("block");
    if (entry.block == kNoBlock) {
      json.null();
    } else {
      json.number(entry.block);
    }
    if (entry.kind == TraceKind::repair) write_place(document, entry, json);
    json.key("restored").boolean(entry.restored);
    json.end_object();
  }
  json.end_array();
}

/// Where one of sixteen bytes, of which two more can be read, may begin white space beyond ASCII or
/// stand for an object. (Not all do where it is true; but hardly anything of a Chinese text, whose
/// “quotes”, dashes and brackets begin with some of these bytes.)
sixteen_bytes::Vector may_not_count(const char* from) {
  using namespace sixteen_bytes;
  const Vector first = read(from), second = read(from + 1), third = read(from + 2);
  const Vector latin_or_ogham = either(equal(first, 0xC2), equal(first, 0xE1));
  const Vector spaces = both(equal(second, 0x80),  // U+2000 to U+200F, U+2028 to U+202F
                             either(below(third, 0x90), equal(both(third, each(0xF8)), 0xA8)));
  const Vector general = both(equal(first, 0xE2), either(spaces, equal(second, 0x81)));
  const Vector ideographic =
      both(equal(first, 0xE3), both(equal(second, 0x80), equal(third, 0x80)));
  const Vector mark_or_object =
      both(equal(first, 0xEF), either(equal(second, 0xBB), equal(second, 0xBF)));
  return either(either(latin_or_ogham, general), either(ideographic, mark_or_object));
}

/// How many characters are neither white space nor stand for an object.
std::size_t count_characters(std::string_view text) {
  using namespace sixteen_bytes;
  std::size_t characters = 0;
  std::size_t at = 0;
  const auto count_one_by_one = [&](std::size_t end) {
    // A character that began before has been counted.
    while (at < end && (text[at] & 0xC0) == 0x80) ++at;
    while (at < end) {
      const utf8::Character c = utf8::read(text, at);
      characters += static_cast<std::size_t>(!is_space(c.code_point) && c.code_point != 0xFFFC);
      at += c.length;
    }
  };
  while (at + kSize + 2 <= text.size()) {
    const char* from = text.data() + at;
    if (bits(may_not_count(from)) != 0) {
      count_one_by_one(at + kSize);
      continue;
    }
    const Vector bytes = read(from);
    characters += count(begins_character(bytes));
    if (bits(below(bytes, ' ' + 1)) != 0) {
      characters -=
          count(equal(bytes, ' ')) + count(below(bytes, '\r' + 1)) - count(below(bytes, '\t'));
    }
    at += kSize;
  }
  count_one_by_one(text.size());
  return characters;
}

void write_stats(const Document& document, const View& view, JsonWriter& json) {
  std::size_t characters = 0;
  std::size_t images = 0;
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    const ViewBlock& block = view.blocks[i];
    if (!block.shown || !is_leaf(document.blocks[i].kind)) continue;
    characters += count_characters(block.text);
    for (const Span& span : block.spans) {
      images += static_cast<std::size_t>(span.kind == SpanKind::image && !target_of(span).empty());
    }
  }
  json.begin_object();
  json.key("characters").number(characters);
  json.key("images").number(images);
  json.key("minutes").number((characters + kCharactersPerMinute - 1) / kCharactersPerMinute);
  json.end_object();
}

void write_step(const ExplanationStep& step, JsonWriter& json) {
  json.begin_object();
  json.key("rule").string(name_of(step.rule));
  json.key("configuration").string_or_null(step.configuration);
  json.key("dictionary").string_or_null(step.dictionary);
  json.key("from").string(step.from);
  json.key("to").string(step.to);
  json.end_object();
}

void write_positions(std::string_view text, std::size_t begin, std::size_t end, JsonWriter& json) {
  Utf16Offsets offset(text);
  json.key("start").number(offset(begin));
  json.key("end").number(offset(end));
}

/// About how long the JSON will be: what grows step by step needs twice its memory at the last.
std::size_t size_of_json(const View& view) {
  constexpr std::size_t kFields = 130, kSpan = 70, kRest = 2000;
  std::size_t size = kRest + view.blocks.size() * kFields;
  for (const ViewBlock& block : view.blocks) {
    size += block.text.size() * (block.shown ? 2 : 1);
    for (const Span& span : block.spans) {
      size += kSpan + span.target.size() + span.title.size() + span.alternative.size();
    }
  }
  return size;
}

void write_json(const Document& document, const View& view, JsonWriter& json) {
  json.begin_object();
  json.key("schema").number(kSchema);
  write_metadata(document, view.metadata, json.key("metadata"));
  write_outline(document, view, json.key("outline"));
  json.key("blocks").begin_array();
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    write_block(document.blocks[i], view.blocks[i], json);
  }
  json.end_array();
  json.key("text");
  json.begin_string();
  write_text(document, view, [&](std::string_view piece) { json.add_to_string(piece); });
  json.end_string();
  write_keywords(view.keywords, json.key("keywords"));
  write_matches(view, 0, json.key("matches"));
  write_trace(document, json.key("trace"));
  write_stats(document, view, json.key("stats"));
  json.key("view").begin_object();
  json.key("script").string(name_of(view.script));
  json.key("configuration").string_or_null(view.configuration);
  json.end_object();
  json.end_object();
}

}  // namespace

std::string to_json(const Document& document, const View& view, BlockIndex block,
                    const ViewExplanation& explanation) {
  const Explanation& piece = explanation.piece;
  JsonWriter json;
  json.begin_object();
  json.key("block").number(block);
  write_positions(view.blocks[block].text, explanation.begin, explanation.end, json);
  json.key("result").string(piece.result);
  json.key("changed").boolean(piece.changed());
  json.key("source").begin_object();
  write_positions(document.blocks[block].text, piece.begin, piece.end, json);
  json.key("text").string(piece.source);
  json.end_object();
  json.key("steps").begin_array();
  for (const ExplanationStep& step : piece.steps) write_step(step, json);
  json.end_array();
  json.end_object();
  return json.take();
}

std::string to_json(const Document& document, const View& view) {
  JsonWriter json(size_of_json(view));
  write_json(document, view, json);
  return json.take();
}

void to_json(const Document& document, const View& view, const Sink& sink) {
  JsonWriter json(sink);
  write_json(document, view, json);
  json.finish();
}

}  // namespace shuye
