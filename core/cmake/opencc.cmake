# opencc_oracle: OpenCC itself from its npm package. It compiles the dictionaries and is what the tests
# compare with; it is never linked into what ships.
set(opencc_package "${PROJECT_SOURCE_DIR}/node_modules/opencc")
if(NOT EXISTS "${opencc_package}/src/Config.cpp")
  message(FATAL_ERROR "${opencc_package} is missing: run `npm ci` first.")
endif()
find_path(MARISA_INCLUDE_DIR marisa.h REQUIRED)
find_library(MARISA_LIBRARY marisa REQUIRED)
find_path(RAPIDJSON_INCLUDE_DIR rapidjson/document.h REQUIRED)
find_package(Threads REQUIRED)

set(opencc_sources
    BinaryDict.cpp Config.cpp Conversion.cpp ConversionAmbiguities.cpp ConversionCandidates.cpp
    ConversionChain.cpp Converter.cpp Dict.cpp DictConverter.cpp DictEntry.cpp DictGroup.cpp Lexicon.cpp
    MarisaDict.cpp MaxMatchSegmentation.cpp PhraseExtract.cpp PipelineConverter.cpp PluginSegmentation.cpp
    PrefixMatch.cpp ResourceProvider.cpp Segmentation.cpp SerializableDict.cpp SerializedValues.cpp
    SimpleConverter.cpp SingleStageConverter.cpp TextDict.cpp UTF8StringSlice.cpp UTF8Util.cpp)
list(TRANSFORM opencc_sources PREPEND "${opencc_package}/src/")

shuye_third_party_library(opencc_oracle ${opencc_sources} opencc_without_darts.cpp)
target_include_directories(opencc_oracle SYSTEM PUBLIC "${opencc_package}/src" "${MARISA_INCLUDE_DIR}"
                                                PRIVATE "${RAPIDJSON_INCLUDE_DIR}")
# Users find the configurations and the .ocd2 files here, and the text dictionaries in data/ beside it.
target_compile_definitions(opencc_oracle PUBLIC OPENCC_DATA_DIR="${opencc_package}/prebuilds/assets")
target_link_libraries(opencc_oracle PUBLIC "${MARISA_LIBRARY}" Threads::Threads ${CMAKE_DL_LIBS})
