#pragma once

/// A string that is written from its beginning to its end, mostly in pieces of some bytes.

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace shuye {

class TextWriter {
 public:
  /// How many bytes behind a piece `loose_piece` may read.
  static constexpr std::size_t kSlack = 16;

  /// Uses the memory of `old`: what a string already has need not be set to zeros.
  explicit TextWriter(std::size_t expected, std::string old = {}) : text_(std::move(old)) {
    if (text_.size() < expected + kSlack) {
      text_.clear();
      text_.resize(expected + kSlack);
    }
    to_ = text_.data();
    end_ = to_ + text_.size() - kSlack;
  }

  void piece(std::string_view piece) {
    make_room(piece.size());
    std::memcpy(to_, piece.data(), piece.size());
    to_ += piece.size();
  }

  /// A piece behind which `kSlack` bytes can be read: copies of a fixed size are an instruction or
  /// two, where one of three bytes is a call. (In WebAssembly a call that copies byte by byte.)
  void loose_piece(const char* from, std::size_t size) {
    make_room(size);
    char* to = to_;
    to_ += size;
    for (;;) {
      std::memcpy(to, from, kSlack);
      if (size <= kSlack) return;
      size -= kSlack;
      to += kSlack;
      from += kSlack;
    }
  }

  /// The first `size` of four bytes.
  void character(const char (&bytes)[4], std::size_t size) {
    make_room(size);
    std::memcpy(to_, bytes, sizeof bytes);
    to_ += size;
  }

  std::string take() {
    text_.resize(static_cast<std::size_t>(to_ - text_.data()));
    return std::move(text_);
  }

 private:
  void make_room(std::size_t size) {
    if (static_cast<std::size_t>(end_ - to_) >= size) return;
    const auto written = static_cast<std::size_t>(to_ - text_.data());
    text_.resize(2 * text_.size() + size);
    to_ = text_.data() + written;
    end_ = text_.data() + text_.size() - kSlack;
  }

  std::string text_;
  char* to_ = nullptr;
  char* end_ = nullptr;  // kSlack bytes before the end
};

}  // namespace shuye
