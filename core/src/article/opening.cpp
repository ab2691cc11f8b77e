#include <utility>

#include "shuye/article.h"
#include "shuye/repair.h"

namespace shuye {
namespace {

std::vector<std::string_view> not_in(const Packs& packs,
                                     const std::vector<std::string_view>& names) {
  std::vector<std::string_view> missing;
  for (const std::string_view name : names) {
    if (!packs.has(name)) missing.push_back(name);
  }
  return missing;
}

}  // namespace

Opening::Opening(std::string bytes, OpenOptions options)
    : bytes_(std::move(bytes)), options_(std::move(options)) {}

Result<std::vector<std::string_view>> Opening::missing(const Packs& packs) {
  if (decoded_) return not_in(packs, for_repair_);
  if (!choice_) {
    auto choice = choose_charset(bytes_, {options_.charset});
    if (!choice) return std::move(choice).error();
    choice_ = std::move(choice).value();
  }
  std::vector<std::string_view> missing = not_in(packs, packs_for(*choice_));
  if (!missing.empty()) return missing;
  auto decoded = decode_as(*choice_, std::exchange(bytes_, {}), packs);
  if (!decoded) return std::move(decoded).error();
  decoded_ = std::move(decoded).value();
  for_repair_ = packs_for_repair(decoded_->text);
  return not_in(packs, for_repair_);
}

Result<Article> Opening::article(const Packs& packs) && {
  const auto missing = this->missing(packs);
  if (!missing) return missing.error();
  if (!decoded_) {
    const std::string name(missing->front());
    return Error{ErrorCode::pack_missing, Stage::decode, 0,
                 "the pack \"" + name + "\" is needed to read this and was not added"};
  }
  return Article::of_text(*std::move(decoded_), options_, packs);
}

}  // namespace shuye
