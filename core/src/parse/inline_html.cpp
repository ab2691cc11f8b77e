#include "parse/inline_html.h"

#include <algorithm>
#include <cstddef>

#include "text/character_reference.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\f";

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Character references as they occur in addresses and titles.
std::string decode_references(std::string_view value) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = value.find('&'); at != std::string_view::npos;
       at = value.find('&', at + 1)) {
    const CharacterReference found = character_reference(value, at);
    if (found.length == 0) continue;
    out.append(value, from, at - from);
    utf8::append(out, found.code_point);
    from = at + found.length;
  }
  return out.append(value, from);
}

void skip(std::string_view& rest, std::size_t end) {
  rest.remove_prefix(std::min(end, rest.size()));
}

std::string_view take_until(std::string_view& rest, std::string_view stop) {
  const std::string_view taken = rest.substr(0, rest.find_first_of(stop));
  skip(rest, taken.size());
  return taken;
}

std::string_view take_value(std::string_view& rest) {
  if (rest.empty()) return {};
  const char quote = rest.front();
  if (quote != '"' && quote != '\'') return take_until(rest, " \t\n\r\f>");
  rest.remove_prefix(1);
  const std::string_view value = take_until(rest, std::string_view(&quote, 1));
  skip(rest, 1);
  return value;
}

}  // namespace

std::string_view InlineTag::attribute(std::string_view wanted) const {
  for (const auto& [attribute_name, value] : attributes) {
    if (attribute_name == wanted) return value;
  }
  return {};
}

std::optional<InlineTag> read_inline_tag(std::string_view html) {
  if (html.size() < 3 || html.front() != '<' || html.back() != '>') return std::nullopt;
  html.remove_prefix(1);
  html.remove_suffix(1);
  InlineTag tag;
  tag.closing = html.front() == '/';
  if (tag.closing) html.remove_prefix(1);
  if (html.empty() || html.front() == '!' || html.front() == '?') return std::nullopt;
  tag.name = lower(take_until(html, " \t\n\r\f/"));
  while (!html.empty()) {
    skip(html, std::min(html.find_first_not_of(" \t\n\r\f/"), html.size()));
    const std::string_view name = take_until(html, " \t\n\r\f/=");
    skip(html, std::min(html.find_first_not_of(kSpaces), html.size()));
    std::string value;
    if (!html.empty() && html.front() == '=') {
      html.remove_prefix(1);
      skip(html, std::min(html.find_first_not_of(kSpaces), html.size()));
      value = decode_references(take_value(html));
    } else if (name.empty()) {
      break;
    }
    tag.attributes.emplace_back(lower(name), std::move(value));
  }
  return tag;
}

}  // namespace shuye
