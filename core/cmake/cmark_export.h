#pragma once

// cmark-gfm is linked statically: nothing is exported. Stands for both of its generated export
// headers.

#define CMARK_GFM_EXPORT
#define CMARK_GFM_EXTENSIONS_EXPORT
