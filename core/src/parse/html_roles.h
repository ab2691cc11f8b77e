#pragma once

/// What a page's own markup says about what belongs to the article: elements such as `nav`, roles,
/// classes with plain names, containers that pages and well-known systems put the article in, and
/// where sentences are.

#include <cstddef>
#include <vector>

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
  explicit RoleHints(const HtmlTree& tree);

  /// nullptr: nothing is said about it.
  const RoleHint* of(std::size_t node) const { return hints_[node]; }

 private:
  void mark_outside(const HtmlTree& tree, std::uint32_t article, const RoleHint& hint);

  std::vector<const RoleHint*> hints_;
};

}  // namespace shuye
