#include "parse/html_condensed.h"

#include <algorithm>

#include "text/name_index.h"
#include "text/sixteen_bytes.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// In bytes. A shorter run is not worth it: a stand-in has four.
constexpr std::size_t kShortestRun = 9;   // wherever it stands
constexpr std::size_t kShortestText = 6;  // of a text or a value: it costs the parser most

constexpr char32_t kFirst = 0xF0000, kSecond = 0x100000;
constexpr std::size_t kPlane = 0xFFFE;  // characters of each; the last two are none

// The first bytes of the characters of both planes.
constexpr unsigned char kFirstByte = 0xF3, kSecondByte = 0xF4;

/// Whether a character of three bytes stands there that is nothing special to an HTML parser and
/// not replaced by it, wherever it stands: U+2000 to U+9FFF, and the full-width forms.
bool is_plain(const unsigned char* at) {
  return (at[0] >= 0xE2 && at[0] <= 0xE9) || (at[0] == 0xEF && (at[1] == 0xBC || at[1] == 0xBD));
}

/// The length of the character at `at` where it is nothing special in a text and one of those that
/// `may_be_special` asks for.
std::size_t plain_length(std::string_view html, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < html.size() ? static_cast<unsigned char>(html[at + i]) : 0U;
  };
  if (byte(0) == '\n' || byte(0) == '\t') return 1;
  if (byte(0) == 0xC2) return byte(1) >= 0xA0 ? 2 : 0;  // no control character
  if (byte(0) == 0xEF) return byte(1) == 0xBC || byte(1) == 0xBD ? 3 : 0;
  return byte(0) == 0xF0 && byte(1) == 0x9F && byte(2) < 0xBF ? 4 : 0;  // emoji
}

/// What begins markup or a reference, and the first bytes of what a parser may replace.
sixteen_bytes::Vector may_be_special(sixteen_bytes::Vector bytes) {
  using namespace sixteen_bytes;
  const Vector ascii = either(either(equal(bytes, '<'), equal(bytes, '&')),
                              either(below(bytes, ' '), equal(bytes, 0x7F)));
  return either(ascii, either(equal(bytes, 0xC2), opposite(below(bytes, 0xEE))));
}

