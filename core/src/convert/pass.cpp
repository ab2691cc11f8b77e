// The pass over a text that converts it, once for texts alone and once with the map.

#include "convert/description_sequence.h"
#include "convert/pipeline.h"
#include "text/utf8.h"

namespace shuye {

/// Takes the pieces of a converted text in their order.
class Pipeline::TextSink {
 public:
  TextSink(const Pipeline& pipeline, std::string_view text)
      : pipeline_(pipeline), text_(text), out_(text.size() + text.size() / 8) {}

  void keep(std::size_t begin, std::size_t end) {
    if (end - begin <= Output::kSlack && text_.size() - begin >= Output::kSlack) {
      out_.short_piece(text_.data() + begin, end - begin);
    } else {
      out_.piece(text_.substr(begin, end - begin));
    }
  }
  void character(std::size_t, const Character& c) { value(c.output, c.size); }
  void word(std::string_view, const PackValue& word) { value(word.begin, word.size); }
  void run(std::string_view run) {
    buffer_.clear();
    pipeline_.append_run(run, buffer_);
    out_.piece(buffer_);
  }
  void piece(std::string_view piece) { out_.piece(piece); }

  std::string take() { return out_.take(); }

 private:
  void value(std::size_t begin, std::size_t size) {
    const char* from = pipeline_.text_.data() + begin;
    if (size <= Output::kSlack) {
      out_.short_piece(from, size);
    } else {
      out_.piece({from, size});
    }
  }

  const Pipeline& pipeline_;
  std::string_view text_;
  Output out_;
  std::string buffer_;
};

/// The same, and remembers the pieces.
class Pipeline::MapSink {
 public:
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
  void word(std::string_view word, const PackValue& value) {
    if (!value.aligned) return run(word);
    text_.word(word, value);
    map_.align(word, value.in(pipeline_.text_));
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

std::string Pipeline::convert(std::string_view text) const {
  TextSink sink(*this, text);
  pass(text, sink);
  return sink.take();
}

std::string Pipeline::convert(std::string_view text, OffsetMap& map) const {
  MapSink sink(*this, text, map);
  pass(text, sink);
  return sink.take();
}

template <typename Sink>
void Pipeline::pass(std::string_view text, Sink& sink) const {
  std::size_t kept = 0, at = 0;
  const auto keep = [&] {
    if (kept < at) sink.keep(kept, at);
  };
  while ((at = characters_.next_active(text, at)) < text.size()) {
    const Characters::Read begin = characters_.read(text, at);
    const Character& c = characters_[begin];
    if ((c.kind & Character::word) != 0) {
      const Word word = word_at(text, at, begin);
      if (word.key != Trie::kNone) {
        keep();
        sink.word(text.substr(at, word.length), values_[word.key]);
        kept = at += word.length;
        continue;
      }
    }
    if ((c.kind & Character::special) != 0) {
      const std::size_t end = special_end(text, at, begin);
      if (end > at + begin.length || c.kind == Character::nul) {
        keep();
        sink.run(text.substr(at, end - at));
        kept = at = end;
        continue;
      }
    }
    if ((c.kind & Character::changes) != 0) {
      keep();
      sink.character(begin.length, c);
      kept = at + begin.length;
    }
    at += begin.length;
  }
  keep();
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

Pipeline::Word Pipeline::longest_word(std::string_view text, std::size_t at,
                                      Characters::Read begin) const {
  const Trie& trie = words_->trie();
  Trie::Node node{characters_.in_words(begin), Trie::kNone, true};
  Word word;
  for (std::size_t i = at + begin.length; node.grows && i < text.size();) {
    const Characters::Read next = characters_.read(text, i);
    node = trie.next(node.id, characters_.in_words(next));
    i += next.length;
    if (node.key != Trie::kNone) word = {node.key, i - at};
  }
  return word;
}

// The next word, or the end of the text.
std::size_t Pipeline::run_end(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    const Characters::Read begin = characters_.read(text, at);
    const Character& c = characters_[begin];
    if (segmented_ && (c.kind & Character::word) != 0 &&
        word_at(text, at, begin).key != Trie::kNone) {
      break;
    }
    const bool operator_ = (c.kind & Character::sequence) != 0;
    const std::size_t length = operator_ ? description_sequence_length(text, at) : 0;
    at += length > 0 ? length : begin.length;
    if (!segmented_) break;
  }
  return at;
}

}  // namespace shuye
