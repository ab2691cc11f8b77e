#pragma once

/// Undoes the damage exactly where it can be undone, and by what is probable where bytes are lost.
/// core/README.md ("How damaged text is repaired") explains it.

#include <string>
#include <string_view>
#include <vector>

#include "decode/gb18030_table.h"
#include "repair/damage.h"
#include "repair/page_model.h"
#include "shuye/document.h"

namespace shuye {

/// A stretch of the damaged text and what it was.
struct Mend {
  Range damaged;  ///< in bytes of the damaged text
  std::string whole;
  bool realigned = false;  ///< bytes were moved; else only a reading was taken away
  bool guessed = false;    ///< some bytes were lost and are what is most probable
};

/// What the tables say, for one page.
struct Tables {
  const Gb18030Table& gb18030;
  const Gb18030Encoder& encoder;
  const Readings& readings;
};

/// Sorted, without overlaps. Linear in the text, whatever it holds.
std::vector<Mend> mend(std::string_view text, const Keys& keys, const PageModel& model,
                       const Tables& tables);

}  // namespace shuye
