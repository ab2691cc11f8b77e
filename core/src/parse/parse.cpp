#include "shuye/parse.h"

#include <string>
#include <string_view>

#include "parse/format.h"
#include "parse/front_matter.h"
#include "parse/parsers.h"

namespace shuye {
namespace {

constexpr std::size_t kMaxReportedLosses = 20;

void report_losses(const DecodedText& decoded, Document& document) {
  for (const DecodeLoss& loss : decoded.losses) {
    if (document.warnings.size() == kMaxReportedLosses) {
      const std::size_t left = decoded.losses.size() - kMaxReportedLosses;
      document.warnings.push_back({"decode.ill-formed",
                                   std::to_string(left) +
                                       " more places are no text in the charset " +
                                       std::string(name_of(decoded.charset)),
                                   loss.text_offset});
      return;
    }
    document.warnings.push_back({"decode.ill-formed",
                                 std::to_string(loss.length) + " bytes at byte " +
                                     std::to_string(loss.offset) + " are no text in the charset " +
                                     std::string(name_of(decoded.charset)),
                                 loss.text_offset});
  }
}

Format decide_format(std::string_view body, bool has_front_matter, const ParseOptions& options) {
  if (options.format) return *options.format;
  if (const auto named = format_of_name(options.name)) return *named;
  const Format format = format_of_text(body);
  // Front matter is what site generators put before Markdown.
  return has_front_matter && format == Format::plain ? Format::markdown : format;
}

}  // namespace

Result<Document> parse(const DecodedText& decoded, const ParseOptions& options) {
  Document document;
  document.charset = decoded.charset;
  report_losses(decoded, document);
  const std::string_view text = decoded.text;
  const std::size_t offset = read_front_matter(text, document);
  const std::string_view body = text.substr(offset);
  document.format = decide_format(body, offset > 0, options);
  switch (document.format) {
    case Format::markdown:
      parse_markdown(body, offset, document);
      break;
    case Format::html:
      parse_html(body, offset, document);
      break;
    case Format::plain:
      parse_plain(body, offset, document);
      break;
  }
  return document;
}

}  // namespace shuye
