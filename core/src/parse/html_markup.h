#pragma once

/// Where markup stands in a page, as the tokenizer of HTML finds it: what is done to a page before
/// it is parsed has to see the same tags as the parser.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shuye/document.h"

namespace shuye::markup {

/// Whether what begins at a `<` is a tag; else it is a comment, a declaration, or only a character.
bool is_tag(std::string_view html, std::size_t at);

/// Where a comment or a declaration ends that begins at a `<`; right behind the `<` where it is
/// only a character.
std::size_t end_of_other(std::string_view html, std::size_t at);

/// Reads a tag, attribute by attribute.
class Tag {
 public:
  /// A tag begins at `at`.
  Tag(std::string_view html, std::size_t at);

  /// In lower case; of a longer name the beginning.
  std::string_view name() const { return {name_.data(), name_size_}; }
  std::uint32_t hash() const { return hash_; }  ///< of the whole name in lower case
  bool closing() const { return closing_; }
  std::size_t begin() const { return begin_; }

  /// Goes on to the next attribute; false when there is none and the tag is read.
  bool next_attribute();

  /// Of the attribute: where its value stands between quotation marks; else empty.
  Range quoted_value() const { return value_; }

  /// Where it was read to: behind the name, an attribute, or the whole tag.
  std::size_t end() const { return at_; }
  /// Of a tag that is read: `<br/>`.
  bool self_closing() const { return self_closing_; }

 private:
  static constexpr std::size_t kLongestName = 16;

  void read_value();

  std::string_view html_;
  std::size_t begin_;
  std::size_t at_;
  Range value_;
  std::array<char, kLongestName> name_ = {};
  std::size_t name_size_ = 0;
  std::uint32_t hash_ = 2166136261U;
  bool closing_ = false;
  bool self_closing_ = false;
};

/// Elements whose content is text up to their end tag.
bool is_raw(std::string_view name);

/// Where that end tag begins, from `at` on.
std::size_t end_of_raw(std::string_view html, std::size_t at, std::string_view name);

}  // namespace shuye::markup
