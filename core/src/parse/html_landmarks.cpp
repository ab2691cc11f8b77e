#include "parse/html_landmarks.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/html_measure.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr unsigned kMaxHeadings = 64;
constexpr std::size_t kShortestTitle = 12;  // in bytes
constexpr std::size_t kShortestLine = 24;   // of one that is no heading: sites name pages, too
constexpr std::size_t kLongestLine = 512;

/// How many bytes of white space begin at `at`: of ASCII, and those that indent Chinese paragraphs.
std::size_t space_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c <= ' ') return 1;
  if (c == 0xC2) return text.substr(at, 2) == "\u00A0" ? 2 : 0;
  if (c == 0xE3) return text.substr(at, 3) == "\u3000" ? 3 : 0;
  if (c == 0xE2) return text.substr(at, 3) == "\u2003" || text.substr(at, 3) == "\u2002" ? 3 : 0;
  return 0;
}

/// Letters only: titles differ in white space.
std::string bare(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = space_at(text, at);
    if (space == 0) out += text[at];
    at += std::max<std::size_t>(space, 1);
  }
  return out;
}

/// Whether `title` begins with all of `line`, and that is enough of it to be no name of a page.
bool begins_with_line(const std::string& title, std::string_view line) {
  line = trim(line);
  if (line.size() < kShortestLine || line.size() > kLongestLine) return false;
  return line.front() == title.front() && title.starts_with(bare(line));
}

/// Finds a short row of bytes in a page's text, whatever elements and white space stand in it.
class RowFinder {
 public:
  explicit RowFinder(std::string_view wanted)
      : wanted_(wanted),
        first_(wanted.substr(0, utf8::read(wanted, 0).length)),
        back_(wanted.size()) {
    for (std::size_t i = 1, k = 0; i < wanted.size(); ++i) {
      while (k > 0 && wanted[i] != wanted[k]) k = back_[k - 1];
      if (wanted[i] == wanted[k]) ++k;
      back_[i] = k;
    }
  }

  /// Whether the text, behind what came before, ends the row.
  bool ends_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (matched_ == 0) {
        at = text.find(first_, at);
        if (at == text.npos) return false;
      }
      if (const std::size_t space = space_at(text, at)) {
        at += space - 1;
        continue;
      }
      while (matched_ > 0 && text[at] != wanted_[matched_]) matched_ = back_[matched_ - 1];
      if (text[at] == wanted_[matched_]) ++matched_;
      if (matched_ == wanted_.size()) return true;
    }
    return false;
  }

 private:
  std::string_view wanted_;
  std::string_view first_;         // its first character
  std::vector<std::size_t> back_;  // how much is still matched where one more byte is not
  std::size_t matched_ = 0;
};

/// The description that the page gives of itself, letters only.
std::string description_of(const HtmlTree& tree) {
  std::string found;
  for (std::uint32_t i = 1; i < tree.size() && tree[i].name() != "body"; ++i) {
    if (tree[i].name() != "meta") continue;
    const std::string_view name = tree[i].attribute("name");
    if (name == "description" || name == "Description") return bare(tree[i].attribute("content"));
    if (found.empty() && tree[i].attribute("property") == "og:description") {
      found = bare(tree[i].attribute("content"));
    }
  }
  return found;
}

}  // namespace

std::uint32_t find_title_heading(const HtmlTree& tree) {
  std::string title;
  unsigned headings = 0;
  std::uint32_t line = 0;  // a line that says it without being a heading
  std::uint32_t link_until = 0;
  for (std::uint32_t i = 1; i < tree.size() && headings < kMaxHeadings; ++i) {
    if (title.empty() && tree[i].name() == "title") {
      title = bare(tree.text_of(i));
      link_until = std::max(link_until, tree[i].end);
    }
    if (title.empty()) continue;
    const std::string_view name = tree[i].name();
    if (shows_nothing(tree[i]) || name == "a") link_until = std::max(link_until, tree[i].end);
    if (line == 0 && i >= link_until && begins_with_line(title, tree[i].text())) line = i;
    if (name != "h1" && name != "h2" && name != "h3") continue;
    ++headings;
    const std::string heading = bare(tree.text_of(i));
    if (heading.size() >= kShortestTitle && title.find(heading) != std::string::npos) return i;
  }
  return line;
}

std::uint32_t find_lead(const HtmlTree& tree, std::uint32_t from) {
  constexpr std::size_t kWindow = 36;  // in bytes: twelve Han characters
  const std::string lead = description_of(tree);
  // Its beginning can be the title again, or the name of the site.
  for (const std::size_t at : {std::size_t{0}, kWindow}) {
    if (lead.size() < at + kWindow) break;
    RowFinder finder(std::string_view(lead).substr(at, kWindow));
    std::uint32_t hidden_until = 0;
    for (std::uint32_t i = from; i < tree.size(); ++i) {
      if (shows_nothing(tree[i])) hidden_until = std::max(hidden_until, tree[i].end);
      if (i >= hidden_until && tree[i].is_text() && finder.ends_in(tree[i].text())) return i;
    }
  }
  return 0;
}

}  // namespace shuye
