#pragma once

/// The terms of a glossary, ready to be found, and where a text has them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "convert/term_index.h"
#include "shuye/glossary.h"
#include "text/code_point_table.h"

namespace shuye {

class Pipeline;

struct Glossary::Terms {
  TermIndex entries;
  std::vector<std::string> values;  // of the entries
  TermIndex kept;                   // the protected terms
  CodePointTable inner;             // not 0: terms have this character before their last one

  /// A text may be cut behind this character without cutting a term.
  bool can_end_with(char32_t c) const;

  bool operator==(const Terms& other) const {
    return entries == other.entries && values == other.values && kept == other.kept;
  }
};

struct GlossaryMatch {
  std::size_t begin = 0, end = 0;  // in bytes of the text
  std::string_view to;             // what it becomes
  bool is_protected = false;
};

/// Where `text` has terms, in its order. `pipeline` knows the dictionaries' words; null where there
/// are none.
std::vector<GlossaryMatch> find_terms(const Glossary::Terms& terms, std::string_view text,
                                      const Pipeline* pipeline);

}  // namespace shuye
