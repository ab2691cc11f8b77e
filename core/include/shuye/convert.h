#pragma once

/// convert: text in one script → text in another, with OpenCC's result byte for byte. Usable alone:
/// it needs nothing of the other stages.
///
/// OpenCC's dictionaries are compiled at build time into packs (see core/dictionary). Here only
/// packs are read; they are data of the caller's, loaded when needed.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/explanation.h"
#include "shuye/glossary.h"
#include "shuye/offset_map.h"
#include "shuye/result.h"

namespace shuye {

/// OpenCC's configurations that Shuye has: `"s2t"`, `"t2s"`, ….
const std::vector<std::string_view>& configurations();

/// The names of the packs that a configuration reads, such as `"s2t"` (a file `s2t.pack`), each
/// once. Fails with `unknown_configuration`.
///
/// Wherever a configuration is named, several may be joined by plus signs: `"t2s+s2twp"` goes
/// through the first and then through the second.
Result<std::vector<std::string_view>> packs_for(std::string_view configuration);

class Pack;      // tables, ready to use; see core/src/convert/pack.h
class DataPack;  // the tables of another stage; see core/src/text/data_pack.h
class Pipeline;  // a configuration's tables, made of packs; see core/src/convert/pipeline.h

/// The packs that were loaded so far, by name: dictionaries for converting, and the tables that
/// opening some articles needs (`Opening` in article.h). A value that is cheap to copy.
class Packs {
 public:
  /// Checks the whole pack (magic, version, lengths, checksum, every table's bounds) and keeps it;
  /// the bytes are copied. Fails with `pack_damaged`; the error's offset is in bytes of the pack.
  /// (The bounds of a pack that is no dictionary are checked where it is first used.)
  Result<void> add(std::string_view name, std::string_view bytes);

  bool has(std::string_view name) const;
  /// Null when it is not there, or is of the other kind.
  std::shared_ptr<const Pack> get(std::string_view name) const;
  std::shared_ptr<const DataPack> data(std::string_view name) const;

 private:
  friend class Converter;
  class Pipelines;
  std::shared_ptr<const Pipeline> pipeline(std::string_view configuration) const;

  std::map<std::string, std::shared_ptr<const Pack>, std::less<>> packs_;
  std::map<std::string, std::shared_ptr<const DataPack>, std::less<>> data_;
  /// What was made of these packs, shared by copies until one of them gets another pack.
  std::shared_ptr<Pipelines> pipelines_;
};

/// Converts by one configuration and the reader's glossary. Immutable, cheap to copy, and safe to
/// use from several threads.
class Converter {
 public:
  /// Fails with `unknown_configuration` or `pack_missing`. The first converter of a configuration
  /// takes some milliseconds to make, the next ones of the same packs take none: the tables of
  /// those that live and of the last two are kept.
  static Result<Converter> create(std::string_view configuration, const Packs& packs,
                                  Glossary glossary = {});

  /// By a glossary alone: all else stays as it is.
  explicit Converter(Glossary glossary);

  /// The same configuration with another glossary. No tables are made anew.
  Converter with(Glossary glossary) const;

  const Glossary& glossary() const;

  /// Converts a whole text. For well-formed UTF-8 and without a glossary the result is OpenCC's;
  /// bytes that are no UTF-8 are copied as they are. Behind a NUL the text up to the next word is
  /// lost where OpenCC loses it (its segments are C strings); `decode` lets no NUL through. Never
  /// fails; time is linear in the text.
  std::string convert(std::string_view text) const;

  /// The same into `out`, whose memory it uses: for one text after another. `text` must not be in
  /// it.
  void convert(std::string_view text, std::string& out) const;

  /// The same, and appends the pieces to `map`, so that texts can be converted one after another
  /// into one map.
  std::string convert(std::string_view text, OffsetMap& map) const;

  /// What became of the piece of `text` that has the byte at `offset`, and why. One behind the last
  /// byte gives an empty explanation. Linear in the text: give it a paragraph.
  Explanation explain(std::string_view text, std::size_t offset) const;

  /// All pieces of `text`, one after the other. They cover it, and their results are what `convert`
  /// gives.
  std::vector<Explanation> explain(std::string_view text) const;

 private:
  friend class StreamConverter;
  std::size_t convert_beginning(std::string_view text, bool& losing, std::string& out) const;
  void convert_part(std::string_view text, bool& losing, std::string& out) const;

  struct State;
  explicit Converter(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace shuye
