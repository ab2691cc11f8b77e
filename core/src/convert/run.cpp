// What stands between two words, where neighbouring characters depend on each other.

#include <algorithm>
#include <array>
#include <utility>

#include "convert/pipeline.h"
#include "convert/scan.h"
#include "text/utf8.h"

namespace shuye {

/// Looks at a run from a character on as the two stages would, but no further than it takes to know
/// where they are both between two entries. What is behind that place has no influence on what is
/// before it.
class Pipeline::Run {
 public:
  Run(const Pipeline& pipeline, std::string_view text, std::size_t begin)
      : pipeline_(pipeline), text_(text), begin_(begin), at_(begin) {}

  std::size_t end() {
    const Trie& last = pipeline_.chain_.back()->trie();
    do {
      if (size_ == 0 && !pull()) break;
      std::size_t matched = 1, walked = 1;
      Trie::Node node = last.begin(middle_[0]);
      while (node.grows()) {
        if (walked == size_ && !(can_follow(node) && pull())) break;
        if (!node.may_grow(middle_[walked])) break;
        node = last.next(node.id, middle_[walked++]);
        if (node.key != Trie::kNone) matched = walked;
      }
      std::copy(middle_.begin() + matched, middle_.begin() + size_, middle_.begin());
      size_ -= matched;
    } while (size_ > 0);
    return at_;
  }

 private:
  const Trie& first() const { return pipeline_.chain_.front()->trie(); }

  // Appends what the first stage makes of the next entry or character. False at the run's end.
  bool pull() {
    if (at_ == text_.size()) return false;
    const Characters::Read read = pipeline_.characters_.read(text_, at_);
    const Character& c = pipeline_.characters_[read];
    if ((c.kind & (Character::sequence | Character::nul)) != 0) return false;
    if (at_ > begin_ && begins_word(at_, read)) return false;
    const Trie::Match entry = entry_at(read);
    at_ += entry.length;
    if (entry.length > read.length() || (c.kind & Character::several) != 0) {
      value_.clear();
      pipeline_.chain_.front()->append_value(entry.key, value_);
      append(value_);
    } else {
      middle_[size_++] = pipeline_.characters_.stages(read).in_second;
    }
    return true;
  }

  // A quick look whether the second stage could go on at the next character.
  bool can_follow(const Trie::Node& node) const {
    if (at_ == text_.size()) return false;
    const Characters::Read read = pipeline_.characters_.read(text_, at_);
    return (pipeline_.characters_[read].kind & (Character::several | Character::first)) != 0 ||
           node.may_grow(pipeline_.characters_.stages(read).in_second);
  }

  bool begins_word(std::size_t at, Characters::Read read) const {
    return (pipeline_.characters_[read].kind & Character::word) != 0 &&
           static_cast<bool>(pipeline_.word_at(text_, at, read));
  }

  // The longest entry of the first stage that ends before the next word.
  Trie::Match entry_at(Characters::Read begin) const {
    Trie::Node node = first().begin(pipeline_.characters_.stages(begin).in_first);
    Trie::Match match{node.key, begin.length()};
    if (!pipeline_.has_phrases()) return match;
    for (std::size_t i = at_ + begin.length(); node.grows() && i < text_.size();) {
      const Characters::Read next = pipeline_.characters_.read(text_, i);
      const std::uint32_t number = pipeline_.characters_.stages(next).in_first;
      if (!node.may_grow(number)) break;
      node = first().next(node.id, number);
      if (node.id == 0 || begins_word(i, next)) break;
      i += next.length();
      if (node.key != Trie::kNone) match = {node.key, i - at_};
    }
    return match;
  }

  void append(std::string_view value) {
    for (std::size_t i = 0; i < value.size();) {
      const utf8::Character c = utf8::read(value, i);
      i += c.length;
      middle_[size_++] =
          static_cast<std::uint16_t>(pipeline_.chain_.back()->trie().number(c.code_point));
    }
  }

