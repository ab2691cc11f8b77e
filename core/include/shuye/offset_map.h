#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace shuye {

/// Which bytes of a converted text came from which bytes of the original.
///
/// Both texts are cut into the same number of pieces. A piece that was converted as a whole has no
/// finer positions inside it; between such pieces the texts are the same byte for byte. The map is
/// monotone and total: every offset of one text has one in the other.
///
/// Offsets are bytes of UTF-8. Nothing here fails; an offset past the end maps past the end.
class OffsetMap {
 public:
  /// What to do with an offset inside a converted piece: go to the piece's beginning, as the
  /// beginning of a range does, or to its end, as the end of a range does.
  enum class Edge : std::uint8_t { begin, end };

  /// Adds the next piece: `original` bytes that became `converted` others.
  void replace(std::size_t original, std::size_t converted);

  /// Adds two texts of equally many characters, one character for each.
  void align(std::string_view original, std::string_view converted);

  /// Adds `length` bytes that stay the same.
  void keep(std::size_t length);

  /// Adds the pieces of a text that was converted twice: by `first`, and what came out by `second`.
  void append(const OffsetMap& first, const OffsetMap& second);

  std::size_t to_converted(std::size_t original, Edge edge = Edge::begin) const;
  std::size_t to_original(std::size_t converted, Edge edge = Edge::begin) const;

  /// True when nothing was replaced. A new map is the identity.
  bool identity() const { return pieces_.empty(); }

 private:
  struct Piece {
    std::uint32_t original_begin, original_end;
    std::uint32_t converted_begin, converted_end;
  };
  std::vector<Piece> pieces_;  // the replaced ones, sorted
  std::size_t original_size_ = 0;
  std::size_t converted_size_ = 0;
};

}  // namespace shuye
