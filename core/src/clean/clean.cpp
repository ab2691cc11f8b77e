#include "shuye/clean.h"

#include "clean/byline.h"
#include "clean/clutter.h"
#include "clean/headings.h"
#include "clean/lines.h"
#include "clean/scripts.h"
#include "clean/title.h"

namespace shuye {

// The order matters: related articles have bylines of their own; bylines must be known before the
// title is looked for (they stand around it); and clutter must be gone before short lines are taken
// for headings.
void clean(Document& document) {
  find_scripts(document);
  std::vector<Line> lines = lines_of(document);
  for (const auto step :
       {cut_head, cut_related, find_bylines, find_title, cut_tail, infer_headings}) {
    step(document, lines);
    keep_body(document, lines);
  }
  name_headings(document);
}

}  // namespace shuye
