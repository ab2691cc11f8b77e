#include "render/plain.h"

#include "render/parts.h"
#include "shuye/render.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// A title that is longer is cut off.
constexpr std::size_t kMaxTitle = 60;  // in characters

/// The text up to and including the mark that ends its first sentence.
std::string first_sentence(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == kMaxTitle) return std::string(text.substr(0, at)) + "…";
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    const char32_t p = c.code_point;
    if (p == U'。' || p == U'！' || p == U'？' || p == U'!' || p == U'?' || p == U'\n') break;
  }
  return std::string(trim(text.substr(0, at)));
}

}  // namespace

std::string display_title(const Document& document, const View& view) {
  if (!view.metadata.title.empty()) return view.metadata.title;
  for (std::size_t i = 0; i < view.blocks.size(); ++i) {
    if (!view.blocks[i].shown || document.blocks[i].role != Role::body) continue;
    std::string sentence = first_sentence(trim(without_objects(view.blocks[i].text)));
    if (!sentence.empty()) return sentence;
  }
  return {};
}

std::string to_text(const Document& document, const View& view) {
  std::string out;
  write_text(document, view, [&](std::string_view piece) { out.append(piece); });
  return out;
}

void to_text(const Document& document, const View& view, const Sink& sink) {
  Parts parts(sink);
  write_text(document, view, [&](std::string_view text) {
    parts.in_pieces(text, [&](std::string_view piece) { parts.text.append(piece); });
  });
  parts.finish();
}

}  // namespace shuye
