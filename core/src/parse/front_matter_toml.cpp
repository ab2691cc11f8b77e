#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/front_matter_value.h"

namespace shuye {
namespace {

std::string two_digits(unsigned value) {
  std::string digits = std::to_string(value);
  return digits.size() < 2 ? "0" + digits : digits;
}

std::string to_text(const toml::date& date) {
  std::string year = std::to_string(date.year);
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  return year + "-" + two_digits(date.month) + "-" + two_digits(date.day);
}

std::string to_text(const toml::time& time) {
  return two_digits(time.hour) + ":" + two_digits(time.minute) + ":" + two_digits(time.second);
}

std::string to_text(const toml::date_time& moment) {
  std::string text = to_text(moment.date) + "T" + to_text(moment.time);
  if (!moment.offset) return text;
  const int minutes = moment.offset->minutes;
  if (minutes == 0) return text + "Z";
  const auto distance = static_cast<unsigned>(minutes < 0 ? -minutes : minutes);
  text.push_back(minutes < 0 ? '-' : '+');
  return text + two_digits(distance / 60) + ":" + two_digits(distance % 60);
}

Value string_value(std::string text) {
  Value value;
  value.kind = Value::Kind::string;
  value.text = std::move(text);
  return value;
}

class TomlReader {
 public:
  Value read(const toml::node& node, std::size_t depth) {
    if (++values_ > kMaxValues || depth > kMaxValueDepth) {
      too_large_ = true;
      return {};
    }
    if (const toml::table* table = node.as_table()) return read_table(*table, depth);
    if (const toml::array* array = node.as_array()) {
      Value list;
      list.kind = Value::Kind::list;
      for (const toml::node& item : *array) list.items.push_back(read(item, depth + 1));
      return list;
    }
    return read_scalar(node);
  }

  bool too_large() const { return too_large_; }

 private:
  // The table is sorted by name; the source's order is what the article's author chose.
  Value read_table(const toml::table& table, std::size_t depth) {
    struct Entry {
      std::string_view name;
      const toml::node* node;
    };
    std::vector<Entry> entries;
    for (const auto& [name, node] : table) entries.push_back({name.str(), &node});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      const toml::source_position& left = a.node->source().begin;
      const toml::source_position& right = b.node->source().begin;
      return left.line != right.line ? left.line < right.line : left.column < right.column;
    });
    Value map;
    map.kind = Value::Kind::map;
    for (const Entry& entry : entries) {
      map.names.emplace_back(entry.name);
      map.items.push_back(read(*entry.node, depth + 1));
    }
    return map;
  }

  static Value read_scalar(const toml::node& node) {
    if (const auto* text = node.as_string()) return string_value(text->get());
    if (const auto* whole = node.as_integer()) return plain_scalar(std::to_string(whole->get()));
    if (const auto* real = node.as_floating_point()) {
      return plain_scalar(std::to_string(real->get()));
    }
    if (const auto* truth = node.as_boolean()) return plain_scalar(truth->get() ? "true" : "false");
    if (const auto* date = node.as_date()) return string_value(to_text(date->get()));
    if (const auto* time = node.as_time()) return string_value(to_text(time->get()));
    if (const auto* moment = node.as_date_time()) return string_value(to_text(moment->get()));
    return {};
  }

  std::size_t values_ = 0;
  bool too_large_ = false;
};

}  // namespace

Fields read_toml(std::string_view text) {
  Fields fields;
  fields.map.kind = Value::Kind::map;
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const toml::source_position place = parsed.error().source().begin;
    const std::size_t line = place.line > 0 ? place.line - 1 : 0;
    const std::size_t column = place.column > 0 ? place.column - 1 : 0;
    fields.broken = true;
    fields.problems.push_back({"front-matter.broken",
                               "The TOML is broken in line " + std::to_string(line + 1) + ": " +
                                   std::string(parsed.error().description()),
                               byte_offset(text, line, column)});
    return fields;
  }
  TomlReader reader;
  fields.map = reader.read(parsed.table(), 0);
  fields.map.kind = Value::Kind::map;
  if (reader.too_large()) {
    fields.broken = true;
    fields.problems.push_back({"front-matter.broken", "The TOML has too many values", 0});
  }
  return fields;
}

}  // namespace shuye
