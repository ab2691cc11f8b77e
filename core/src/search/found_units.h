#pragma once

/// An article as one row of units: Han characters, words of other scripts, and gaps between them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"

namespace shuye::found {

/// How much of an article is looked at. Of a longer one it is the first half of this, and as much
/// again from blocks spread evenly over the rest.
inline constexpr std::size_t kMaxBytes = 128 * 1024;

enum class UnitKind : std::uint8_t {
  gap,
  number,  ///< a gap, too
  han,
  word
};

/// Where a unit stands.
enum class Place : std::uint8_t { title, description, heading, lead, body };

struct Unit {
  std::uint16_t id = 0;  ///< of the folded text; 0: a gap
  UnitKind kind = UnitKind::gap;
  Place place = Place::body;
  std::uint32_t item = 0;  ///< index into `Units::texts`
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What is known of all units of one id.
struct UnitType {
  std::string folded;
  UnitKind kind = UnitKind::gap;
  std::uint16_t edges = 0;  ///< `edges_of` a Han character
};

struct Units {
  std::vector<Unit> row;                ///< a gap in front of, between and behind everything else
  std::vector<UnitType> types;          ///< by id
  std::vector<std::string_view> texts;  ///< of the document: it has to stay
  std::size_t han = 0;                  ///< units of each kind
  std::size_t words = 0;
  std::size_t blocks = 0;  ///< of the body that were looked at
};

/// Of the title, the description and the body without code.
Units units_of(const Document& document);

}  // namespace shuye::found
