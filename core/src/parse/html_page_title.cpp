#include "parse/html_page_title.h"

#include <algorithm>
#include <cstddef>

#include "text/character.h"

namespace shuye {
namespace {

constexpr std::size_t kFewestWords = 3;
constexpr std::size_t kFewWords = 4;
constexpr std::size_t kManyWordsBeforeColon = 5;
constexpr std::size_t kShortest = 15;  // in bytes; shorter and longer ones are hardly titles
constexpr std::size_t kLongest = 150;

constexpr std::string_view kSeparators[] = {"|", "-", "–", "—", "\\", "/", ">", "»"};
constexpr std::string_view kSteps[] = {"\\", "/", ">", "»"};  // from a site's pages down to this

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !in_word ? 1 : 0;
    in_word = !space;
  }
  return std::max<std::size_t>(words, 1);
}

std::string padded(std::string_view mark) { return " " + std::string(mark) + " "; }

bool has_steps(std::string_view title) {
  return std::any_of(std::begin(kSteps), std::end(kSteps), [&](std::string_view step) {
    return title.find(padded(step)) != std::string_view::npos;
  });
}

std::size_t last_separator(std::string_view title) {
  std::size_t last = std::string_view::npos;
  for (const std::string_view mark : kSeparators) {
    const std::size_t at = title.rfind(padded(mark));
    if (at != std::string_view::npos && (last == std::string_view::npos || at > last)) last = at;
  }
  return last;
}

std::string_view without_first_part(std::string_view title) {
  std::size_t begin = std::string_view::npos;
  for (const std::string_view mark : kSeparators) {
    const std::size_t at = title.find(mark);
    if (at != std::string_view::npos) begin = std::min(begin, at + mark.size());
  }
  return begin == std::string_view::npos ? title : title.substr(begin);
}

std::size_t words_without_separators(std::string_view title) {
  std::string bare(title);
  for (const std::string_view mark : kSeparators) {
    for (std::size_t at = bare.find(mark); at != std::string::npos; at = bare.find(mark, at)) {
      bare.erase(at, mark.size());
    }
  }
  return count_words(bare);
}

std::string_view after_colon(std::string_view title, const Document& document) {
  const bool heading =
      std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return block.kind == BlockKind::heading && block.level <= 2 && trim(block.text) == title;
      });
  if (heading) return title;
  const std::string_view last = title.substr(title.rfind(':') + 1);
  if (count_words(last) < kFewestWords) return title.substr(title.find(':') + 1);
  const bool many = count_words(title.substr(0, title.find(':'))) > kManyWordsBeforeColon;
  return many ? title : last;
}

/// The only heading of the first level.
std::string_view only_heading(const Document& document) {
  std::string_view found;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::heading || block.level != 1) continue;
    if (!found.empty()) return {};
    found = block.text;
  }
  return found;
}

}  // namespace

std::string title_of_words(std::string_view title, const Document& document) {
  std::string_view part = title;
  const std::size_t separator = last_separator(title);
  const bool steps = separator != std::string_view::npos && has_steps(title);
  if (separator != std::string_view::npos) {
    part = title.substr(0, separator);
    if (count_words(part) < kFewestWords) part = without_first_part(title);
  } else if (title.find(": ") != std::string_view::npos) {
    part = after_colon(title, document);
  } else if (title.size() > kLongest || title.size() < kShortest) {
    const std::string_view heading = only_heading(document);
    if (!heading.empty()) part = heading;
  }
  part = trim(part);
  const std::size_t words = count_words(part);
  const bool lost = !steps || words + 1 != words_without_separators(title);
  return std::string(words <= kFewWords && lost ? title : part);
}

}  // namespace shuye
