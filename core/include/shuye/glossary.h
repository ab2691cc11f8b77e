#pragma once

/// The reader's own words on top of a configuration.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shuye/result.h"

namespace shuye {

inline constexpr std::size_t kMaxGlossaryTerms = 100'000;  ///< entries and protected terms together
inline constexpr std::size_t kMaxGlossaryTermBytes = 1024;  ///< of one term, and of what it becomes

struct GlossaryEntry {
  std::string from;  ///< as it stands in the text that is converted
  std::string to;    ///< as it is to be read: it goes through no dictionary

  bool operator==(const GlossaryEntry&) const = default;
};

/// Entries that come before the dictionaries', and terms that never change (names, code).
///
/// An **entry** is a word on top of the dictionaries: at each place where a word can begin, the
/// longest of the glossary's entries and the dictionaries' words is taken, the glossary's where
/// both are equally long. An entry of one character therefore holds wherever no dictionary has a
/// longer word: 里 does not touch 公里. (The dictionaries' words are those that OpenCC cuts a text
/// into; where it cuts none, all entries.)
///
/// A **protected term** is stronger than all else: it stays as it is wherever it stands, also
/// inside or across a word. Of two that overlap, the first one counts, and the longest that begins
/// there.
///
/// What lies between terms is converted as a text of its own. A conversion of several steps
/// (`t2s+s2twp`) looks for terms in the first one's text; no later step touches them.
///
/// Terms are compared character by character, exactly: 软件 is not found in 軟件. (They would be
/// found where they are not meant otherwise, since 后 and 後 are two words in Traditional.) Only
/// where a term begins or ends with a letter or digit of a script that has spaces between its
/// words, a word has to begin or end there: AI is not found in MAIL, but in 用AI写.
///
/// Immutable and cheap to copy; two are equal when they have the same terms. An empty one costs
/// nothing.
class Glossary {
 public:
  Glossary() = default;  ///< without terms

  /// Fails with `invalid_option` for a term that is empty or has a control character, U+FFFC or
  /// bytes that are no UTF-8, and for one that is to become two different texts (or to become
  /// another text and to be protected); with `too_large` above the limits. The message names the
  /// first such entry, counted from 1.
  static Result<Glossary> create(const std::vector<GlossaryEntry>& entries,
                                 const std::vector<std::string>& protect = {});

  /// Reads a table, as OpenCC's dictionaries are written: in each line a term, a tab and what it
  /// becomes, spaces inside included; a term alone is protected. White space around a term does not
  /// count. Empty lines are passed over, and so are those that begin with #. Fails as `create`
  /// does; the message names the line, the error's offset is the line's, in bytes.
  static Result<Glossary> read(std::string_view table);

  bool empty() const { return terms_ == nullptr; }

  bool operator==(const Glossary& other) const;

  struct Terms;                                        ///< see core/src/convert/glossary_terms.h
  const Terms* terms() const { return terms_.get(); }  ///< null when it is empty

 private:
  explicit Glossary(std::shared_ptr<const Terms> terms) : terms_(std::move(terms)) {}
  std::shared_ptr<const Terms> terms_;
};

}  // namespace shuye
