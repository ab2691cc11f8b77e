#include "parse/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "parse/front_matter_fields.h"
#include "parse/front_matter_lines.h"
#include "parse/front_matter_plain.h"
#include "parse/front_matter_value.h"
#include "text/character.h"

namespace shuye {
namespace {

enum class Language { yaml, toml, json };

struct Extent {
  Language language = Language::yaml;
  std::size_t begin = 0;  // of the fields
  std::size_t end = 0;
  std::size_t body = 0;  // where the article begins; 0: the front matter does not end
};

std::string_view without_trailing_space(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

// Whether fields come next. `---` also begins an article as a thematic break.
bool begins_with_field(std::string_view rest) {
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const std::string_view inner = trim(line);
    if (inner.empty() || inner.front() == '#') continue;
    if (without_trailing_space(line) == "---" || without_trailing_space(line) == "...")
      return false;
    return inner.front() == '[' || read_field_line(line).has_value();
  }
  return false;
}

// Fences: three of a kind, of `-` and `;` also more, as Hexo has them. YAML may also end with
// `...`.
bool is_fence(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() < 3 || line.size() > kLongest) return false;
  if (line[0] != '-' && line[0] != ';' && line != "+++") return false;
  return line.find_first_not_of(line[0]) == std::string_view::npos;
}

Language language_of(char fence) {
  return fence == '+' ? Language::toml : fence == ';' ? Language::json : Language::yaml;
}

// The extent of what stands between the fence lines; nothing when the text begins with no fence or
// when what follows it is no field.
std::optional<Extent> fenced(std::string_view text, std::size_t start) {
  std::string_view rest = text.substr(start);
  const std::string_view fence = without_trailing_space(take_line(rest));
  if (!is_fence(fence)) return std::nullopt;
  Extent extent;
  extent.language = language_of(fence[0]);
  extent.begin = text.size() - rest.size();
  if (extent.language != Language::json && !begins_with_field(rest)) return std::nullopt;
  while (!rest.empty()) {
    extent.end = text.size() - rest.size();
    if (extent.end - extent.begin > kMaxFrontMatterBytes) break;
    const std::string_view line = without_trailing_space(take_line(rest));
    if (line == fence || (line == "..." && fence[0] == '-')) {
      extent.body = text.size() - rest.size();
      break;
    }
  }
  return extent;
}

// Hexo's front matter without an opening fence: fields from the first line on, and then a fence. A
// heading underlined with hyphens looks the same when there is only one.
std::optional<Extent> unopened(std::string_view text, std::size_t start) {
  constexpr std::size_t kMostLines = 200;
  std::string_view rest = text.substr(start);
  Extent extent;
  extent.begin = start;
  bool known = false;
  std::size_t fields = 0;
  for (std::size_t count = 0; !rest.empty() && count < kMostLines; ++count) {
    extent.end = text.size() - rest.size();
    const std::string_view line = take_line(rest);
    const std::string_view inner = trim(line);
    if (is_fence(inner) && inner != "+++") {
      if (!known || fields < 2) return std::nullopt;
      extent.language = language_of(inner[0]);
      extent.body = text.size() - rest.size();
      return extent;
    }
    const auto field = read_field_line(line);
    const bool below =
        count > 0 && !line.empty() &&
        (line[0] == ' ' || line[0] == '\t' || line.starts_with("- ") || line[0] == '#');
    if (!below && !field) return std::nullopt;
    if (field && !below) ++fields;
    if (field && is_known_field(field->name)) known = true;
  }
  return std::nullopt;
}

// A JSON object that is alone on its lines.
std::optional<Extent> bare_object(std::string_view text, std::size_t start) {
  const std::string_view object = text.substr(start, kMaxFrontMatterBytes);
  if (!object.starts_with('{')) return std::nullopt;
  const std::size_t name = object.find_first_not_of(" \t\n", 1);
  if (name == std::string_view::npos || object[name] != '"') return std::nullopt;
  const std::size_t length = json_object_length(object);
  Extent extent{Language::json, start, start + length, 0};
  if (length == 0) return extent;
  std::string_view rest = text.substr(extent.end);
  if (!trim(take_line(rest)).empty()) return std::nullopt;
  extent.body = text.size() - rest.size();
  return extent;
}

Fields read_fields(Language language, std::string_view text) {
  switch (language) {
    case Language::yaml:
      if (auto plain = read_plain_yaml(text)) return {*std::move(plain), {}, false};
      return read_yaml(text);
    case Language::toml:
      return read_toml(text);
    case Language::json:
      break;
  }
  return read_json(text);
}

// Whether most lines are fields, items or what is indented below them, and not prose between two
// thematic breaks.
bool is_mostly_fields(std::string_view text) {
  std::size_t fields = 0;
  std::size_t others = 0;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const std::string_view inner = trim(line);
    if (inner.empty()) continue;
    const bool below = line.front() == ' ' || line.front() == '\t' || inner.starts_with("- ");
    ++(below || inner.front() == '#' || read_field_line(line) ? fields : others);
  }
  return fields > others;
}

// Adds what the lines say and the language's own reader did not get to.
void recover(Fields& fields, std::string_view text) {
  Value lines = read_field_lines(text);
  for (std::size_t i = 0; i < lines.items.size(); ++i) {
    const std::vector<std::string>& names = fields.map.names;
    if (std::find(names.begin(), names.end(), lines.names[i]) == names.end()) {
      fields.map.set(std::move(lines.names[i]), std::move(lines.items[i]));
    }
  }
}

// The fields stay among the others: what they say is about more than the script.
Script named_script(const Value& fields) {
  for (const std::string_view wanted : {"lang", "language", "locale"}) {
    const auto name = std::find(fields.names.begin(), fields.names.end(), wanted);
    if (name == fields.names.end()) continue;
    const Value& value = fields.items[static_cast<std::size_t>(name - fields.names.begin())];
    if (const auto script = script_from_name(trim(value.text))) return *script;
  }
  return Script::none;
}

}  // namespace

std::size_t read_front_matter(std::string_view text, Document& document) {
  const std::size_t start = std::min(text.find_first_not_of(" \t\n"), text.size());
  std::optional<Extent> extent = fenced(text, start);
  if (!extent) extent = bare_object(text, start);
  if (!extent) extent = unopened(text, start);
  if (!extent) return 0;
  if (extent->body == 0) {
    document.warnings.push_back({"front-matter.unterminated",
                                 "The front matter does not end; it stays a part of the text",
                                 start});
    return 0;
  }
  const std::string_view inner = text.substr(extent->begin, extent->end - extent->begin);
  Fields fields = read_fields(extent->language, inner);
  if (fields.broken) {
    if (extent->language != Language::json && !is_mostly_fields(inner)) return 0;
    recover(fields, inner);
  }
  // Names that nobody gives to front matter are a dialogue between thematic breaks, or an example.
  if (std::none_of(fields.map.names.begin(), fields.map.names.end(), is_known_field)) return 0;
  for (Problem& problem : fields.problems) {
    document.warnings.push_back(
        {problem.rule, std::move(problem.message), extent->begin + problem.offset});
  }
  apply_fields(fields.map, document.metadata);
  document.named_script = named_script(fields.map);
  return extent->body;
}

}  // namespace shuye
