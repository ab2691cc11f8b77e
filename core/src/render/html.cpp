#include "render/article_markup.h"
#include "render/html_writer.h"
#include "render/page_style.h"
#include "render/plain.h"
#include "render/tree_writer.h"
#include "shuye/render.h"

namespace shuye {
namespace {

void write_page(const Document& document, const View& view, HtmlWriter& html) {
  html.raw("<!DOCTYPE html>\n<html");
  if (view.script != Script::none) {
    html.raw(" lang=\"");
    html.raw(name_of(view.script));
    html.raw("\"");
  }
  // The policy is for whatever opens the file: nothing but images is ever requested.
  html.raw(
      ">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; img-src http: https: data: file:; style-src "
      "'unsafe-inline'\">\n<title>");
  html.text(display_title(document, view));
  html.raw("</title>\n<style>\n");
  html.raw(kPageStyle);
  html.raw("</style>\n</head>\n<body>\n");
  write_article(document, view, html);
  html.raw("</body>\n</html>\n");
}

}  // namespace

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
  HtmlWriter html;
  write_page(document, view, html);
  return html.take();
}

void to_html(const Document& document, const View& view, const Sink& sink) {
  HtmlWriter html(sink);
  write_article(document, view, html);
  html.finish();
}

void to_tree(const Document& document, const View& view, const Sink& sink) {
  TreeWriter tree(sink);
  write_article(document, view, tree);
  tree.finish();
}

void to_html_page(const Document& document, const View& view, const Sink& sink) {
  HtmlWriter html(sink);
  write_page(document, view, html);
  html.finish();
}

}  // namespace shuye