  const Pipeline& pipeline_;
  std::string_view text_;
  std::size_t begin_, at_;
  // The text between the stages, as numbers of the second: no longer than the longest key and the
  // longest value together, both of which have at most 255 characters.
  std::array<std::uint16_t, 512> middle_;
  std::size_t size_ = 0;
  std::string value_;
};

std::size_t Pipeline::unit_end(std::string_view text, std::size_t at,
                               Characters::Read begin) const {
  if (stands_alone(text, at, begin)) return at + begin.length();
  return Run(*this, text, at).end();
}

// A look at the next character, or two, says it nearly always.
bool Pipeline::stands_alone(std::string_view text, std::size_t at, Characters::Read begin) const {
  const auto begins_entry = [this](const StagesCharacter& c, const StagesCharacter& next) {
    return Trie::has(c.first_seconds, next.in_first) &&
           chain_.front()->trie().next(c.in_first, next.in_first).id != 0;
  };
  const unsigned kind = characters_[begin].kind;
  const StagesCharacter& c = characters_.stages(begin);
  if ((kind & Character::several) != 0) return false;
  at += begin.length();
  if (at == text.size()) return true;
  const Characters::Read next = characters_.read(text, at);
  const StagesCharacter& d = characters_.stages(next);
  if (begins_entry(c, d)) return false;
  if ((kind & Character::second) == 0) return true;
  if ((characters_[next].kind & Character::several) != 0) return false;
  if (Trie::has(c.second_seconds, d.in_second) &&
      chain_.back()->trie().next(c.in_second, d.in_second).id != 0) {
    return false;
  }
  if (d.first_seconds == 0) return true;
  at += next.length();
  return at == text.size() || !begins_entry(d, characters_.stages(characters_.read(text, at)));
}

namespace {

void append_converted(const Pack& pack, std::string_view text, std::string& out) {
  scan(
      pack.trie(), text, [&](std::string_view kept) { out += kept; },
      [&](std::string_view, std::uint32_t key) { pack.append_value(key, out); });
}

void append_converted(const Pack& pack, std::string_view text, std::string& out, OffsetMap& map) {
  scan(
      pack.trie(), text,
      [&](std::string_view kept) {
        out += kept;
        map.keep(kept.size());
      },
      [&](std::string_view from, std::uint32_t key) {
        const std::size_t begin = out.size();
        pack.append_value(key, out);
        const std::string_view to = std::string_view(out).substr(begin);
        if (pack.is_aligned(key)) {
          map.align(from, to);
        } else if (from == to) {
          map.keep(from.size());
        } else {
          map.replace(from.size(), to.size());
        }
      });
}

}  // namespace

// OpenCC hands its segments on as C strings: what a segment has behind a NUL is lost.
std::size_t Pipeline::segment_size(std::string_view segment) const {
  return segmented_ ? std::min(segment.find('\0'), segment.size()) : segment.size();
}

void Pipeline::append_run(std::string_view run, std::string& out) const {
  std::string before, after;
  append_converted(*normalization_, run, before);
  before.resize(segment_size(before));
  for (const PackPtr& pack : chain_) {
    after.clear();
    append_converted(*pack, before, after);
    before.swap(after);
  }
  out += before;
}

void Pipeline::append_run(std::string_view run, std::string& out, OffsetMap& map) const {
  std::string before, after;
  OffsetMap all;
  append_converted(*normalization_, run, before, all);
  if (const std::size_t size = segment_size(before); size < before.size()) {
    OffsetMap cut, both;
    cut.keep(size);
    cut.replace(before.size() - size, 0);
    both.append(all, cut);
    all = std::move(both);
    before.resize(size);
  }
  for (const PackPtr& pack : chain_) {
    OffsetMap stage, both;
    after.clear();
    append_converted(*pack, before, after, stage);
    both.append(all, stage);
    all = std::move(both);
    before.swap(after);
  }
  map.append(all, OffsetMap());
  out += before;
}

}  // namespace shuye
