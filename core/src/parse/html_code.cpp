#include "parse/html_code.h"

#include <algorithm>
#include <string_view>

#include "parse/html_classes.h"

namespace shuye {
namespace {

constexpr std::size_t kLongestLanguage = 32;

bool is_language(std::string_view name) {
  return !name.empty() && name.size() <= kLongestLanguage &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '+' || c == '#' || c == '-' || c == '_' || c == '.';
         });
}

std::string_view after(std::string_view token, std::string_view prefix) {
  return token.substr(0, prefix.size()) == prefix ? token.substr(prefix.size())
                                                  : std::string_view();
}

std::string_view named_by(const HtmlNode& node) {
  for (const char* name : {"data-lang", "data-language"}) {
    if (is_language(node.attribute(name))) return node.attribute(name);
  }
  std::string_view previous;
  std::string_view found;
  for_each_class(node.attribute("class"), [&](std::string_view token) {
    for (const std::string_view prefix : {"language-", "lang-", "highlight-source-", "brush:"}) {
      if (found.empty() && is_language(after(token, prefix))) found = after(token, prefix);
    }
    // `brush: java;` and Hexo's `highlight java`.
    if (token.size() > 1 && token.back() == ';') token.remove_suffix(1);
    const bool follows =
        previous == "brush:" || (previous == "highlight" && node.name() == "figure");
    if (found.empty() && follows && is_language(token)) found = token;
    previous = token;
  });
  return found;
}

}  // namespace

std::string code_language(const HtmlTree& tree, std::uint32_t node) {
  constexpr int kBoxesAround = 6;  // figure > table > tbody > tr > td > pre
  std::string_view language = named_by(tree[node]);
  for (std::uint32_t i = node + 1; language.empty() && i < tree[node].end && i < node + 4; ++i) {
    if (tree[i].name() == "code") language = named_by(tree[i]);
  }
  std::uint32_t box = node;
  for (int i = 0; language.empty() && i < kBoxesAround && box != 0; ++i) {
    box = tree[box].parent;
    language = named_by(tree[box]);
  }
  return language == "plaintext" || language == "plain" || language == "text"
             ? std::string()
             : std::string(language);
}

bool is_line_numbers(const HtmlTree& tree, std::uint32_t node) {
  bool named = false;
  for_each_class(tree[node].attribute("class"), [&](std::string_view token) {
    for (const std::string_view name :
         {"gutter", "line-numbers", "line-numbers-rows", "linenos", "lineno", "linenumber",
          "pre-numbering", "hljs-ln-numbers", "lnt", "ln"}) {
      named = named || token == name;
    }
  });
  for (std::uint32_t i = node; named && i < tree[node].end; ++i) {
    named = tree[i].text().find_first_not_of("0123456789 .:\r\n\t") == std::string_view::npos;
  }
  return named && tree[node].name() != "pre";
}

}  // namespace shuye
