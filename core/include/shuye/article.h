#pragma once

/// The whole way through in one object: what the CLI, the WebAssembly module and most callers use.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/clean.h"
#include "shuye/decode.h"
#include "shuye/document.h"
#include "shuye/render.h"
#include "shuye/result.h"
#include "shuye/sink.h"
#include "shuye/view.h"

namespace shuye {

struct OpenOptions {
  std::optional<Format> format;   ///< empty: found out
  std::string charset;            ///< what the caller knows of it (decode.h); empty: found out
  std::string name;               ///< of the file, or its address: see ParseOptions
  Cutting cut = Cutting::normal;  ///< how boldly clutter is cut
};

/// `matches`: the JSON's `keywords` and `matches` alone, for searching as somebody types.
enum class Output : std::uint8_t { html, page, tree, json, markdown, text, matches };

/// `"html"`, `"page"`, …; empty for any other name.
std::optional<Output> output_from_name(std::string_view name);

class Article {
 public:
  /// decode, parse, clean. Fails as `decode` does: with `pack_missing`, naming the pack, when the
  /// text needs one that was not added. Mostly none is needed; `Opening` tells which.
  static Result<Article> open(std::string_view bytes, const OpenOptions& options = {},
                              const Packs& packs = {});

  const Document& document() const { return document_; }

  /// Fails as `make_view` does. The last view is kept, so asking for several outputs of one view
  /// makes it once, and asking for other keywords converts nothing again.
  Result<std::string> render(Output output, const ViewOptions& options, const Packs& packs);

  /// The same in parts (sink.h): the JSON of an article is more than twice as long as the article.
  /// Where it fails the sink gets nothing.
  Result<void> render(Output output, const ViewOptions& options, const Packs& packs,
                      const Sink& sink);

  /// What `Output::matches` has, but for the text around matches, as data. Fails as `make_view`
  /// does. Takes the options, in which there may be thousands of keywords.
  Result<Found> find(ViewOptions options, const Packs& packs);

  /// Why a place in a view's text reads as it does, as JSON (`to_json` in render.h). As in JSON,
  /// `offset` is in UTF-16 code units of the view's text of the block. Fails with `invalid_option`
  /// where the view has no such place, and as `make_view` does.
  Result<std::string> explain(BlockIndex block, std::size_t offset, const ViewOptions& options,
                              const Packs& packs);

  /// Gives a removed block back, or takes a repair back (see clean.h).
  Result<void> restore(std::uint32_t trace_id);

 private:
  friend class Opening;
  static Result<Article> of_text(DecodedText decoded, const OpenOptions& options,
                                 const Packs& packs);
  explicit Article(Document document) : document_(std::move(document)) {}
  Result<void> look(ViewOptions options, const Packs& packs);
  Result<void> look(const ViewOptions& options, const Packs& packs, Output output);

  Document document_;
  std::optional<View> view_;
  ViewOptions view_options_;
  Marker marker_;
};

/// An article on its way in, for callers that load packs when they are needed:
///
///     Opening opening(std::move(bytes), options);
///     for (auto names = opening.missing(packs); names && !names->empty();
///          names = opening.missing(packs)) {
///       …add them to packs…
///     }
///     auto article = std::move(opening).article(packs);
///
/// Some needs are known only when others are met (what a text is damaged by can be told only of
/// decoded text), so it is asked again until nothing is missing. What was done is not done again.
class Opening {
 public:
  /// Takes the bytes. UTF-8 is not copied from here to the document.
  explicit Opening(std::string bytes, OpenOptions options = {});

  /// Goes on as far as `packs` allow, and names those that are missing to go on; none when the
  /// article can be taken. Fails as `decode` does, but for `pack_missing`.
  Result<std::vector<std::string_view>> missing(const Packs& packs);

  /// The article. Fails as `Article::open` does. Damage is left as it is, with a warning, where
  /// the packs that mend it were not added.
  Result<Article> article(const Packs& packs) &&;

 private:
  std::string bytes_;  // empty once they are decoded
  OpenOptions options_;
  std::optional<CharsetChoice> choice_;
  std::optional<DecodedText> decoded_;
  std::vector<std::string_view> for_repair_;  // of what is decoded
};

}  // namespace shuye
