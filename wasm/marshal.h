#pragma once

/// What crosses the border between JavaScript and the core.
///
/// Calls are few and coarse: bytes in, one result out. Bytes are copied once, in whole, in each
/// direction. Nothing that crosses is left for JavaScript to free, save the one handle of an
/// article.
///
/// Nothing here throws. A call answers with its value (a string, an array of strings, or
/// `undefined`), or with `{ error: { code, stage, offset, message } }` (see shuye/result.h).
///
/// A list of strings comes in as one string, each element ended by a NUL, which no text of the core
/// holds. So no vector is registered that someone would have to delete.

#include <cstdint>
#include <optional>
#include <string>

#include <emscripten/val.h>
#include <shuye/article.h>

namespace shuye::wasm {

/// `OpenOptions`; a field that is empty was not given.
struct OpenRequest {
  std::string format;
  std::string charset;
  std::string name;
  std::string cut;
};

/// `ViewOptions`. `show` names roles; it, `keywords` and `protect` are lists, and so is `glossary`,
/// in which each entry is two elements. Of `keywords` each is five: the text, the name of its
/// match, `"exact"` or nothing, a digit for its colour or nothing, its label. There may be
/// thousands, so they come as a Uint8Array of UTF-8: Embind takes a string unit by unit.
struct ViewRequest {
  std::string script;
  emscripten::val keywords = emscripten::val::undefined();
  bool article_keywords = false;
  std::string overlaps;
  bool ignore_punctuation = false;
  bool regional_words = false;
  std::string show;
  std::string punctuation;
  std::string glossary;
  std::string protect;
  std::uint32_t context = 0;
};

/// An article as JavaScript holds it: empty until `finish` has succeeded.
class ArticleHandle {
 public:
  /// Takes the bytes of a Uint8Array. Answers with `undefined`.
  emscripten::val open(const emscripten::val& bytes, const OpenRequest& request);

  /// Answers with the names of the packs that opening needs and that are not there; to be called
  /// again when they are, since more can turn out to be needed. With `undefined` when none is
  /// missing: the article is there.
  emscripten::val finish(const Packs& packs);

  /// The names of the packs that a view needs and that are not there; `undefined` when none is
  /// missing. (No word that is searched for or protected decides that.)
  emscripten::val missing(const std::string& script, bool regional_words, const Packs& packs) const;

  /// `output` is a name of `shuye::Output`. Answers with the text.
  emscripten::val render(const std::string& output, const ViewRequest& request, const Packs& packs);

  /// Answers with `{keywords, ownKeywords, matches}`: of those that were asked for two numbers for
  /// each, as in `shuye::FoundKeyword`, the article's own as JSON, and of matches six numbers for
  /// each, as in `shuye::FoundMatch`. Numbers are in a Uint32Array: tens of thousands cross in a
  /// moment.
  emscripten::val find(const ViewRequest& request, const Packs& packs);

  /// Answers with the explanation as JSON. `offset` is in UTF-16 units of the view's text.
  emscripten::val explain(std::uint32_t block, std::uint32_t offset, const ViewRequest& request,
                          const Packs& packs);

  /// Answers with `undefined`.
  emscripten::val restore(std::uint32_t trace_id);

 private:
  std::optional<Opening> opening_;
  std::optional<Article> article_;
};

/// `Packs::add` for a Uint8Array. Answers with `undefined`.
emscripten::val add_pack(Packs& packs, const std::string& name, const emscripten::val& bytes);

}  // namespace shuye::wasm
