#include "parse/front_matter_plain.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "parse/front_matter_lines.h"
#include "text/ascii.h"

namespace shuye {
namespace {

// Lines, and items of a list: together far fewer than YAML's reader takes of a usual size.
constexpr std::size_t kMost = 90;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Characters that YAML takes for what they are: no controls, no line ends of Unicode's, no byte
// order marks, and nothing that is no character.
bool is_plain_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= ' ' && c < 0x7F) continue;
    if (is_ascii(c)) return false;
    const std::string_view next = text.substr(i, 3);
    if (c == '\xC2' && next.size() > 1 && next[1] < '\xA0') return false;
    if (next == "\u2028" || next == "\u2029" || next == "\uFEFF") return false;
    if (next == "\uFFFE" || next == "\uFFFF") return false;
  }
  return true;
}

std::string_view without_spaces(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

// What a text begins with must be nothing that YAML has a meaning for, and within it there must be
// no beginning of a comment or of a value.
bool is_plain(std::string_view text, bool in_list) {
  if (!is_letter(text.front()) && !is_digit(text.front()) && is_ascii(text.front())) return false;
  if (text.find_first_of(in_list ? "#:?,[]{}" : "#") != text.npos) return false;
  return text.find(": ") == text.npos && text.back() != ':';
}

std::optional<Value> quoted(std::string_view text) {
  const char quote = text.front();
  if (text.size() < 2 || text.back() != quote) return std::nullopt;
  text = text.substr(1, text.size() - 2);
  if (text.find(quote) != text.npos || text.find('\\') != text.npos) return std::nullopt;
  Value value;
  value.kind = Value::Kind::string;
  value.text = text;
  return value;
}

// `text` is not empty, and has no spaces around it.
std::optional<Value> scalar(std::string_view text, bool in_list) {
  if (text.front() == '"' || text.front() == '\'') return quoted(text);
  if (!is_plain(text, in_list)) return std::nullopt;
  return plain_scalar(text);
}

// `[a, 'b']`; what a quoted item has inside is not looked at here, and must not have a comma.
std::optional<Value> flow_list(std::string_view text) {
  if (text.size() < 2 || text.back() != ']') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  Value list;
  list.kind = Value::Kind::list;
  if (without_spaces(text).empty()) return list;
  for (;;) {
    const std::size_t end = std::min(text.find(','), text.size());
    const std::string_view item = without_spaces(text.substr(0, end));
    auto value = item.empty() ? std::nullopt : scalar(item, true);
    if (!value || list.items.size() == kMost) return std::nullopt;
    list.items.push_back(*std::move(value));
    if (end == text.size()) return list;
    text.remove_prefix(end + 1);
  }
}

// A name is one only as a text: `true: 1` has a name that is none.
bool is_name(std::string_view name) {
  constexpr std::size_t kLongest = 100;
  const auto in_name = [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; };
  return !name.empty() && name.size() <= kLongest && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), in_name) &&
         plain_scalar(name).kind == Value::Kind::string;
}

class PlainReader {
 public:
  std::optional<Value> read(std::string_view text) {
    fields_.kind = Value::Kind::map;
    while (!text.empty()) {
      const std::string_view line = take_line(text);
      if (line.empty()) continue;
      if (lines_++ == kMost || !is_plain_text(line)) return std::nullopt;
      if (!(is_letter(line.front()) ? field(line) : item(line))) return std::nullopt;
    }
    if (fields_.items.empty()) return std::nullopt;
    return std::move(fields_);
  }

 private:
  bool field(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !is_name(line.substr(0, colon))) return false;
    std::string name(line.substr(0, colon));
    const std::string_view rest = line.substr(colon + 1);
    if (!rest.empty() && rest.front() != ' ') return false;
    const std::string_view text = without_spaces(rest);
    std::optional<Value> value = Value();
    if (!text.empty()) value = text.front() == '[' ? flow_list(text) : scalar(text, false);
    awaits_items_ = text.empty();
    // A name that stands twice is YAML's to tell of.
    return value && !fields_.set(std::move(name), *std::move(value));
  }

  bool item(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == line.npos || fields_.items.empty()) return false;
    Value& list = fields_.items.back();
    if (awaits_items_) {
      list.kind = Value::Kind::list;
      list.text.clear();
      indent_ = indent;
      awaits_items_ = false;
      in_items_ = fields_.items.size();
    }
    if (in_items_ != fields_.items.size() || indent != indent_) return false;
    line.remove_prefix(indent);
    if (!line.starts_with("- ")) return false;
    const std::string_view text = without_spaces(line.substr(2));
    auto value = text.empty() ? std::nullopt : scalar(text, false);
    if (!value) return false;
    list.items.push_back(*std::move(value));
    return true;
  }

  Value fields_;
  std::size_t lines_ = 0;
  bool awaits_items_ = false;  // the field before has nothing behind its colon
  std::size_t in_items_ = 0;   // how many fields there were when the list began that is being read
  std::size_t indent_ = 0;     // of its items
};

}  // namespace

std::optional<Value> read_plain_yaml(std::string_view text) { return PlainReader().read(text); }

}  // namespace shuye
