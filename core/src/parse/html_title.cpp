#include "parse/html_title.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_set>
#include <vector>

#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kMaxSeparators = 16;
constexpr std::size_t kLongestTitle = 600;  // in bytes
constexpr std::size_t kShortestLine = 18;  // in bytes: shorter ones may be menus that fit by chance

bool separates(char32_t c) {
  constexpr std::u32string_view kSeparators = U"-_|–—－＿｜丨·•:：«»<>";
  return kSeparators.find(c) != std::u32string_view::npos;
}

/// What is compared: no white space, of which pages have now more and now less.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (!is_space(c.code_point)) out += text.substr(at, c.length);
    at += c.length;
  }
  return out;
}

/// The beginnings of a title that end before a separator, the longest first.
std::vector<std::string_view> beginnings(std::string_view title) {
  std::vector<std::string_view> found;
  for (std::size_t at = 0; at < title.size() && found.size() < kMaxSeparators;) {
    const utf8::Character c = utf8::read(title, at);
    if (separates(c.code_point)) {
      const std::string_view beginning = trim(title.substr(0, at));
      if (!beginning.empty() && (found.empty() || found.back() != beginning)) {
        found.push_back(beginning);
      }
    }
    at += c.length;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

/// What the names of Chinese sites and their sections end with.
bool names_site(std::string_view text) {
  constexpr std::size_t kLongest = 30;  // in bytes
  constexpr std::string_view kEnds[] = {"网",   "網",   "新闻", "新聞", "日报", "日報", "频道",
                                        "頻道", "博客", "在线", "線上", "頭條", "头条"};
  return text.size() <= kLongest &&
         std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) {
           return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
         });
}

/// What follows the separators that a title's end begins with.
std::string last_part(std::string_view end) {
  while (!end.empty()) {
    const utf8::Character c = utf8::read(end, 0);
    if (!separates(c.code_point) && !is_space(c.code_point)) break;
    end.remove_prefix(c.length);
  }
  return bare(end);
}

/// Whether a short line says a day, anywhere.
bool holds_date(std::string_view text) {
  constexpr std::size_t kLongestByline = 300;  // in bytes
  constexpr std::size_t kDay = 10;             // 2025-03-05
  if (text.size() > kLongestByline) return false;
  bool in_number = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (digit && !in_number && read_date(text.substr(at)).iso.size() >= kDay) return true;
    in_number = digit;
  }
  return false;
}

/// `(3 封私信) …`: how much is unread, before the title itself.
std::string_view without_counter(std::string_view title) {
  constexpr std::size_t kLongest = 60;  // in bytes
  if (!title.starts_with('(') || title.size() < 2 || title[1] < '0' || title[1] > '9') return title;
  const std::size_t end = title.substr(0, kLongest).find(')');
  return end == std::string_view::npos ? title : trim(title.substr(end + 1));
}

bool may_say_title(const Block& block) {
  return (block.kind == BlockKind::heading || block.kind == BlockKind::paragraph) &&
         !block.text.empty() && block.text.size() <= kLongestTitle;
}

}  // namespace

std::string without_site_name(std::string_view title, const Document& document) {
  std::vector<std::string_view> candidates = beginnings(title);
  if (candidates.empty()) return std::string(title);
  if (const std::string_view rest = without_counter(title); rest.size() < title.size()) {
    for (const std::string_view candidate : beginnings(rest)) candidates.push_back(candidate);
    candidates.push_back(rest);
  }
  std::unordered_set<std::string> lines;
  const std::string whole = bare(title);
  for (const Block& block : document.blocks) {
    if (!may_say_title(block)) continue;
    std::string line = bare(block.text);
    const bool heading = block.kind == BlockKind::heading;
    if (heading && line == whole) return std::string(title);
    if (heading || line.size() >= kShortestLine) {
      lines.insert(std::move(line));
    }
  }
  for (const std::string_view candidate : candidates) {
    if (lines.count(bare(candidate)) > 0) return std::string(candidate);
  }
  const std::string publisher = bare(document.metadata.publisher);
  const std::string last = last_part(title.substr(candidates.front().size()));
  if (last == publisher || names_site(last)) return std::string(candidates.front());
  return std::string(title);
}

void spare_byline(Document& document) {
  const auto title = std::find_if(document.blocks.begin(), document.blocks.end(),
                                  [](const Block& block) { return block.role == Role::title; });
  for (auto block = title; block != document.blocks.end(); ++block) {
    if (block->role == Role::body && is_leaf(block->kind)) break;
    if (block->rule.substr(0, 12) != "html.outside" || !holds_date(block->text)) continue;
    block->role = Role::body;
    block->rule = {};
    block->confidence = 1.0F;
    break;
  }
}

void mark_title(Document& document, std::string_view said) {
  const std::string title = bare(said);
  if (title.empty()) return;
  Block* found = nullptr;
  for (Block& block : document.blocks) {
    const bool heading = block.kind == BlockKind::heading;
    if ((found != nullptr && !heading) || !may_say_title(block)) continue;
    if (bare(block.text) != title) continue;
    found = &block;
    if (heading) break;
  }
  if (found == nullptr) return;
  found->role = Role::title;
  found->rule = "html.title";
  found->confidence = found->kind == BlockKind::heading ? 0.95F : 0.8F;
}

}  // namespace shuye
