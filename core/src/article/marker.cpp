#include <algorithm>
#include <unordered_set>
#include <utility>

#include "article/regional_words.h"
#include "article/search_row.h"
#include "shuye/keywords.h"
#include "shuye/view.h"
#include "text/fold.h"
#include "text/utf16.h"

namespace shuye {
namespace {

std::uint8_t colour_of(std::uint8_t chosen, std::size_t place) {
  return static_cast<std::uint8_t>((chosen == kColourByPlace ? place : chosen) % kColours);
}

std::string folded_of(std::string_view text) {
  std::string folded;
  append_folded(folded, text);
  return folded;
}

/// The reader's keywords, then those that the article names and those found in it, without what is
/// among them already.
std::vector<ViewKeyword> keywords_of(const ViewOptions& options,
                                     const std::vector<ViewKeyword>& named,
                                     const std::vector<ViewKeyword>& found) {
  std::vector<ViewKeyword> keywords;
  std::unordered_set<std::string_view> known;
  std::unordered_set<std::string> folded;
  keywords.reserve(options.keywords.size() + named.size() + found.size());
  const auto add = [&](ViewKeyword keyword, std::uint8_t colour = kColourByPlace) {
    keyword.colour = colour_of(colour, keywords.size());
    keywords.push_back(std::move(keyword));
  };
  for (const Keyword& keyword : options.keywords) {
    add({keyword.text, KeywordSource::reader, 0, 0, keyword.label}, keyword.colour);
    if (!named.empty()) known.insert(keyword.text);
    if (!found.empty() && !keyword.exact) folded.insert(folded_of(keyword.text));
  }
  for (const ViewKeyword& keyword : named) {
    if (known.count(keyword.text) == 0) add(keyword);
  }
  for (const ViewKeyword& keyword : found) {
    if (folded.count(folded_of(keyword.text)) == 0) add(keyword);
  }
  return keywords;
}

/// Whether any of the keywords is in what the view shows.
bool is_any_said(const Document& document, const View& view,
                 const std::vector<ViewKeyword>& keywords) {
  std::vector<Keyword> wanted;
  for (const ViewKeyword& keyword : keywords) wanted.emplace_back(keyword.text);
  const auto matcher = Matcher::create(wanted, {});
  if (!matcher) return true;  // finding them fails, too, and says why
  std::vector<Match> matches;
  for (std::size_t i = 0; i < view.blocks.size() && matches.empty(); ++i) {
    if (!view.blocks[i].shown) continue;
    if (!matcher->find(document.blocks[i].text, static_cast<BlockIndex>(i), matches)) return true;
  }
  return !matches.empty();
}

/// In the sense of the matcher, which knows nothing of colours: a keyword that only looks
/// different is found by the same one.
bool is_found_alike(const Keyword& a, const Keyword& b) {
  return a.text == b.text && a.match == b.match && a.exact == b.exact && a.also == b.also;
}

/// Of the view's keywords those from `first` on, which are the article's own.
void append_own(const View& view, std::size_t first, std::size_t last,
                std::vector<Keyword>& keywords) {
  for (std::size_t i = first; i < last; ++i) keywords.emplace_back(view.keywords[i].text);
}

Error too_many_matches() {
  return Error{ErrorCode::invalid_option, Stage::search, 0,
               "more than " + std::to_string(kMaxMatches) + " matches"};
}

/// Adds the matches of a row to the view.
class Adder {
 public:
  explicit Adder(View& view) : view_(view) {}

  void add(const SearchRow& row, const std::vector<Match>& matches) {
    for (auto first = matches.begin(); first != matches.end();) {
      const auto is_elsewhere = [&](const Match& match) { return match.block != first->block; };
      const auto last = std::find_if(first, matches.end(), is_elsewhere);
      ViewBlock& block = view_.blocks[row.blocks[first->block]];
      block.first_match = static_cast<std::uint32_t>(view_.matches.size());
      bytes_.resize(row.texts.text(first->block).size() + 1);
      utf16::write_byte_offsets(row.texts.text(first->block), bytes_.data());
      for (; first != last; ++first) add(row.blocks[first->block], block.offsets(), *first);
      block.last_match = static_cast<std::uint32_t>(view_.matches.size());
    }
  }

 private:
  void add(BlockIndex block, const OffsetMap& offsets, const Match& match) {
    ++view_.keywords[match.keyword].count;
    const std::uint32_t begin = bytes_[match.begin], end = bytes_[match.end];
    const std::size_t shown_begin = offsets.to_converted(begin);
    const std::size_t shown_end = offsets.to_converted(end, OffsetMap::Edge::end);
    view_.matches.push_back({match.keyword, block, static_cast<std::uint32_t>(shown_begin),
                             static_cast<std::uint32_t>(shown_end), begin, end, match.begin,
                             match.end});
  }

