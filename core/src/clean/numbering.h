#pragma once

/// How headings are numbered: 第三章, 一、, （二）, 1.2, -01-, Part 2.

#include <cstdint>
#include <string_view>

namespace shuye {

enum class NumberStyle : std::uint8_t {
  none,
  volume,       // 第一卷, 第二部, 卷三
  chapter,      // 第一章, 第3回, Chapter 4
  section,      // 第一节
  han,          // 一、
  bracketed,    // （一）
  arabic,       // 1. 1、 01
  dashed,       // -01-
  parenthesis,  // （1） 1)
};

struct Numbering {
  NumberStyle style = NumberStyle::none;
  std::uint8_t depth = 1;    ///< of arabic: 2 for 1.2, 3 for 1.2.3
  std::uint32_t number = 0;  ///< the last of its numbers; 0 when it is too great
  /// The title stands right behind the number, as in 第一章起风, where prose could go on as well.
  bool glued = false;
  bool bare = false;  ///< nothing stands behind the number

  explicit operator bool() const { return style != NumberStyle::none; }
};

/// `folded` is a line's folded text: Simplified, half-width digits.
Numbering numbering_of(std::string_view folded);

/// 廿三 and 二十三, 〇, 壹佰, 12: the number that a text begins with, and how long it is in bytes
/// (0: there is none).
struct NumberText {
  std::uint32_t value = 0;
  std::size_t length = 0;
};
NumberText read_number(std::string_view folded);

}  // namespace shuye
