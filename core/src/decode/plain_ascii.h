#pragma once

#include <cstddef>
#include <string_view>

#include "text/sixteen_bytes.h"

namespace shuye {

/// The length of the run of ASCII at the beginning that needs no care: no NUL, no carriage return.
inline std::size_t plain_ascii(std::string_view bytes) {
  using namespace sixteen_bytes;
  return find(bytes, 0, [](Vector here) {
    return either(beyond_ascii(here), either(equal(here, 0), equal(here, '\r')));
  });
}

}  // namespace shuye
