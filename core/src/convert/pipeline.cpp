#include "convert/pipeline.h"

#include <utility>

#include "convert/description_sequence.h"
#include "convert/scan.h"
#include "text/utf8.h"

namespace shuye {

namespace {

std::string utf8_of(char32_t c) {
  std::string text;
  utf8::append(text, c);
  return text;
}

// Appends what the pack makes of the text. True when every character stays or becomes a form of
// itself.
bool append_aligned(const Pack& pack, std::string_view text, std::string& out) {
  bool aligned = true;
  scan(
      pack.trie(), text, [&](std::string_view kept) { out += kept; },
      [&](std::string_view, std::uint32_t key) {
        out += pack.value(key);
        aligned = aligned && pack.is_aligned(key);
      });
  return aligned;
}

}  // namespace

Pipeline::Pipeline(PackPtr normalization, const PackPtr& segmentation, std::vector<PackPtr> chain)
    : normalization_(std::move(normalization)),
      words_(segmentation == nullptr ? chain.front() : segmentation),
      chain_(std::move(chain)),
      segmented_(segmentation != nullptr),
      values_(words_->values()),
      text_(words_->text()) {
  if (has_two_stages()) compose_words();
  add_characters();
  text_.append(Output::kSlack, '\0');
}

void Pipeline::compose_words() {
  if (!has_phrases()) {
    for (std::uint32_t key = 0; key < values_.size(); ++key) {
      if (!words_->is_character(key)) compose_word(key, words_->value(key));
    }
    return;
  }
  std::string text, first;
  words_->trie().for_each_key([&](std::uint32_t key, const std::vector<std::uint32_t>& numbers) {
    if (words_->is_character(key)) return;
    text.clear();
    first.clear();
    for (const std::uint32_t number : numbers) utf8::append(text, words_->alphabet()[number - 1]);
    values_[key].aligned = append_aligned(*chain_.front(), text, first);
    compose_word(key, first);
  });
}

void Pipeline::compose_word(std::uint32_t key, std::string_view first) {
  std::string second;
  PackValue& value = values_[key];
  value.aligned = append_aligned(*chain_.back(), first, second) && value.aligned;
  if (second == value.in(text_)) return;
  value.begin = static_cast<std::uint32_t>(text_.size());
  value.size = static_cast<std::uint16_t>(second.size());
  text_ += second;
}

// The words' characters come first, so that their places are their numbers.
void Pipeline::add_characters() {
  for (const char32_t c : words_->alphabet()) characters_.add(c, describe(c));
  const auto add = [&](char32_t c) {
    if (!characters_.has(c)) characters_.add(c, describe(c));
  };
  for (const PackPtr& pack : chain_) {
    for (const char32_t c : pack->alphabet()) add(c);
  }
  for (const char32_t c : normalization_->alphabet()) add(c);
  for (char32_t c = 0x2FF0; c <= 0x2FFF; ++c) add(c);
  if (segmented_) add(0);
}

char32_t Pipeline::normalized(char32_t c) const {
  const std::uint32_t key = normalization_->trie().begin(normalization_->trie().number(c)).key;
  return key == Trie::kNone ? c : utf8::read(normalization_->value(key), 0).code_point;
}

Character Pipeline::describe(char32_t c) {
  Character character;
  const char32_t from = normalized(c);
  const std::string self = utf8_of(from);
  std::string first, output;
  append_aligned(*chain_.front(), self, first);
  if (has_two_stages()) {
    append_aligned(*chain_.back(), first, output);
  } else {
    output = first;
  }
  const Trie& words = words_->trie();
  character.in_words = static_cast<std::uint16_t>(words.number(from));
  if (words.begin(character.in_words).grows) character.kind |= Character::word;
  character.seconds = words.seconds(character.in_words);
  if (has_two_stages()) {
    const Trie& stage = chain_.front()->trie();
    const Trie& last = chain_.back()->trie();
    character.in_first = static_cast<std::uint16_t>(stage.number(from));
    if (has_phrases() && stage.begin(character.in_first).grows) character.kind |= Character::first;
    if (utf8::length(first) > 1) {
      character.kind |= Character::several;
    } else {
      const char32_t middle = utf8::read(first, 0).code_point;
      character.in_second = static_cast<std::uint16_t>(last.number(middle));
      if (last.begin(character.in_second).grows) character.kind |= Character::second;
    }
  }
  if (output != utf8_of(c)) {
    character.kind |= Character::changes;
    character.output = static_cast<std::uint32_t>(text_.size());
    character.size = static_cast<std::uint8_t>(output.size());
    text_ += output;
  }
  if (is_description_operator(c)) character.kind = Character::sequence;
  if (segmented_ && c == 0) character.kind = Character::nul;
  return character;
}

}  // namespace shuye
