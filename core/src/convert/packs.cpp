#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "convert/configurations.h"
#include "convert/pack.h"
#include "convert/pipeline.h"
#include "shuye/convert.h"
#include "text/data_pack.h"

namespace shuye {

/// The pipelines that were made of some packs. The last ones are kept, since a page makes one view
/// after another of the same article; the others live as long as a converter has them.
class Packs::Pipelines {
 public:
  template <typename Make>
  std::shared_ptr<const Pipeline> get(std::string_view configuration, const Make& make) {
    const std::lock_guard<std::mutex> lock(mutex_);
    std::weak_ptr<const Pipeline>& known = made_[std::string(configuration)];
    std::shared_ptr<const Pipeline> pipeline = known.lock();
    if (pipeline == nullptr) known = pipeline = make();
    const auto at = std::find(kept_.begin(), kept_.end(), pipeline);
    if (at != kept_.end()) {
      std::rotate(kept_.begin(), at, at + 1);
    } else {
      kept_.insert(kept_.begin(), pipeline);
      if (kept_.size() > kKept) kept_.pop_back();
    }
    return pipeline;
  }

 private:
  static constexpr std::size_t kKept = 2;  // a chain has two

  std::mutex mutex_;
  std::map<std::string, std::weak_ptr<const Pipeline>> made_;
  std::vector<std::shared_ptr<const Pipeline>> kept_;  // the last one first
};

Result<void> Packs::add(std::string_view name, std::string_view bytes) {
  if (DataPack::is_one(bytes)) {
    Result<std::shared_ptr<const DataPack>> data = DataPack::read(name, bytes);
    if (!data) return std::move(data).error();
    data_.insert_or_assign(std::string(name), std::move(data).value());
    return {};
  }
  Result<std::shared_ptr<const Pack>> pack = Pack::read(name, bytes);
  if (!pack) return std::move(pack).error();
  packs_.insert_or_assign(std::string(name), std::move(pack).value());
  pipelines_ = std::make_shared<Pipelines>();
  return {};
}

bool Packs::has(std::string_view name) const {
  return packs_.find(name) != packs_.end() || data_.find(name) != data_.end();
}

std::shared_ptr<const Pack> Packs::get(std::string_view name) const {
  const auto found = packs_.find(name);
  return found == packs_.end() ? nullptr : found->second;
}

std::shared_ptr<const DataPack> Packs::data(std::string_view name) const {
  const auto found = data_.find(name);
  return found == data_.end() ? nullptr : found->second;
}

// Its packs have to be there.
std::shared_ptr<const Pipeline> Packs::pipeline(std::string_view configuration) const {
  return pipelines_->get(configuration, [&] {
    const Configuration& found = *find_configuration(configuration);
    std::vector<Pipeline::PackPtr> chain;
    for (const std::string_view name : found.chain) {
      if (!name.empty()) chain.push_back(get(name));
    }
    return std::make_shared<const Pipeline>(get(kNormalizationPack), get(found.segmentation),
                                            std::move(chain));
  });
}

}  // namespace shuye
