#pragma once

/// Files and pipes, through POSIX: what arrives in a pipe is seen at once, and a result appears
/// under its name only when it is whole.

#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

#include <shuye/result.h>

namespace cli {

/// A file descriptor to read from, closed at the end unless it is standard input.
class Input {
 public:
  /// `-` is standard input. Fails with `unreadable`; a folder is not readable.
  static shuye::Result<Input> open(const std::string& path);

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

  /// Reads what there is, at most `size` bytes; waits for one at least. Gives 0 at the end.
  shuye::Result<std::size_t> read(char* buffer, std::size_t size);

  /// Reads to the end, or to one byte more than `limit`.
  shuye::Result<std::string> read_all(std::size_t limit);

 private:
  explicit Input(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// Where results go: standard output, or a file that appears when it is committed.
class Sink {
 public:
  /// Empty or `-` is standard output. What is no regular file, such as /dev/null, is written to
  /// directly.
  Sink() = default;
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;
  ~Sink();

  std::error_code open(const std::string& path);
  std::error_code write(std::string_view bytes);
  std::error_code commit();

 private:
  int descriptor_ = 1;
  std::string target_;
  std::string
      temporary_;  // beside the target, so that renaming is one step; empty: written directly
};

}  // namespace cli
