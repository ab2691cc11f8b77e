#pragma once

/// Relative addresses, by RFC 3986.

#include <string>
#include <string_view>

namespace shuye {

/// True of an address that begins with a scheme.
bool is_absolute_address(std::string_view address);

/// True of an address of `http` or `https`.
bool is_web_address(std::string_view address);

/// True of a relative address in the folder that browsers put beside a page that they save:
/// `page_files/a.jpg`, `./page.files/a.jpg`.
bool is_beside_saved_page(std::string_view address);

/// What `reference` means on a page at `base` (RFC 3986, 5.2). `reference` itself where `base` is
/// not absolute or has no hierarchy. Linear.
std::string resolve_address(std::string_view base, std::string_view reference);

}  // namespace shuye
