#pragma once

#include <string_view>

namespace shuye {

/// Whether a line of plain text stands below or for a picture: 图：…, 圖片來源：…, 图/晚报, ▲ …,
/// （李雷 摄）, 图1 ….
bool is_caption_text(std::string_view text);

}  // namespace shuye
