#pragma once

/// Writes JSON from front to back, into a string or in parts. (A value model would have to be built
/// first, and the blocks of an article are most of its bytes.)

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "render/parts.h"

namespace shuye {

class JsonWriter {
 public:
  /// Into a string, which will be about that long.
  explicit JsonWriter(std::size_t about = 0) : parts_(about) {}
  /// In parts, to a sink that lives as long as this.
  explicit JsonWriter(const Sink& sink) : parts_(sink) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  /// The next value's name; inside an object only.
  JsonWriter& key(std::string_view name);
  /// One of our own, which has nothing to escape.
  template <std::size_t Size>
  JsonWriter& key(const char (&name)[Size]) {
    // In one piece: there are a dozen for each block.
    char text[Size + 4] = {',', '"'};
    std::memcpy(text + 2, name, Size - 1);
    text[Size + 1] = '"';
    text[Size + 2] = ':';
    const std::size_t comma = first_ ? 0 : 1;
    put({text + 1 - comma, Size + 2 + comma});
    first_ = true;
    return *this;
  }

  void string(std::string_view value);  ///< well-formed UTF-8
  /// A string in pieces.
  void begin_string();
  void add_to_string(std::string_view text);
  void end_string();
  void string_or_null(std::string_view value);
  void number(std::uint64_t value);
  void fraction(double value);  ///< with two decimals at most
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  void raw(std::string_view json);  ///< a value that is JSON already

  std::string take() {
    flush();
    return parts_.take();
  }
  /// Gives the sink the rest.
  void finish() {
    flush();
    parts_.finish();
  }

 private:
  void begin(char bracket);
  void end(char bracket);
  void part();

  void put(char c) {
    if (size_ == few_.size()) flush();
    few_[size_++] = c;
  }
  void put(std::string_view text) {
    if (text.size() > few_.size() - size_) {
      flush();
      if (text.size() > few_.size()) {
        json_.append(text);
        return;
      }
    }
    std::memcpy(few_.data() + size_, text.data(), text.size());
    size_ += text.size();
  }
  void flush() {
    json_.append(few_.data(), size_);
    size_ = 0;
  }

  Parts parts_;
  std::string& json_ = parts_.text;
  // What comes behind it. A string takes longer to append to, and nearly all of JSON is short.
  std::array<char, 256> few_;
  std::size_t size_ = 0;
  bool first_ = true;  // nothing stands before the next value: no comma
};

}  // namespace shuye
