#pragma once

/// One pass of longest matches over a text, as OpenCC makes it: from left to right, and where
/// nothing matches, on to the next character or behind the next ideographic description sequence.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "convert/description_sequence.h"
#include "convert/trie.h"

namespace shuye {

/// Calls `keep(view)` for each stretch in which no key matches and `replace(view, key)` for each
/// match, in the order of the text.
template <typename Keep, typename Replace>
void scan(const Trie& trie, std::string_view text, const Keep& keep, const Replace& replace) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Trie::Match match = trie.longest(text, at);
    if (match.key == Trie::kNone) {
      std::size_t length = 0;
      if (text[at] == '\xE2') length = description_sequence_length(text, at);
      at += length > 0 ? length : match.length;
      continue;
    }
    if (kept < at) keep(text.substr(kept, at - kept));
    replace(text.substr(at, match.length), match.key);
    kept = at += match.length;
  }
  if (kept < text.size()) keep(text.substr(kept));
}

}  // namespace shuye
