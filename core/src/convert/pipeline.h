#pragma once

/// A configuration with its packs: normalization, then the segmentation, then a chain of
/// dictionaries that each segment goes through on its own.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "convert/pack.h"
#include "convert/trie.h"
#include "shuye/offset_map.h"

namespace shuye {

class Pipeline {
 public:
  using PackPtr = std::shared_ptr<const Pack>;

  /// `segmentation` is null where the text is one segment. `chain` is not empty.
  Pipeline(PackPtr normalization, PackPtr segmentation, std::vector<PackPtr> chain);

  std::string convert(std::string_view text) const;

  /// The same text, stage by stage, with the map.
  std::string convert(std::string_view text, OffsetMap& map) const;

 private:
  // A text with the ends of its segments, and how it came from the text of the stage before.
  struct Stage {
    std::string text;
    std::vector<std::size_t> ends;
    OffsetMap map;
  };

  void index_words();
  void compose_words();
  bool needs_normalization(std::string_view text) const;

  void append_segments(std::string_view text, std::string& out) const;
  void append_words_and_characters(std::string_view text, std::string& out) const;
  void append_chain(std::string_view segment, std::size_t from, std::string& out) const;

  std::vector<std::size_t> segment_ends(std::string_view text) const;

  const Trie& words() const { return fused_ ? segmentation_->trie() : words_; }
  std::string_view composed(std::uint32_t word) const {
    return std::string_view(composed_).substr(composed_begin_[word],
                                              composed_begin_[word + 1] - composed_begin_[word]);
  }

  PackPtr normalization_, segmentation_;
  std::vector<PackPtr> chain_;

  // The words of the segmentation, each with what the whole chain makes of it. Where the
  // segmentation is part of the chain's first dictionary and the rest of that is single characters
  // (s2tw and the like), one look-up serves both: then the trie is the dictionary's own.
  bool fused_ = false;
  Trie words_;
  std::string composed_;
  std::vector<std::uint32_t> composed_begin_;
};

}  // namespace shuye
