#include "files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace cli {
namespace {

using shuye::Error;
using shuye::ErrorCode;
using shuye::Result;
using shuye::Stage;

constexpr std::size_t kChunk = std::size_t{1} << 16;

std::error_code last_error() { return {errno, std::generic_category()}; }

Error unreadable(std::string message) {
  return Error{ErrorCode::unreadable, Stage::input, 0, std::move(message)};
}

/// The permissions of the file that is replaced, or those that a new file gets.
mode_t mode_for(const std::string& target) {
  struct stat status {};
  if (::stat(target.c_str(), &status) == 0) return status.st_mode & 07777;
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

}  // namespace

Result<Input> Input::open(const std::string& path) {
  if (path == "-") return Input(STDIN_FILENO);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return unreadable(last_error().message());
  Input input(descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return unreadable(last_error().message());
  if (S_ISDIR(status.st_mode)) return unreadable("is a folder, not a file");
  return input;
}

Input::Input(Input&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Input::~Input() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<std::size_t> Input::read(char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno == EISDIR) return unreadable("is a folder, not a file");
    if (errno != EINTR) return unreadable(last_error().message());
  }
}

Result<std::string> Input::read_all(std::size_t limit) {
  std::string bytes;
  // Of a file the size is known: a text that grew step by step would keep twice its memory.
  struct stat status {};
  const bool sized = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
  const std::size_t size = sized ? static_cast<std::size_t>(status.st_size) : 0;
  bytes.reserve(std::min(size, limit) + 1);
  for (;;) {
    const std::size_t before = bytes.size();
    const std::size_t room = sized ? bytes.capacity() - before : 0;
    const std::size_t step = room > 0 ? room : std::max(kChunk, before);
    const std::size_t wanted = std::min(step, limit + 1 - before);
    if (wanted == 0) return bytes;
    bytes.resize(before + wanted);
    auto count = read(bytes.data() + before, wanted);
    if (!count) return std::move(count).error();
    bytes.resize(before + *count);
    if (*count == 0) return bytes;
  }
}

std::error_code Sink::open(const std::string& path) {
  if (path.empty() || path == "-") return {};
  // A link stays a link: what it points to is replaced.
  std::error_code ignored;
  target_ = std::filesystem::weakly_canonical(path, ignored).string();
  if (target_.empty()) target_ = path;
  struct stat status {};
  const bool exists = ::stat(target_.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return std::make_error_code(std::errc::is_a_directory);
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return last_error();
    descriptor_ = descriptor;
    return {};
  }
  const std::filesystem::path target(target_);
  std::string temporary = (target.parent_path() / ("." + target.filename().string())).string();
  temporary += ".XXXXXX";
  const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return last_error();
  descriptor_ = descriptor;
  temporary_ = std::move(temporary);
  return {};
}

std::error_code Sink::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return last_error();
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

std::error_code Sink::commit() {
  if (temporary_.empty()) return {};
  if (::fchmod(descriptor_, mode_for(target_)) != 0) return last_error();
  if (::close(std::exchange(descriptor_, -1)) != 0) return last_error();
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) return last_error();
  temporary_.clear();
  return {};
}

Sink::~Sink() {
  if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

}  // namespace cli
