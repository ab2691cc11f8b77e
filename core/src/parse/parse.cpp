#include "shuye/parse.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "parse/format.h"
#include "parse/front_matter.h"
#include "parse/parsers.h"
#include "repair/escaped_markup.h"
#include "repair/references.h"
#include "repair/unseen.h"

namespace shuye {
namespace {

constexpr std::size_t kMaxReportedPlaces = 20;

/// `list` by a sentence for each, and the rest by one with their number.
template <typename Place, typename Say>
void report(std::string_view rule, const std::vector<Place>& places, std::string_view rest,
            const Say& say, Document& document) {
  const std::size_t most = std::min(places.size(), kMaxReportedPlaces);
  for (std::size_t i = 0; i < most; ++i) {
    document.warnings.push_back({rule,
                                 std::to_string(places[i].length) + " bytes at byte " +
                                     std::to_string(places[i].offset) + say(places[i]),
                                 places[i].text_offset});
  }
  if (most == places.size()) return;
  document.warnings.push_back(
      {rule, std::to_string(places.size() - most) + std::string(rest), places[most].text_offset});
}

void report_decoding(const DecodedText& decoded, Document& document) {
  if (!decoded.warning.empty()) {
    document.warnings.push_back({"decode.declaration", decoded.warning, 0});
  }
  const std::string charset(name_of(decoded.charset));
  report(
      "decode.other-charset", decoded.switches, " more places are in another charset",
      [](const DecodeSwitch& place) {
        return " are in another charset, " + std::string(name_of(place.charset));
      },
      document);
  report(
      "decode.ill-formed", decoded.losses, " more places are no text in the charset " + charset,
      [&](const DecodeLoss&) { return " are no text in the charset " + charset; }, document);
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
  report_decoding(decoded, document);
  const std::string_view text = decoded.text;
  // Before a mark of the format nobody would see why it is not taken for one.
  const std::size_t begin = unseen_beginning(text);
  const std::size_t front = read_front_matter(text.substr(begin), document);
  const std::size_t offset = begin + front;
  std::string_view body = text.substr(offset);
  const auto markup = options.format == Format::plain ? std::nullopt : read_escaped_markup(body);
  if (markup) {
    body = markup->text;
    document.warnings.push_back({"markup.escaped",
                                 std::to_string(markup->tags) + " tags were escaped as text",
                                 offset + markup->begin});
  }
  document.format = decide_format(body, front > 0, options);
  switch (document.format) {
    case Format::markdown:
      parse_markdown(body, offset, document);
      break;
    case Format::html:
      parse_html(body, offset, options.name, document);
      break;
    case Format::plain:
      parse_plain(body, offset, document);
      break;
  }
  // In HTML only what was escaped twice is read as a reference.
  const std::string_view sign = document.format == Format::html ? "&amp;" : "&";
  if (body.find(sign) != std::string_view::npos) mend_references(document);
  return document;
}

}  // namespace shuye
