#include "parse/format.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "parse/html_elements.h"
#include "text/ascii.h"

namespace shuye {
namespace {

constexpr std::size_t kLookedAt = std::size_t{256} << 10;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

std::string_view trim_line(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// Tags of HTML's own elements, and the bytes in them. Other pointed brackets (a placeholder, a C++
// template, mathematics) count for nothing.
struct Tags {
  std::size_t count = 0;
  std::size_t closing = 0;
  std::size_t bytes = 0;
};

Tags count_tags(std::string_view text) {
  constexpr std::size_t kLongestName = 10;
  Tags tags;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const bool closing = text.substr(at + 1, 1) == "/";
    const std::size_t name = at + (closing ? 2 : 1);
    std::size_t end = name;
    while (end < text.size() && end - name <= kLongestName &&
           (is_letter(text[end]) || (end > name && text[end] >= '0' && text[end] <= '9'))) {
      ++end;
    }
    if (find_element(lower(text.substr(name, end - name))) == nullptr) continue;
    const std::size_t close = text.find_first_of("<>", end);
    if (close == std::string_view::npos) break;
    if (text[close] != '>') continue;
    ++tags.count;
    tags.closing += closing ? 1U : 0U;
    tags.bytes += close + 1 - at;
  }
  return tags;
}

bool begins_as_html(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n\f"), text.size()));
    const bool comment = text.starts_with("<!--");
    if (!comment && !text.starts_with("<?")) break;
    const std::size_t end = text.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return false;
    text.remove_prefix(end + (comment ? 3 : 2));
  }
  constexpr std::string_view kBeginnings[] = {"<!doctype html", "<html", "<head", "<body"};
  const std::string beginning = lower(text.substr(0, 16));
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [&](std::string_view known) { return beginning.starts_with(known); });
}

// The score of signs that a text must have to be Markdown. A list of hyphens, a line of them or a
// single pair of stars is found in plain text as well.
constexpr int kMarkdown = 3;

// Text and address of a link are not looked for farther than that, in bytes.
constexpr std::size_t kLongestLink = 1'000;

class MarkdownSigns {
 public:
  int count(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      read_line(text.substr(at, end - at));
      at = end + 1;
    }
    return 3 * std::min(images_, 1) + 3 * std::min(links_, 1) + 3 * std::min(fences_ / 2, 1) +
           3 * std::min(tables_, 1) + 2 * std::min(headings_, 2) + 2 * std::min(underlined_, 2) +
           std::min(strong_, 3) + std::min(items_ / 3, 1) + std::min(quotes_, 1) +
           std::min(code_ / 2, 1);
  }

 private:
  void read_line(std::string_view line) {
    const std::string_view inner = trim_line(line);
    if (inner.starts_with("```") || inner.starts_with("~~~")) {
      ++fences_;
    } else if (fences_ % 2 == 0) {
      read_block(inner);
      read_inline(inner);
    }
    previous_is_text_ =
        !inner.empty() && inner.find_first_not_of("-=*_ ") != std::string_view::npos;
  }

  void read_block(std::string_view line) {
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes >= 1 && hashes <= 6 && line.size() > hashes + 1 && line[hashes] == ' ') ++headings_;
    if (line.size() >= 3 && previous_is_text_ && (is_all(line, "=") || is_all(line, "-"))) {
      ++underlined_;
    }
    if (line.find('|') != std::string_view::npos && line.find("--") != std::string_view::npos &&
        is_all(line, "|-: ")) {
      ++tables_;
    }
    if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) ++items_;
    if (line.starts_with("> ")) ++quotes_;
  }

  void read_inline(std::string_view line) {
    for (std::size_t at = line.find("]("); at != std::string_view::npos;
         at = line.find("](", at + 2)) {
      const std::size_t from = at - std::min(at, kLongestLink);
      const std::size_t open = line.substr(from, at - from).rfind('[');
      if (open == std::string_view::npos) continue;
      if (line.substr(at, kLongestLink).find(')') == std::string_view::npos) continue;
      const bool image = from + open > 0 && line[from + open - 1] == '!';
      if (image) {
        ++images_;
        return;
      }
      const std::string_view target = line.substr(at + 2);
      constexpr std::string_view kTargets[] = {"http://", "https://", "/", "#", "./", "mailto:"};
      if (std::any_of(std::begin(kTargets), std::end(kTargets),
                      [&](std::string_view known) { return target.starts_with(known); })) {
        ++links_;
        return;
      }
    }
    const std::size_t strong = line.find("**");
    if (strong != std::string_view::npos && line.find("**", strong + 3) != std::string_view::npos) {
      ++strong_;
    }
    const std::size_t code = line.find('`');
    if (code != std::string_view::npos && line.find('`', code + 2) != std::string_view::npos) {
      ++code_;
    }
  }

  static bool is_all(std::string_view line, std::string_view characters) {
    return line.find_first_not_of(characters) == std::string_view::npos;
  }

  int images_ = 0;
  int links_ = 0;
  int fences_ = 0;
  int tables_ = 0;
  int headings_ = 0;
  int underlined_ = 0;
  int strong_ = 0;
  int items_ = 0;
  int quotes_ = 0;
  int code_ = 0;
  bool previous_is_text_ = false;
};

}  // namespace

std::optional<Format> format_of_name(std::string_view name) {
  name = name.substr(0, name.find_first_of("?#"));
  const std::size_t dot = name.find_last_of("./\\");
  if (dot == std::string_view::npos || name[dot] != '.') return std::nullopt;
  const std::string extension = lower(name.substr(dot + 1));
  if (extension == "md" || extension == "markdown") return Format::markdown;
  if (extension == "html" || extension == "htm" || extension == "xhtml") return Format::html;
  return std::nullopt;
}

Format format_of_text(std::string_view text) {
  text = text.substr(0, kLookedAt);
  if (begins_as_html(text)) return Format::html;
  const Tags tags = count_tags(text);
  const int signs = MarkdownSigns().count(text);
  const bool tagged = tags.closing >= 2 && tags.bytes * 10 >= text.size();
  if (tagged && signs < kMarkdown) return Format::html;
  // Signs of Markdown also occur in the text and the scripts of a page, but not tags everywhere in
  // Markdown.
  const bool begins_with_tag = text.substr(0, text.find_first_of(" \t\n>")).starts_with('<');
  if (tagged && (begins_with_tag || tags.count >= 20) && tags.bytes * 4 >= text.size()) {
    return Format::html;
  }
  return signs >= kMarkdown ? Format::markdown : Format::plain;
}

}  // namespace shuye
