#pragma once

/// Threads: pages that consist of messages one below the other. What stands around those tells who
/// wrote them, how much else, and what one can do.

#include <cstdint>
#include <vector>

#include "parse/html_judgement.h"
#include "parse/html_measure.h"
#include "parse/html_tree.h"

namespace shuye {

struct Thread {
  std::vector<std::uint32_t>
      messages;                     ///< nodes, in order, none inside of another; empty: no thread
  PageMeasure::Sums sums;           ///< of all of them
  std::uint32_t marks_between = 0;  ///< the most between two of them
};

/// The boxes that are named for messages, where there are several and none has a title of its own
/// (those would be articles one below the other). Linear.
Thread find_thread(const HtmlTree& tree, const PageMeasure& measure, const Judgement& judgement);

}  // namespace shuye
