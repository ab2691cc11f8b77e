#pragma once

/// What is known of words and characters beforehand. It is little, and all of it is general: a
/// dictionary is not needed to see which words an article repeats, but to see that 可以 is none
/// that it is about.

#include <cstdint>
#include <string>

namespace shuye::found {

enum WordClass : std::uint8_t {
  kFunction =
      1,  ///< joins and points: 可以, 如果, 进行. Never a keyword, nor its beginning or end.
  kVague = 2,  ///< what every article speaks of: 问题, 内容. Hardly ever a keyword, but part of
               ///< some: 问题驱动.
  kUsual = 4,  ///< a word that anything can be about: 缓存, 经济.
  kBroad = 8,  ///< a usual word that is seldom the subject itself: 系统, 公司.
};

/// The classes of a folded word of two characters and more; 0: none.
std::uint8_t classes_of(const std::string& word);

/// English words that are parts of no keyword, folded.
bool is_english_stop_word(const std::string& word);

enum EdgeClass : std::uint16_t {
  kNeverFirst = 1,   ///< begins no keyword: 的, 了
  kNeverLast = 2,    ///< ends no keyword
  kSeldomFirst = 4,  ///< begins some (在线), but mostly stands in front of one
  kSeldomLast = 8,
  kSeldomInside = 16,
  kJoinsNext = 32,  ///< joins a word to what is before it: 在, 为, 本
  kJoinsLast = 64,  ///< joins a word to what is behind it: 中, 时
  kNumeral = 128,
  kMeasure = 256,  ///< counts things behind a number: 个, 次
};

/// What a folded Han character is at the edges of words.
std::uint16_t edges_of(char32_t character);

}  // namespace shuye::found
