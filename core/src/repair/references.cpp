#include "repair/references.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repair/edits.h"
#include "repair/escaped_tags.h"
#include "text/character.h"
#include "text/character_reference.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr std::string_view kRule = "reference";
constexpr float kConfidence = 0.9F;

/// One that stands alone may be meant as it is.
constexpr int kEnoughPoints = 2;

template <std::size_t kCount>
bool has_any(std::string_view text, const std::string_view (&words)[kCount]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

/// A word of ASCII in any case, but not as the ending of a file's name: `a.html`.
bool names(std::string_view text, std::string_view lower) {
  const auto same = [](char c, char wanted) {
    return (c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c) == wanted;
  };
  for (auto at = text.begin();; ++at) {
    at = std::search(at, text.end(), lower.begin(), lower.end(), same);
    if (at == text.end()) return false;
    const char before = at == text.begin() ? ' ' : *(at - 1);
    if (std::string_view("./-_").find(before) == std::string_view::npos) return true;
  }
}

/// Whether a text is about markup, so that references are what it is about.
bool is_about_markup(std::string_view text) {
  constexpr std::string_view kWords[] = {"转义",     "轉義",     "跳脱",     "跳脫",
                                         "字符实体", "字元實體", "实体字符", "實體字元",
                                         "HTML实体", "HTML 实体"};
  return has_any(text, kWords) || names(text, "html") || names(text, "xml") ||
         names(text, "markdown") || names(text, "entities");
}

/// Whether a line is about characters: one that it names is no sign of damage.
bool is_about_characters(std::string_view text) {
  constexpr std::string_view kWords[] = {"空格", "空白", "缩进", "縮進", "縮排", "符号",
                                         "符號", "字符", "字元", "代码", "代碼", "程式碼",
                                         "编码", "編碼", "引号", "引號"};
  return has_any(text, kWords);
}

bool is_blank(char32_t c) { return is_space(c) || is_unseen(c); }

bool is_colon(char32_t c) { return c == ':' || c == U'：'; }

char32_t closing_of(char32_t c) {
  constexpr char32_t kPairs[][2] = {
      {0x201C, 0x201D}, {0x2018, 0x2019}, {0xAB, 0xBB}, {'"', '"'}, {0x2039, 0x203A}};
  for (const auto& pair : kPairs) {
    if (pair[0] == c) return pair[1];
  }
  return 0;
}

/// Whether quotation marks stand around a word or more, and not between what they are named with:
/// `&ldquo;和&rdquo;`.
bool is_quoted(std::string_view inner) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < inner.size() && characters < 2;) {
    const utf8::Character c = utf8::read(inner, at);
    if (is_han(c.code_point) || is_word(c.code_point)) ++characters;
    at += c.length;
  }
  return characters >= 2 && trim(inner).size() == inner.size();
}

class BlockReferences {
 public:
  BlockReferences(std::string_view text, std::vector<Reference> references)
      : text_(text), references_(std::move(references)), blank_end_(text.size()) {
    for (const Reference& reference : references_) {
      if (!is_blank(reference.code_point) || !is_empty(blank_begin_, reference.place.begin)) break;
      blank_begin_ = reference.place.end;
    }
    for (auto last = references_.rbegin(); last != references_.rend(); ++last) {
      if (!is_blank(last->code_point) || !is_empty(last->place.end, blank_end_)) break;
      blank_end_ = last->place.begin;
    }
  }

  /// How much speaks for their being used.
  int points() const {
    int points = 0;
    for (std::size_t i = 0; i < references_.size(); ++i) points += points_of(i);
    return points;
  }

  /// The one that is all of the text; 0: there is more.
  char32_t lonely() const {
    const Range place = references_[0].place;
    const bool alone = references_.size() == 1 && place.size() == trim(text_).size();
    return alone ? references_[0].code_point : 0;
  }

  /// Spaces at either end of the text are none.
  std::vector<Edit> edits() const {
    std::vector<Edit> edits;
    if (blank_begin_ > 0) edits.push_back({{0, seen_begin()}, {}});
    std::vector<EscapedTag> tags = escaped_tags(text_, references_);
    auto tag = tags.begin();
    for (const Reference& reference : references_) {
      if (reference.place.end <= blank_begin_ || reference.place.begin >= blank_end_) continue;
      while (tag != tags.end() && tag->place.end <= reference.place.begin) ++tag;
      const bool in_tag = tag != tags.end() && tag->place.begin <= reference.place.begin;
      if (!in_tag) {
        std::string character;
        utf8::append(character, reference.code_point);
        add(edits, reference.place, character);
      } else if (tag->place.begin == reference.place.begin) {
        add(edits, tag->place, tag->breaks ? "\n" : "");
      }
    }
    if (blank_begin_ < blank_end_ && blank_end_ < text_.size()) {
      const std::size_t end = trim(text_.substr(0, blank_end_)).size() + leading_space();
      const std::size_t done = edits.empty() ? 0 : edits.back().place.end;
      edits.push_back({{std::max(end, done), text_.size()}, {}});
    }
    return edits;
  }

