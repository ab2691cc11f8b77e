#pragma once

/// Why a piece of a text became what it is.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace shuye {

/// What said that a text is to become another one, or to stay.
enum class Rule : std::uint8_t {
  compatibility,   ///< a compatibility ideograph is replaced by its ideograph, before all else
  phrase,          ///< a dictionary's entry of several characters
  character,       ///< a dictionary's entry of one character
  glossary,        ///< an entry of the reader's
  protected_term,  ///< a term that the reader wants kept
  code,            ///< of a view: code and addresses stay
  punctuation,     ///< of a view: marks as the script has them
};
/// `"compatibility"`, …, `"protected"`, …
std::string_view name_of(Rule rule);

/// One thing that happened to a piece, or that said it should stay (`from == to`).
struct ExplanationStep {
  Rule rule = Rule::character;
  /// OpenCC's configuration whose dictionary it is: of `t2s+s2twp` one of the two. Empty where the
  /// rule is no dictionary's.
  std::string_view configuration;
  std::string dictionary;  ///< OpenCC's name of it, such as `STPhrases`; empty likewise
  std::string from;        ///< what the step found: of a later step, what an earlier one made
  std::string to;
};

/// A piece is as small as can be explained alone: a word of the dictionary or a term, a character
/// between words, or characters of which one stage made something that is a word for the next.
struct Explanation {
  std::size_t begin = 0;  ///< in bytes of the text
  std::size_t end = 0;
  std::string source;                  ///< the text from `begin` to `end`
  std::string result;                  ///< what stands in the converted text for it
  std::vector<ExplanationStep> steps;  ///< in their order; none: no dictionary has any of it

  bool changed() const { return source != result; }
};

}  // namespace shuye
