#include "parse/front_matter_lines.h"

#include <algorithm>
#include <string>
#include <utility>

#include "parse/front_matter_value.h"
#include "text/character.h"

namespace shuye {
namespace {

constexpr std::string_view kFullWidthColon = "：";

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
         text.back() == text.front();
}

std::string_view unquote(std::string_view text) {
  return is_quoted(text) ? text.substr(1, text.size() - 2) : text;
}

Value scalar(std::string_view text) {
  text = trim(text);
  if (!is_quoted(text)) return plain_scalar(text);
  Value value;
  value.kind = Value::Kind::string;
  value.text = unquote(text);
  return value;
}

// `[a, 'b', c]`, without anything nested; what is broken may lack the end.
Value flow_list(std::string_view text) {
  Value list;
  list.kind = Value::Kind::list;
  text.remove_prefix(1);
  if (text.ends_with(']')) text.remove_suffix(1);
  while (!text.empty() && list.items.size() < kMaxValues) {
    const std::size_t end = std::min(text.find(','), text.size());
    Value item = scalar(text.substr(0, end));
    if (!item.text.empty()) list.items.push_back(std::move(item));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

Value field_value(std::string_view text) {
  // `[转载] 题目` is a text.
  const std::size_t end = text.find(']');
  if (text.starts_with('[') && (end == std::string_view::npos || text.ends_with(']'))) {
    return flow_list(text);
  }
  return scalar(text);
}

bool is_name(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (name.empty() || name.size() > kLongest || trim(name).size() != name.size()) return false;
  return name.find_first_of("\"'{}[]<>#*`|&!%@,;()/\\") == std::string_view::npos &&
         name.front() != '-' && name.find("://") == std::string_view::npos;
}

}  // namespace

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

std::optional<FieldLine> read_field_line(std::string_view line) {
  std::size_t end = std::string_view::npos;
  std::size_t separator = 1;
  if (!line.empty() && (line.front() == '"' || line.front() == '\'')) {
    end = line.find(line.front(), 1);
    if (end != std::string_view::npos) end = line.find_first_not_of(' ', end + 1);
    if (end == std::string_view::npos || (line[end] != ':' && line[end] != '=')) return {};
  } else {
    end = line.find_first_of(":=");
    const std::size_t wide = line.find(kFullWidthColon);
    if (wide < end) {
      end = wide;
      separator = kFullWidthColon.size();
    }
    if (end == std::string_view::npos) return {};
  }
  std::string_view name = line.substr(0, end);
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  const FieldLine field{unquote(name), trim(line.substr(end + separator))};
  if (!is_name(field.name) || field.value.starts_with("//")) return {};
  return field;
}

Value read_field_lines(std::string_view text) {
  Value fields;
  fields.kind = Value::Kind::map;
  std::string below;  // the field whose items may follow
  Value list;
  const auto finish_list = [&] {
    if (!list.items.empty()) fields.set(below, std::move(list));
    list = Value();
    list.kind = Value::Kind::list;
  };
  finish_list();
  while (!text.empty() && fields.items.size() < kMaxValues) {
    const std::string_view line = take_line(text);
    const std::string_view inner = trim(line);
    if (inner.starts_with("- ") && !below.empty() && list.items.size() < kMaxValues) {
      list.items.push_back(scalar(inner.substr(2)));
    } else if (const auto field = read_field_line(line)) {
      finish_list();
      fields.set(std::string(field->name), field_value(field->value));
      below = field->value.empty() ? std::string(field->name) : std::string();
    }
  }
  finish_list();
  return fields;
}

}  // namespace shuye
