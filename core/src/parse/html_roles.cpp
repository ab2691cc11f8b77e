#include "parse/html_roles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "parse/html_classes.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

// What the author of the page said in so many words is trusted more than the name of a class.
constexpr RoleHint kNavigation{Role::clutter, "html.nav", 0.95F};
constexpr RoleHint kAside{Role::clutter, "html.aside", 0.8F};
constexpr RoleHint kFooter{Role::clutter, "html.footer", 0.9F};
constexpr RoleHint kForm{Role::clutter, "html.form", 0.9F};
constexpr RoleHint kInvisible{Role::clutter, "html.hidden", 0.9F};
constexpr RoleHint kRole{Role::clutter, "html.role", 0.9F};
constexpr RoleHint kClass{Role::clutter, "html.class", 0.7F};
constexpr RoleHint kNotice{Role::notice, "html.copyright", 0.7F};
constexpr RoleHint kOutside{Role::clutter, "html.outside-article", 0.8F};
constexpr RoleHint kOutsideProse{Role::clutter, "html.outside-prose", 0.6F};

/// A part that holds more than this share of a page's text is the page.
constexpr std::uint64_t kMostOfThePage = 2;  // 1 / 2
/// A container that holds less than this share is not the article.
constexpr std::uint64_t kArticleShare = 4;  // 1 / 4

using Words = std::vector<std::string>;

/// The lower-case words of `post-tags`, `post_tags` and `postTags`.
Words words_of(std::string_view token) {
  Words words(1);
  char before = 0;
  for (const char c : token) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool parts = c == '-' || c == '_' || (upper && before >= 'a' && before <= 'z');
    if (parts && !words.back().empty()) words.emplace_back();
    if (c != '-' && c != '_') words.back() += upper ? static_cast<char>(c + 32) : c;
    before = c;
  }
  if (words.back().empty() && words.size() > 1) words.pop_back();
  return words;
}

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_clutter_word(std::string_view word) {
  static constexpr std::array<std::string_view, 42> kWords = {
      "comment",    "comments",    "share",          "sharing",       "related",    "recommend",
      "recommends", "recommended", "recommendation", "sidebar",       "breadcrumb", "breadcrumbs",
      "crumb",      "crumbs",      "advert",         "advertisement", "ads",        "adsbygoogle",
      "promo",      "promotion",   "sponsor",        "footer",        "foot",       "nav",
      "navbar",     "navigation",  "menu",           "tag",           "tags",       "toolbar",
      "topbar",     "login",       "popup",          "modal",         "qrcode",     "pagination",
      "pager",      "subscribe",   "newsletter",     "feedback",      "reward",     "hotnews"};
  return one_of(word, kWords);
}

bool says_without(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWords = {"no",   "has", "with", "without",
                                                             "hide", "is",  "not"};
  return one_of(word, kWords);
}

const RoleHint* hint_of_name(std::string_view token) {
  const Words words = words_of(token);
  if (says_without(words.front())) return nullptr;
  if (words.front() == "copyright" || words.back() == "copyright") return &kNotice;
  return is_clutter_word(words.front()) || is_clutter_word(words.back()) ? &kClass : nullptr;
}

const RoleHint* hint_of_role(std::string_view role) {
  static constexpr std::array<std::string_view, 11> kRoles = {
      "navigation", "complementary", "contentinfo", "banner",  "search",     "menu",
      "menubar",    "toolbar",       "dialog",      "tablist", "alertdialog"};
  return one_of(role, kRoles) ? &kRole : nullptr;
}

bool is_invisible(const HtmlNode& node) {
  if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true") return true;
  std::string style;
  for (const char c : node.attribute("style").substr(0, 1024)) {
    if (c != ' ') style += c;
  }
  return style.find("display:none") != std::string::npos;
}

const RoleHint* hint_of_element(const HtmlTree& tree, const HtmlNode& node) {
  const std::string_view name = node.name;
  if (name == "nav") return &kNavigation;
  if (name == "aside") return &kAside;
  if (name == "footer") return tree[node.parent].name == "blockquote" ? nullptr : &kFooter;
  if (name == "form" || name == "button" || name == "dialog") return &kForm;
  return nullptr;
}

const RoleHint* own_hint(const HtmlTree& tree, const HtmlNode& node) {
  if (const RoleHint* hint = hint_of_element(tree, node)) return hint;
  if (const RoleHint* hint = hint_of_role(node.attribute("role"))) return hint;
  if (is_invisible(node)) return &kInvisible;
  if (node.name == "article" || node.name == "main" || node.name == "body") return nullptr;
  const RoleHint* hint = nullptr;
  const auto visit = [&](std::string_view token) {
    if (hint == nullptr) hint = hint_of_name(token);
  };
  for_each_class(node.attribute("class"), visit);
  for_each_class(node.attribute("id"), visit);
  return hint;
}

/// 3: named for the text of an article; 2 and 1: elements that hold one.
int rank_of(const HtmlNode& node) {
  static constexpr std::array<std::string_view, 26> kNames = {
      "jscontent",     "richmediacontent", "artibody",      "contentviews",  "trseditor",
      "articlebody",   "articlecontent",   "articletext",   "articledetail", "articlemain",
      "postbody",      "postcontent",      "posttext",      "entrycontent",  "entrybody",
      "storybody",     "storycontent",     "newscontent",   "newsbody",      "newstext",
      "newsdetail",    "detailcontent",    "contentdetail", "markdownbody",  "blogcontent",
      "contentarticle"};
  int rank = node.name == "article" ? 2 : node.name == "main" ? 1 : 0;
  if (node.attribute("role") == "main") rank = std::max(rank, 1);
  if (node.attribute("role") == "article") rank = std::max(rank, 2);
  const auto visit = [&](std::string_view token) {
    std::string joined;
    for (const std::string& word : words_of(token)) joined += word;
    if (one_of(joined, kNames)) rank = 3;
  };
  visit(node.attribute("itemprop").substr(0, 64));
  for_each_class(node.attribute("class"), visit);
  for_each_class(node.attribute("id"), visit);
  return rank;
}

