# shuye_gumbo: the HTML parser.
shuye_source(gumbo gumbo_source)
set(gumbo_sources
    attribute.c char_ref.c error.c parser.c string_buffer.c string_piece.c tag.c tokenizer.c utf8.c util.c
    vector.c)
list(TRANSFORM gumbo_sources PREPEND "${gumbo_source}/src/")

shuye_third_party_library(shuye_gumbo ${gumbo_sources})
target_include_directories(shuye_gumbo SYSTEM PUBLIC "${gumbo_source}/src")
set_target_properties(shuye_gumbo PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
