#include "convert.h"

#include <shuye/stream_converter.h>

#include <string>
#include <utility>

namespace cli {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

}  // namespace

shuye::Result<shuye::Converter> converter_for(std::string_view configuration,
                                              const shuye::Glossary& glossary, PackFolder& folder) {
  if (configuration.empty()) return shuye::Converter(glossary);
  const auto names = shuye::packs_for(configuration);
  if (!names) return names.error();
  if (auto loaded = folder.load(*names); !loaded) return std::move(loaded).error();
  return shuye::Converter::create(configuration, folder.packs(), glossary);
}

ConvertEnd convert_stream(Input& input, Sink& sink, const shuye::Converter& converter) {
  shuye::StreamConverter stream(converter);
  std::string buffer(kChunk, '\0');
  for (;;) {
    auto count = input.read(buffer.data(), buffer.size());
    if (!count) return {std::move(count).error(), {}};
    if (*count == 0) return {{}, sink.write(stream.finish())};
    const std::string_view chunk = std::string_view(buffer).substr(0, *count);
    if (const auto error = sink.write(stream.write(chunk))) return {{}, error};
  }
}

}  // namespace cli
