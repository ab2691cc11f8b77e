#include "shuye/stream_converter.h"

#include <algorithm>

#include "convert/glossary_terms.h"
#include "text/utf8.h"

namespace shuye {

namespace {

// OpenCC's keys consist of ideographs, Latin letters, the hyphen and the middle dot. A character
// that is in none of them is never inside a match, and comes out of every stage as it went in; so
// behind it each stage begins anew. tests/unit/stream_converter_test.cpp looks through all packs.
constexpr std::string_view kBoundaries[] = {"。", "，", "、", "；", "：", "？", "！",
                                            "“",  "”",  "‘",  "’",  "「", "」", "『",
                                            "』", "（", "）", "《", "》", "…",  "　"};
constexpr std::size_t kBoundaryBytes = 3;

bool is_boundary(unsigned char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return c < 0x80 && !letter && c != '-';
}

bool ends_with_boundary(std::string_view text) {
  if (is_boundary(static_cast<unsigned char>(text.back()))) return true;
  if (text.size() < kBoundaryBytes) return false;
  const std::string_view last = text.substr(text.size() - kBoundaryBytes);
  return std::find(std::begin(kBoundaries), std::end(kBoundaries), last) != std::end(kBoundaries);
}

// Nor may a term of the reader's lie across the cut, nor a row of letters, since a term may have to
// be one.
bool may_part_terms(std::string_view before, const Glossary& glossary) {
  if (glossary.empty()) return false;
  return !glossary.terms()->can_end_with(utf8::read_before(before, before.size()).code_point);
}

// An ideographic description sequence may hold any character, but is 64 characters long at most;
// what could become one in a later stage is not much longer.
bool may_be_in_description(std::string_view before) {
  constexpr std::size_t kReach = 1024;  // bytes
  before.remove_prefix(before.size() - std::min(before.size(), kReach));
  return before.find("\xE2\xBF") != before.npos;  // U+2FC0 to U+2FFF, the operators among them
}

// Where no such character comes for so long, the converter says how far it is certain.
constexpr std::size_t kLongLine = std::size_t{1} << 14;  // bytes

}  // namespace

std::string StreamConverter::write(std::string_view chunk) {
  std::string out;
  // A long chunk is gone through in parts, so that not all of it is held.
  while (!chunk.empty()) {
    const std::string_view part = chunk.substr(0, kLongLine);
    chunk.remove_prefix(part.size());
    held_ += part;
    convert_up_to(last_safe_cut(), out);
    if (held_.size() > kLongLine) {
      held_.erase(0, converter_.convert_beginning(held_, losing_, out));
      searched_ = 0;
    }
    if (held_.size() > kMaxHeldBytes) convert_up_to(held_.size(), out);
  }
  return out;
}

std::string StreamConverter::finish() {
  std::string out;
  convert_up_to(held_.size(), out);
  losing_ = false;
  return out;
}

void StreamConverter::convert_up_to(std::size_t cut, std::string& out) {
  if (cut > 0) {
    converter_.convert_part(std::string_view(held_).substr(0, cut), losing_, out);
    held_.erase(0, cut);
  }
  // The first bytes of a boundary may be there already.
  searched_ = held_.size() - std::min(held_.size(), kBoundaryBytes - 1);
}

std::size_t StreamConverter::last_safe_cut() const {
  const std::string_view held = held_;
  for (std::size_t cut = held.size(); cut > searched_; --cut) {
    const std::string_view before = held.substr(0, cut);
    if (ends_with_boundary(before) && !may_be_in_description(before) &&
        !may_part_terms(before, converter_.glossary())) {
      return cut;
    }
  }
  return 0;
}

}  // namespace shuye
