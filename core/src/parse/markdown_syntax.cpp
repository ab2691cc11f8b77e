#include "parse/markdown_syntax.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char at_or_zero(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alphanumeric(c) || c == '-' || c == '_' || c == ':' || c == '.' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// One of `#id`, `.class`, `key=value` at the beginning of `rest`; 0 when it is none.
std::size_t attribute_length(std::string_view rest) {
  const std::size_t stop = std::min(rest.find_first_of(" \t=\"'"), rest.size());
  const std::string_view name = rest.substr(0, stop);
  if (stop == rest.size() || rest[stop] != '=') {
    const bool marked = name.size() > 1 && (name[0] == '#' || name[0] == '.');
    return marked && is_name(name.substr(1)) ? stop : 0;
  }
  if (!is_name(name)) return 0;
  const char quote = at_or_zero(rest, stop + 1);
  if (quote == '"' || quote == '\'') {
    const std::size_t end = rest.find(quote, stop + 2);
    return end == std::string_view::npos ? 0 : end + 1;
  }
  return std::min(rest.find_first_of(" \t", stop), rest.size());
}

bool is_empty_line_at(std::string_view text, std::size_t newline) {
  const std::size_t next = text.find_first_not_of(" \t", newline + 1);
  return next == std::string_view::npos || text[next] == '\n';
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

}  // namespace

std::size_t tag_length(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  std::string_view close;
  if (rest.starts_with("{{<")) {
    close = ">}}";
  } else if (rest.starts_with("{{%")) {
    close = "%}}";
  } else if (rest.starts_with("{{")) {
    close = "}}";
  } else if (rest.starts_with("{%")) {
    close = "%}";
  } else {
    return 0;
  }
  const std::size_t begin = close.size() == 3 ? 3 : 2;
  for (std::size_t i = rest.find_first_of("{}%>\n", begin); i != std::string_view::npos;
       i = rest.find_first_of("{}%>\n", i + 1)) {
    if (rest.substr(i, close.size()) == close) {
      return trim(rest.substr(begin, i - begin)).empty() ? 0 : i + close.size();
    }
    const char next = at_or_zero(rest, i + 1);
    if (rest[i] == '{' && (next == '{' || next == '%')) return 0;
    if (rest[i] == '\n' && is_empty_line_at(rest, i)) return 0;
  }
  return 0;
}

std::size_t attributes_length(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 300;
  const std::string_view rest = text.substr(at, kLongest);
  const std::size_t end = rest.find_first_of("{}\n", 1);
  if (end == std::string_view::npos || rest[end] != '}') return 0;
  std::string_view inner = rest.substr(1, end - 1);
  const bool kramdown = inner.starts_with(':');
  if (kramdown) inner.remove_prefix(inner.starts_with("::") ? 2 : 1);
  inner = trim(inner);
  if (kramdown && is_name(inner)) return end + 1;  // {:toc}
  if (inner.empty()) return 0;
  while (!inner.empty()) {
    const std::size_t length = attribute_length(inner);
    if (length == 0) return 0;
    inner = trim(inner.substr(length));
  }
  return end + 1;
}

std::size_t annotation_length(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 200;
  const std::string_view rest = text.substr(at, kLongest);
  std::size_t end = 1;
  bool has_han = false;
  while (end < rest.size() && rest[end] != '|') {
    const utf8::Character c = utf8::read(rest, end);
    const bool kana = c.code_point >= 0x3041 && c.code_point <= 0x30FF;
    if (!is_han(c.code_point) && !kana) return 0;
    has_han = has_han || is_han(c.code_point);
    end += c.length;
  }
  if (!has_han || at_or_zero(rest, end) != '|') return 0;
  bool empty = true;
  while (++end < rest.size()) {
    if (rest[end] == '|' || rest[end] == '}') {
      if (empty) return 0;
      if (rest[end] == '}') return end + 1;
      empty = true;
      continue;
    }
    if (rest[end] == '\n' || rest[end] == '{') return 0;
    const utf8::Character c = utf8::read(rest, end);
    if (is_han(c.code_point)) return 0;
    empty = false;
    end += c.length - 1;
  }
  return 0;
}

std::size_t address_length(std::string_view text) {
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (c.code_point <= ' ') return at;
    const bool ends =
        is_punctuation(c.code_point) || (is_han(c.code_point) && last < 0x80 && is_word(last));
    if (c.code_point >= 0x80 && ends) return at;
    last = c.code_point;
    at += c.length;
  }
  return text.size();
}

std::size_t container_colons(std::string_view line) {
  const std::size_t colons = std::min(line.find_first_not_of(':'), line.size());
  return colons >= 3 ? colons : 0;
}

bool is_contents_mark(std::string_view line) {
  constexpr std::size_t kLongest = 100;
  constexpr std::string_view kMarks[] = {"[toc]",   "[[toc]]",   "[[_toc_]]", "@[toc]",  "${toc}",
                                         "{{toc}}", "{{ toc }}", "{:toc}",    "{: toc}", "[tocm]"};
  if (line.size() > kLongest) return false;
  const std::string text = lower(line);
  if (std::find(std::begin(kMarks), std::end(kMarks), text) != std::end(kMarks)) return true;
  return text.starts_with("@[toc](") && text.ends_with(')');
}

bool is_mark_line(std::string_view line) {
  if (line.empty()) return false;
  switch (line[0]) {
    case ':':
      return container_colons(line) > 0;
    case '{':
      return tag_length(line, 0) == line.size() ||
             (line.starts_with("{:") && attributes_length(line, 0) == line.size());
    case '[':
    case '@':
    case '$':
      return is_contents_mark(line);
    default:
      return false;
  }
}

}  // namespace shuye
