#include "shuye/offset_map.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace shuye {

void OffsetMap::replace(std::size_t original, std::size_t converted) {
  pieces_.push_back({static_cast<std::uint32_t>(original_size_),
                     static_cast<std::uint32_t>(original_size_ + original),
                     static_cast<std::uint32_t>(converted_size_),
                     static_cast<std::uint32_t>(converted_size_ + converted)});
  original_size_ += original;
  converted_size_ += converted;
}

void OffsetMap::align(std::string_view original, std::string_view converted) {
  while (!original.empty() && !converted.empty()) {
    const std::size_t from = utf8::read(original, 0).length;
    const std::size_t to = utf8::read(converted, 0).length;
    if (original.substr(0, from) == converted.substr(0, to)) {
      keep(from);
    } else {
      replace(from, to);
    }
    original.remove_prefix(from);
    converted.remove_prefix(to);
  }
}

void OffsetMap::keep(std::size_t length) {
  original_size_ += length;
  converted_size_ += length;
}

// In the middle text, pieces of both maps that overlap become one piece. No piece of either map
// lies across the beginning or the end of such a group, so that both ends have exact counterparts.
void OffsetMap::append(const OffsetMap& first, const OffsetMap& second) {
  const std::size_t original_base = original_size_, converted_base = converted_size_;
  auto a = first.pieces_.begin();
  auto b = second.pieces_.begin();
  const auto original_of = [&](std::size_t middle) {
    if (a == first.pieces_.begin()) return middle;
    return middle - std::prev(a)->converted_end + std::prev(a)->original_end;
  };
  const auto converted_of = [&](std::size_t middle) {
    if (b == second.pieces_.begin()) return middle;
    return middle - std::prev(b)->original_end + std::prev(b)->converted_end;
  };
  while (a != first.pieces_.end() || b != second.pieces_.end()) {
    std::uint32_t begin = UINT32_MAX;
    if (a != first.pieces_.end()) begin = a->converted_begin;
    if (b != second.pieces_.end()) begin = std::min(begin, b->original_begin);
    keep(original_base + original_of(begin) - original_size_);
    const std::size_t converted_begin = converted_base + converted_of(begin);
    // What was lost has no length in the middle text.
    std::uint32_t end = begin;
    const auto belongs = [&](std::uint32_t there) { return there < end || there == begin; };
    for (bool grown = true; grown;) {
      grown = false;
      for (; a != first.pieces_.end() && belongs(a->converted_begin); ++a, grown = true) {
        end = std::max(end, a->converted_end);
      }
      for (; b != second.pieces_.end() && belongs(b->original_begin); ++b, grown = true) {
        end = std::max(end, b->original_end);
      }
    }
    replace(original_base + original_of(end) - original_size_,
            converted_base + converted_of(end) - converted_begin);
  }
  keep(original_base + first.original_size_ - original_size_);
}

// Both directions are the same walk with the columns changed over: find the last piece that begins
// at or before the offset; inside it go to its edge, behind it count on.
std::size_t OffsetMap::to_converted(std::size_t original, Edge edge) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), original,
      [](std::size_t offset, const Piece& piece) { return offset < piece.original_begin; });
  if (after == pieces_.begin()) return original;
  const Piece& piece = *std::prev(after);
  if (original >= piece.original_end) return original - piece.original_end + piece.converted_end;
  const bool at_begin = original == piece.original_begin || edge == Edge::begin;
  return at_begin ? piece.converted_begin : piece.converted_end;
}

std::size_t OffsetMap::to_original(std::size_t converted, Edge edge) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), converted,
      [](std::size_t offset, const Piece& piece) { return offset < piece.converted_begin; });
  if (after == pieces_.begin()) return converted;
  const Piece& piece = *std::prev(after);
  if (converted >= piece.converted_end) return converted - piece.converted_end + piece.original_end;
  const bool at_begin = converted == piece.converted_begin || edge == Edge::begin;
  return at_begin ? piece.original_begin : piece.original_end;
}

}  // namespace shuye
