#include "parse/markdown_formula.h"

#include <algorithm>

#include "parse/markdown_emphasis.h"
#include "text/ascii.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// In bytes.
constexpr std::size_t kLongest = 4'000;

bool is_alphanumeric(char c) { return (c >= '0' && c <= '9') || is_letter(c); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

char at_or_zero(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

bool has_cjk(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_cjk(c.code_point)) return true;
    at += c.length;
  }
  return false;
}

std::size_t display_math_length(std::string_view text, std::size_t at) {
  for (std::size_t end = text.find('$', at + 2); end != std::string_view::npos;
       end = text.find('$', end + 1)) {
    if (text[end - 1] == '\\' || at_or_zero(text, end + 1) != '$') continue;
    const std::string_view inner = text.substr(at + 2, end - at - 2);
    return trim(inner).empty() || inner.find('`') != std::string_view::npos ? 0 : end + 2 - at;
  }
  return 0;
}

/// `\frac`, of which the backslash is not escaped itself.
bool has_command(std::string_view inner) {
  for (std::size_t at = inner.find('\\'); at != std::string_view::npos; at = inner.find('\\', at)) {
    if (is_letter(at_or_zero(inner, at + 1))) return true;
    at += 2;
  }
  return false;
}

/// `x_1`, `n^2`, `v_{max}`: an index or a power, and not a name such as `file_name`.
bool has_script(std::string_view inner) {
  for (std::size_t at = inner.find_first_of("_^"); at != std::string_view::npos;
       at = inner.find_first_of("_^", at + 1)) {
    if (at == 0 || is_blank(inner[at - 1]) || inner[at - 1] == '\\') continue;
    const char next = at_or_zero(inner, at + 1);
    if (next == '{' || next == '\\' || next == '*' || next == '\'') return true;
    if (is_alphanumeric(next) && !is_alphanumeric(at_or_zero(inner, at + 2))) return true;
  }
  return false;
}

/// Single letters, numbers and operators, as in `f(x) = 2n`, and no words.
bool has_no_words(std::string_view inner) {
  constexpr std::size_t kLongestName = 2;
  std::size_t letters = 0;
  for (const char c : inner) {
    letters = is_letter(c) ? letters + 1 : 0;
    if (letters > kLongestName) return false;
  }
  return inner.find('\\') == std::string_view::npos && !has_cjk(inner);
}

bool has_operator(std::string_view inner) {
  return inner.find_first_of("=<>+^_") != std::string_view::npos;
}

bool is_set_off(std::string_view inner) {
  return is_blank(inner.front()) && is_blank(inner.back());
}

/// Where the formula's text ends; npos where nothing closes it, another one begins before, or the
/// paragraph ends.
std::size_t bracket_end(std::string_view text, std::size_t from, std::string_view open,
                        std::string_view close) {
  for (std::size_t at = text.find_first_of("\\`\n", from); at != std::string_view::npos;
       at = text.find_first_of("\\`\n", at)) {
    if (text[at] == '`') break;
    if (text[at] == '\n') {
      const std::size_t next = text.find_first_not_of(" \t", ++at);
      if (next == std::string_view::npos || text[next] == '\n') break;
    } else if (text.substr(at).starts_with(close)) {
      return at;
    } else if (text.substr(at).starts_with(open)) {
      break;
    } else {
      at += 2;
    }
  }
  return std::string_view::npos;
}

}  // namespace

bool reads_as_formula(std::string_view inner) {
  if (inner.empty() || inner.size() > kLongest || inner.find('`') != std::string_view::npos)
    return false;
  return inner.find_first_of("\\^_={") != std::string_view::npos || !has_cjk(inner);
}

std::size_t math_length(std::string_view text, std::size_t at) {
  if (at_or_zero(text, at + 1) == '$') return display_math_length(text, at);
  if (at > 0 && (is_alphanumeric(text[at - 1]) || text[at - 1] == '$')) return 0;
  if (at + 1 >= text.size() || is_blank(text[at + 1])) return 0;
  for (std::size_t end = text.find('$', at + 1); end != std::string_view::npos;
       end = text.find('$', end + 1)) {
    if (text[end - 1] == '\\') continue;
    if (is_blank(text[end - 1]) || is_alphanumeric(at_or_zero(text, end + 1)) ||
        at_or_zero(text, end + 1) == '$') {
      return 0;
    }
    return reads_as_formula(text.substr(at + 1, end - at - 1)) ? end + 1 - at : 0;
  }
  return 0;
}

BracketedFormula bracketed_formula(std::string_view text, std::size_t at) {
  text = text.substr(at, kLongestBracketedFormula);
  const std::size_t mark = text.starts_with("\\\\") ? 3 : 2;
  const char bracket = at_or_zero(text, mark - 1);
  if (text.empty() || text[0] != '\\' || (bracket != '(' && bracket != '[')) return {};
  const std::string_view open = text.substr(0, mark);
  const std::string_view close = bracket == '(' ? "\\\\)" : "\\\\]";
  const std::size_t end = bracket_end(text, mark, open, close.substr(3 - mark));
  if (end == std::string_view::npos) return {};
  const std::string_view inner = text.substr(mark, end - mark);
  if (trim(inner).empty() || inner.ends_with('\\')) return {};
  BracketedFormula formula{end + mark, mark, has_command(inner)};
  if (formula.sure) return formula;
  if (bracket == '[') {
    // Square brackets are escaped more often than not, with anything in them.
    return is_set_off(inner) && !has_cjk(inner) ? formula : BracketedFormula();
  }
  const bool no_words = has_no_words(inner);
  formula.sure = has_script(inner) || (no_words && has_operator(inner));
  return formula.sure || no_words ? formula : BracketedFormula();
}

bool has_bracketed_formula(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at)) {
    const BracketedFormula formula = bracketed_formula(text, at);
    if (formula.sure) return true;
    at += at_or_zero(text, at + 1) == '\\' ? 3 : 2;
    if (at > text.size()) break;
  }
  return false;
}

bool owns_its_bars(std::string_view formula) {
  if (has_command(formula) || has_script(formula)) return true;
  std::size_t depth = 0;
  std::size_t bars = 0;
  for (const char c : formula) {
    if (c == '(' || c == '[' || c == '{') ++depth;
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
    if (c == '|' && depth == 0) ++bars;
  }
  return bars % 2 == 0;
}

}  // namespace shuye
