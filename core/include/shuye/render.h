#pragma once

/// render: Document + View → output.
///
/// The renderer writes from the model: only the elements and attributes that it knows can come out,
/// and every text is escaped. Addresses pass an allow-list of schemes.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/document.h"
#include "shuye/sink.h"
#include "shuye/view.h"

namespace shuye {

/// Semantic HTML: one `<article lang="…">` with a `<header>` and the blocks, matches as
/// `<mark data-keyword="0" data-colour="0">`. Where matches overlap, each piece is one mark that
/// names all of its keywords, `data-keyword="0 3"`, the colour being the first one's; no mark is
/// inside another. No styles, no scripts.
std::string to_html(const Document& document, const View& view);

/// A whole HTML page around `to_html`, with a small style sheet and no script: it reads offline.
std::string to_html_page(const Document& document, const View& view);

/// The same elements as `to_html` as JsonML, `["p", {"class": "…"}, "text", ["mark", …]]`, from
/// which a page builds nodes without ever parsing markup.
std::string to_tree(const Document& document, const View& view);

/// The JSON of section 6 of the design; `schema` is 1. Offsets in it are UTF-16 code units.
std::string to_json(const Document& document, const View& view);

/// What was found alone, `{"keywords": […], "matches": […]}`: the keywords that are marked, and of
/// each match its place in the view's text and in the original, and `context` UTF-16 units of the
/// view's text on each side, where that is not 0.
std::string to_matches(const View& view, std::size_t context);

/// The same as data, for callers that would only read it back and know what they asked for: two
/// numbers for each of the reader's keywords, those of the article that are marked, too, as JSON,
/// and the matches, whose places are UTF-16 code units of the block's text in the view and in the
/// original.
struct FoundKeyword {
  std::uint32_t count = 0, colour = 0;

  bool operator==(const FoundKeyword&) const = default;
};
struct FoundMatch {
  std::uint32_t keyword = 0, block = 0;
  std::uint32_t start = 0, end = 0;
  std::uint32_t original_start = 0, original_end = 0;

  bool operator==(const FoundMatch&) const = default;
};
struct Found {
  std::vector<FoundKeyword> keywords;
  std::string own_keywords;
  std::vector<FoundMatch> matches;
};
Found found_in(const View& view);

/// What `explain` (view.h) says of a place in a block, as JSON; offsets are UTF-16 code units.
///
///     {"block": 0, "start": 4, "end": 7, "result": "伺服器", "changed": true,
///      "source": {"start": 4, "end": 7, "text": "服务器"},
///      "steps": [{"rule": "phrase", "configuration": "s2twp", "dictionary": "STPhrases",
///                 "from": "服务器", "to": "服務器"}, …]}
///
/// Positions are those of the view's text, in `source` those of the original's. `configuration` and
/// `dictionary` are null for rules that are no dictionary's.
std::string to_json(const Document& document, const View& view, BlockIndex block,
                    const ViewExplanation& explanation);

/// CommonMark with GFM's extensions. With front matter when there is metadata.
std::string to_markdown(const Document& document, const View& view);

/// The blocks' texts, parted by empty lines. No markup, no title.
std::string to_text(const Document& document, const View& view);

/// The same, handed on in parts: for outputs that are too long to stand in memory. Nothing fails,
/// and a sink that has enough can only ignore the rest.
void to_html(const Document& document, const View& view, const Sink& sink);
void to_html_page(const Document& document, const View& view, const Sink& sink);
void to_tree(const Document& document, const View& view, const Sink& sink);
void to_json(const Document& document, const View& view, const Sink& sink);
void to_matches(const View& view, std::size_t context, const Sink& sink);
void to_markdown(const Document& document, const View& view, const Sink& sink);
void to_text(const Document& document, const View& view, const Sink& sink);

/// The address when its scheme is allowed (relative ones, http, https, mailto, tel; for images
/// data: of raster types, too), else empty.
enum class AddressUse : std::uint8_t { link, image };
std::string_view safe_address(std::string_view address, AddressUse use);

inline constexpr int kSchema = 1;

}  // namespace shuye
