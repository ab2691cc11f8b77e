#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shuye/document.h"
#include "shuye/view.h"

namespace shuye {

/// The footnotes of what a view shows, in the order in which the text refers to them; those that
/// nothing refers to stand last.
class Footnotes {
 public:
  Footnotes(const Document& document, const View& view);

  /// Counts from 1; 0 when no footnote that is shown has this label.
  std::size_t number(std::string_view label) const;

  const std::vector<BlockIndex>& blocks() const { return blocks_; }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
  std::vector<BlockIndex> blocks_;
};

}  // namespace shuye
