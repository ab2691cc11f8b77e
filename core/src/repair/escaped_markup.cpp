#include "repair/escaped_markup.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <vector>

#include "text/ascii.h"
#include "text/character.h"
#include "text/character_reference.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::size_t kFewestBlocks = 2;  // elements with an end
constexpr std::size_t kFewestHan = 50;    // between the tags, …
constexpr std::size_t kHanOfBlock = 12;   // … and for each of those elements
constexpr std::size_t kInsideOfOutside = 10;
constexpr std::size_t kLongestTag = 4096;

bool is_name(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

std::string lower_case(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = lower(c);
  return out;
}

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::string_view (&words)[kCount]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_block(std::string_view name) {
  constexpr std::string_view kNames[] = {"p",  "div", "section", "article", "blockquote", "ul",
                                         "ol", "li",  "h1",      "h2",      "h3",         "h4",
                                         "h5", "h6",  "figure",  "table",   "center",     "pre"};
  return is_one_of(name, kNames);
}

/// What has no end, …
bool is_empty_element(std::string_view name) {
  constexpr std::string_view kNames[] = {"br", "hr", "img", "source", "col", "input"};
  return is_one_of(name, kNames);
}

/// … and what needs none.
bool may_be_open(std::string_view name) {
  constexpr std::string_view kNames[] = {"p", "li", "td", "th", "tr"};
  return is_empty_element(name) || is_one_of(name, kNames);
}

/// By its place in the text, with its references.
struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;  ///< empty: there is no tag
  bool closing = false;
};

/// The character at `at`, which a reference may stand for; moves behind it.
char read_character(std::string_view text, std::size_t& at) {
  const char c = text[at];
  if (c == '&') {
    const CharacterReference reference = character_reference(text, at);
    if (reference.length > 0 && reference.code_point < 0x80) {
      at += reference.length;
      return static_cast<char>(reference.code_point);
    }
  }
  ++at;
  return c;
}

bool is_reference(std::string_view text, std::size_t at, char32_t to) {
  return text[at] == '&' && character_reference(text, at).code_point == to;
}

/// Where the tag ends that begins at `at`; npos where it does not.
std::size_t tag_end(std::string_view text, std::size_t at) {
  const std::size_t most = std::min(text.size(), at + kLongestTag);
  read_character(text, at);
  char quote = 0;
  for (char before = 0; at < most;) {
    if (text[at] == '<' || text[at] == '>' || is_reference(text, at, '<')) break;
    const char c = read_character(text, at);
    if (quote != 0) {
      quote = c == quote ? '\0' : quote;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else if (c == '>') {
      return at;
    }
    if (!is_space(static_cast<unsigned char>(c))) before = c;
  }
  return std::string_view::npos;
}

/// The tag whose `<` is the reference at `at`.
Tag tag_at(std::string_view text, std::size_t at) {
  Tag tag{at, tag_end(text, at), {}, false};
  if (tag.end == std::string_view::npos) return tag;
  read_character(text, at);
  tag.closing = text[at] == '/';
  at += tag.closing ? 1 : 0;
  const std::size_t begin = at;
  while (is_name(text[at])) ++at;
  const std::string_view name = text.substr(begin, at - begin);
  const bool ends = is_space(static_cast<unsigned char>(text[at])) || text[at] == '/' ||
                    is_reference(text, at, '>');
  if (ends && !name.empty() && is_letter(name[0])) tag.name = name;
  return tag;
}

/// Whether a tag of the text's own begins there: `<p`, `</p`, `<!--`.
bool is_own_tag(std::string_view text, std::size_t at) {
  return text[at] == '<' && at + 1 < text.size() &&
         (is_letter(text[at + 1]) || text[at + 1] == '/' || text[at + 1] == '!');
}

/// Tags with no other of the text's own among them.
using Run = std::vector<Tag>;

/// The next run, from `at` on, which moves behind it.
Run next_run(std::string_view text, std::size_t& at) {
  Run run;
  while ((at = text.find_first_of("&<", at)) < text.size()) {
    if (is_own_tag(text, at) && !run.empty()) break;
    const Tag tag = is_reference(text, at, '<') ? tag_at(text, at) : Tag{};
    if (!tag.name.empty()) run.push_back(tag);
    at = tag.name.empty() ? at + 1 : tag.end;
  }
  return run;
}

/// Whether every end has its beginning, and every beginning its end, where it needs one.
bool is_balanced(const Run& run) {
  std::map<std::string, int> open;
  for (const Tag& tag : run) {
    int& count = open[lower_case(tag.name)];
    count += tag.closing ? -1 : 1;
    if (count < 0) return false;
  }
  return std::all_of(open.begin(), open.end(), [](const auto& of_name) {
    return of_name.second == 0 || may_be_open(of_name.first);
  });
}

std::size_t han_in(std::string_view text) {
  std::size_t han = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_han(c.code_point)) ++han;
    at += c.length;
  }
  return han;
}