/// How much a reader has to read: Han characters, and words of other scripts.
std::uint64_t weight_of(std::string_view text) {
  std::uint64_t weight = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    const bool word = is_word(c.code_point);
    weight += is_han(c.code_point) || (word && !in_word) ? 1 : 0;
    in_word = word;
    at += c.length;
  }
  return weight;
}

/// Commas and full stops: menus and lists of links have none.
std::uint64_t punctuation_of(std::string_view text) {
  constexpr std::u32string_view kMarks = U"，。；！？,;";
  std::uint64_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    marks += kMarks.find(c.code_point) != std::u32string_view::npos ? 1 : 0;
    at += c.length;
  }
  return marks;
}

bool has_no_text(const HtmlNode& node) {
  return node.is(ElementKind::hidden) || node.is(ElementKind::metadata) ||
         node.is(ElementKind::fallback);
}

/// The weight of the text before each node; the last entry is that of the whole page.
class Weights {
 public:
  template <typename Counts>
  Weights(const HtmlTree& tree, std::uint64_t (*weigh)(std::string_view), Counts counts)
      : before_(tree.size() + 1) {
    std::uint64_t sum = 0;
    std::uint32_t hidden_until = 0;
    for (std::uint32_t i = 0; i < tree.size(); ++i) {
      before_[i] = sum;
      if (has_no_text(tree[i])) hidden_until = std::max(hidden_until, tree[i].end);
      if (i >= hidden_until && counts(i)) sum += weigh(tree[i].text);
    }
    before_[tree.size()] = sum;
  }

  std::uint64_t of(const HtmlTree& tree, std::uint32_t i) const {
    return before_[tree[i].end] - before_[i];
  }

 private:
  std::vector<std::uint64_t> before_;
};

/// The node that holds the article; 0 when nothing says so.
std::uint32_t find_article(const HtmlTree& tree, const Weights& weights) {
  std::uint32_t found = 0;
  int found_rank = 0;
  std::uint64_t found_weight = 0;
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    if (tree[i].is_text()) continue;
    const std::uint64_t weight = weights.of(tree, i);
    if (weight == 0 || weight * kArticleShare < weights.of(tree, 0)) continue;
    const int rank = rank_of(tree[i]);
    if (rank == 0 || rank < found_rank) continue;
    // Inside of the one found, one that holds nearly all of it fits better.
    const bool inside = found != 0 && i < tree[found].end;
    const bool better =
        rank > found_rank || (inside ? weight * 20 >= found_weight * 19 : weight > found_weight);
    if (!better) continue;
    found = i;
    found_rank = rank;
    found_weight = weight;
  }
  return found;
}

/// The innermost box that holds nearly all sentences of the page; 0 when the page has too few.
std::uint32_t find_prose(const HtmlTree& tree, const std::vector<const RoleHint*>& hints) {
  constexpr std::uint64_t kFewestMarks = 10;
  std::uint32_t link_until = 0;
  const Weights marks(tree, punctuation_of, [&](std::uint32_t i) {
    if (tree[i].name == "a") link_until = tree[i].end;
    return hints[i] == nullptr && i >= link_until;
  });
  const std::uint64_t whole = marks.of(tree, 0);
  if (whole < kFewestMarks) return 0;
  const auto holds = [&](std::uint32_t i) { return marks.of(tree, i) * 20 >= whole * 17; };
  const auto is_box = [&](std::uint32_t i) {
    const Element* element = tree[i].element;
    return element != nullptr &&
           (element->kind == ElementKind::division || element->block == BlockKind::cell);
  };
  std::uint32_t found = 0;
  for (std::uint32_t i = 1; i < tree.size();) {
    if (!holds(i)) {
      i = tree[i].end;
      continue;
    }
    if (is_box(i)) found = i;
    ++i;
  }
  return found;
}

}  // namespace

RoleHints::RoleHints(const HtmlTree& tree) : hints_(tree.size()) {
  const Weights all(tree, weight_of, [](std::uint32_t) { return true; });
  const std::uint64_t whole = all.of(tree, 0);
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    hints_[i] = hints_[tree[i].parent];
    if (hints_[i] != nullptr || tree[i].is_text()) continue;
    if (all.of(tree, i) * kMostOfThePage > whole) continue;
    hints_[i] = own_hint(tree, tree[i]);
  }
  const Weights rest(tree, weight_of, [&](std::uint32_t i) { return hints_[i] == nullptr; });
  if (const std::uint32_t article = find_article(tree, rest)) {
    mark_outside(tree, article, kOutside);
  } else if (const std::uint32_t prose = find_prose(tree, hints_)) {
    mark_outside(tree, prose, kOutsideProse);
  }
}

void RoleHints::mark_outside(const HtmlTree& tree, std::uint32_t article, const RoleHint& hint) {
  for (std::uint32_t i = 1; i < tree.size(); ++i) {
    const bool around = i <= article && tree[i].end >= tree[article].end;
    const bool inside = i >= article && i < tree[article].end;
    if (!around && !inside && hints_[i] == nullptr) hints_[i] = &hint;
  }
}

}  // namespace shuye