/// Where what is special in a text begins, from `at` on.
std::size_t end_of_plain(std::string_view html, std::size_t at) {
  while ((at = sixteen_bytes::find(html, at, may_be_special)) < html.size()) {
    const std::size_t length = plain_length(html, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Behind the character at `at`; of an `&`: behind all that may be a reference.
std::size_t after_special(std::string_view html, std::size_t at) {
  if (html[at] == '&') {
    const auto names = [](char c) {
      return c == '#' || c == ';' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
             (c >= 'A' && c <= 'Z');
    };
    do ++at;
    while (at < html.size() && names(html[at]));
    return at;
  }
  do ++at;
  while (at < html.size() && (html[at] & 0xC0) == 0x80);
  return at;
}

/// How many elements of a tag's name are open.
void count(const markup::Tag& tag, unsigned& open) {
  if (!tag.closing() && !tag.self_closing()) ++open;
  if (tag.closing() && open > 0) --open;
}

/// Elements of SVG and MathML in which HTML may stand: an end tag there ends nothing outside of it.
bool has_html_inside(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"};
  static constexpr NameIndex kIndex(kNames);
  return kIndex.has(name);
}

/// Elements whose attributes' values the parser compares with others.
bool compares_values(std::string_view name) {
  static constexpr std::string_view kNames[] = {"annotation-xml", "b",      "big",    "code", "em",
                                                "font",           "i",      "input",  "nobr", "s",
                                                "small",          "strike", "strong", "tt",   "u"};
  static constexpr NameIndex kIndex(kNames);
  return kIndex.has(name);
}

/// Whether `&#…` names a character of the planes of which stand-ins are.
bool names_private(std::string_view reference) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const bool hex = reference.size() > 2 && (reference[2] == 'x' || reference[2] == 'X');
  const std::size_t base = hex ? 16 : 10;
  std::size_t number = 0;
  for (std::size_t at = hex ? 3 : 2; at < reference.size() && number < kFirst; ++at) {
    const char c = reference[at];
    const std::size_t digit =
        kDigits.substr(0, base).find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
    if (digit == std::string_view::npos) break;
    number = number * base + digit;
  }
  return number >= kFirst;
}

/// Whether a stand-in could be taken for a character of the page.
bool has_stand_ins(std::string_view html) {
  using namespace sixteen_bytes;
  const auto begins_one = [](Vector bytes) {
    return either(equal(bytes, kFirstByte), equal(bytes, kSecondByte));
  };
  if (find(html, 0, begins_one) < html.size()) return true;
  for (std::size_t at = 0; (at = html.find("&#", at)) != std::string_view::npos; ++at) {
    if (names_private(html.substr(at))) return true;
  }
  return false;
}

}  // namespace

CondensedHtml::CondensedHtml(std::string_view html) : html_(html) {
  if (html.size() <= UINT32_MAX && !has_stand_ins(html)) condense();
}

void CondensedHtml::condense() {
  for (std::size_t at = 0; at < html_.size();) {
    at = add_text({at, html_.size()});
    if (at < html_.size()) at = add_markup(at);
  }
  if (!runs_.empty()) text_.append(html_, done_);
}

/// Text is one run between what is special in it: to the parser, all that counts is whether it
/// begins with white space. Up to a `<`; where that is.
std::size_t CondensedHtml::add_text(Range place) {
  const std::string_view html = html_.substr(0, place.end);
  std::size_t at = place.begin;
  while (at < place.end && html[at] != '<') {
    if (is_blank(html[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_plain(html, at);
    if (end - at >= kShortestText) add_run({at, end});
    at = end > at ? end : after_special(html, at);
  }
  return at;
}

/// What begins at a `<`; where it ends.
std::size_t CondensedHtml::add_markup(std::size_t at) {
  if (!markup::is_tag(html_, at)) {
    // What such a section is depends on what it stands in.
    const bool section = html_.substr(at).starts_with("<![CDATA[");
    const std::size_t end = section ? html_.size() : markup::end_of_other(html_, at);
    add_other({at, end});
    return end;
  }
  markup::Tag tag(html_, at);
  const bool compared = compares_values(tag.name());
  while (tag.next_attribute()) {
    const Range value = tag.quoted_value();
    if (value.size() < kShortestText || compared) continue;
    if (end_of_plain(html_.substr(0, value.end), value.begin) == value.end) add_run(value);
  }
  if (tag.name() == "select") in_select_ = !tag.closing();
  if (tag.name() == "svg") count(tag, drawings_);
  if (tag.name() == "math") count(tag, formulas_);
  if (drawings_ + formulas_ > 0 && has_html_inside(tag.name())) is_mixed_ = true;
  if (tag.closing()) return tag.end();
  if (markup::is_raw(tag.name())) return add_raw(tag);
  if (tag.name() == "plaintext" || tag.name() == "frameset") {
    // Behind these a tag is none, or a text.
    add_other({tag.end(), html_.size()});
    return html_.size();
  }
  return tag.end();
}

/// Text up to an end tag. Where something like a tag stands in it, the parser may take it for one,
/// by what the element stands in; but not in a program without comments.
std::size_t CondensedHtml::add_raw(const markup::Tag& tag) {
  const std::size_t end = markup::end_of_raw(html_, tag.end(), tag.name());
  std::size_t at = add_text({tag.end(), end});
  if (at < end && may_be_no_raw()) {
    // A comment or a value may begin here that ends behind the end tag.
    add_other({at, html_.size()});
    return html_.size();
  }
  const bool is_program =
      tag.name() == "script" && html_.substr(at, end - at).find("<!--") == std::string_view::npos;
  while (is_program && at < end) at = add_text({at + 1, end});
  add_other({at, end});
  return end;
}

/// Runs of characters that are nothing special anywhere.
void CondensedHtml::add_other(Range place) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(html_.data());
  for (std::size_t at = place.begin; at < place.end;) {
    const std::size_t begin = at;
    while (at + 3 <= place.end && is_plain(bytes + at)) at += 3;
    if (at - begin >= kShortestRun) {
      add_run({begin, at});
    } else if (at == begin) {
      ++at;
    }
  }
}

/// Room for what a page that goes on like this will need, once enough of it tells. (To double it
/// again and again leaves holes behind, and half of the last doubling.)
void CondensedHtml::make_room(std::size_t done) {
  constexpr std::size_t kShareToJudge = 16, kLeastToJudge = std::size_t{1} << 16;
  if (done < std::max(html_.size() / kShareToJudge, kLeastToJudge)) return;
  const double whole = 17.0 / 16 * static_cast<double>(html_.size()) / static_cast<double>(done);
  const auto room = [&](std::size_t size) {
    return static_cast<std::size_t>(static_cast<double>(size) * whole);
  };
  const std::size_t runs = room(runs_.size());
  const std::size_t of_two = runs - std::min(runs, kPlane);  // that two characters stand for
  text_.reserve(room(text_.size()) + 4 * of_two);
  runs_.reserve(runs);
}

/// One character of the first plane; where those are not enough, one of the second before it.
void CondensedHtml::add_run(Range place) {
  if (runs_.size() == runs_.capacity()) make_room(place.begin);
  text_.append(html_, done_, place.begin - done_);
  done_ = place.end;
  const std::size_t number = runs_.size();
  if (number >= kPlane) {
    utf8::append(text_, static_cast<char32_t>(kSecond + number / kPlane - 1));
  }
  utf8::append(text_, static_cast<char32_t>(kFirst + number % kPlane));
  runs_.push_back({static_cast<std::uint32_t>(place.begin), static_cast<std::uint32_t>(place.end),
                   static_cast<std::uint32_t>(text_.size())});
}

std::string_view CondensedHtml::run(std::size_t number) const {
  return html_.substr(runs_[number].begin, runs_[number].end - runs_[number].begin);
}

std::size_t CondensedHtml::original(std::size_t place) {
  // Most places come in their order: the run before this one is that of the last, or the next.
  const auto is_behind = [&](std::size_t run) {
    return run == runs_.size() || place < runs_[run].condensed;
  };
  if (behind_ < runs_.size() && !is_behind(behind_)) ++behind_;
  if (!is_behind(behind_) || (behind_ > 0 && is_behind(behind_ - 1))) {
    const auto found = std::upper_bound(
        runs_.begin(), runs_.end(), place,
        [](std::size_t wanted, const Run& known) { return wanted < known.condensed; });
    behind_ = static_cast<std::size_t>(found - runs_.begin());
  }
  if (behind_ == 0) return place;
  const Run& before = runs_[behind_ - 1];
  return before.end + (place - before.condensed);
}

std::string_view CondensedHtml::original(std::string_view part) {
  const auto at = static_cast<std::size_t>(part.data() - text().data());
  const std::size_t begin = original(at);
  return html_.substr(begin, original(at + part.size()) - begin);
}

CondensedHtml::StandIn CondensedHtml::stand_in_at(std::string_view piece, std::size_t at) const {
  const auto first = static_cast<unsigned char>(piece[at]);
  if (first < kFirstByte || runs_.empty()) return {};
  const utf8::Character c = utf8::read(piece, at);
  if (c.code_point >= kFirst && c.code_point < kSecond) return {c.code_point - kFirst, c.length};
  const utf8::Character second =
      at + c.length < piece.size() ? utf8::read(piece, at + c.length) : utf8::Character();
  if (c.code_point < kSecond || second.code_point < kFirst || second.code_point >= kSecond) {
    return {};
  }
  return {(c.code_point - kSecond + 1) * kPlane + second.code_point - kFirst,
          std::size_t{c.length} + second.length};
}

std::string_view CondensedHtml::restore(std::string_view made, std::string& restored) const {
  restored.clear();
  std::size_t done = 0;
  for (std::size_t at = 0; at < made.size();) {
    const StandIn found = stand_in_at(made, at);
    if (found.length == 0 || found.run >= runs_.size()) {
      ++at;
      continue;
    }
    restored.append(made, done, at - done).append(run(found.run));
    done = at += found.length;
  }
  if (done == 0) return made;
  return restored.append(made, done);
}

}  // namespace shuye
