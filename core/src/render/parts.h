#pragma once

/// What the renderer writes, on its way to the caller: kept as one string, or handed on to a sink
/// whenever it is enough for a part.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "shuye/sink.h"
#include "text/utf8.h"

namespace shuye {

class Parts {
 public:
  /// Keeps everything, which will be about that long: what grows step by step needs twice its
  /// memory at the last.
  explicit Parts(std::size_t about = 0) { text.reserve(about); }
  /// The sink has to live as long as this.
  explicit Parts(const Sink& sink) : sink_(&sink) {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  /// To be called between characters, and often. Hands on what there is, when it is enough, but for
  /// the last `kept` bytes.
  void pass(std::size_t kept = 0) {
    if (sink_ != nullptr && text.size() >= kPartBytes) hand_on(kept);
  }

  /// Gives a long text to `write` in pieces, whole characters each, and passes them on.
  template <typename Write>
  void in_pieces(std::string_view long_text, const Write& write) {
    while (long_text.size() > kPartBytes) {
      const std::string_view piece = utf8::first_part(long_text, kPartBytes);
      write(piece);
      pass();
      long_text.remove_prefix(piece.size());
    }
    write(long_text);
    pass();
  }

  /// Hands on the rest.
  void finish() {
    if (sink_ != nullptr && !text.empty()) hand_on(0);
  }

  /// Of what is kept.
  std::string take() { return std::move(text); }

  std::string text;  ///< to append to

 private:
  void hand_on(std::size_t kept);

  const Sink* sink_ = nullptr;
};

}  // namespace shuye
