# The header-only libraries.

# JSON front matter, and the requests of the CLI's batch mode.
shuye_header_library(shuye_json nlohmann json.hpp)
target_compile_definitions(shuye_json INTERFACE JSON_NOEXCEPTION=1 JSON_HAS_RANGES=0)

# TOML front matter. toml++ costs the WebAssembly module some 50 KB after Brotli, most of it streams and
# locales for numbers. It stays, because it is the only TOML parser among Debian's sources that builds
# without exceptions (cpptoml and toml11 throw, the small C ones are not packaged) and half a grammar of our
# own would be worse. What is not read is switched off.
shuye_header_library(shuye_toml toml++ toml.h)
target_compile_definitions(shuye_toml INTERFACE TOML_EXCEPTIONS=0 TOML_ENABLE_FORMATTERS=0
                                                TOML_ENABLE_UNRELEASED_FEATURES=0)
