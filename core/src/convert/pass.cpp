// The pass over a text that converts it, once for texts alone and once with the map.

#include <utility>

#include "convert/description_sequence.h"
#include "convert/pipeline.h"
#include "text/utf8.h"

namespace shuye {

/// Takes the pieces of a converted text in their order.
class Pipeline::TextSink {
 public:
  static constexpr bool kWholeWords = false;

  TextSink(const Pipeline& pipeline, std::string_view text, std::string old = {})
      : pipeline_(pipeline), text_(text), out_(text.size() + text.size() / 8, std::move(old)) {}

  void keep(std::size_t begin, std::size_t end) {
    if (text_.size() - end >= TextWriter::kSlack) {
      out_.loose_piece(text_.data() + begin, end - begin);
    } else {
      out_.piece(text_.substr(begin, end - begin));
    }
  }
  void character(std::size_t, const Character& c) {
    if (c.is_written_out()) {
      out_.character(c.output, c.size);
    } else {
      value(c.output_begin(), c.size);
    }
  }
  void entry(std::string_view, const PackValue& entry) { value(entry.begin, entry.size); }
  void run(std::string_view run) {
    buffer_.clear();
    pipeline_.append_run(run, buffer_);
    out_.piece(buffer_);
  }
  void piece(std::string_view piece) { out_.piece(piece); }

  std::string take() { return out_.take(); }

 private:
  void value(std::size_t begin, std::size_t size) {
    out_.loose_piece(pipeline_.text_.data() + begin, size);
  }

  const Pipeline& pipeline_;
  std::string_view text_;
  TextWriter out_;
  std::string buffer_;
};

/// The same, and remembers the pieces.
class Pipeline::MapSink {
 public:
  static constexpr bool kWholeWords = false;

  MapSink(const Pipeline& pipeline, std::string_view text, OffsetMap& map)
      : pipeline_(pipeline), text_(pipeline, text), map_(map) {}

  void keep(std::size_t begin, std::size_t end) {
    text_.keep(begin, end);
    map_.keep(end - begin);
  }
  void character(std::size_t length, const Character& c) {
    text_.character(length, c);
    map_.replace(length, c.size);
  }
  void entry(std::string_view entry, const PackValue& value) {
    if (!value.aligned) return run(entry);
    text_.entry(entry, value);
    map_.align(entry, value.in(pipeline_.text_));
  }
  void run(std::string_view run) {
    buffer_.clear();
    pipeline_.append_run(run, buffer_, map_);
    text_.piece(buffer_);
  }

  std::string take() { return text_.take(); }

 private:
  const Pipeline& pipeline_;
  TextSink text_;
  OffsetMap& map_;
  std::string buffer_;
};

/// Remembers nothing but where the pieces end. A word is one, also where it changes by characters.
class Pipeline::PieceSink {
 public:
  static constexpr bool kWholeWords = true;

  explicit PieceSink(std::string_view text) : text_(text) {}

  void keep(std::size_t begin, std::size_t end) {
    while (begin < end) begin = end_with(utf8::read(text_, begin).length);
  }
  void character(std::size_t length, const Character&) { end_with(length); }
  void entry(std::string_view entry, const PackValue&) { end_with(entry.size()); }
  void run(std::string_view run) { end_with(run.size()); }

  std::vector<std::size_t> take() { return std::move(ends_); }

 private:
  std::size_t end_with(std::size_t length) {
    ends_.push_back((ends_.empty() ? 0 : ends_.back()) + length);
    return ends_.back();
  }