 private:
  char32_t before(std::size_t i) const {
    const std::size_t at = references_[i].place.begin;
    return at == 0 ? U'\n' : utf8::read_before(text_, at).code_point;
  }
  char32_t after(std::size_t i) const {
    const std::size_t at = references_[i].place.end;
    return at == text_.size() ? U'\n' : utf8::read(text_, at).code_point;
  }

  /// Whether only spaces are between it and the next, which is of the same kind.
  bool goes_on(std::size_t i) const {
    if (i + 1 >= references_.size()) return false;
    const std::size_t end = references_[i].place.end;
    const std::string_view between = text_.substr(end, references_[i + 1].place.begin - end);
    return trim(between).empty() &&
           is_blank(references_[i].code_point) == is_blank(references_[i + 1].code_point);
  }

  /// Whether nothing but a comma or an "and" parts two references, as where they are enumerated.
  bool is_parted_by_comma(std::size_t i) const {
    constexpr std::string_view kCommas[] = {"、", "，", ",",  "/",  "和",
                                            "与", "與", "或", "及", "以及"};
    if (i + 1 >= references_.size()) return false;
    const std::size_t end = references_[i].place.end;
    const std::string_view between = trim(text_.substr(end, references_[i + 1].place.begin - end));
    return std::find(std::begin(kCommas), std::end(kCommas), between) != std::end(kCommas);
  }

  int points_of(std::size_t i) const {
    if (is_parted_by_comma(i) || (i > 0 && is_parted_by_comma(i - 1))) return 0;
    const char32_t c = references_[i].code_point;
    const char32_t left = before(i);
    const char32_t right = after(i);
    const bool is_solid = is_set_solid(left) || is_set_solid(right);
    const bool is_joined = !is_space(left) && !is_space(right);
    if (is_blank(c)) {
      if (goes_on(i)) return 2;
      if (left == '\n' && right == '\n') return 0;
      // What a colon announces or explains is named.
      if (is_colon(left) || is_colon(right)) return 0;
      return left == '\n' || right == '\n' ? 2 : is_solid && is_joined ? 1 : 0;
    }
    if (is_han(c)) return 2;
    const bool in_word = is_word(left) && is_word(right);
    if (c == '&' || c == '\'' || c == 0x2019) {
      if (in_word) return 2;
    }
    if (const char32_t closing = closing_of(c); closing != 0 && quotes(i, closing)) return 2;
    if (c == '<') return after(i) == '/' ? 2 : 0;
    if (c == 0x2026 || c == 0x2014) {
      if (goes_on(i) && references_[i + 1].code_point == c) return 2;
    }
    const bool is_mark = closing_of(c) != 0 || c == 0x201D || c == '>';
    return !is_mark && is_joined && (is_solid || in_word) ? 1 : 0;
  }

  bool quotes(std::size_t i, char32_t closing) const {
    const std::size_t begin = references_[i].place.end;
    for (std::size_t j = i + 1; j < references_.size() && j < i + 8; ++j) {
      if (references_[j].code_point != closing) continue;
      return is_quoted(text_.substr(begin, references_[j].place.begin - begin));
    }
    return false;
  }

  bool is_empty(std::size_t begin, std::size_t end) const {
    return trim(text_.substr(begin, end - begin)).empty();
  }

  /// Where what is no space begins, or the text ends.
  std::size_t seen_begin() const {
    const std::string_view rest = text_.substr(blank_begin_);
    const std::string_view seen = trim(rest);
    return seen.empty() ? text_.size() : static_cast<std::size_t>(seen.data() - text_.data());
  }
  std::size_t leading_space() const {
    const std::string_view seen = trim(text_);
    return static_cast<std::size_t>(seen.data() - text_.data());
  }

  static void add(std::vector<Edit>& edits, Range place, const std::string& replacement) {
    if (!edits.empty() && edits.back().place.end == place.begin) {
      edits.back().place.end = place.end;
      edits.back().replacement += replacement;
    } else {
      edits.push_back({place, replacement});
    }
  }

  std::string_view text_;
  std::vector<Reference> references_;
  std::size_t blank_begin_ = 0;  // up to here are spaces only
  std::size_t blank_end_;        // from here on, too
};

