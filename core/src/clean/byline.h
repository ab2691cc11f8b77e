#pragma once

/// Bylines: the lines that say who wrote, edited and published an article, and when.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/lines.h"
#include "shuye/document.h"
#include "text/apart.h"

namespace shuye {

struct Byline {
  std::vector<std::string> authors;
  std::vector<std::string> editors;
  std::string publisher;
  std::string date;
};

/// Reads `作者 | 魏力`, `文 | 听筒Tech 艾莉亚`, `来源：…　编辑：…`, `2025-07-31 11:36:49 某人
/// 阅读:129`, `编者按:本文来自微信公众号 …,作者:…`. Empty when the line is none of these.
std::optional<Byline> read_byline(std::string_view text);

/// Whether the line begins as `作者：` and `时间 |` do, whatever follows.
bool begins_with_label(std::string_view text);

/// Finds the bylines at the beginning and the end of the body, gives them their role and fills in
/// what the metadata does not have yet.
SHUYE_APART void find_bylines(Document& document, const std::vector<Line>& lines);

}  // namespace shuye
