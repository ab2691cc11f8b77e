# shuye_cmark: cmark-gfm with its extensions; everything but its `main`. The writers of other formats are
# in because the extensions' node types refer to them.
shuye_source(cmark-gfm cmark_source)
set_property(GLOBAL PROPERTY SHUYE_CMARK_SOURCE "${cmark_source}")
set(cmark_generated "${CMAKE_CURRENT_BINARY_DIR}/cmark")

set(HAVE_STDBOOL_H 1)
set(HAVE___BUILTIN_EXPECT 1)
set(HAVE___ATTRIBUTE__ 1)
configure_file("${cmark_source}/src/config.h.in" "${cmark_generated}/config.h")

shuye_third_party_entry(cmark-gfm cmark_entry)
string(JSON cmark_version GET "${cmark_entry}" version)
string(REGEX MATCH "^([0-9]+)\\.([0-9]+)\\.([0-9]+)\\.gfm\\.([0-9]+)$" matched "${cmark_version}")
set(PROJECT_VERSION_MAJOR ${CMAKE_MATCH_1})
set(PROJECT_VERSION_MINOR ${CMAKE_MATCH_2})
set(PROJECT_VERSION_PATCH ${CMAKE_MATCH_3})
set(PROJECT_VERSION_GFM ${CMAKE_MATCH_4})
configure_file("${cmark_source}/src/cmark-gfm_version.h.in" "${cmark_generated}/cmark-gfm_version.h")

foreach(header cmark-gfm_export.h cmark-gfm-extensions_export.h)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/cmark_export.h" "${cmark_generated}/${header}" COPYONLY)
endforeach()

set(cmark_sources
    arena.c blocks.c buffer.c cmark.c cmark_ctype.c commonmark.c footnotes.c houdini_href_e.c
    houdini_html_e.c houdini_html_u.c html.c inlines.c iterator.c latex.c linked_list.c man.c map.c node.c
    plaintext.c plugin.c references.c registry.c render.c scanners.c syntax_extension.c utf8.c xml.c)
set(cmark_extensions
    autolink.c core-extensions.c ext_scanners.c strikethrough.c table.c tagfilter.c tasklist.c)
list(TRANSFORM cmark_sources PREPEND "${cmark_source}/src/")
list(TRANSFORM cmark_extensions PREPEND "${cmark_source}/extensions/")

# Two loops go byte by byte through every text: for the ends of lines, and for characters that may be markup.
# Their steps are ours (cmark_steps.h); both loops together were an eleventh of what opening an article costs.
function(shuye_cmark_step file loop step)
  file(READ "${cmark_source}/src/${file}" text)
  string(REPLACE "${loop}" "${step}" changed "${text}")
  if(changed STREQUAL text)
    message(FATAL_ERROR "cmark-gfm's ${file} has no such loop: ${loop}")
  endif()
  file(WRITE "${cmark_generated}/${file}.in" "#include \"cmark_steps.h\"\n${changed}")
  configure_file("${cmark_generated}/${file}.in" "${cmark_generated}/${file}" COPYONLY)
  list(REMOVE_ITEM cmark_sources "${cmark_source}/src/${file}")
  set(cmark_sources ${cmark_sources} "${cmark_generated}/${file}" PARENT_SCOPE)
endfunction()

shuye_cmark_step(blocks.c
                 "for (eol = buffer; eol < end; ++eol) {"
                 "for (eol = shuye_before_control(buffer, end); eol < end; ++eol) {")
shuye_cmark_step(inlines.c
                 "if (SPECIAL_CHARS[subj->input.data[n]])\n      return n;"
                 "if (subj->input.data[n] >= 0x80) {
      n = shuye_before_ascii(subj->input.data, n + 1, subj->input.len);
      continue;
    }
    if (SPECIAL_CHARS[subj->input.data[n]])
      return n;")

shuye_third_party_library(shuye_cmark ${cmark_sources} ${cmark_extensions})
if(SHUYE_SANITIZE)
  # Folding case is a thousand inlined calls in one function there: more than a minute for the address sanitizer.
  set_source_files_properties("${cmark_source}/src/utf8.c" PROPERTIES COMPILE_OPTIONS -fno-inline)
endif()
if(EMSCRIPTEN)
  # Its functions stay apart, but for those that it calls inline itself: src/text/apart.h says why.
  target_compile_options(shuye_cmark PRIVATE -finline-hint-functions)
endif()
target_include_directories(shuye_cmark PRIVATE "${CMAKE_CURRENT_LIST_DIR}")
target_include_directories(shuye_cmark SYSTEM PUBLIC "${cmark_generated}" "${cmark_source}/src"
                                                     "${cmark_source}/extensions")
