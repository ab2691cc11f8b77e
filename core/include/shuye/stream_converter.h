#pragma once

/// Converting a text of any length in pieces, in bounded memory.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "shuye/convert.h"

namespace shuye {

/// What one call of `Converter::convert` would give, from chunks that may be cut anywhere, also
/// inside a character.
///
/// Text is held back up to the last place that no word can lie across: behind a line feed, a space,
/// a digit, or the punctuation of Chinese and ASCII (all but the hyphen), unless a term of the
/// reader's glossary has more behind it. Where none comes for some thousand bytes, text is given as
/// far as no word that is yet to come can change it. (One thing has no bound in OpenCC: what
/// follows an operator of an ideographic description sequence, up to the next word. Behind
/// `kMaxHeldBytes` without a word it is taken as if the text ended there. And with a glossary, or
/// in a chain of configurations, what OpenCC loses behind a NUL ends with the chunk.)
class StreamConverter {
 public:
  static constexpr std::size_t kMaxHeldBytes = std::size_t{1} << 20;

  explicit StreamConverter(Converter converter) : converter_(std::move(converter)) {}

  /// Takes the next chunk and gives what is certain by now; often less than the chunk, sometimes
  /// nothing. Never fails; linear. Holds `kMaxHeldBytes` and the chunk at most.
  std::string write(std::string_view chunk);

  /// Gives what was held back. Another text can be written then.
  std::string finish();

 private:
  std::size_t last_safe_cut() const;
  void convert_up_to(std::size_t cut, std::string& out);

  Converter converter_;
  std::string held_;          // begins where it was safe to cut
  std::size_t searched_ = 0;  // there is no safe place up to here
  bool losing_ = false;       // it begins in what a NUL loses, see `Converter::convert`
};

}  // namespace shuye
