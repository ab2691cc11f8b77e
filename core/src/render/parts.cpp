#include "render/parts.h"

#include <algorithm>

namespace shuye {

void Parts::hand_on(std::size_t kept) {
  const std::size_t size = text.size() - std::min(kept, text.size());
  if (size == 0) return;
  (*sink_)(std::string_view(text).substr(0, size));
  text.erase(0, size);
}

}  // namespace shuye
