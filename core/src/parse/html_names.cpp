#include "parse/html_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

#include "parse/html_classes.h"

namespace shuye {
namespace {

constexpr std::size_t kLongestName = 1024;

// The first five lists are Readability's: parts of words, so that `post-comments` and `commentList`
// are found as well as `comment`.
constexpr std::string_view kUnlikelyParts[] = {
    "-ad-",       "ai2html", "banner",    "breadcrumbs",  "combx",    "comment",  "community",
    "cover-wrap", "disqus",  "extra",     "footer",       "gdpr",     "header",   "legends",
    "menu",       "related", "remark",    "replies",      "rss",      "shoutbox", "sidebar",
    "skyscraper", "social",  "sponsor",   "supplemental", "ad-break", "agegate",  "pagination",
    "pager",      "popup",   "yom-remote"};
constexpr std::string_view kPossibleParts[] = {"and",     "article", "body",  "column",
                                               "content", "main",    "shadow"};
constexpr std::string_view kGoodParts[] = {"article", "body",    "content", "entry",
                                           "hentry",  "h-entry", "main",    "page",
                                           "post",    "text",    "blog",    "story"};
constexpr std::string_view kBadParts[] = {
    "-ad-",  "hidden",   "banner",  "combx",      "comment",  "com-",     "contact", "footer",
    "gdpr",  "masthead", "media",   "meta",       "outbrain", "promo",    "related", "scroll",
    "share", "shoutbox", "sidebar", "skyscraper", "sponsor",  "shopping", "tags",    "widget"};
constexpr std::string_view kBylineParts[] = {"byline", "author", "dateline", "writtenby"};

template <std::size_t n>
bool holds(std::string_view text, const std::string_view (&parts)[n]) {
  return std::any_of(std::begin(parts), std::end(parts), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

template <std::size_t n>
bool one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

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

bool leads_elsewhere(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kWords = {
      "recommend",   "recommends", "recommended", "recommendation", "recommendations",
      "tuijian",     "breadcrumb", "breadcrumbs", "crumb",          "crumbs",
      "relatednews", "guanggao",   "hotnews",     "qrcode"};
  return one_of(word, kWords);
}

bool says_without(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWords = {"no",   "has", "with", "without",
                                                             "hide", "is",  "not"};
  return one_of(word, kWords);
}

bool is_container_name(std::string_view joined) {
  static constexpr std::array<std::string_view, 26> kNames = {
      "jscontent",     "richmediacontent", "artibody",      "contentviews",  "trseditor",
      "articlebody",   "articlecontent",   "articletext",   "articledetail", "articlemain",
      "postbody",      "postcontent",      "posttext",      "entrycontent",  "entrybody",
      "storybody",     "storycontent",     "newscontent",   "newsbody",      "newstext",
      "newsdetail",    "detailcontent",    "contentdetail", "markdownbody",  "blogcontent",
      "contentarticle"};
  return one_of(joined, kNames);
}

/// What software of forums calls the text of one message, the first as well as the answers:
/// `postmessage_12`, `bbp-reply-content`, `message-body`, Discuz's `t_f`.
bool is_message_name(const Words& words) {
  static constexpr std::array<std::string_view, 7> kOwners = {
      "post", "message", "reply", "topic", "answer", "question", "thread"};
  static constexpr std::array<std::string_view, 5> kParts = {"message", "content", "body", "text",
                                                             "inner"};
  static constexpr std::array<std::string_view, 6> kWhole = {
      "postmessage", "messagebody", "messagecontent", "postcontent", "bbwrapper", "cooked"};
  std::size_t count = words.size();
  const auto bare = [](std::string_view word) {
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.remove_suffix(1);
    return word;
  };
  while (count > 0 && bare(words[count - 1]).empty()) --count;
  if (count == 0) return false;
  const std::string_view last = bare(words[count - 1]);
  if (one_of(last, kWhole)) return true;
  if (count < 2) return false;
  // 知乎 has two kinds.
  if (count == 3 && words[1] == "rich" && words[0] == "question" && last == "text") return true;
  if (count == 3 && words[0] == "rich" && words[1] == "content" && last == "inner") return true;
  const std::string_view owner = words[count - 2];
  return (one_of(owner, kOwners) && one_of(last, kParts)) || (owner == "bb" && last == "wrapper") ||
         (count == 2 && owner == "t" && last == "f");
}

std::uint16_t read_token(std::string_view token) {
  const Words words = words_of(token);
  std::string joined;
  for (const std::string& word : words) joined += word;
  std::uint16_t says = is_container_name(joined) ? kContainer : 0;
  if (is_message_name(words)) says |= kMessage;
  for (const std::string& word : words) {
    if (word == "share" || word == "sharedaddy") says |= kShare;
  }
  if (says_without(words.front())) return says;
  if (std::any_of(words.begin(), words.end(), leads_elsewhere)) says |= kElsewhere;
  if (words.front() == "copyright" || words.back() == "copyright") return says | kCopyright;
  if (is_clutter_word(words.front()) || is_clutter_word(words.back())) says |= kClutter;
  return says;
}

std::uint16_t read_name(std::string_view name, std::uint16_t good, std::uint16_t bad) {
  name = name.substr(0, kLongestName);
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  std::uint16_t says = 0;
  if (holds(lower, kUnlikelyParts)) says |= kUnlikely;
  if (holds(lower, kPossibleParts)) says |= kPossible;
  if (holds(lower, kGoodParts)) says |= good;
  if (holds(lower, kBadParts)) says |= bad;
  if (holds(lower, kBylineParts)) says |= kByline;
  for_each_class(name, [&](std::string_view token) {
    says |= read_token(token);
    if (token == "hid") says |= bad;
  });
  return says;
}

Names read_once(std::unordered_map<std::string_view, Names>& known, std::string_view name,
                std::uint16_t good, std::uint16_t bad) {
  if (name.empty()) return {};
  const auto found = known.find(name);
  if (found != known.end()) return found->second;
  const auto key = static_cast<std::uint32_t>(known.size() + 1);
  return known.emplace(name, Names{read_name(name, good, bad), key}).first->second;
}

}  // namespace

Names NameReader::read(std::string_view class_name, std::string_view id) {
  Names names = read_once(classes_, class_name, kGoodClass, kBadClass);
  names.says |= read_once(ids_, id, kGoodId, kBadId).says;
  return names;
}

int weight_of_names(std::uint16_t says) {
  const auto count = [&](std::uint16_t bit) { return (says & bit) != 0 ? 25 : 0; };
  return count(kGoodClass) + count(kGoodId) - count(kBadClass) - count(kBadId);
}

}  // namespace shuye
