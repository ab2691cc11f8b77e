#pragma once

/// A configuration with its packs, made ready to convert in one pass.
///
/// OpenCC works in passes: normalization, then the segmentation, then a chain of one or two
/// dictionaries that each segment goes through on its own. Here every word of the segmentation
/// carries what the whole chain makes of it, and so does every character for the case that it
/// stands alone between words; characters that normalization replaces count as what they become.
/// Only where a character between two words could begin an entry of several characters is the chain
/// itself looked at (see `unit_end`).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "convert/characters.h"
#include "convert/output.h"
#include "convert/pack.h"
#include "shuye/offset_map.h"

namespace shuye {

class Pipeline {
 public:
  using PackPtr = std::shared_ptr<const Pack>;

  /// The words of the segmentation are the keys of several characters of `segmentation`, which is
  /// null where the text is one segment. `chain` has one or two packs.
  Pipeline(PackPtr normalization, const PackPtr& segmentation, std::vector<PackPtr> chain);

  std::string convert(std::string_view text) const;
  std::string convert(std::string_view text, OffsetMap& map) const;

 private:
  struct Word {
    std::uint32_t key = Trie::kNone;
    std::size_t length = 0;  // in bytes
  };
  class TextSink;
  class MapSink;

  // Making the tables (pipeline.cpp).
  void compose_words();
  void compose_word(std::uint32_t key, std::string_view first);
  void add_characters();
  Character describe(char32_t c);
  char32_t normalized(char32_t c) const;

  // The pass (pass.cpp).
  template <typename Sink>
  void pass(std::string_view text, Sink& sink) const;
  std::size_t special_end(std::string_view text, std::size_t at, Characters::Read begin) const;
  /// The word at `at`, where a word can begin.
  Word word_at(std::string_view text, std::size_t at, Characters::Read begin) const {
    const std::size_t second = at + begin.length;
    if (second == text.size()) return {};
    const std::uint32_t number = characters_.in_words(characters_.read(text, second));
    if (!Trie::has(characters_[begin].seconds, number)) return {};
    return longest_word(text, at, begin);
  }
  Word longest_word(std::string_view text, std::size_t at, Characters::Read begin) const;
  std::size_t run_end(std::string_view text, std::size_t at) const;

  // Between words (run.cpp).
  class Run;
  std::size_t unit_end(std::string_view text, std::size_t at, Characters::Read begin) const;
  bool stands_alone(std::string_view text, std::size_t at, Characters::Read begin) const;
  std::size_t segment_size(std::string_view segment) const;
  void append_run(std::string_view run, std::string& out) const;
  void append_run(std::string_view run, std::string& out, OffsetMap& map) const;

  bool has_two_stages() const { return chain_.size() > 1; }
  // The first stage has entries of several characters that are no words.
  bool has_phrases() const { return chain_.front() != words_; }

  PackPtr normalization_, words_;
  std::vector<PackPtr> chain_;
  bool segmented_;
  Characters characters_;
  std::vector<PackValue> values_;  // of the words, by the whole chain
  std::string text_;               // of the values and the characters, and Output::kSlack bytes
};

}  // namespace shuye
