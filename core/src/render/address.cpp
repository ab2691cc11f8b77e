#include <algorithm>
#include <array>

#include "shuye/render.h"
#include "text/character.h"

namespace shuye {
namespace {

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return equals_ignoring_case(text, name); });
}

constexpr std::array<std::string_view, 4> kLinkSchemes = {"http", "https", "mailto", "tel"};
constexpr std::array<std::string_view, 2> kImageSchemes = {"http", "https"};
// SVG is left out: it is a document, with scripts and requests of its own.
constexpr std::array<std::string_view, 6> kImageTypes = {"image/png",  "image/jpeg", "image/gif",
                                                         "image/webp", "image/avif", "image/bmp"};

}  // namespace

std::string_view safe_address(std::string_view address, AddressUse use) {
  address = trim(address);
  // Browsers drop tabs and newlines from addresses before they look for the scheme, so that
  // "java\nscript:" would run: an address with control characters is none.
  const bool controlled = std::any_of(address.begin(), address.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
  if (controlled) return {};
  const std::size_t end = address.find_first_of(":/?#");
  if (end == std::string_view::npos || address[end] != ':') return address;  // relative
  const std::string_view scheme = address.substr(0, end);
  if (use == AddressUse::link)
    return is_one_of(scheme, kLinkSchemes) ? address : std::string_view{};
  if (is_one_of(scheme, kImageSchemes)) return address;
  if (!equals_ignoring_case(scheme, "data")) return {};
  const std::string_view data = address.substr(end + 1);
  return is_one_of(data.substr(0, data.find_first_of(";,")), kImageTypes) ? address
                                                                          : std::string_view{};
}

}  // namespace shuye
