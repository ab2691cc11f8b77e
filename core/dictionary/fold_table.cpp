#include "dictionary/fold_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <utility>
#include <vector>

#include "dictionary/code_points.h"
#include "dictionary/opencc_data.h"
#include "dictionary/unicode_data.h"

namespace shuye::dictionary {

namespace {

// What is known of characters one by one.
struct CharacterDictionary {
  std::map<char32_t, std::u32string> candidates;

  bool has(char32_t c) const { return candidates.count(c) != 0; }
  char32_t first(char32_t c) const {
    const auto found = candidates.find(c);
    return found == candidates.end() ? c : found->second.front();
  }
  bool keeps(char32_t c) const {
    const auto found = candidates.find(c);
    return found == candidates.end() || found->second.find(c) != std::u32string::npos;
  }
};

// Entries of more than one character on either side say nothing about one.
CharacterDictionary characters(const std::string& opencc, const std::string& name) {
  CharacterDictionary dictionary;
  for (const auto& [key, values] : read_candidates(opencc, name)) {
    const std::u32string from = code_points(key);
    if (from.size() != 1) continue;
    for (const std::string& value : values) {
      const std::u32string to = code_points(value);
      if (to.size() == 1) dictionary.candidates[from[0]] += to;
    }
  }
  return dictionary;
}

struct Sources {
  explicit Sources(const std::string& opencc)
      : to_traditional(characters(opencc, "STCharacters")),
        to_simplified(characters(opencc, "TSCharacters")),
        to_simplified_rare(characters(opencc, "TSCharactersExt")),
        to_taiwan(characters(opencc, "TWVariants")),
        to_hong_kong(characters(opencc, "HKVariants")),
        from_taiwan(characters(opencc, "TWVariantsRev")),
        from_hong_kong(characters(opencc, "HKVariantsRev")),
        from_japan(characters(opencc, "JPShinjitaiCharacters")) {
    for (const auto& [key, values] : read_candidates(opencc, "STPhrases")) {
      for (const char32_t c : code_points(key)) in_simplified_words.insert(c);
      for (const char32_t c : code_points(values.front())) in_traditional_words.insert(c);
    }
    for (const auto& [from, to] : to_simplified.candidates) simplified_forms.insert(to.front());
  }

  CharacterDictionary to_traditional, to_simplified, to_simplified_rare;
  CharacterDictionary to_taiwan, to_hong_kong, from_taiwan, from_hong_kong, from_japan;
  std::set<char32_t> in_simplified_words, in_traditional_words, simplified_forms;
};

// A region's form goes over OpenCC's standard Traditional form to the Simplified one: Taiwan's 著
// over 着, its 裡 over 裏 to 里. What is a Simplified form already stays, though Taiwan writes 么
// for 幺, and what Chinese words are written with is no form of Japan's, though Japan writes 芸 for
// 藝.
char32_t simplified(const Sources& s, char32_t c) {
  const auto from_standard = [&](char32_t standard) {
    return s.to_simplified_rare.first(s.to_simplified.first(standard));
  };
  if (from_standard(c) != c || s.simplified_forms.count(c) != 0) return from_standard(c);
  if (s.in_simplified_words.count(c) == 0) c = s.from_japan.first(c);
  return from_standard(s.from_hong_kong.first(s.from_taiwan.first(c)));
}

// To the end of the chain; where OpenCC's tables lead in a circle, to its smallest member, so that
// folding twice is folding once.
char32_t folded(const Sources& s, const UnicodeData& unicode, char32_t c) {
  std::u32string seen(1, c);
  while (true) {
    const char32_t next = simplified(s, unicode.case_folding(unicode.compatibility(seen.back())));
    if (next == seen.back()) return next;
    const std::size_t circle = seen.find(next);
    if (circle != std::u32string::npos) return *std::min_element(seen.begin() + circle, seen.end());
    seen += next;
  }
}

// All of what `c` is folded to, without diacritics: mostly one character, but ﬁ to f and i, ㈱ to
// (株), が to か and a voicing mark. A diacritic alone stays, and so does one on a space.
std::u32string all_folded(const Sources& s, const UnicodeData& unicode, char32_t c) {
  std::u32string units;
  const std::u32string parts = unicode.decomposed(c);
  if (parts.size() > 1 && parts.front() == U' ') return std::u32string(1, folded(s, unicode, c));
  for (const char32_t part : parts) {
    if (unicode.is_mark(part)) continue;
    const char32_t unit = folded(s, unicode, part);
    units += unit == c ? std::u32string(1, unit) : all_folded(s, unicode, unit);
  }
  return units.empty() ? std::u32string(1, c) : units;
}

std::set<char32_t> all_values(const CharacterDictionary& dictionary) {
  std::set<char32_t> values;
  for (const auto& [from, to] : dictionary.candidates) values.insert(to.begin(), to.end());
  return values;
}

// 们 but not 后, 台 or 里: what no Traditional text of any region is written with.
std::u32string simplified_only(const Sources& s) {
  std::set<char32_t> traditional = s.in_traditional_words;
  for (const auto* d : {&s.to_traditional, &s.to_taiwan, &s.to_hong_kong}) {
    traditional.merge(all_values(*d));
  }
  std::u32string only;
  for (const auto& [c, candidates] : s.to_traditional.candidates) {
    if (!s.to_traditional.keeps(c) && traditional.count(c) == 0 && s.to_simplified.keeps(c))
      only += c;
  }
  return only;
}

// 們 and Taiwan's 裡 but not 乾, which 乾坤 keeps.
std::u32string traditional_only(const Sources& s) {
  std::set<char32_t> simplified_script = s.in_simplified_words;
  simplified_script.merge(all_values(s.to_simplified));
  for (const auto& [c, candidates] : s.to_traditional.candidates) simplified_script.insert(c);
  std::u32string only;
  for (const auto& [c, candidates] : s.to_simplified.candidates) {
    if (!s.to_simplified.keeps(c) && simplified_script.count(c) == 0) only += c;
  }
  return only;
}

void append_hex(std::string& text, char32_t c) {
  std::array<char, 16> digits;
  std::snprintf(digits.data(), digits.size(), "0x%04X", static_cast<unsigned>(c));
  text += digits.data();
}

using Pairs = std::vector<std::pair<char32_t, char32_t>>;

/// Those of the Basic Multilingual Plane alone, or the others, by what they are folded from.
Pairs pairs_of(const Folding& table, bool wide) {
  Pairs pairs;
  for (const auto& [from, to] : table) {
    if ((from > 0xFFFF || to > 0xFFFF) == wide) pairs.emplace_back(from, to);
  }
  return pairs;
}

/// By what they are folded to: of a keyword it is asked what folds to its characters.
Pairs by_target(Pairs pairs) {
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const auto& a, const auto& b) { return a.second < b.second; });
  return pairs;
}

