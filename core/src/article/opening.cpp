#include <utility>

#include "shuye/article.h"

namespace shuye {

Opening::Opening(std::string bytes, OpenOptions options)
    : bytes_(std::move(bytes)), options_(std::move(options)) {}

Result<std::vector<std::string_view>> Opening::missing(const Packs& packs) {
  if (decoded_) return std::vector<std::string_view>();
  if (!choice_) {
    auto choice = choose_charset(bytes_, {options_.charset});
    if (!choice) return std::move(choice).error();
    choice_ = std::move(choice).value();
  }
  std::vector<std::string_view> missing;
  for (const std::string_view name : packs_for(*choice_)) {
    if (!packs.has(name)) missing.push_back(name);
  }
  if (!missing.empty()) return missing;
  auto decoded = decode_as(*choice_, std::exchange(bytes_, {}), packs);
  if (!decoded) return std::move(decoded).error();
  decoded_ = std::move(decoded).value();
  return missing;
}

Result<Article> Opening::article(const Packs& packs) && {
  const auto missing = this->missing(packs);
  if (!missing) return missing.error();
  if (!missing->empty()) {
    const std::string name(missing->front());
    return Error{ErrorCode::pack_missing, Stage::decode, 0,
                 "the pack \"" + name + "\" is needed to read this and was not added"};
  }
  return Article::of_text(*std::move(decoded_), options_);
}

}  // namespace shuye