/// The reference at `at`, and what it names when what it stands for is the beginning of another
/// one: `&amp;nbsp;`.
Reference reference_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 4;
  CharacterReference found = character_reference(text, at);
  Reference reference{{at, at + found.length}, found.code_point};
  for (std::size_t i = 0; i < kMost && found.length > 0 && found.code_point == '&'; ++i) {
    const std::string rest = "&" + std::string(text.substr(reference.place.end, 12));
    found = character_reference(rest, 0);
    if (found.length == 0) break;
    reference = {{at, reference.place.end + found.length - 1}, found.code_point};
  }
  return reference;
}

/// Whether nothing would be left of a paragraph.
bool is_emptied(const Block& block, const std::vector<Edit>& edits) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::heading) return false;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    const std::string_view between = std::string_view(block.text).substr(at, edit.place.begin - at);
    if (!trim(between).empty() || !trim(edit.replacement).empty()) return false;
    at = edit.place.end;
  }
  return trim(std::string_view(block.text).substr(at)).empty();
}

bool is_verbatim(const Span& span) {
  return span.kind == SpanKind::code || span.kind == SpanKind::math;
}

/// A link that reads as where it goes.
bool is_address(const Span& span, std::string_view text) {
  return span.kind == SpanKind::link &&
         text.substr(span.begin, span.end - span.begin).find("://") != std::string_view::npos;
}

/// Whether the place lies in an address that stands in the text.
bool is_in_address(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 300;
  const auto ends_address = [](char c) { return static_cast<unsigned char>(c) - 0x21U > 0x5DU; };
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongest && !ends_address(text[begin - 1])) --begin;
  return text.substr(begin, at - begin).find("://") != std::string_view::npos;
}

/// What was found in a document.
class Findings {
 public:
  explicit Findings(const Document& document) : document_(document) {
    for (BlockIndex i = 0; i < document.blocks.size(); ++i) look_at(i);
  }

  bool empty() const { return found_.empty(); }

  /// Whether they are used and not talked about.
  bool are_used() const {
    if (in_code_ || points() < kEnoughPoints || is_about_markup(document_.metadata.title)) {
      return false;
    }
    return std::none_of(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) {
      return is_leaf(block.kind) && is_about_markup(block.text);
    });
  }

  const std::map<BlockIndex, BlockReferences>& blocks() const { return found_; }

 private:
  int points() const {
    constexpr int kOften = 3;
    int points = 0;
    std::map<char32_t, int> lonely;
    for (const auto& [block, references] : found_) {
      if (is_about_characters(document_.blocks[block].text)) continue;
      points += references.points();
      const char32_t c = references.lonely();
      if (c != 0 && ++lonely[c] == kOften) points += kEnoughPoints;
      if (points >= kEnoughPoints) break;
    }
    return points;
  }

  void look_at(BlockIndex index) {
    const Block& block = document_.blocks[index];
    const std::string_view text = block.text;
    std::vector<Reference> references;
    auto span = block.spans.begin();
    std::size_t code_end = 0;
    std::size_t address_end = 0;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
      const Reference reference = reference_at(text, at);
      if (reference.code_point == 0) {
        ++at;
        continue;
      }
      for (; span != block.spans.end() && span->begin <= at; ++span) {
        if (is_verbatim(*span)) code_end = std::max<std::size_t>(code_end, span->end);
        if (is_address(*span, text)) address_end = std::max<std::size_t>(address_end, span->end);
      }
      if (block.kind == BlockKind::code || at < code_end) {
        in_code_ = true;
      } else if (at >= address_end && !is_in_address(text, at)) {
        references.push_back(reference);
      }
      at = reference.place.end;
    }
    if (!references.empty()) found_.emplace(index, BlockReferences(text, std::move(references)));
  }

  const Document& document_;
  std::map<BlockIndex, BlockReferences> found_;
  bool in_code_ = false;
};

}  // namespace

void mend_references(Document& document) {
  const Findings findings(document);
  if (findings.empty() || !findings.are_used()) return;
  std::vector<std::pair<BlockIndex, std::vector<Edit>>> edits;
  for (const auto& [block, references] : findings.blocks()) {
    edits.emplace_back(block, references.edits());
  }
  for (const auto& [block, of_block] : edits) {
    Block& changed = document.blocks[block];
    if (!is_emptied(changed, of_block)) {
      apply_edits(document, block, of_block, kRule, kConfidence);
    } else if (changed.role == Role::body) {
      changed.role = Role::clutter;
      changed.rule = kRule;
      changed.confidence = kConfidence;
    }
  }
}

}  // namespace shuye
