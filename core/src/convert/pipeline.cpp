#include "convert/pipeline.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "convert/description_sequence.h"
#include "convert/scan.h"
#include "text/utf8.h"

namespace shuye {

namespace {

// Appends what the pack makes of the text. True when every character stays or becomes a form of
// itself.
bool append_aligned(const Pack& pack, std::string_view text, std::string& out) {
  bool aligned = true;
  scan(
      pack.trie(), text, [&](std::string_view kept) { out += kept; },
      [&](std::string_view, std::uint32_t key) {
        pack.append_value(key, out);
        aligned = aligned && pack.is_aligned(key);
      });
  return aligned;
}

// No entry begins anywhere in the text.
bool begins_nothing(const Trie& trie, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    const Trie::Node node = trie.begin(trie.number(c.code_point));
    if (node.key != Trie::kNone || node.grows()) return false;
    at += c.length;
  }
  return true;
}

bool is_one_character(std::string_view text) { return utf8::read(text, 0).length == text.size(); }

}  // namespace

Pipeline::Pipeline(PackPtr normalization, const PackPtr& segmentation, std::vector<PackPtr> chain)
    : normalization_(std::move(normalization)),
      words_(segmentation == nullptr ? chain.front() : segmentation),
      chain_(std::move(chain)),
      segmented_(segmentation != nullptr),
      values_(words_->values()),
      text_(words_->text()) {
  add_characters();
  filter_pairs();
  if (has_two_stages()) compose_words();
  if (has_phrases()) compose_phrases();
  by_characters_.resize(values_.size());
  for (std::size_t key = 0; key < values_.size(); ++key) {
    if (values_[key].by_characters) by_characters_[key] = true;
  }
  text_.shrink_to_fit();
  text_.append(TextWriter::kSlack, '\0');
}

void Pipeline::compose_words() {
  if (!has_phrases()) return compose_words_of_first_stage();
  std::string text, first, second;
  words_->trie().for_each_key([&](std::uint32_t key, std::span<const std::uint32_t> numbers) {
    if (words_->is_character(key)) return;
    text.clear();
    first.clear();
    second.clear();
    for (const std::uint32_t number : numbers) utf8::append(text, words_->alphabet()[number - 1]);
    PackValue value;
    value.aligned = append_aligned(*chain_.front(), text, first);
    value.aligned = append_aligned(*chain_.back(), first, second) && value.aligned;
    values_[key] = written(second, value);
  });
}

// Four words of five go by characters, and mostly no two neighbours among them begin an entry of
// the second stage: then each character goes through that alone. A page waits for the answer for
// every word, so what it takes stands together.
void Pipeline::compose_words_of_first_stage() {
  struct InSecond {
    std::uint64_t seconds = 0;
    std::uint16_t number = 0;
    bool several = false;
  };
  std::vector<InSecond> characters(words_->alphabet().size() + 1);
  for (std::size_t number = 1; number < characters.size(); ++number) {
    const Characters::Read c = characters_.of_words(static_cast<std::uint16_t>(number));
    const StagesCharacter& stages = characters_.stages(c);
    characters[number] = {stages.second_seconds, stages.in_second,
                          (characters_[c].kind & Character::several) != 0};
  }
  const auto goes_by_characters = [&](std::span<const std::uint16_t> numbers) {
    const InSecond* before = &characters[0];
    for (const std::uint16_t number : numbers) {
      const InSecond& c = characters[number];
      if (c.several || Trie::has(before->seconds, c.number)) return false;
      before = &c;
    }
    return true;
  };
  for (std::uint32_t key = 0; key < values_.size(); ++key) {
    PackValue& value = values_[key];
    if (value.by_characters ? goes_by_characters(words_->numbers(value))
                            : words_->is_character(key)) {
      continue;
    }
    value = compose_word(value);
  }
}

// Of a word's value by the first stage, the one by both.
PackValue Pipeline::compose_word(PackValue value) {
  std::string first, second;
  if (value.by_characters) {
    for (const std::uint16_t number : words_->numbers(value)) first += words_->character(number);
  } else {
    if (begins_nothing(chain_.back()->trie(), value.in(words_->text()))) return value;
    first = value.in(words_->text());
  }
  const bool aligned = append_aligned(*chain_.back(), first, second) && value.aligned;
  if (first == second && !value.by_characters) return value;
  value.aligned = aligned;
  return written(second, value);
}

void Pipeline::compose_phrases() {
  const Pack& pack = *chain_.front();
  phrases_.resize(pack.size());
  std::string first, second;
  pack.trie().for_each_key([&](std::uint32_t key, std::span<const std::uint32_t> numbers) {
    if (pack.is_character(key)) return;
    first.clear();
    second.clear();
    pack.append_value(key, first);
    if (!is_settled(numbers, first)) return;
    PackValue value;
    value.aligned = append_aligned(*chain_.back(), first, second) && pack.is_aligned(key);
    phrases_[key] = written(second, value);
  });
}

