#pragma once

#include <optional>
#include <vector>

#include "search/automaton.h"
#include "search/neighbours.h"
#include "search/reading.h"
#include "search/unit_classes.h"
#include "shuye/search.h"

namespace shuye {

/// Keywords that are read in the same way, ready to be looked for.
struct PatternSet {
  Reading reading;
  UnitClasses classes;
  Neighbours neighbours;  ///< the last two of each keyword
  Automaton automaton;
};

/// Of those of the keywords that are to be read so; regular expressions are none. Empty where they
/// have more different characters than there are classes for.
std::optional<PatternSet> pattern_set(const std::vector<Keyword>& keywords, Reading reading);

}  // namespace shuye
