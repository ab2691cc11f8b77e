// Explanations: a piece goes through the stages once more, and each leaves its steps.

#include <algorithm>
#include <utility>

#include "convert/pipeline.h"
#include "convert/scan.h"
#include "shuye/explanation.h"

namespace shuye {

namespace {

std::string explain_stage(const Pack& pack, std::string_view text, bool is_normalization,
                          std::vector<ExplanationStep>& steps) {
  std::string out;
  scan(
      pack.trie(), text, [&](std::string_view kept) { out += kept; },
      [&](std::string_view from, std::uint32_t key) {
        std::string to;
        pack.append_value(key, to);
        Rule rule = pack.is_character(key) ? Rule::character : Rule::phrase;
        if (is_normalization) rule = Rule::compatibility;
        out += to;
        steps.push_back({rule, {}, pack.dictionary(key), std::string(from), std::move(to)});
      });
  return out;
}

}  // namespace

std::string_view name_of(Rule rule) {
  switch (rule) {
    case Rule::compatibility:
      return "compatibility";
    case Rule::phrase:
      return "phrase";
    case Rule::character:
      return "character";
    case Rule::glossary:
      return "glossary";
    case Rule::protected_term:
      return "protected";
    case Rule::code:
      return "code";
    case Rule::punctuation:
      return "punctuation";
  }
  return "";
}

std::string Pipeline::explain(std::string_view piece, std::vector<ExplanationStep>& steps) const {
  std::string text = explain_stage(*normalization_, piece, true, steps);
  text.resize(segment_size(text));
  for (const PackPtr& pack : chain_) text = explain_stage(*pack, text, false, steps);
  return text;
}

}  // namespace shuye
