# shuye_source(<name> <out>): the folder with the unpacked sources of one entry of third_party.json.
#
# `npm start` and `npm test` put Debian's tarballs into the cache beforehand. A tarball that is not there
# (no Debian, or CMake used alone) comes from the upstream tag through FetchContent. Either is checked
# against its sha256, and either survives `rm -rf build`.

include(FetchContent)

if(NOT "$ENV{SHUYE_CACHE}" STREQUAL "")
  set(SHUYE_CACHE "$ENV{SHUYE_CACHE}")
elseif(NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
  set(SHUYE_CACHE "$ENV{XDG_CACHE_HOME}/shuye")
else()
  set(SHUYE_CACHE "$ENV{HOME}/.cache/shuye")
endif()

set(third_party_file "${CMAKE_CURRENT_LIST_DIR}/third_party.json")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${third_party_file}")
file(READ "${third_party_file}" SHUYE_THIRD_PARTY)

# The entry of third_party.json that bears this name.
function(shuye_third_party_entry name out)
  string(JSON count LENGTH "${SHUYE_THIRD_PARTY}" sources)
  math(EXPR last "${count} - 1")
  foreach(index RANGE ${last})
    string(JSON entry GET "${SHUYE_THIRD_PARTY}" sources ${index})
    string(JSON entry_name GET "${entry}" name)
    if(entry_name STREQUAL name)
      set(${out} "${entry}" PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "core/cmake/third_party.json has no source named ${name}")
endfunction()

function(shuye_source name out)
  shuye_third_party_entry(${name} entry)
  string(JSON version GET "${entry}" version)
  string(JSON file GET "${entry}" file)
  string(JSON sha256 GET "${entry}" sha256)
  set(tarball "${SHUYE_CACHE}/sources/${file}")
  if(EXISTS "${tarball}")
    shuye_unpack(${name} ${version} "${tarball}" ${sha256} folder)
  else()
    shuye_fetch_upstream(${name} ${version} "${entry}" folder)
  endif()
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

# Unpacks a cached tarball once for each build folder; the stamp is written last.
function(shuye_unpack name version tarball sha256 out)
  file(SHA256 "${tarball}" found)
  if(NOT found STREQUAL sha256)
    message(FATAL_ERROR "${tarball} has the sha256 ${found} instead of ${sha256}. Delete it and try again.")
  endif()
  set(folder "${CMAKE_BINARY_DIR}/third_party/${name}-${version}")
  if(NOT EXISTS "${folder}.unpacked")
    file(REMOVE_RECURSE "${folder}")
    file(ARCHIVE_EXTRACT INPUT "${tarball}" DESTINATION "${folder}")
    file(TOUCH "${folder}.unpacked")
  endif()
  file(GLOB inner LIST_DIRECTORIES true "${folder}/*")
  set(${out} "${inner}" PARENT_SCOPE)
endfunction()

function(shuye_fetch_upstream name version entry out)
  string(JSON url GET "${entry}" upstream url)
  string(JSON sha256 GET "${entry}" upstream sha256)
  message(STATUS "${name} ${version} is not in ${SHUYE_CACHE}/sources: fetching ${url}")
  FetchContent_Declare(
    ${name}
    URL "${url}"
    URL_HASH SHA256=${sha256}
    DOWNLOAD_DIR "${SHUYE_CACHE}/upstream/${name}-${version}"
    DOWNLOAD_EXTRACT_TIMESTAMP FALSE
    # A folder that does not exist: the sources are compiled by the lists in this folder, not by their own.
    SOURCE_SUBDIR shuye-compiles-it-itself)
  FetchContent_MakeAvailable(${name})
  FetchContent_GetProperties(${name} SOURCE_DIR folder)
  set(${out} "${folder}" PARENT_SCOPE)
endfunction()

# shuye_header_library(<target> <folder> <header>): one header-only library of Debian's, by a link to its
# own folder alone, so that a cross compiler never sees the rest of /usr/include.
function(shuye_header_library target folder header)
  find_path(${target}_INCLUDE_DIR "${folder}/${header}" PATHS /usr/include /usr/local/include
            NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ${target}_INCLUDE_DIR)
    message(FATAL_ERROR "<${folder}/${header}> was not found. `npm start` installs it on Debian; "
                        "elsewhere set ${target}_INCLUDE_DIR.")
  endif()
  set(links "${CMAKE_BINARY_DIR}/third_party/include/${target}")
  file(MAKE_DIRECTORY "${links}")
  file(CREATE_LINK "${${target}_INCLUDE_DIR}/${folder}" "${links}/${folder}" SYMBOLIC)
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${links}")
endfunction()

# shuye_third_party_library(<target> <sources>...): a static library of code that is not ours to mend.
function(shuye_third_party_library target)
  add_library(${target} STATIC ${ARGN})
  target_compile_options(${target} PRIVATE -w)
endfunction()
