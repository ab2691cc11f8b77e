// The table of what JavaScript sees of the core. What the functions do is in marshal.cpp, how they
// are meant to be called in js/core.js.

#include <emscripten/bind.h>

#include "marshal.h"

using namespace emscripten;
using namespace shuye::wasm;

EMSCRIPTEN_BINDINGS(shuye) {
  value_object<OpenRequest>("OpenRequest")
      .field("format", &OpenRequest::format)
      .field("charset", &OpenRequest::charset)
      .field("name", &OpenRequest::name)
      .field("cut", &OpenRequest::cut);

  value_object<ViewRequest>("ViewRequest")
      .field("script", &ViewRequest::script)
      .field("keywords", &ViewRequest::keywords)
      .field("articleKeywords", &ViewRequest::article_keywords)
      .field("overlaps", &ViewRequest::overlaps)
      .field("ignorePunctuation", &ViewRequest::ignore_punctuation)
      .field("regionalWords", &ViewRequest::regional_words)
      .field("show", &ViewRequest::show)
      .field("punctuation", &ViewRequest::punctuation)
      .field("glossary", &ViewRequest::glossary)
      .field("protect", &ViewRequest::protect)
      .field("context", &ViewRequest::context);

  class_<shuye::Packs>("Packs").constructor<>().function("add", &add_pack);

  class_<ArticleHandle>("Article")
      .constructor<>()
      .function("open", &ArticleHandle::open)
      .function("finish", &ArticleHandle::finish)
      .function("missing", &ArticleHandle::missing)
      .function("render", &ArticleHandle::render)
      .function("find", &ArticleHandle::find)
      .function("explain", &ArticleHandle::explain)
      .function("restore", &ArticleHandle::restore);
}
