#pragma once

#include <string_view>

namespace shuye {

/// The label that an XML declaration or a `<meta>` at the beginning of `bytes` declares, in them;
/// empty where there is none. As the HTML Standard's prescan (section 13.2.3.2), but that it looks
/// a little further, and only where the bytes begin with markup at all. Linear.
std::string_view declared_charset(std::string_view bytes);

}  // namespace shuye
