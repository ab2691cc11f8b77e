#include "parse/html_image.h"

#include <algorithm>
#include <cstddef>

#include "text/character.h"

namespace shuye {
namespace {

/// A data address below this is a blank pixel or a grey box, not a picture.
constexpr std::size_t kSmallestPicture = 512;

constexpr unsigned kMaxSources = 32;  // of a picture, that are looked at

bool is_data(std::string_view address) { return address.substr(0, 5) == "data:"; }

bool is_placeholder(std::string_view address) {
  if (address.empty() || address == "#" || address.substr(0, 6) == "about:") return true;
  if (is_data(address)) return address.size() < kSmallestPicture;
  constexpr std::string_view kNames[] = {"blank.gif",   "spacer.gif",   "pixel.gif",
                                         "loading.gif", "lazyload.gif", "grey.gif",
                                         "/none.gif",   "placeholder",  "transparent."};
  for (const std::string_view name : kNames) {
    if (address.find(name) != std::string_view::npos) return true;
  }
  return false;
}

bool looks_like_address(std::string_view value) {
  return !is_data(value) && value.find_first_of("/.") != std::string_view::npos &&
         value.find_first_of(" \t\n<>{}") == std::string_view::npos;
}

/// Images of one pixel only count their readers.
bool is_counter(const HtmlNode& image) {
  const std::string_view width = image.attribute("width");
  const std::string_view height = image.attribute("height");
  return (width == "1" || width == "0") && (height == "1" || height == "0");
}

/// A number such as the 2 of `2x` or the 640 of `640w`.
double magnitude(std::string_view descriptor) {
  double value = 0;
  double scale = 1;
  bool fraction = false;
  for (const char c : descriptor) {
    if (c == '.') fraction = true;
    if (c < '0' || c > '9') continue;
    value = value * 10 + (c - '0');
    if (fraction) scale *= 10;
  }
  return value / scale;
}

std::string_view from_picture(const HtmlTree& tree, std::uint32_t node) {
  const std::uint32_t parent = tree[node].parent;
  std::string_view found;
  if (tree[parent].name() != "picture") return found;
  unsigned left = kMaxSources;
  for (std::uint32_t i = parent + 1; i < node && left > 0; i = tree[i].end, --left) {
    if (tree[i].name() != "source") continue;
    found = largest_of(tree[i].attribute("srcset"));
    if (found.empty()) found = largest_of(tree[i].attribute("data-srcset"));
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace

std::string_view largest_of(std::string_view srcset) {
  std::string_view best;
  double best_magnitude = -1;
  std::size_t at = 0;
  while (at < srcset.size()) {
    const std::size_t begin = srcset.find_first_not_of(" \t\r\n\f,", at);
    if (begin == std::string_view::npos) break;
    std::size_t end = std::min(srcset.find_first_of(" \t\r\n\f", begin), srcset.size());
    std::string_view address = srcset.substr(begin, end - begin);
    std::string_view descriptor;
    if (address.back() == ',') {
      address.remove_suffix(1);
    } else {
      const std::size_t comma = std::min(srcset.find(',', end), srcset.size());
      descriptor = trim(srcset.substr(end, comma - end));
      end = comma;
    }
    at = end;
    const double size = descriptor.empty() ? 1 : magnitude(descriptor);
    if (size > best_magnitude) {
      best_magnitude = size;
      best = address;
    }
  }
  return best;
}

std::string image_address(const HtmlTree& tree, std::uint32_t node) {
  const HtmlNode& image = tree[node];
  if (is_counter(image)) return {};
  // Where these stand, `src` is what is shown until the reader gets there.
  for (const char* late :
       {"data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-original-src",
        "data-lazyload", "data-lazy", "data-echo", "lay-src", "zoomfile", "file"}) {
    const std::string_view value = trim(image.attribute(late));
    if (!value.empty() && looks_like_address(value)) return std::string(value);
  }
  const std::string_view source = trim(image.attribute("src"));
  if (!is_placeholder(source)) return std::string(source);
  for (const char* set : {"srcset", "data-srcset", "data-lazy-srcset"}) {
    const std::string_view value = largest_of(image.attribute(set));
    if (!is_placeholder(value)) return std::string(value);
  }
  return std::string(from_picture(tree, node));
}

}  // namespace shuye
