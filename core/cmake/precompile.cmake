# shuye_precompile(<target> <headers>...): reads the headers once for all sources of a target. Reading the standard
# library is half of the work of compiling a small file.
#
# A compiler cache would keep nothing of what is compiled this way, so that a build with one does without. So does GCC,
# which warns of the standard library once it is precompiled, as if it were the project's.
function(shuye_precompile target)
  if(NOT CMAKE_CXX_COMPILER_LAUNCHER AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# Of the core only where a preset asks for it. The native build does not, so that a file of the core that forgets
# to include what it uses is found out.
option(SHUYE_PRECOMPILE_CORE "Precompile the standard headers that most files of the core read" OFF)
