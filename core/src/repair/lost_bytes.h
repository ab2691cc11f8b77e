#pragma once

/// The characters that a lost byte can have been part of.

#include <array>
#include <optional>
#include <vector>

#include "decode/gb18030_table.h"
#include "repair/page_model.h"

namespace shuye {

struct Half {
  unsigned char byte = 0;  ///< the one that is lost
  char32_t character = 0;
};

/// Lists are made when they are asked for, and kept.
class LostBytes {
 public:
  LostBytes(const Gb18030Table& table, const PageModel& model) : table_(table), model_(model) {}

  /// Characters with that lead byte: their trail bytes are lost.
  const std::vector<Half>& behind(unsigned char lead);

  /// Characters with that trail byte: their lead bytes are lost.
  const std::vector<Half>& before(unsigned char trail);

 private:
  void add(std::vector<Half>& halves, unsigned char lost, char32_t c) const {
    if (c != 0 && model_.share(c) > PageModel::kRarest) halves.push_back({lost, c});
  }

  const Gb18030Table& table_;
  const PageModel& model_;
  std::array<std::optional<std::vector<Half>>, 256> behind_, before_;
};

}  // namespace shuye
