// JSON is read as the YAML that it nearly is (YAML 1.2, 1.3): a second parser would make the module
// a fifth larger for front matter that few articles have. The one difference that occurs is mended
// here: YAML writes characters above U+FFFF as `\U0001F600`, JSON as a pair of surrogates.

#include <optional>
#include <string>
#include <string_view>

#include "parse/front_matter_value.h"
#include "text/character.h"

namespace shuye {
namespace {

constexpr std::size_t kEscape = 6;  // \u1234

// The code unit of the escape at `at`.
std::optional<char32_t> code_unit(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "\\u" || text.size() - at < kEscape) return std::nullopt;
  char32_t unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      unit = unit * 16 + static_cast<char32_t>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      unit = unit * 16 + static_cast<char32_t>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return unit;
}

std::string wide_escape(char32_t c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string escape = "\\U";
  for (int shift = 28; shift >= 0; shift -= 4) escape.push_back(kHex[c >> shift & 15]);
  return escape;
}

std::string join_surrogates(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;) {
    const std::optional<char32_t> unit = code_unit(text, at);
    std::size_t next = at + 2;
    if (unit && *unit >= 0xD800 && *unit <= 0xDFFF) {
      const std::optional<char32_t> low = code_unit(text, at + kEscape);
      const bool pair = *unit < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF;
      next = at + (pair ? 2 * kEscape : kEscape);
      out.append(text, copied, at - copied);
      out.append(wide_escape(pair ? 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00) : 0xFFFD));
      copied = next;
    }
    at = next < text.size() ? text.find('\\', next) : std::string_view::npos;
  }
  return out.append(text, copied);
}

}  // namespace

Fields read_json(std::string_view text) {
  const std::string joined = join_surrogates(text);
  // Hexo leaves the braces away: `"title": "题",`.
  const std::string_view inner = trim(joined);
  if (inner.starts_with('{') || inner.empty()) return read_yaml(joined);
  return read_yaml("{" + std::string(inner) + "}");
}

std::size_t json_object_length(std::string_view text) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

}  // namespace shuye
