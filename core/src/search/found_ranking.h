#pragma once

/// Which of an article's terms say what it is about.

#include <cstddef>
#include <vector>

#include "search/found_terms.h"
#include "search/found_units.h"

namespace shuye::found {

/// The best, best first, `most` of them or fewer.
std::vector<Term> best_of(std::vector<Term> terms, const Units& units, std::size_t most);

}  // namespace shuye::found
