#include "parse/html_address.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"

namespace shuye {
namespace {

/// The length of the scheme, without its colon; 0 when there is none.
std::size_t scheme_length(std::string_view address) {
  if (address.empty() || !is_letter(address[0])) return 0;
  std::size_t at = 1;
  while (at < address.size() &&
         (is_letter(address[at]) || (address[at] >= '0' && address[at] <= '9') ||
          address[at] == '+' || address[at] == '-' || address[at] == '.')) {
    ++at;
  }
  return at < address.size() && address[at] == ':' ? at : 0;
}

/// The parts of an address, each with the delimiter that begins (of the scheme: ends) it.
struct Parts {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
};

Parts split(std::string_view address) {
  Parts parts;
  const auto take = [&](std::size_t length) {
    const std::string_view taken = address.substr(0, length);
    address.remove_prefix(taken.size());
    return taken;
  };
  if (const std::size_t scheme = scheme_length(address)) parts.scheme = take(scheme + 1);
  if (address.substr(0, 2) == "//") {
    parts.authority = take(std::min(address.find_first_of("/?#", 2), address.size()));
  }
  parts.path = take(std::min(address.find_first_of("?#"), address.size()));
  if (!address.empty() && address[0] == '?') {
    parts.query = take(std::min(address.find('#'), address.size()));
  }
  parts.fragment = address;
  return parts;
}

/// RFC 3986, 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.substr(0, 3) == "../") {
      path.remove_prefix(3);
    } else if (path.substr(0, 2) == "./" || path.substr(0, 3) == "/./") {
      path.remove_prefix(2);
    } else if (path == "/.") {
      path = "/";
    } else if (path.substr(0, 4) == "/../" || path == "/..") {
      path = path.size() > 3 ? path.substr(3) : std::string_view("/");
      out.resize(out.find_last_of('/') == std::string::npos ? 0 : out.find_last_of('/'));
    } else if (path == "." || path == "..") {
      path = {};
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

/// RFC 3986, 5.2.3.
std::string merge(const Parts& base, std::string_view path) {
  if (!base.authority.empty() && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.find_last_of('/');
  if (slash == std::string_view::npos) return std::string(path);
  return std::string(base.path.substr(0, slash + 1)) + std::string(path);
}

std::string join(std::string_view scheme, std::string_view authority, std::string_view path,
                 std::string_view query, std::string_view fragment) {
  std::string out;
  out.reserve(scheme.size() + authority.size() + path.size() + query.size() + fragment.size());
  for (const std::string_view part : {scheme, authority, path, query, fragment}) out += part;
  return out;
}

}  // namespace

bool is_absolute_address(std::string_view address) { return scheme_length(address) > 0; }

bool is_web_address(std::string_view address) {
  std::string scheme(address.substr(0, scheme_length(address)));
  for (char& c : scheme) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return scheme == "http" || scheme == "https";
}

bool is_beside_saved_page(std::string_view address) {
  if (address.substr(0, 2) == "./") address.remove_prefix(2);
  const std::string_view folder = address.substr(0, address.find('/'));
  return folder.size() < address.size() &&
         (folder.ends_with("_files") || folder.ends_with(".files"));
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  const Parts from = split(base);
  const Parts to = split(reference);
  const bool hierarchical = !from.authority.empty() || from.path.substr(0, 1) == "/";
  if (from.scheme.empty() || !hierarchical) return std::string(reference);
  if (!to.scheme.empty()) {
    // The path of `mailto:` or `data:` has no segments.
    if (to.authority.empty()) return std::string(reference);
    return join(to.scheme, to.authority, remove_dot_segments(to.path), to.query, to.fragment);
  }
  if (!to.authority.empty()) {
    return join(from.scheme, to.authority, remove_dot_segments(to.path), to.query, to.fragment);
  }
  if (to.path.empty()) {
    const std::string_view query = to.query.empty() ? from.query : to.query;
    return join(from.scheme, from.authority, from.path, query, to.fragment);
  }
  const std::string path =
      remove_dot_segments(to.path[0] == '/' ? std::string(to.path) : merge(from, to.path));
  return join(from.scheme, from.authority, path, to.query, to.fragment);
}

}  // namespace shuye
