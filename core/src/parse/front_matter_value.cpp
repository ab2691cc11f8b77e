#include "parse/front_matter_value.h"

#include <algorithm>

#include "text/utf8.h"

namespace shuye {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

// JSON's grammar of numbers, which a plain `+1`, `.5` or `007` is not.
bool is_json_number(std::string_view text) {
  constexpr std::size_t kExactDigits = 15;
  std::size_t at = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = at;
  at = skip_digits(text, at);
  if (at == whole || at - whole > kExactDigits || (text[whole] == '0' && at - whole > 1)) {
    return false;
  }
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    if (at == fraction) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const std::size_t exponent = at;
    at = skip_digits(text, at);
    if (at == exponent || at - exponent > 2) return false;
  }
  return at == text.size();
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out.push_back('"');
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (byte < 0x20) {
      out.append("\\u00").push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

// As deep as kMaxValueDepth.
void append_json(std::string& out, const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      out.append("null");
      return;
    case Value::Kind::boolean:
    case Value::Kind::number:
      out.append(value.text);
      return;
    case Value::Kind::string:
      append_json_string(out, value.text);
      return;
    case Value::Kind::list:
    case Value::Kind::map:
      break;
  }
  const bool map = value.kind == Value::Kind::map;
  out.push_back(map ? '{' : '[');
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    if (i > 0) out.push_back(',');
    if (map) {
      append_json_string(out, value.names[i]);
      out.push_back(':');
    }
    append_json(out, value.items[i]);
  }
  out.push_back(map ? '}' : ']');
}

}  // namespace

bool Value::set(std::string name, Value value) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) {
    items[static_cast<std::size_t>(found - names.begin())] = std::move(value);
    return true;
  }
  names.push_back(std::move(name));
  items.push_back(std::move(value));
  return false;
}

Value plain_scalar(std::string_view text) {
  Value value;
  value.text = text;
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
    value.kind = Value::Kind::null;
  } else if (text == "true" || text == "True" || text == "TRUE") {
    value.kind = Value::Kind::boolean;
    value.text.assign("true");
  } else if (text == "false" || text == "False" || text == "FALSE") {
    value.kind = Value::Kind::boolean;
    value.text.assign("false");
  } else {
    value.kind = is_json_number(text) ? Value::Kind::number : Value::Kind::string;
  }
  return value;
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

std::size_t byte_offset(std::string_view text, std::size_t line, std::size_t column) {
  std::size_t at = 0;
  for (; line > 0; --line) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  for (; column > 0 && at < text.size() && text[at] != '\n'; --column) {
    at += utf8::read(text, at).length;
  }
  return at;
}

}  // namespace shuye
