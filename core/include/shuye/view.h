#pragma once

/// A view of a document: one script, some keywords, some roles. Cheap to make; the document stays
/// as it is.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shuye/clean.h"
#include "shuye/convert.h"
#include "shuye/document.h"
#include "shuye/search.h"

namespace shuye {

enum class KeywordSource : std::uint8_t { front_matter, tags, found, reader };
std::string_view name_of(KeywordSource source);  // "front-matter", …

/// Bits of a set of roles: `1 << role`.
using RoleSet = std::uint32_t;
constexpr RoleSet role_bit(Role role) { return RoleSet{1} << static_cast<unsigned>(role); }
inline constexpr RoleSet kArticleRoles = role_bit(Role::body) | role_bit(Role::notice);

/// `regional`: quotation marks, straight ones too, as the view's script has them (“ ” ‘ ’ or
/// 「 」 『 』), and full-width , : ; ? ! ( ) where half-width ones stand between Han characters.
enum class Punctuation : std::uint8_t { keep, regional };

struct ViewOptions {
  Script script = Script::original;
  std::vector<Keyword> keywords;  ///< the reader's
  /// Mark the article's own keywords and tags, too; where it names none, or none that its text
  /// says, those that are found in it (keywords.h).
  bool article_keywords = false;
  SearchOptions search;
  RoleSet roles = kArticleRoles;  ///< the blocks to show
  Punctuation punctuation = Punctuation::keep;
  /// The reader's own words, in the document's script; code and addresses stay as they are. They
  /// count in every script but `original`, also where nothing else has to be converted.
  Glossary glossary;
  /// Of each match in `Output::matches`: how much text around it, in UTF-16 units on each side.
  std::uint32_t context = 0;

  bool operator==(const ViewOptions&) const = default;
};

struct ViewKeyword {
  std::string text;  ///< as it was typed or as the article has it
  KeywordSource source = KeywordSource::reader;
  std::uint32_t count = 0;
  std::uint8_t colour = 0;  ///< below `kColours`
  std::string label = {};   ///< empty: none
};

/// A match in the view's text.
struct ViewMatch {
  std::uint32_t keyword = 0;  ///< index into the view's keywords
  BlockIndex block = kNoBlock;
  std::uint32_t begin = 0;  ///< in bytes of the view's text of the block
  std::uint32_t end = 0;
  std::uint32_t original_begin = 0;  ///< in bytes of the block's original text
  std::uint32_t original_end = 0;
  std::uint32_t original_begin_unit = 0;  ///< the same in UTF-16 units
  std::uint32_t original_end_unit = 0;
};

/// A block's text in the view's script, with its spans moved along. Where nothing is converted they
/// are the document's own: a view of an article as it is takes hardly any memory.
struct ViewBlock {
  bool shown = false;
  Script script = Script::none;   ///< the script that `text` is in, where it is not the view's
  std::uint32_t first_match = 0;  ///< the block's matches are [first_match, last_match)
  std::uint32_t last_match = 0;
  std::string_view text;
  std::span<const Span> spans;

  /// What `text` and `spans` are of, where they are not the document's.
  struct Converted {
    std::string text;
    std::vector<Span> spans;
    OffsetMap offsets;
  };
  std::unique_ptr<const Converted> converted;

