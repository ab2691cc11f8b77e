#include "convert/pipeline.h"

#include <utility>

#include "convert/scan.h"
#include "text/utf8.h"

namespace shuye {

namespace {

void append_converted(const Pack& pack, std::string_view text, std::string& out) {
  scan(
      pack.trie(), text, [&](std::string_view kept) { out += kept; },
      [&](std::uint32_t key, std::size_t) { out += pack.value(key); });
}

// As fine as the entry allows: character by character, or as a whole.
void add_entry(const Pack& pack, std::uint32_t entry, OffsetMap& map) {
  const std::string_view key = pack.key(entry), value = pack.value(entry);
  if (key == value) return map.keep(key.size());
  if (!pack.is_aligned(entry)) return map.replace(key.size(), value.size());
  for (std::size_t i = 0, j = 0; i < key.size();) {
    const std::size_t from = utf8::read(key, i).length, to = utf8::read(value, j).length;
    if (key.substr(i, from) == value.substr(j, to)) {
      map.keep(from);
    } else {
      map.replace(from, to);
    }
    i += from;
    j += to;
  }
}

void append_converted(const Pack& pack, std::string_view text, std::string& out, OffsetMap& map) {
  scan(
      pack.trie(), text,
      [&](std::string_view kept) {
        out += kept;
        map.keep(kept.size());
      },
      [&](std::uint32_t key, std::size_t) {
        out += pack.value(key);
        add_entry(pack, key, map);
      });
}

bool has_only_words_and_characters(const Pack& pack) {
  for (std::size_t i = 0; i < pack.size(); ++i) {
    if (!pack.is_segment(i) && utf8::length(pack.key(i)) > 1) return false;
  }
  return true;
}

}  // namespace

Pipeline::Pipeline(PackPtr normalization, PackPtr segmentation, std::vector<PackPtr> chain)
    : normalization_(std::move(normalization)),
      segmentation_(std::move(segmentation)),
      chain_(std::move(chain)) {
  if (segmentation_ == nullptr) return;
  fused_ = segmentation_ == chain_.front() && has_only_words_and_characters(*segmentation_);
  if (!fused_) index_words();
  compose_words();
}

void Pipeline::index_words() {
  Trie::Keys keys;
  for (std::size_t i = 0; i < segmentation_->size(); ++i) {
    if (segmentation_->is_segment(i)) keys.add(segmentation_->key(i));
  }
  words_ = Trie(keys);
}

void Pipeline::compose_words() {
  for (std::size_t i = 0; i < segmentation_->size(); ++i) {
    if (!fused_ && !segmentation_->is_segment(i)) continue;
    composed_begin_.push_back(static_cast<std::uint32_t>(composed_.size()));
    if (segmentation_->is_segment(i)) append_chain(segmentation_->key(i), 0, composed_);
  }
  composed_begin_.push_back(static_cast<std::uint32_t>(composed_.size()));
}

std::string Pipeline::convert(std::string_view text) const {
  std::string normalized;
  if (needs_normalization(text)) {
    append_converted(*normalization_, text, normalized);
    text = normalized;
  }
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  if (segmentation_ == nullptr) {
    append_chain(text, 0, out);
  } else if (fused_) {
    append_words_and_characters(text, out);
  } else {
    append_segments(text, out);
  }
  return out;
}

bool Pipeline::needs_normalization(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (normalization_->trie().begins_with(c.code_point)) return true;
    at += c.length;
  }
  return false;
}

void Pipeline::append_segments(std::string_view text, std::string& out) const {
  scan(
      words_, text, [&](std::string_view run) { append_chain(run, 0, out); },
      [&](std::uint32_t word, std::size_t) { out += composed(word); });
}

void Pipeline::append_words_and_characters(std::string_view text, std::string& out) const {
  std::string run;  // between two words, converted by the first dictionary
  const auto flush = [&] {
    append_chain(run, 1, out);
    run.clear();
  };
  scan(
      words(), text, [&](std::string_view kept) { run += kept; },
      [&](std::uint32_t entry, std::size_t) {
        if (!segmentation_->is_segment(entry)) {
          run += segmentation_->value(entry);
          return;
        }
        flush();
        out += composed(entry);
      });
  flush();
}

void Pipeline::append_chain(std::string_view segment, std::size_t from, std::string& out) const {
  std::string before, after;
  for (std::size_t i = from; i + 1 < chain_.size(); ++i) {
    after.clear();
    append_converted(*chain_[i], segment, after);
    before.swap(after);
    segment = before;
  }
  append_converted(*chain_.back(), segment, out);
}

std::string Pipeline::convert(std::string_view text, OffsetMap& map) const {
  Stage stage;
  if (needs_normalization(text)) {
    append_converted(*normalization_, text, stage.text, stage.map);
  } else {
    stage.text = text;
    stage.map.keep(text.size());
  }
  stage.ends = segment_ends(stage.text);
  for (const PackPtr& pack : chain_) {
    Stage next;
    OffsetMap step;
    std::size_t begin = 0;
    for (const std::size_t end : stage.ends) {
      const std::string_view segment = std::string_view(stage.text).substr(begin, end - begin);
      append_converted(*pack, segment, next.text, step);
      next.ends.push_back(next.text.size());
      begin = end;
    }
    next.map.append(stage.map, step);
    stage = std::move(next);
  }
  map.append(stage.map, OffsetMap());
  return std::move(stage.text);
}

std::vector<std::size_t> Pipeline::segment_ends(std::string_view text) const {
  if (segmentation_ == nullptr) return {text.size()};
  std::vector<std::size_t> ends;
  std::size_t word_end = 0, at = 0;
  scan(
      words(), text, [&](std::string_view kept) { at += kept.size(); },
      [&](std::uint32_t entry, std::size_t length) {
        const std::size_t begin = at;
        at += length;
        if (fused_ && !segmentation_->is_segment(entry)) return;
        if (word_end < begin) ends.push_back(begin);
        ends.push_back(word_end = at);
      });
  if (word_end < text.size()) ends.push_back(text.size());
  return ends;
}

}  // namespace shuye
