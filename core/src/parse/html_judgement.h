#pragma once

/// What a page's own markup says about what belongs to the article: elements such as `nav`, roles,
/// hidden elements, and names in `class` and `id`.

#include <vector>

#include "parse/html_measure.h"
#include "parse/html_names.h"
#include "parse/html_roles.h"
#include "parse/html_tree.h"

namespace shuye {

/// Node by node; a hint is on the node that was marked, not on those in it.
struct Judgement {
  std::vector<Names> names;
  std::vector<const RoleHint*> hidden;    ///< what nobody sees, unless it is nearly all of the page
  std::vector<const RoleHint*> elements;  ///< what an element or its role says, likewise
  std::vector<const RoleHint*> named;     ///< what only a name says
};

Judgement judge(const HtmlTree& tree, const PageMeasure& measure, NameReader& names);

/// What whole words of a name say (`post-tags`, `copyright`), which is more than their parts do;
/// nullptr: nothing.
const RoleHint* hint_of_words(const Names& names);

/// What nobody sees, unlike what is only kept from being read out.
bool is_invisible(const RoleHint* hint);

/// Elements that stand around the article in most pages but hold parts of it in others: `aside`,
/// `footer`, `form`.
bool is_doubtful(const RoleHint* hint);

}  // namespace shuye
