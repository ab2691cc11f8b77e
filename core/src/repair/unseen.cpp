#include "repair/unseen.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "repair/edits.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::string_view kRule = "unseen";
constexpr float kSure = 0.99F;

/// What stands beside such characters.
enum class Beside { edge, chinese, plain, other };

Beside beside(char32_t c) {
  if (c == 0 || c == '\n' || c == 0xFFFC) return Beside::edge;
  // With Hangul, and with selectors of ideographs.
  if (is_set_solid(c) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xE0100 && c <= 0xE01EF)) {
    return Beside::chinese;
  }
  return c < 0x250 || (c >= 0x2010 && c <= 0x2027) ? Beside::plain : Beside::other;
}

/// Joiners shape letters of other scripts and emoji, and the mark of a direction turns what is
/// beside those that are written from the right.
bool may_shape(char32_t c) { return c >= 0x200C && c <= 0x200E; }

/// Whether such a character means nothing between these two.
bool is_idle(char32_t c, Beside left, Beside right) {
  if (left == Beside::edge && right == Beside::edge) return true;
  if (left != Beside::chinese && right != Beside::chinese) return false;
  return !may_shape(c) || (left != Beside::other && right != Beside::other);
}

/// The stretches of a text that are to go: of each run those that are idle where it stands.
std::vector<Range> idle_stretches(std::string_view text) {
  std::vector<Range> out;
  char32_t left = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character first = utf8::read(text, at);
    if (!is_unseen(first.code_point)) {
      left = first.code_point;
      at += first.length;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_unseen(utf8::read(text, end).code_point)) {
      end += utf8::read(text, end).length;
    }
    const char32_t right = end < text.size() ? utf8::read(text, end).code_point : 0;
    while (at < end) {
      const utf8::Character c = utf8::read(text, at);
      if (is_idle(c.code_point, beside(left), beside(right))) {
        if (!out.empty() && out.back().end == at) {
          out.back().end += c.length;
        } else {
          out.push_back({at, at + c.length});
        }
      }
      at += c.length;
    }
  }
  return out;
}

/// Takes away those that lie in code or in a formula. Both lists are sorted.
void keep_verbatim(const Block& block, std::vector<Range>& stretches) {
  auto span = block.spans.begin();
  std::size_t verbatim_end = 0;
  const auto is_verbatim = [&](const Range& stretch) {
    for (; span != block.spans.end() && span->begin < stretch.end; ++span) {
      if (span->kind != SpanKind::code && span->kind != SpanKind::math) continue;
      verbatim_end = std::max<std::size_t>(verbatim_end, span->end);
    }
    return verbatim_end > stretch.begin;
  };
  stretches.erase(std::remove_if(stretches.begin(), stretches.end(), is_verbatim), stretches.end());
}

std::string without(const std::vector<Range>& stretches, std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Range& stretch : stretches) {
    out.append(text.substr(at, stretch.begin - at));
    at = stretch.end;
  }
  return out.append(text.substr(at));
}

void clear(Document& document, std::string& text) {
  const std::vector<Range> stretches = idle_stretches(text);
  if (stretches.empty()) return;
  Repair& repair = document.repairs.emplace_back();
  repair.rule = kRule;
  repair.confidence = kSure;
  repair.original = text;
  text = repair.replacement = without(stretches, text);
}

}  // namespace

void remove_unseen(Document& document, BlockIndex index) {
  Block& block = document.blocks[index];
  if (!is_leaf(block.kind) || block.kind == BlockKind::code) return;
  std::vector<Range> stretches = idle_stretches(block.text);
  keep_verbatim(block, stretches);
  if (stretches.empty()) return;
  const bool may_go = block.kind == BlockKind::paragraph || block.kind == BlockKind::heading;
  if (may_go && block.role == Role::body && trim(without(stretches, block.text)).empty()) {
    block.role = Role::clutter;
    block.rule = kRule;
    block.confidence = kSure;
    return;
  }
  std::vector<Edit> edits;
  for (const Range& stretch : stretches) edits.push_back({stretch, {}});
  apply_edits(document, index, edits, kRule, kSure);
}

void remove_unseen(Document& document, Metadata& metadata) {
  for (std::string* text :
       {&metadata.title, &metadata.subtitle, &metadata.publisher, &metadata.description}) {
    clear(document, *text);
  }
  for (std::vector<std::string>* list : {&metadata.authors, &metadata.editors, &metadata.keywords,
                                         &metadata.tags, &metadata.categories}) {
    for (std::string& text : *list) clear(document, text);
  }
}

std::size_t unseen_beginning(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const utf8::Character c = utf8::read(text, at);
    if (!is_unseen(c.code_point)) break;
    at += c.length;
  }
  return at;
}

}  // namespace shuye
