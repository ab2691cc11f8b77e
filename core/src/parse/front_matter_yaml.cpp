// YAML by libyaml's events. Nothing is recursive but copying a value, which is at most
// kMaxValueDepth deep.

#include <yaml.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/front_matter_value.h"

namespace shuye {
namespace {

// Aliases multiply what they stand for: what is copied for them is bounded in bytes as well.
constexpr std::size_t kMaxAliasBytes = std::size_t{4} << 20;

std::string_view view(const yaml_char_t* text, std::size_t length) {
  return {reinterpret_cast<const char*>(text), length};
}

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Size {
  std::size_t values = 0;
  std::size_t bytes = 0;
  std::size_t depth = 0;
};

Size size_of(const Value& value) {
  Size size{1, value.text.size(), 1};
  for (const std::string& name : value.names) size.bytes += name.size();
  for (const Value& item : value.items) {
    const Size inner = size_of(item);
    size.values += inner.values;
    size.bytes += inner.bytes;
    size.depth = std::max(size.depth, inner.depth + 1);
  }
  return size;
}

class YamlReader {
 public:
  explicit YamlReader(std::string_view text) : text_(text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlReader() { yaml_parser_delete(&parser_); }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;

  Fields read() {
    while (step()) {
    }
    if (!fields_.broken && root_.kind != Value::Kind::map && root_.kind != Value::Kind::null) {
      fail("The front matter is no list of fields", {});
    }
    if (root_.kind == Value::Kind::map) fields_.map = std::move(root_);
    fields_.map.kind = Value::Kind::map;
    return std::move(fields_);
  }

 private:
  struct Open {
    Value value;
    std::string anchor;
    std::string name;  // of the item that comes next in a map
    yaml_mark_t name_mark = {};
    bool has_name = false;
  };

  bool step() {
    yaml_event_t event;
    if (yaml_parser_parse(&parser_, &event) == 0) {
      fail(std::string("The YAML is broken: ") +
               (parser_.problem == nullptr ? "unknown problem" : parser_.problem),
           parser_.problem_mark);
      return false;
    }
    const bool more = handle(event);
    yaml_event_delete(&event);
    return more;
  }

  bool handle(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_SCALAR_EVENT:
        return add(scalar(event), view(event.data.scalar.anchor), event.start_mark);
      case YAML_SEQUENCE_START_EVENT:
        return open(Value::Kind::list, view(event.data.sequence_start.anchor), event.start_mark);
      case YAML_MAPPING_START_EVENT:
        return open(Value::Kind::map, view(event.data.mapping_start.anchor), event.start_mark);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: {
        Open done = std::move(open_.back());
        open_.pop_back();
        return add(std::move(done.value), done.anchor, event.start_mark);
      }
      case YAML_ALIAS_EVENT:
        return add_alias(view(event.data.alias.anchor), event.start_mark);
      case YAML_DOCUMENT_END_EVENT:
      case YAML_STREAM_END_EVENT:
        return false;
      default:
        return true;
    }
  }

  static Value scalar(const yaml_event_t& event) {
    const std::string_view text = view(event.data.scalar.value, event.data.scalar.length);
    if (event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE) return plain_scalar(text);
    Value value;
    value.kind = Value::Kind::string;
    value.text = text;
    return value;
  }

  bool open(Value::Kind kind, std::string_view anchor, const yaml_mark_t& mark) {
    if (open_.size() >= kMaxValueDepth) return fail("The YAML nests too deeply", mark);
    Open& opened = open_.emplace_back();
    opened.value.kind = kind;
    opened.anchor = anchor;
    return true;
  }

  bool add(Value value, std::string_view anchor, const yaml_mark_t& mark) {
    if (++values_ > kMaxValues) return fail("The YAML has too many values", mark);
    if (!anchor.empty()) anchors_.insert_or_assign(std::string(anchor), value);
    if (open_.empty()) {
      root_ = std::move(value);
      return true;
    }
    Open& outer = open_.back();
    if (outer.value.kind == Value::Kind::list) {
      outer.value.items.push_back(std::move(value));
    } else if (!std::exchange(outer.has_name, !outer.has_name)) {
      outer.name = value.is_scalar() ? value.text : to_json(value);
      outer.name_mark = mark;
    } else {
      add_field(outer, std::move(value));
    }
    return true;
  }

  void add_field(Open& outer, Value value) {
    if (outer.name == "<<" && value.kind == Value::Kind::map) return merge(outer.value, value);
    if (!outer.value.set(outer.name, std::move(value))) return;
    const yaml_mark_t& mark = outer.name_mark;
    fields_.problems.push_back({"front-matter.duplicate-name",
                                "The field " + outer.name + " stands again in line " +
                                    std::to_string(mark.line + 1) + "; what it says there is read",
                                byte_offset(text_, mark.line, mark.column)});
  }

  static void merge(Value& map, const Value& other) {
    for (std::size_t i = 0; i < other.items.size(); ++i) {
      if (std::find(map.names.begin(), map.names.end(), other.names[i]) == map.names.end()) {
        map.set(other.names[i], other.items[i]);
      }
    }
  }

  bool add_alias(std::string_view name, const yaml_mark_t& mark) {
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) {
      // What nothing is named is no alias but a text that begins with a star.
      Value text;
      text.kind = Value::Kind::string;
      text.text = "*" + std::string(name);
      return add(std::move(text), {}, mark);
    }
    const Size size = size_of(found->second);
    values_ += size.values;
    alias_bytes_ += size.bytes;
    if (values_ > kMaxValues || alias_bytes_ > kMaxAliasBytes) {
      return fail("The YAML has too many values", mark);
    }
    if (open_.size() + size.depth > kMaxValueDepth) return fail("The YAML nests too deeply", mark);
    return add(Value(found->second), {}, mark);
  }

  bool fail(std::string message, const yaml_mark_t& mark) {
    fields_.broken = true;
    fields_.problems.push_back({"front-matter.broken",
                                std::move(message) + " in line " + std::to_string(mark.line + 1),
                                byte_offset(text_, mark.line, mark.column)});
    return false;
  }

  std::string_view text_;
  yaml_parser_t parser_;
  std::vector<Open> open_;
  std::map<std::string, Value, std::less<>> anchors_;
  Value root_;
  Fields fields_;
  std::size_t values_ = 0;
  std::size_t alias_bytes_ = 0;
};

}  // namespace

Fields read_yaml(std::string_view text) { return YamlReader(text).read(); }

}  // namespace shuye
