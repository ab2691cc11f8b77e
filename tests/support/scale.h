#pragma once

/// How many times larger a great input is natively than under the sanitizers and in WebAssembly,
/// where everything takes longer, or has less memory.

#include <cstddef>

namespace shuye::testing {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SHUYE_SANITIZED 1
#endif
#endif

#if defined(SHUYE_SANITIZED) || defined(__EMSCRIPTEN__)
inline constexpr std::size_t kScale = 8;
#else
inline constexpr std::size_t kScale = 1;
#endif

}  // namespace shuye::testing
