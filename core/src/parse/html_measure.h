#pragma once

/// How much a text gives a reader to read, in all scripts alike.

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/html_tree.h"

namespace shuye {

/// Thresholds are written as so many Latin letters; a Han character says as much as two and a half,
/// so lengths are counted in halves of a letter.
inline constexpr std::uint32_t kLetter = 2;
inline constexpr std::uint32_t kHan = 5;

struct TextMeasure {
  std::uint32_t length = 0;  ///< in halves of a Latin letter, white space collapsed
  std::uint32_t wide = 0;    ///< Han characters and others of their width
  std::uint32_t marks = 0;   ///< commas and ends of sentences, which menus and lists of links lack
};

/// Linear. White space at the ends does not count.
TextMeasure measure_text(std::string_view text);

/// How much there is to read in each node of a page. What is never text (programs, styles) does not
/// count, and links within the page count for three tenths of a link.
class PageMeasure {
 public:
  struct Sums {
    std::uint32_t length = 0;
    std::uint32_t link_length = 0;
    std::uint32_t wide = 0;
    std::uint32_t marks = 0;
    std::uint32_t parts = 0;  ///< elements that do not stand in paragraphs (`kParts`)
  };

  explicit PageMeasure(const HtmlTree& tree);

  Sums of(std::uint32_t node) const { return between(node, tree_[node].end); }
  Sums between(std::uint32_t first, std::uint32_t last) const;

 private:
  const HtmlTree& tree_;
  std::vector<Sums> before_;
};

/// True of elements that have nothing to read in them, whatever they hold.
bool shows_nothing(const HtmlNode& node);

}  // namespace shuye
