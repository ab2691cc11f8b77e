#include "render/html_writer.h"

namespace shuye {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t done = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string_view reference;
    switch (text[i]) {
      case '&':
        reference = "&amp;";
        break;
      case '<':
        reference = "&lt;";
        break;
      case '>':
        reference = "&gt;";
        break;
      case '"':
        reference = "&quot;";
        break;
      default:
        continue;
    }
    out.append(text.substr(done, i - done)).append(reference);
    done = i + 1;
  }
  out.append(text.substr(done));
}

void HtmlWriter::open(std::string_view element, const Attributes& attributes) {
  html_.append("<").append(element);
  for (const Attribute& attribute : attributes) {
    html_.append(" ").append(attribute.name).append("=\"");
    append_escaped(html_, attribute.value);
    html_.append("\"");
  }
  html_.append(">");
}

void HtmlWriter::close(std::string_view element) {
  html_.append("</").append(element).append(">");
  parts_.pass();
}

void HtmlWriter::empty(std::string_view element, const Attributes& attributes) {
  open(element, attributes);
}

void HtmlWriter::text(std::string_view text) {
  parts_.in_pieces(text, [&](std::string_view piece) { append_escaped(html_, piece); });
}

void HtmlWriter::line() { html_.push_back('\n'); }

}  // namespace shuye