void append_pairs(std::string& text, const char* declaration, const Pairs& pairs) {
  text.append("[[maybe_unused]] constexpr ").append(declaration).append("[][2] = {\n");
  for (const auto& [from, to] : pairs) {
    text += '{';
    append_hex(text, from);
    text += ", ";
    append_hex(text, to);
    text += "},\n";
  }
  text += "};\n";
}

// from, how many, to what
void append_several(std::string& text, const std::map<char32_t, std::u32string>& several) {
  text.append("[[maybe_unused]] constexpr char32_t kFoldToSeveral[] = {\n");
  for (const auto& [from, to] : several) {
    append_hex(text, from);
    text += ", " + std::to_string(to.size());
    for (const char32_t unit : to) {
      text += ", ";
      append_hex(text, unit);
    }
    text += ",\n";
  }
  text += "};\n";
}

// from, to, whether they are diacritics
void append_passed_over(std::string& text, const UnicodeData& unicode) {
  const auto kind = [&](char32_t c) {
    return unicode.is_mark(c) ? 1 : unicode.is_format(c) ? 0 : -1;
  };
  text.append("[[maybe_unused]] constexpr char32_t kPassedOver[][3] = {\n");
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const int of = kind(c);
    if (of < 0) continue;
    text += '{';
    append_hex(text, c);
    while (kind(c + 1) == of) ++c;
    text += ", ";
    append_hex(text, c);
    text += ", " + std::to_string(of) + "},\n";
  }
  text += "};\n";
}

void append_values(std::string& text, const char* declaration, const std::u32string& values) {
  text.append("[[maybe_unused]] constexpr ").append(declaration).append("[] = {\n");
  for (const char32_t c : values) {
    append_hex(text, c);
    text += ",\n";
  }
  text += "};\n";
}

}  // namespace

Folding folding(const std::string& opencc, const std::string& unicode) {
  const Sources sources(opencc);
  const UnicodeData data(unicode);
  Folding table;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::u32string to = all_folded(sources, data, c);
    if (to.size() == 1 && to[0] != c) table[c] = to[0];
  }
  return table;
}

std::u32string traditional_only(const std::string& opencc) {
  return traditional_only(Sources(opencc));
}

std::string fold_table(const std::string& opencc, const std::string& unicode,
                       const Folding& folding) {
  const Sources sources(opencc);
  const UnicodeData data(unicode);
  std::map<char32_t, std::u32string> several;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::u32string to = all_folded(sources, data, c);
    if (to.size() > 1) several[c] = to;
  }
  std::string text =
      "// Made by shuye_dictionary of OpenCC's dictionaries and Unicode's character database.\n";
  append_pairs(text, "std::uint16_t kFold16", by_target(pairs_of(folding, false)));
  append_pairs(text, "std::uint32_t kFold32", pairs_of(folding, true));
  append_several(text, several);
  append_passed_over(text, data);
  append_values(text, "std::uint32_t kSimplifiedOnly", simplified_only(sources));
  append_values(text, "std::uint32_t kTraditionalOnly", traditional_only(sources));
  return text;
}

}  // namespace shuye::dictionary
