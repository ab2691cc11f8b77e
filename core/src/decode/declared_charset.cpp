#include "decode/declared_charset.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"

namespace shuye {
namespace {

/// The standard asks for 1024 at least; old pages have long comments and scripts before it.
constexpr std::size_t kLookedAt = 16384;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/// `word` is in lower case.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(),
                    [](char expected, char c) { return lower(c) == expected; });
}

std::string_view without_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

struct Attribute {
  std::string_view name;  // empty: there are no more
  std::string_view value;
};

/// Takes an attribute off the beginning of a tag.
Attribute take_attribute(std::string_view& tag) {
  while (!tag.empty() && (is_space(tag.front()) || tag.front() == '/')) tag.remove_prefix(1);
  if (tag.empty() || tag.front() == '>') return {};
  std::size_t end = 1;
  while (end < tag.size() && !is_space(tag[end]) && tag[end] != '/' && tag[end] != '>' &&
         tag[end] != '=') {
    ++end;
  }
  Attribute attribute = {tag.substr(0, end), {}};
  tag = without_space(tag.substr(end));
  if (tag.empty() || tag.front() != '=') return attribute;
  tag = without_space(tag.substr(1));
  if (tag.empty() || tag.front() == '>') return attribute;
  const char quote = tag.front();
  if (quote == '"' || quote == '\'') {
    tag.remove_prefix(1);
    end = std::min(tag.find(quote), tag.size());
    attribute.value = tag.substr(0, end);
    tag.remove_prefix(std::min(end + 1, tag.size()));
    return attribute;
  }
  end = 0;
  while (end < tag.size() && !is_space(tag[end]) && tag[end] != '>') ++end;
  attribute.value = tag.substr(0, end);
  tag.remove_prefix(end);
  return attribute;
}

/// The charset of a content type: what follows `charset=`.
std::string_view charset_of_content(std::string_view content) {
  constexpr std::string_view kWord = "charset";
  for (; !content.empty(); content.remove_prefix(1)) {
    if (!begins_with(content, kWord)) continue;
    std::string_view rest = without_space(content.substr(kWord.size()));
    if (rest.empty() || rest.front() != '=') continue;
    rest = without_space(rest.substr(1));
    if (rest.empty()) return {};
    const char quote = rest.front();
    if (quote == '"' || quote == '\'') {
      const std::size_t end = rest.find(quote, 1);
      return end == std::string_view::npos ? std::string_view() : rest.substr(1, end - 1);
    }
    return rest.substr(0, std::min(rest.find_first_of("; \t\r\n\f"), rest.size()));
  }
  return {};
}

/// Takes the attributes of a `<meta` off `text`, and gives the label that it declares.
std::string_view take_meta(std::string_view& text) {
  std::string_view charset, content;
  bool is_content_type = false;
  while (true) {
    const Attribute attribute = take_attribute(text);
    if (attribute.name.empty()) break;
    const auto is = [&](std::string_view name) {
      return attribute.name.size() == name.size() && begins_with(attribute.name, name);
    };
    if (is("http-equiv")) is_content_type = begins_with(attribute.value, "content-type");
    if (is("charset") && charset.empty()) charset = attribute.value;
    if (is("content") && content.empty()) content = charset_of_content(attribute.value);
  }
  if (!charset.empty()) return charset;
  return is_content_type ? content : std::string_view();
}

/// Takes a tag with its attributes off, whose values may have a ">" in them.
void take_tag(std::string_view& text) {
  while (!text.empty() && !is_space(text.front()) && text.front() != '>') text.remove_prefix(1);
  while (!take_attribute(text).name.empty()) {
  }
}

void take_to(std::string_view& text, std::string_view end) {
  const std::size_t found = text.find(end);
  text.remove_prefix(found == std::string_view::npos ? text.size() : found + end.size());
}

std::string_view of_xml_declaration(std::string_view text) {
  if (!begins_with(text, "<?xml")) return {};
  text = text.substr(5, std::min(text.find("?>"), text.size()) - 5);
  while (true) {
    const Attribute attribute = take_attribute(text);
    if (attribute.name.empty()) return {};
    if (attribute.name == "encoding") return attribute.value;
  }
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
  std::string_view text = without_space(bytes.substr(0, kLookedAt));
  if (text.empty() || text.front() != '<') return {};
  if (const std::string_view label = of_xml_declaration(text); !label.empty()) return label;
  while (true) {
    text.remove_prefix(std::min(text.find('<'), text.size()));
    if (text.size() < 2) return {};
    if (begins_with(text, "<!--")) {
      text.remove_prefix(2);  // "<!-->" is a whole comment
      take_to(text, "-->");
    } else if (begins_with(text, "<meta") && text.size() > 5 &&
               (is_space(text[5]) || text[5] == '/')) {
      text.remove_prefix(5);
      if (const std::string_view label = take_meta(text); !label.empty()) return label;
    } else if (is_letter(text[1]) || (text[1] == '/' && text.size() > 2 && is_letter(text[2]))) {
      take_tag(text);
    } else if (text[1] == '!' || text[1] == '/' || text[1] == '?') {
      take_to(text, ">");
    } else {
      text.remove_prefix(1);
    }
  }
}

}  // namespace shuye
