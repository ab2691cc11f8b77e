#include "parse/html_judgement.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "text/character.h"

namespace shuye {
namespace {

// What the author of the page said in so many words is trusted more than the name of a class.
constexpr RoleHint kNavigation{Role::clutter, "html.nav", 0.95F};
constexpr RoleHint kAside{Role::clutter, "html.aside", 0.8F};
constexpr RoleHint kFooter{Role::clutter, "html.footer", 0.9F};
constexpr RoleHint kForm{Role::clutter, "html.form", 0.9F};
constexpr RoleHint kInvisible{Role::clutter, "html.hidden", 0.9F};
constexpr RoleHint kUnspoken{Role::clutter, "html.hidden", 0.9F};  // seen, but not read out
constexpr RoleHint kRole{Role::clutter, "html.role", 0.9F};
constexpr RoleHint kClass{Role::clutter, "html.class", 0.7F};
constexpr RoleHint kNotice{Role::notice, "html.copyright", 0.7F};

bool is_unlikely_role(std::string_view role) {
  static constexpr std::array<std::string_view, 12> kRoles = {
      "navigation", "complementary", "contentinfo", "banner",  "search", "menu",
      "menubar",    "toolbar",       "dialog",      "tablist", "alert",  "alertdialog"};
  return std::find(kRoles.begin(), kRoles.end(), role) != kRoles.end();
}

/// What a style sheet would read: in lower case and without spaces.
std::string bare_style(std::string_view style) {
  std::string bare;
  for (const char c : style.substr(0, 1024)) {
    if (c != ' ') bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return bare;
}

bool hides(const std::string& style) { return style.find("display:none") != std::string::npos; }

/// `font-size:0`, `0px`, but not `0.9em`.
bool has_no_size(const std::string& style) {
  constexpr std::string_view kSize = "font-size:0";
  const std::size_t at = style.find(kSize);
  if (at == std::string::npos) return false;
  const std::string_view rest = std::string_view(style).substr(at + kSize.size());
  return rest.find_first_of("123456789") >= std::min(rest.find(';'), rest.size());
}

/// Whether nothing in a node sets its own size; what has many nodes is no piece of a line.
bool sets_no_size(const HtmlTree& tree, std::uint32_t i) {
  constexpr std::uint32_t kMost = 64;
  if (tree[i].end - i > kMost) return false;
  for (std::uint32_t at = i + 1; at < tree[i].end; ++at) {
    if (!tree[at].is_text() && tree[at].has_attribute("style")) return false;
  }
  return true;
}

/// Discuz! puts such words between the lines of a message, to spoil copies.
bool is_jammer(std::string_view class_name) { return class_name == "jammer"; }

/// MediaWiki's `[编辑]` behind headings, and `跳转到导航` above the text.
bool is_wiki_button(std::string_view class_name) {
  return class_name == "mw-editsection" || class_name == "mw-jump-link";
}

/// `<h2>安装 <a href="#install">#</a></h2>`: a heading's link to itself.
bool is_permalink(const HtmlTree& tree, std::uint32_t i, const Markings& markings) {
  if (tree[i].name() != "a" || tree[i].end != i + 2 || !markings.href.starts_with('#'))
    return false;
  const std::string_view parent = tree[tree[i].parent].name();
  if (parent.size() != 2 || parent[0] != 'h') return false;
  if (tree[i + 1].name() == "img") return false;
  const std::string_view text = trim(tree[i + 1].text());
  constexpr std::array<std::string_view, 6> kMarks = {"", "#", "¶", "§", "🔗", "\u200B"};
  return std::find(kMarks.begin(), kMarks.end(), text) != kMarks.end();
}

const RoleHint* hint_of_element(const HtmlTree& tree, const HtmlNode& node) {
  const std::string_view name = node.name();
  if (name == "nav") return &kNavigation;
  if (name == "aside") return &kAside;
  if (name == "footer") return tree[node.parent].name() == "blockquote" ? nullptr : &kFooter;
  if (name == "form" || name == "button" || name == "dialog") return &kForm;
  return nullptr;
}

class Judge {
 public:
  Judge(const HtmlTree& tree, const PageMeasure& measure, NameReader& names)
      : tree_(tree),
        measure_(measure),
        whole_(measure.of(0).length),
        chinese_(measure.of(0).wide * std::uint64_t{kHan} * 2 > whole_),
        names_(names) {}

  Judgement run() {
    const std::uint32_t size = tree_.size();
    judgement_.names.resize(size);
    judgement_.hidden.resize(size);
    judgement_.elements.resize(size);
    judgement_.named.resize(size);
    for (std::uint32_t i = 1; i < size; ++i) {
      const HtmlNode& node = tree_[i];
      if (node.is_text()) continue;
      judge(i, node);
    }
    return std::move(judgement_);
  }

 private:
  void judge(std::uint32_t i, const HtmlNode& node) {
    const Markings markings = node.markings();
    Names names = names_.read(markings.class_name, markings.id);
    names.says |= names_.read(markings.itemprop.substr(0, 64), {}).says & kContainer;
    if (markings.itemprop == "text") names.says |= kMessage;  // of schema.org's comments
    judgement_.names[i] = names;
    const bool may_be_named = node.name() != "body" && node.name() != "a";
    const bool unlikely = (names.say(kUnlikely) && !names.say(kPossible)) || names.say(kElsewhere);
    if (may_be_named && unlikely && !is_in_table_or_code(i)) judgement_.named[i] = &kClass;
    // A part that holds nearly all of the page is the page. More than the article it often is: a
    // page has comments, and other articles to come.
    if (std::uint64_t{measure_.of(i).length} * 8 > whole_ * std::uint64_t{7}) return;
    if (hides_itself(i, markings)) {
      judgement_.hidden[i] = &kInvisible;
    } else if (markings.aria_hidden) {
      judgement_.hidden[i] = &kUnspoken;
    }
    judgement_.elements[i] = hint_of_element(tree_, node);
    if (judgement_.elements[i] == nullptr && is_unlikely_role(markings.role)) {
      judgement_.elements[i] = &kRole;
    }
  }

  bool hides_itself(std::uint32_t i, const Markings& markings) const {
    if (markings.hidden || is_jammer(markings.class_name)) return true;
    // Pages in Latin letters keep both, as Readability does.
    if (chinese_ && (is_permalink(tree_, i, markings) || is_wiki_button(markings.class_name))) {
      return true;
    }
    if (markings.style.empty()) return false;
    const std::string style = bare_style(markings.style);
    if (hides(style)) return true;
    // Boxes have no size to close the gaps between those in them.
    const Element* element = tree_[i].element;
    const bool inside = element == nullptr || !element->is_block();
    return inside && has_no_size(style) && sets_no_size(tree_, i);
  }

  bool is_in_table_or_code(std::uint32_t i) const {
    constexpr unsigned kLevels = 4;
    for (unsigned level = 0; level < kLevels && i != 0; ++level) {
      i = tree_[i].parent;
      if (tree_[i].name() == "table" || tree_[i].name() == "code") return true;
    }
    return false;
  }

  const HtmlTree& tree_;
  const PageMeasure& measure_;
  const std::uint32_t whole_;
  const bool chinese_;  // most of the page
  NameReader& names_;
  Judgement judgement_;
};

}  // namespace

Judgement judge(const HtmlTree& tree, const PageMeasure& measure, NameReader& names) {
  return Judge(tree, measure, names).run();
}

const RoleHint* hint_of_words(const Names& names) {
  if (names.say(kCopyright)) return &kNotice;
  return names.say(kClutter) ? &kClass : nullptr;
}

bool is_invisible(const RoleHint* hint) { return hint == &kInvisible; }

bool is_doubtful(const RoleHint* hint) {
  return hint == &kAside || hint == &kFooter || hint == &kForm;
}

}  // namespace shuye
