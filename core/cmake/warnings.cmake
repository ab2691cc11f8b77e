# shuye_warnings: how our own code is compiled. Linked PRIVATE, so that it reaches neither third-party
# code nor the code of those who use the library.
option(SHUYE_WERROR "Treat warnings as errors" OFF)
option(SHUYE_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(SHUYE_FUZZ "Build the fuzz targets with LibFuzzer; needs Clang and SHUYE_SANITIZE" OFF)

add_library(shuye_warnings INTERFACE)
target_compile_options(shuye_warnings INTERFACE -Wall -Wextra)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 loses its way in inlined std::string code (GCC bugs 105329 and 105651). Clang and the
  # sanitizers look at the same code.
  target_compile_options(shuye_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(SHUYE_WERROR)
  target_compile_options(shuye_warnings INTERFACE -Werror)
endif()

if(SHUYE_SANITIZE)
  # Addresses everywhere, since they are what our code and the libraries exchange; undefined behaviour in
  # our own code alone; but not its question after dynamic types, since the core is built without RTTI.
  add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  target_compile_options(shuye_warnings INTERFACE -fsanitize=undefined -fno-sanitize=vptr
                                                  -fno-sanitize-recover=undefined)
endif()

if(SHUYE_FUZZ)
  if(NOT SHUYE_SANITIZE OR NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "SHUYE_FUZZ needs Clang and SHUYE_SANITIZE: cmake --preset fuzz")
  endif()
  # Third parties as well: a parser's branches are what an input has to get through.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
