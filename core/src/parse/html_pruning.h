#pragma once

/// What to cut inside of an article's boxes: shares, forms, lists of links, boxes of pictures.

#include <cstdint>
#include <utility>
#include <vector>

#include "parse/html_roles.h"
#include "parse/html_sketch.h"

namespace shuye {

struct Cut {
  std::uint32_t node = 0;  ///< of the sketch
  const RoleHint* hint = nullptr;
};

/// How much an article's boxes can lose: `gently` leaves boxes that only have little text or many
/// links.
enum class Pruning : std::uint8_t { gently, fully };

/// The cuts below `box` and `box` itself, the last one in the page first. Takes what it cuts off
/// the `totals`, that of `box` included. Linear in the box.
std::vector<Cut> prune(const PageSketch& sketch, std::uint32_t box, Pruning pruning, bool by_names,
                       std::vector<Tally>& totals);

}  // namespace shuye
