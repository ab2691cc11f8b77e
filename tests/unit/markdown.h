#pragma once

/// Reading Markdown in one line, and a row of a table of what it becomes, for tests.

#include <string_view>

#include "parse/parsers.h"
#include "shuye/document.h"
#include "shuye/parse.h"
#include "unit/describe.h"

namespace shuye {

inline Document read(std::string_view text, std::size_t offset = 0) {
  Document document;
  parse_markdown(text, offset, document);
  return document;
}

struct Case {
  std::string_view markdown;
  std::string_view expected;
};

}  // namespace shuye
