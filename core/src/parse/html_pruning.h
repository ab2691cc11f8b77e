#pragma once

/// What to cut inside of an article's boxes: shares, forms, lists of links, boxes of pictures.

#include <cstdint>
#include <utility>
#include <vector>

#include "parse/html_roles.h"
#include "parse/html_sketch.h"

namespace shuye {

/// Boxes of one class in an article. Where they are many, and all such boxes are a good part of it,
/// they are what it consists of: the shops of a list, the steps of a recipe.
struct Fabric {
  static constexpr unsigned kMany = 8;
  static constexpr std::uint32_t kShare = 5;  ///< 1 / 5

  unsigned count = 0;
  std::uint32_t length = 0;
  std::uint32_t begin = 0;  ///< how much other text stands before the first one
  std::uint32_t end = 0;    ///< and before the last one

  void add(std::uint32_t more) {
    ++count;
    length += more;
  }
  bool is_regular() const { return count >= kMany; }
};

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
