#include "clean/lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shuye/search.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/han_run.h"
#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::u32string_view kClosing = U"”’\"'」』）)】》〉]";
constexpr std::u32string_view kSentenceEnds = U"。！!；;，,、：:…~～";

/// Half a character for what is below U+1100, a whole one for the rest.
std::size_t width_of(std::string_view text) {
  std::size_t halves = 0;
  std::size_t at = 0;
  const auto add_characters = [&](std::size_t end) {
    // A character that began before has been counted.
    while (at < end && (text[at] & 0xC0) == 0x80) ++at;
    while (at < end) {
      const utf8::Character c = utf8::read(text, at);
      halves += c.code_point < 0x1100 ? 1 : 2;
      at += c.length;
    }
  };
  using namespace sixteen_bytes;
  while (at + kSize <= text.size()) {
    const Vector bytes = read(text.data() + at);
    // First bytes tell: one for every character, another for those of three bytes and more. Not so
    // up to U+1FFF, where Chinese has hardly any.
    if (bits(either(equal(bytes, 0xE0), equal(bytes, 0xE1))) != 0) {
      add_characters(at + kSize);
    } else {
      halves += count(begins_character(bytes)) + kSize - count(below(bytes, 0xE0));
      at += kSize;
    }
  }
  add_characters(text.size());
  return (halves + 1) / 2;
}

/// The last character that is no closing quote or bracket.
char32_t last_of(std::string_view text) {
  while (!text.empty()) {
    const utf8::Character c = utf8::read_before(text, text.size());
    if (kClosing.find(c.code_point) == std::u32string_view::npos && !is_space(c.code_point)) {
      return c.code_point;
    }
    text.remove_suffix(c.length);
  }
  return 0;
}

}  // namespace

std::string folded_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

const std::string& Line::folded() const {
  if (folded_.empty()) append_folded(folded_, text);
  return folded_;
}

std::u32string letters_of(std::string_view folded, std::size_t most) {
  std::u32string out;
  for (std::size_t at = 0; at < folded.size() && out.size() < most;) {
    const utf8::Character c = utf8::read(folded, at);
    if (is_han(c.code_point) || is_word(c.code_point)) out.push_back(c.code_point);
    at += c.length;
  }
  return out;
}

Line line_of(const Document& document, BlockIndex block) {
  Line line;
  line.block = block;
  line.text = document.blocks[block].text;
  if (find_object(line.text) != std::string_view::npos) {
    line.own_text_ = std::make_shared<const std::string>(without_objects(line.text));
    line.text = *line.own_text_;
  }
  line.text = trim(line.text);
  line.width = width_of(line.text);
  const char32_t last = last_of(line.text);
  line.stops = last == U'.' || kSentenceEnds.find(last) != std::u32string_view::npos;
  line.ends = line.stops || last == U'？' || last == U'?';
  return line;
}

std::vector<Line> lines_of(const Document& document) {
  const auto may_be_line = [](const Block& block) {
    return !block.text.empty() && block.kind != BlockKind::code && block.role == Role::body;
  };
  std::vector<Line> lines;
  const auto count = std::count_if(document.blocks.begin(), document.blocks.end(), may_be_line);
  lines.reserve(static_cast<std::size_t>(count));
  for (BlockIndex i = 0; i < document.blocks.size(); ++i) {
    if (!may_be_line(document.blocks[i])) continue;
    Line line = line_of(document, i);
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

void keep_body(const Document& document, std::vector<Line>& lines) {
  lines.erase(std::remove_if(
                  lines.begin(), lines.end(),
                  [&](const Line& line) { return document.blocks[line.block].role != Role::body; }),
              lines.end());
}

bool is_prose(const Line& line) {
  constexpr std::size_t kShortestProse = 20;
  return line.ends && line.width >= kShortestProse;
}

bool is_east_asian(const std::vector<Line>& lines) {
  std::size_t solid = 0;
  std::size_t others = 0;
  for (const Line& line : lines) {
    for (std::size_t at = 0; at < line.text.size();) {
      if (const std::size_t han = common_han_run(line.text, at); han > 0) {
        solid += 2 * han;
        at += 3 * han;
        continue;
      }
      const utf8::Character c = utf8::read(line.text, at);
      at += c.length;
      if (is_set_solid(c.code_point)) {
        solid += 2;
      } else if (is_word(c.code_point)) {
        ++others;
      }
    }
    if (solid + others > 100'000) break;
  }
  return solid * 2 >= others;
}

bool is_enclosed(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"“", "”"}, {"「", "」"}, {"『", "』"}, {"\"", "\""}, {"（", "）"}, {"(", ")"}};
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](const auto& pair) {
    return text.size() > pair.first.size() && text.starts_with(pair.first) &&
           text.find(pair.second, pair.first.size()) == text.size() - pair.second.size();
  });
}

Words folded_words(std::initializer_list<std::string_view> words) {
  Words folded;
  folded.reserve(words.size());
  for (const std::string_view word : words) folded.push_back(folded_text(word));
  return folded;
}

bool contains_any(std::string_view folded, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return folded.find(word) != std::string_view::npos;
  });
}

bool is_any(std::string_view folded, const Words& words) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

void assign(Document& document, BlockIndex block, Role role, std::string_view rule,
            float confidence) {
  document.blocks[block].role = role;
  document.blocks[block].rule = rule;
  document.blocks[block].confidence = confidence;
}

}  // namespace shuye