  View& view_;
  std::vector<std::uint32_t> bytes_;  // where the units of a block begin
};

}  // namespace

Result<void> Marker::add_regional_words(const Packs& packs, std::vector<Keyword>& keywords) {
  if (!regional_words_) {
    auto words = RegionalWords::create(packs);
    if (!words) return std::move(words).error();
    regional_words_ = std::make_shared<const RegionalWords>(std::move(words).value());
  }
  for (Keyword& keyword : keywords) {
    if (keyword.exact || keyword.match == KeywordMatch::regex) continue;
    for (std::string& other : regional_words_->of(keyword.text)) {
      keyword.also.push_back(std::move(other));
    }
  }
  return {};
}

Result<void> Marker::prepare(std::vector<Keyword> keywords, const SearchOptions& options,
                             const Packs& packs, std::shared_ptr<const Prepared>& prepared) {
  if (prepared && prepared->options == options &&
      std::equal(keywords.begin(), keywords.end(), prepared->keywords.begin(),
                 prepared->keywords.end(), is_found_alike)) {
    return {};
  }
  std::vector<Keyword> with_others;
  if (options.regional_words) {
    with_others = keywords;
    if (auto added = add_regional_words(packs, with_others); !added) return added;
  }
  auto matcher = Matcher::create(options.regional_words ? with_others : keywords, options);
  if (!matcher) return std::move(matcher).error();
  prepared = std::make_shared<const Prepared>(
      Prepared{std::move(keywords), options, std::move(matcher).value()});
  return {};
}

const std::vector<ViewKeyword>& Marker::found_keywords(const Document& document, const View& view) {
  if (found_) return *found_;
  found_.emplace();
  if (is_any_said(document, view, view.own_keywords)) return *found_;
  for (std::string& text : find_keywords(document)) {
    found_->push_back({std::move(text), KeywordSource::found});
  }
  return *found_;
}

/// The rows of what the view shows, to the first failure. Where something is marked somebody looks
/// for one thing after the other: then they are kept.
template <typename Each>
Result<void> Marker::each_row(const Document& document, const View& view, bool keep,
                              const Each& each) {
  std::shared_ptr<const SearchRow> row;
  for (std::size_t i = 0; !row || row->end < view.blocks.size(); ++i) {
    if (i < rows_.size()) {
      row = rows_[i];
    } else {
      const BlockIndex first = row ? row->end : 0;
      row = std::make_shared<const SearchRow>(search_row(document, view, first));
      if (keep) rows_.push_back(row);
    }
    if (auto done = each(*row); !done) return done;
  }
  return {};
}

Result<void> Marker::mark(const Document& document, const ViewOptions& options, const Packs& packs,
                          View& view) {
  static const std::vector<ViewKeyword> kNone;
  const auto& found = options.article_keywords ? found_keywords(document, view) : kNone;
  view.keywords = keywords_of(options, view.own_keywords, found);
  view.marked = options.article_keywords ? view.keywords.size() : options.keywords.size();
  view.counted = view.marked;
  view.matches.clear();
  for (ViewBlock& block : view.blocks) block.first_match = block.last_match = 0;

  std::vector<Keyword> keywords = options.keywords;
  append_own(view, keywords.size(), view.marked, keywords);
  if (auto done = prepare(std::move(keywords), options.search, packs, marked_); !done) return done;
  const Matcher& matcher = marked_->matcher;
  if (matcher.empty() || rows_roles_ != options.roles) rows_.clear();
  rows_roles_ = options.roles;
  if (matcher.empty()) return {};
  Adder adder(view);
  std::vector<Match> matches;
  return each_row(document, view, true, [&](const SearchRow& row) -> Result<void> {
    matches.clear();
    const bool all = matcher.find(row.texts, matches);
    if (!all || view.matches.size() + matches.size() > kMaxMatches) return too_many_matches();
    adder.add(row, matches);
    return {};
  });
}

Result<void> Marker::count(const Document& document, const ViewOptions& options, const Packs& packs,
                           View& view) {
  const std::size_t first = view.counted;
  if (first == view.keywords.size()) return {};
  std::vector<Keyword> keywords;
  append_own(view, first, view.keywords.size(), keywords);
  if (auto done = prepare(std::move(keywords), options.search, packs, counted_); !done) return done;
  std::vector<std::uint32_t> counts(view.keywords.size() - first);
  std::vector<Match> matches;
  auto done = each_row(document, view, false, [&](const SearchRow& row) -> Result<void> {
    matches.clear();
    if (!counted_->matcher.find(row.texts, matches)) return too_many_matches();
    for (const Match& match : matches) ++counts[match.keyword];
    return {};
  });
  if (!done) return done;
  for (std::size_t i = 0; i < counts.size(); ++i) view.keywords[first + i].count = counts[i];
  view.counted = view.keywords.size();
  return {};
}

}  // namespace shuye
