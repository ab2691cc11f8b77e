#include "render/article_markup.h"
#include "render/html_writer.h"
#include "render/page_style.h"
#include "render/plain.h"
#include "render/tree_writer.h"
#include "shuye/render.h"

namespace shuye {

std::string to_html(const Document& document, const View& view) {
  HtmlWriter html;
  write_article(document, view, html);
  return html.take();
}

std::string to_tree(const Document& document, const View& view) {
  TreeWriter tree;
  write_article(document, view, tree);
  return tree.take();
}

std::string to_html_page(const Document& document, const View& view) {
  std::string page = "<!DOCTYPE html>\n<html";
  if (view.script != Script::none) {
    page.append(" lang=\"").append(name_of(view.script)).append("\"");
  }
  // The policy is for whatever opens the file: nothing but images is ever requested.
  page.append(
      ">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; img-src http: https: data: file:; style-src "
      "'unsafe-inline'\">\n<title>");
  append_escaped(page, display_title(document, view));
  page.append("</title>\n<style>\n").append(kPageStyle).append("</style>\n</head>\n<body>\n");
  page.append(to_html(document, view)).append("</body>\n</html>\n");
  return page;
}

}  // namespace shuye
