#pragma once

/// Where a page's text is densest, whatever its boxes are: the fallback where no box stands out.

#include <cstdint>

#include "parse/html_sketch.h"

namespace shuye {

struct DenseRun {
  std::uint32_t first = 0;   ///< nodes of the page, from here
  std::uint32_t last = 0;    ///< to before here
  std::uint32_t length = 0;  ///< of the text that is no link
};

/// The run of lines with the greatest sum of what each is longer than a button, links not counted:
/// menus above and below cost more than they bring, short lines amid long ones do not matter. The
/// lines are the boxes that hold text of their own. Linear.
DenseRun find_dense_run(const PageSketch& sketch);

}  // namespace shuye
