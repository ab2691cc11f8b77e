#pragma once

/// Looks for many words in a folded text in one pass.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace shuye {

/// Words in up to 32 groups. A text is asked which groups it has words of: linear in the text, with
/// a short comparison wherever a word could begin.
class WordGroups {
 public:
  /// A group is a bit of the answer.
  void add(std::uint32_t group, std::initializer_list<std::string_view> words);

  /// The groups of all the words in `folded`.
  std::uint32_t in(std::string_view folded) const;

  /// The groups of the words that are the whole of `folded`.
  std::uint32_t of(std::string_view folded) const;

 private:
  struct Word {
    std::string text;  // folded
    std::uint32_t group;
  };
  static constexpr std::size_t kBuckets = 512;
  static std::size_t bucket_of(char32_t first) { return first % kBuckets; }

  std::array<std::vector<Word>, kBuckets> buckets_;
};

}  // namespace shuye