// No word can begin inside of the phrase but at its last character, and what the first stage makes
// of it ends in nothing that an entry of the second could begin with.
bool Pipeline::is_settled(std::span<const std::uint32_t> phrase, std::string_view first) const {
  const auto in_words = [&](std::uint32_t number) {
    return words_->trie().number(chain_.front()->alphabet()[number - 1]);
  };
  for (std::size_t i = 1; i + 1 < phrase.size(); ++i) {
    if (words_->trie().next(in_words(phrase[i]), in_words(phrase[i + 1])).id != 0) return false;
  }
  const Trie& last = chain_.back()->trie();
  for (std::size_t at = 0; at < first.size(); at += utf8::read(first, at).length) {
    utf8::Character c = utf8::read(first, at);
    Trie::Node node = last.begin(last.number(c.code_point));
    std::size_t end = at + c.length;
    for (; node.grows() && end < first.size(); end += c.length) {
      c = utf8::read(first, end);
      node = last.next(node.id, last.number(c.code_point));
    }
    if (node.grows()) return false;
  }
  return true;
}

PackValue Pipeline::written(std::string_view value, PackValue like) {
  like.begin = static_cast<std::uint32_t>(text_.size());
  like.size = static_cast<std::uint16_t>(value.size());
  like.by_characters = false;
  text_ += value;
  return like;
}

// The words' characters come first, so that their places are their numbers.
void Pipeline::add_characters() {
  for (const char32_t c : words_->alphabet()) add_character(c);
  const auto add = [&](char32_t c) {
    if (!characters_.has(c)) add_character(c);
  };
  for (const PackPtr& pack : chain_) {
    for (const char32_t c : pack->alphabet()) add(c);
  }
  for (const char32_t c : normalization_->alphabet()) add(c);
  for (char32_t c = 0x2FF0; c <= 0x2FFF; ++c) add(c);
  if (segmented_) add(0);
  characters_.settle();
}

// A character that normalization replaces may stand in a pair for what it becomes.
void Pipeline::filter_pairs() {
  std::vector<const Pack*> packs = {words_.get()};
  if (has_phrases()) packs.push_back(chain_.front().get());
  std::size_t pairs = 0;
  for (const Pack* pack : packs) {
    pack->trie().for_each_pair([&](std::uint32_t, std::uint32_t) { ++pairs; });
  }
  if (pairs > PairFilter::kMostPairs) return;

  std::vector<std::pair<char32_t, char32_t>> variants;
  for (const char32_t c : normalization_->alphabet()) {
    if (normalized(c) != c) variants.emplace_back(normalized(c), c);
  }
  std::sort(variants.begin(), variants.end());
  characters_.filter_pairs(pairs);
  for (const Pack* pack : packs) {
    pack->trie().for_each_pair([&](std::uint32_t first, std::uint32_t second) {
      const char32_t begin = pack->alphabet()[first - 1], next = pack->alphabet()[second - 1];
      characters_.add_pair(begin, next);
      auto variant = std::lower_bound(variants.begin(), variants.end(), std::pair(next, U'\0'));
      for (; variant != variants.end() && variant->first == next; ++variant) {
        characters_.add_pair(begin, variant->second);
      }
    });
  }
}

char32_t Pipeline::normalized(char32_t c) const {
  const std::uint32_t number = normalization_->trie().number(c);
  return number == 0 ? c : utf8::read(normalization_->character(number), 0).code_point;
}

void Pipeline::add_character(char32_t c) {
  Character character;
  StagesCharacter stages;
  const char32_t from = normalized(c);
  std::string self, output;
  utf8::append(self, from);
  character.in_words = static_cast<std::uint16_t>(words_->trie().number(from));
  character.seconds = words_->trie().seconds(character.in_words);
  if (character.seconds != 0) character.kind |= Character::word;

  const Pack& stage = *chain_.front();
  const std::uint32_t in_first = stage.trie().number(from);
  const std::string_view first = in_first == 0 ? self : stage.character(in_first);
  if (!has_two_stages()) {
    output = first;
  } else {
    append_aligned(*chain_.back(), first, output);
    describe_stages(in_first, first, stages);
    if (stages.first_seconds != 0) character.kind |= Character::first;
    if (!is_one_character(first)) {
      character.kind |= Character::several;
    } else if (stages.second_seconds != 0) {
      character.kind |= Character::second;
    }
  }
  if (from != c || output != self) set_output(character, output);
  if (is_description_operator(c)) character.kind = Character::sequence;
  if (segmented_ && c == 0) character.kind = Character::nul;
  characters_.add(c, character);
  if (has_two_stages()) characters_.add_stages(stages);
}

void Pipeline::describe_stages(std::uint32_t in_first, std::string_view first,
                               StagesCharacter& stages) const {
  stages.in_first = static_cast<std::uint16_t>(in_first);
  if (has_phrases()) stages.first_seconds = chain_.front()->trie().seconds(in_first);
  if (is_one_character(first)) {
    const Trie& last = chain_.back()->trie();
    stages.in_second = static_cast<std::uint16_t>(last.number(utf8::read(first, 0).code_point));
    stages.second_seconds = last.seconds(stages.in_second);
  }
}

void Pipeline::set_output(Character& character, std::string_view output) {
  character.kind |= Character::changes;
  character.size = static_cast<std::uint8_t>(std::min<std::size_t>(output.size(), 0xFF));
  if (character.is_written_out()) {
    std::memcpy(character.output, output.data(), output.size());
  } else {
    const auto begin = static_cast<std::uint32_t>(text_.size());
    std::memcpy(character.output, &begin, sizeof begin);
    text_ += output;
  }
}

}  // namespace shuye
