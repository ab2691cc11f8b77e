#pragma once

/// What belongs to the article of a page and what does not: by what the markup itself says
/// (elements such as `nav`, roles, names), by where the text is (`html_candidates.h`) and by what
/// stands between it (`html_pruning.h`).

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/html_names.h"
#include "parse/html_tree.h"
#include "shuye/document.h"

namespace shuye {

struct RoleHint {
  Role role = Role::clutter;
  std::string_view rule;
  float confidence = 1.0F;
};

class RoleHints {
 public:
  RoleHints(const HtmlTree& tree, NameReader& names);

  /// nullptr: nothing is said about it.
  const RoleHint* of(std::size_t node) const { return hints_[node]; }

 private:
  std::vector<const RoleHint*> hints_;
};

}  // namespace shuye
