#pragma once

/// A configuration with its packs, made ready to convert in one pass.
///
/// OpenCC works in passes: normalization, then the segmentation, then a chain of one or two
/// dictionaries that each segment goes through on its own. Here every word of the segmentation
/// carries what the whole chain makes of it, and so does every character for the case that it
/// stands alone between words; characters that normalization replaces count as what they become.
/// Entries of the first stage that are no words carry it, too, where no neighbour can change it.
/// Only where a character between two words could begin any other entry of several characters is
/// the chain itself looked at (see `unit_end`).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "convert/characters.h"
#include "convert/pack.h"
#include "convert/text_writer.h"
#include "shuye/explanation.h"
#include "shuye/offset_map.h"
#include "text/apart.h"

namespace shuye {

class Pipeline {
 public:
  using PackPtr = std::shared_ptr<const Pack>;

  /// The words of the segmentation are the keys of several characters of `segmentation`, which is
  /// null where the text is one segment. `chain` has one or two packs.
  Pipeline(PackPtr normalization, const PackPtr& segmentation, std::vector<PackPtr> chain);

  /// In the memory of `old`.
  std::string convert(std::string_view text, std::string old = {}) const;
  std::string convert(std::string_view text, OffsetMap& map) const;

  /// Converts a part of a text that ends where nothing can lie across, and appends it to `out`.
  /// `losing` says whether it begins in what a NUL loses, and is set to whether it ends in that.
  void convert_part(std::string_view part, bool& losing, std::string& out) const;

  /// The same for as much of the beginning of a text as does not depend on what may follow: all but
  /// some thousand bytes, unless one run goes on behind them. Returns its length in bytes.
  std::size_t convert_beginning(std::string_view text, bool& losing, std::string& out) const;

  /// The length in bytes of the dictionary's word that `text` has at `at`, which must be inside it;
  /// 0 where none begins.
  std::size_t word_length(std::string_view text, std::size_t at) const {
    const Characters::Read begin = characters_.read(text, at);
    const bool begins = (characters_[begin].kind & Character::word) != 0;
    return begins ? word_at(text, at, begin).length() : 0;
  }

  /// Where the pieces end that are decided on their own: each of them alone becomes what it becomes
  /// in the text.
  std::vector<std::size_t> piece_ends(std::string_view text) const;

  /// What such a piece becomes; appends why.
  std::string explain(std::string_view piece, std::vector<ExplanationStep>& steps) const;

 private:
  /// A key that a text has, or none. One number, for the reason that `Characters::Read` gives.
  class Entry {
   public:
    Entry() = default;
    Entry(std::uint32_t key, std::size_t length)
        : bits_(std::uint64_t{key} << 32 | static_cast<std::uint32_t>(length)) {}
    explicit operator bool() const { return bits_ != 0; }
    std::uint32_t key() const { return static_cast<std::uint32_t>(bits_ >> 32); }
    std::size_t length() const { return static_cast<std::uint32_t>(bits_); }  ///< in bytes

   private:
    std::uint64_t bits_ = 0;
  };
  class TextSink;
  class MapSink;
  class PieceSink;

  // Making the tables (pipeline.cpp).
  SHUYE_APART void compose_words();
  SHUYE_APART void compose_words_of_first_stage();
  SHUYE_APART PackValue compose_word(PackValue value);
  SHUYE_APART void compose_phrases();
  bool is_settled(std::span<const std::uint32_t> phrase, std::string_view first) const;
  PackValue written(std::string_view value, PackValue like);
  SHUYE_APART void add_characters();
  void add_character(char32_t c);
  void describe_stages(std::uint32_t in_first, std::string_view first,
                       StagesCharacter& stages) const;
  void set_output(Character& character, std::string_view output);
  char32_t normalized(char32_t c) const;
  SHUYE_APART void filter_pairs();

  // The pass (pass.cpp).
  template <typename Sink>
  std::size_t pass(std::string_view text, std::size_t at, std::size_t end, Sink& sink) const;
  template <typename Sink>
  std::size_t kept_by_characters(std::string_view text, std::size_t at, std::size_t end,
                                 std::size_t& kept, Sink& sink) const;
  std::size_t convert_from(std::string_view text, std::size_t end, bool& losing,
                           std::string& out) const;
  std::size_t special_end(std::string_view text, std::size_t at, Characters::Read begin) const;
  /// The word at `at`, where a word can begin.
  Entry word_at(std::string_view text, std::size_t at, Characters::Read begin) const {
    const std::size_t second = at + begin.length();
    if (second == text.size()) return {};
    const std::uint32_t number = characters_.in_words(characters_.read(text, second));
    if (!Trie::has(characters_[begin].seconds, number)) return {};
    return longest_word(text, at, begin);
  }
  Entry longest_word(std::string_view text, std::size_t at, Characters::Read begin) const;
  /// The longest entry of the first stage at `at`, where no word begins, if its value is settled.
  Entry settled_phrase(std::string_view text, std::size_t at, Characters::Read begin) const;
  std::size_t run_end(std::string_view text, std::size_t at) const;

  // Between words (run.cpp).
  class Run;
  std::size_t unit_end(std::string_view text, std::size_t at, Characters::Read begin) const;
  bool stands_alone(std::string_view text, std::size_t at, Characters::Read begin) const;
  /// A quick look whether a character may be decided with the next one.
  bool may_meet(Characters::Read begin, Characters::Read next) const {
    const unsigned kind = characters_[begin].kind;
    if ((kind & (Character::several | Character::sequence | Character::nul)) != 0) return true;
    const StagesCharacter& c = characters_.stages(begin);
    const StagesCharacter& d = characters_.stages(next);
    if (Trie::has(c.first_seconds, d.in_first)) return true;
    return (kind & Character::second) != 0 &&
           (Trie::has(c.second_seconds, d.in_second) || d.first_seconds != 0 ||
            (characters_[next].kind & Character::several) != 0);
  }
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
  // By the whole chain: of the words, and of the phrases, with size 0 where it is not settled.
  std::vector<PackValue> values_, phrases_;
  std::vector<bool> by_characters_;  // of the words, in far less memory
  std::string text_;  // of the values and the characters, and TextWriter::kSlack bytes
};

}  // namespace shuye