/// What stands beside a run, in its line and between the tags around it.
std::size_t han_beside(std::string_view text, const Run& run) {
  constexpr std::size_t kFarthest = 1000;
  std::string_view before = text.substr(0, run.front().begin);
  before.remove_prefix(before.size() - std::min(before.size(), kFarthest));
  const std::string_view behind = text.substr(run.back().end, kFarthest);
  return han_in(before.substr(before.find_last_of("\n>") + 1)) +
         han_in(behind.substr(0, behind.find_first_of("\n<")));
}

/// Paragraphs of Chinese, and neither a sample of markup nor a text that names tags: outside of its
/// elements an article says nothing.
bool is_article(std::string_view text, const Run& run) {
  std::size_t blocks = 0;
  std::size_t inside = 0;
  std::size_t outside = 0;
  int depth = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const std::string name = lower_case(run[i].name);
    if (run[i].closing) {
      --depth;
      blocks += is_block(name) ? 1U : 0U;
    } else if (!is_empty_element(name)) {
      ++depth;
    }
    if (i + 1 == run.size()) break;
    const std::string_view between = text.substr(run[i].end, run[i + 1].begin - run[i].end);
    (depth > 0 ? inside : outside) += han_in(between);
  }
  if (blocks < kFewestBlocks || inside < std::max(kFewestHan, kHanOfBlock * blocks)) return false;
  return kInsideOfOutside * (outside + han_beside(text, run)) <= inside && is_balanced(run);
}

/// What the text's own markup is around a place. Places are asked for in rising order.
class Surroundings {
 public:
  explicit Surroundings(std::string_view text) : text_(text) {}

  /// Whether the place is in code, in a script or in an attribute.
  bool are_apart(std::size_t place) {
    bool in_tag = false;
    while ((at_ = text_.find_first_of("<`~", at_)) < place) {
      const std::size_t begin = at_++;
      if (text_[begin] != '<') {
        at_ = std::min(text_.find_first_not_of(text_[begin], begin), place);
        if (at_ - begin >= 3) in_fences_ = !in_fences_;
        continue;
      }
      if (!is_own_tag(text_, begin)) continue;
      has_tags_ = true;
      note(text_.substr(begin + 1, kLongestName + 1));
      const std::size_t end = text_.find_first_of("<>", at_);
      in_tag = end >= place;
      at_ = std::min(end, place);
    }
    at_ = std::min(at_, place);
    return in_tag || in_fences_ || !element_.empty() || is_in_code_of_line(place);
  }

 private:
  static constexpr std::size_t kLongestName = 8;

  /// As Markdown has it: between backticks, or in a line that is set in. (Markup is set in, too.)
  bool is_in_code_of_line(std::size_t place) const {
    constexpr std::size_t kFarthest = 1000;
    std::string_view line = text_.substr(0, place);
    line.remove_prefix(line.size() - std::min(line.size(), kFarthest));
    line.remove_prefix(line.find_last_of('\n') + 1);
    const bool set_in = line.starts_with("    ") || line.starts_with('\t');
    return (set_in && !has_tags_) || std::count(line.begin(), line.end(), '`') % 2 != 0;
  }

  /// A tag, from behind its `<`.
  void note(std::string_view tag) {
    constexpr std::string_view kNames[] = {"pre", "code", "textarea", "script", "style", "title"};
    const bool closing = tag.starts_with('/');
    tag.remove_prefix(closing ? 1 : 0);
    const auto end = std::find_if_not(tag.begin(), tag.end(), is_name);
    const std::string name = lower_case(tag.substr(0, static_cast<std::size_t>(end - tag.begin())));
    if (closing && name == element_) element_.clear();
    if (!closing && element_.empty() && is_one_of(name, kNames)) element_ = name;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string element_;  // the outermost of those that text is apart in
  bool in_fences_ = false;
  bool has_tags_ = false;
};

/// The tag as it was before it was escaped, in its place, with the room that is left before its
/// `>`.
void write(const Tag& tag, std::string_view text, std::string& out) {
  std::string markup;
  for (std::size_t at = tag.begin; at < tag.end;) markup.push_back(read_character(text, at));
  const std::size_t size = tag.end - tag.begin;
  markup.insert(markup.size() - 1, size - markup.size(), ' ');
  std::copy(markup.begin(), markup.end(), out.begin() + static_cast<std::ptrdiff_t>(tag.begin));
}

}  // namespace

std::optional<ReadMarkup> read_escaped_markup(std::string_view text) {
  if (text.find("&lt;") == std::string_view::npos) return std::nullopt;
  std::optional<ReadMarkup> read;
  Surroundings surroundings(text);
  for (std::size_t at = 0; at < text.size();) {
    const Run run = next_run(text, at);
    if (run.empty() || !is_article(text, run) || surroundings.are_apart(run[0].begin)) continue;
    if (!read) read = {std::string(text), run[0].begin, 0};
    for (const Tag& tag : run) write(tag, text, read->text);
    read->tags += run.size();
  }
  return read;
}

}  // namespace shuye
