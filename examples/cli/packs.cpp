#include "packs.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "files.h"

namespace cli {
namespace {

constexpr std::size_t kMaxPackBytes = std::size_t{256} << 20;

std::string default_folder() {
  if (const char* folder = std::getenv("SHUYE_PACKS"); folder != nullptr && *folder != '\0') {
    return folder;
  }
  std::error_code ignored;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return (program.parent_path().parent_path() / "packs").string();
}

}  // namespace

PackFolder::PackFolder(std::string folder)
    : folder_(folder.empty() ? default_folder() : std::move(folder)) {}

shuye::Result<void> PackFolder::load(const std::vector<std::string_view>& names) {
  for (const std::string_view name : names) {
    if (packs_.has(name)) continue;
    const std::string path =
        (std::filesystem::path(folder_) / (std::string(name) + ".pack")).string();
    auto input = Input::open(path);
    if (!input) {
      return shuye::Error{shuye::ErrorCode::pack_missing, shuye::Stage::convert, 0,
                          "the pack " + path + " cannot be read: " + input.error().message};
    }
    auto bytes = input->read_all(kMaxPackBytes);
    if (!bytes) return std::move(bytes).error();
    if (auto added = packs_.add(name, *bytes); !added) {
      shuye::Error error = std::move(added).error();
      error.message = "the pack " + path + " is damaged: " + error.message;
      return error;
    }
  }
  return {};
}

}  // namespace cli
