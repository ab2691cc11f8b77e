#pragma once

/// A string that is written from its beginning to its end, mostly in pieces of some bytes.

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace shuye {

class Output {
 public:
  /// How many bytes `short_piece` reads, whatever the piece's size.
  static constexpr std::size_t kSlack = 16;

  explicit Output(std::size_t expected) : text_(expected + kSlack, '\0') {}

  void piece(std::string_view piece) {
    make_room(piece.size());
    std::memcpy(&text_[size_], piece.data(), piece.size());
    size_ += piece.size();
  }

  /// A piece of at most `kSlack` bytes behind which so many can be read: a copy of a fixed size is
  /// one instruction, where one of three bytes is a call.
  void short_piece(const char* from, std::size_t size) {
    make_room(size);
    std::memcpy(&text_[size_], from, kSlack);
    size_ += size;
  }

  std::size_t size() const { return size_; }

  std::string take() {
    text_.resize(size_);
    return std::move(text_);
  }

 private:
  void make_room(std::size_t size) {
    if (text_.size() - size_ < size + kSlack) text_.resize(2 * text_.size() + size);
  }

  std::string text_;
  std::size_t size_ = 0;
};

}  // namespace shuye
