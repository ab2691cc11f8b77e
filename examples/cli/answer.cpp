#include "answer.h"

namespace cli {

shuye::Result<Answer> answer(std::string_view bytes, const Request& request, PackFolder& folder) {
  auto article = shuye::Article::open(bytes, request.open);
  if (!article) return std::move(article).error();
  const auto names = shuye::packs_for(article->document(), request.view.script);
  if (!names) return names.error();
  if (auto loaded = folder.load(*names); !loaded) return std::move(loaded).error();
  auto output = article->render(request.output, request.view, folder.packs());
  if (!output) return std::move(output).error();
  return Answer{std::move(output).value(), article->document().warnings};
}

}  // namespace cli
