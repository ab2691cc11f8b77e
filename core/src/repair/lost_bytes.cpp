#include "repair/lost_bytes.h"

namespace shuye {

const std::vector<Half>& LostBytes::behind(unsigned char lead) {
  auto& halves = behind_[lead];
  if (!halves) {
    halves.emplace();
    for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
      const auto byte = static_cast<unsigned char>(trail);
      add(*halves, byte, table_.code_point(lead, byte));
    }
  }
  return *halves;
}

const std::vector<Half>& LostBytes::before(unsigned char trail) {
  auto& halves = before_[trail];
  if (!halves) {
    halves.emplace();
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      const auto byte = static_cast<unsigned char>(lead);
      add(*halves, byte, table_.code_point(byte, trail));
    }
  }
  return *halves;
}

}  // namespace shuye