  std::string_view text_;
  std::vector<std::size_t> ends_;
};

std::vector<std::size_t> Pipeline::piece_ends(std::string_view text) const {
  PieceSink sink(text);
  pass(text, 0, text.size(), sink);
  return sink.take();
}

std::string Pipeline::convert(std::string_view text, std::string old) const {
  TextSink sink(*this, text, std::move(old));
  pass(text, 0, text.size(), sink);
  return sink.take();
}

std::string Pipeline::convert(std::string_view text, OffsetMap& map) const {
  MapSink sink(*this, text, map);
  pass(text, 0, text.size(), sink);
  return sink.take();
}

void Pipeline::convert_part(std::string_view part, bool& losing, std::string& out) const {
  convert_from(part, part.size(), losing, out);
}

// What is decided at a place depends on no more than the longest key behind it, and where a run
// ends, on no more than that behind the run.
std::size_t Pipeline::convert_beginning(std::string_view text, bool& losing,
                                        std::string& out) const {
  constexpr std::size_t kAhead = 2 * 4 * 0xFF;  // bytes
  return text.size() <= kAhead ? 0 : convert_from(text, text.size() - kAhead, losing, out);
}

std::size_t Pipeline::convert_from(std::string_view text, std::size_t end, bool& losing,
                                   std::string& out) const {
  std::size_t at = 0;
  if (losing) {
    at = run_end(text, 0);
    losing = at >= end;
    if (losing) return end;
  }
  TextSink sink(*this, text);
  at = pass(text, at, end, sink);
  out += sink.take();
  if (!segmented_) return at;
  // What a NUL loses goes on behind the part where no word stands between it and the end.
  const std::size_t nul = text.rfind('\0', end);
  if (nul != text.npos && nul < end && run_end(text, nul) >= end) {
    losing = true;
    return end;
  }
  return at;
}

// Gives the characters from `at` to `end` one by one, where they change, and what stands before and
// between them. What is left to give begins at `kept`.
template <typename Sink>
std::size_t Pipeline::kept_by_characters(std::string_view text, std::size_t at, std::size_t end,
                                         std::size_t& kept, Sink& sink) const {
  while (at < end) {
    const Characters::Read read = characters_.read(text, at);
    const Character& c = characters_[read];
    if ((c.kind & Character::changes) != 0) {
      if (kept < at) sink.keep(kept, at);
      sink.character(read.length(), c);
      kept = at + read.length();
    }
    at += read.length();
  }
  return at;
}

// Goes on while an item begins before `end`, and ends before an item that lies across it. The end
// of the text is not such a place.
template <typename Sink>
std::size_t Pipeline::pass(std::string_view text, std::size_t at, std::size_t end,
                           Sink& sink) const {
  std::size_t kept = at;
  const auto keep = [&] {
    if (kept < at) sink.keep(kept, at);
  };
  while ((at = characters_.next_active(text, at, end)) < end) {
    Characters::Read begin = characters_.read(text, at);
    // Where something may happen to a character, it often may to the next one, which is read
    // anyway.
    for (Characters::Read next; begin.active() && at < end; begin = next) {
      const Character& c = characters_[begin];
      const std::size_t behind = at + begin.length();
      next = behind < text.size() ? characters_.read(text, behind) : Characters::Read();
      if (Trie::has(c.seconds, characters_.in_words(next))) {
        const Entry word = longest_word(text, at, begin);
        if (word) {
          if (by_characters_[word.key()] && !Sink::kWholeWords) {
            at = kept_by_characters(text, at, at + word.length(), kept, sink);
          } else {
            keep();
            sink.entry(text.substr(at, word.length()), values_[word.key()]);
            kept = at += word.length();
          }
          break;
        }
      }
      if ((c.kind & Character::special) != 0 && may_meet(begin, next)) {
        if ((c.kind & Character::first) != 0) {
          const Entry phrase = settled_phrase(text, at, begin);
          if (phrase) {
            keep();
            sink.entry(text.substr(at, phrase.length()), phrases_[phrase.key()]);
            kept = at += phrase.length();
            break;
          }
        }
        const std::size_t unit_end = special_end(text, at, begin);
        if (unit_end > end && end < text.size()) return keep(), at;
        if (unit_end > behind || c.kind == Character::nul) {
          keep();
          sink.run(text.substr(at, unit_end - at));
          kept = at = unit_end;
          break;
        }
      }
      if ((c.kind & Character::changes) != 0) {
        keep();
        sink.character(begin.length(), c);
        kept = behind;
      }
      at = behind;
    }
  }
  keep();
  return at;
}

// Behind a character that cannot be decided alone, the end of what is decided with it.
std::size_t Pipeline::special_end(std::string_view text, std::size_t at,
                                  Characters::Read begin) const {
  const Character& c = characters_[begin];
  if ((c.kind & Character::phrase) != 0) return unit_end(text, at, begin);
  // What stands behind an operator is counted anew at each stage: the rest of the run is left to
  // the stages, and so is the NUL.
  return run_end(text, at);
}

Pipeline::Entry Pipeline::longest_word(std::string_view text, std::size_t at,
                                       Characters::Read begin) const {
  const Trie& trie = words_->trie();
  Trie::Node node = trie.begin(characters_.in_words(begin));
  Entry word;
  for (std::size_t i = at + begin.length(); node.grows() && i < text.size();) {
    const Characters::Read next = characters_.read(text, i);
    const std::uint32_t number = characters_.in_words(next);
    if (!node.may_grow(number)) break;
    node = trie.next(node.id, number);
    i += next.length();
    if (node.key != Trie::kNone) word = {node.key, i - at};
  }
  return word;
}

Pipeline::Entry Pipeline::settled_phrase(std::string_view text, std::size_t at,
                                         Characters::Read begin) const {
  const StagesCharacter& c = characters_.stages(begin);
  const std::size_t second = at + begin.length();
  if (second == text.size()) return {};
  if (!Trie::has(c.first_seconds, characters_.stages(characters_.read(text, second)).in_first)) {
    return {};
  }
  const Trie& trie = chain_.front()->trie();
  Trie::Node node = trie.begin(c.in_first);
  Entry phrase;
  std::size_t last = at;
  for (std::size_t i = at + begin.length(); node.grows() && i < text.size();) {
    const Characters::Read next = characters_.read(text, i);
    const std::uint32_t number = characters_.stages(next).in_first;
    if (!node.may_grow(number)) break;
    node = trie.next(node.id, number);
    if (node.key != Trie::kNone) {
      phrase = {node.key, i + next.length() - at};
      last = i;
    }
    i += next.length();
  }
  if (!phrase || phrases_[phrase.key()].size == 0) return {};
  const Characters::Read read = characters_.read(text, last);
  const bool cut = (characters_[read].kind & Character::word) != 0 && word_at(text, last, read);
  return cut ? Entry() : phrase;
}

// The next word, or the end of the text.
std::size_t Pipeline::run_end(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    const Characters::Read begin = characters_.read(text, at);
    const Character& c = characters_[begin];
    if (segmented_ && (c.kind & Character::word) != 0 && word_at(text, at, begin)) {
      break;
    }
    const bool operator_ = (c.kind & Character::sequence) != 0;
    const std::size_t length = operator_ ? description_sequence_length(text, at) : 0;
    at += length > 0 ? length : begin.length();
    if (!segmented_) break;
  }
  return at;
}

}  // namespace shuye
