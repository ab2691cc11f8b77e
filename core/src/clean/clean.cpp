#include "shuye/clean.h"

#include "clean/byline.h"
#include "clean/clutter.h"
#include "clean/headings.h"
#include "clean/scripts.h"
#include "clean/title.h"

namespace shuye {

// The order matters: related articles have bylines of their own; bylines must be known before the
// title is looked for (they stand around it); and clutter must be gone before short lines are taken
// for headings.
void clean(Document& document) {
  find_scripts(document);
  cut_head(document);
  cut_related(document);
  find_bylines(document);
  find_title(document);
  cut_tail(document);
  infer_headings(document);
  name_headings(document);
}

}  // namespace shuye
