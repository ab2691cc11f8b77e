#include <utility>

#include "convert/configurations.h"
#include "convert/pipeline.h"
#include "shuye/convert.h"

namespace shuye {

struct Converter::State {
  Pipeline pipeline;
};

Result<Converter> Converter::create(std::string_view configuration, const Packs& packs) {
  const auto names = packs_for(configuration);
  if (!names) return names.error();
  for (const std::string_view name : *names) {
    if (!packs.has(name)) {
      return Error{ErrorCode::pack_missing, Stage::convert, 0,
                   "the pack \"" + std::string(name) + "\" was not loaded"};
    }
  }
  const Configuration& found = *find_configuration(configuration);
  std::vector<Pipeline::PackPtr> chain;
  for (const std::string_view name : found.chain) {
    if (!name.empty()) chain.push_back(packs.get(name));
  }
  Pipeline pipeline(packs.get(kNormalizationPack), packs.get(found.segmentation), std::move(chain));
  return Converter(std::make_shared<const State>(State{std::move(pipeline)}));
}

std::string Converter::convert(std::string_view text) const {
  return state_->pipeline.convert(text);
}

std::string Converter::convert(std::string_view text, OffsetMap& map) const {
  return state_->pipeline.convert(text, map);
}

std::size_t Converter::convert_beginning(std::string_view text, bool& losing,
                                         std::string& out) const {
  return state_->pipeline.convert_beginning(text, losing, out);
}

void Converter::convert_part(std::string_view text, bool& losing, std::string& out) const {
  state_->pipeline.convert_part(text, losing, out);
}

}  // namespace shuye