  /// Original text of the block → `text`.
  const OffsetMap& offsets() const;
};

/// Holds as long as the document that it was made of is as it was, wherever that is moved.
struct View {
  Script script = Script::original;  ///< the script that the text is in; never `original`
  /// OpenCC's name, or two joined by a plus sign (`configuration_for` in script.h); empty when the
  /// document's own script stays. Blocks of another script go by a configuration of their own.
  std::string_view configuration;
  Metadata metadata;                      ///< in the view's script
  std::vector<ViewBlock> blocks;          ///< one for each block of the document
  std::vector<ViewKeyword> own_keywords;  ///< those that the article names, marked or not
  std::vector<ViewKeyword> keywords;  ///< the reader's, then the article's that are not among them
  std::size_t marked = 0;             ///< so many of them are marked: the first
  std::size_t counted = 0;            ///< so many of them are counted: those, or all
  std::vector<ViewMatch> matches;     ///< in the order in which they begin
};

/// The index of the match that follows a position, or comes before it: of those that begin behind
/// `offset` (in bytes of the view's text of `block`) the first, of those that begin before it the
/// last; around the ends of the article. Of one keyword alone where `keyword` is given. Empty when
/// there is none.
std::optional<std::size_t> next_match(const View& view, BlockIndex block, std::uint32_t offset,
                                      std::optional<std::uint32_t> keyword = std::nullopt);
std::optional<std::size_t> previous_match(const View& view, BlockIndex block, std::uint32_t offset,
                                          std::optional<std::uint32_t> keyword = std::nullopt);

/// The packs that a view in this script needs; often none.
Result<std::vector<std::string_view>> packs_for(const Document& document, Script script);
/// And those that finding its keywords needs, too.
Result<std::vector<std::string_view>> packs_for(const Document& document,
                                                const ViewOptions& options);

class RegionalWords;  // see core/src/article/regional_words.h
struct SearchRow;     // see core/src/article/search_row.h

/// Finds the keywords of a view, and finds others in it without converting anything again. Keeps
/// what it made of the keywords, so that it is made once for all views that ask for the same, and
/// the keywords that it found in the document: it is of one document, and as that is.
class Marker {
 public:
  /// Replaces the view's keywords and matches; everything else of `options` has to be as the view
  /// was made with. Fails with the matcher's errors and with `pack_missing` (`packs_for`); the
  /// view has no matches then.
  Result<void> mark(const Document& document, const ViewOptions& options, const Packs& packs,
                    View& view);

  /// Counts those of a view's keywords that are not marked: the article's own. By itself, since few
  /// ask for it and it takes as long as to mark them. Fails as `mark` does, and changes nothing
  /// then.
  Result<void> count(const Document& document, const ViewOptions& options, const Packs& packs,
                     View& view);

 private:
  struct Prepared {
    std::vector<Keyword> keywords;
    SearchOptions options;
    Matcher matcher;
  };
  Result<void> prepare(std::vector<Keyword> keywords, const SearchOptions& options,
                       const Packs& packs, std::shared_ptr<const Prepared>& prepared);
  Result<void> add_regional_words(const Packs& packs, std::vector<Keyword>& keywords);
  const std::vector<ViewKeyword>& found_keywords(const Document& document, const View& view);
  template <typename Each>
  Result<void> each_row(const Document& document, const View& view, bool keep, const Each& each);

  std::shared_ptr<const Prepared> marked_, counted_;
  /// What is searched, as long as somebody does.
  std::vector<std::shared_ptr<const SearchRow>> rows_;
  RoleSet rows_roles_ = 0;
  std::shared_ptr<const RegionalWords> regional_words_;
  std::optional<std::vector<ViewKeyword>> found_;
};

/// Fails with `pack_missing` when a pack of `packs_for` was not added, or with the matcher's
/// errors. With a marker of the caller's, what is not marked is not counted.
Result<View> make_view(const Document& document, const ViewOptions& options, const Packs& packs,
                       Marker& marker);
Result<View> make_view(const Document& document, const ViewOptions& options, const Packs& packs);

/// What the byte at `offset` of a block's text in `view` came from, and why; `view` has to be the
/// document's, made with these options. Positions of the explanation are those of the document's
/// block; in the view's text the piece goes from `begin` to `end`. Fails with `invalid_option`
/// where the view has no such place, and as `make_view` does.
struct ViewExplanation {
  std::size_t begin = 0;  ///< in bytes of the view's text of the block
  std::size_t end = 0;
  Explanation piece;
};
Result<ViewExplanation> explain(const Document& document, const View& view,
                                const ViewOptions& options, const Packs& packs, BlockIndex block,
                                std::size_t offset);

}  // namespace shuye
