#include "convert.h"

#include <shuye/stream_converter.h>

#include <string>
#include <utility>

namespace cli {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

shuye::Result<shuye::Converter> converter_for(std::string_view configuration, PackFolder& folder) {
  const auto names = shuye::packs_for(configuration);
  if (!names) return names.error();
  if (auto loaded = folder.load(*names); !loaded) return std::move(loaded).error();
  return shuye::Converter::create(configuration, folder.packs());
}

}  // namespace

ConvertEnd convert_stream(Input& input, Sink& sink, std::string_view configuration,
                          PackFolder& folder) {
  auto converter = converter_for(configuration, folder);
  if (!converter) return {std::move(converter).error(), {}};
  shuye::StreamConverter stream(std::move(converter).value());
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
