#include "answer.h"

#include <utility>

namespace cli {
namespace {

/// Reads the packs that the bytes turn out to need: a page in GBK, for example.
shuye::Result<shuye::Article> open_article(std::string bytes, const shuye::OpenOptions& options,
                                           PackFolder& folder) {
  shuye::Opening opening(std::move(bytes), options);
  while (true) {
    const auto missing = opening.missing(folder.packs());
    if (!missing) return missing.error();
    if (missing->empty()) return std::move(opening).article(folder.packs());
    if (auto loaded = folder.load(*missing); !loaded) return std::move(loaded).error();
  }
}

}  // namespace

shuye::Result<std::vector<shuye::Warning>> answer(std::string bytes, const Request& request,
                                                  PackFolder& folder, const shuye::Sink& sink) {
  auto article = open_article(std::move(bytes), request.open, folder);
  if (!article) return std::move(article).error();
  const auto names = shuye::packs_for(article->document(), request.view);
  if (!names) return names.error();
  if (auto loaded = folder.load(*names); !loaded) return std::move(loaded).error();
  auto rendered = article->render(request.output, request.view, folder.packs(), sink);
  if (!rendered) return std::move(rendered).error();
  return article->document().warnings;
}

}  // namespace cli
