#include "convert/pack.h"
#include "shuye/convert.h"

namespace shuye {

Result<void> Packs::add(std::string_view name, std::string_view bytes) {
  Result<std::shared_ptr<const Pack>> pack = Pack::read(name, bytes);
  if (!pack) return std::move(pack).error();
  packs_.insert_or_assign(std::string(name), std::move(pack).value());
  return {};
}

bool Packs::has(std::string_view name) const { return packs_.find(name) != packs_.end(); }

std::shared_ptr<const Pack> Packs::get(std::string_view name) const {
  const auto found = packs_.find(name);
  return found == packs_.end() ? nullptr : found->second;
}

}  // namespace shuye
