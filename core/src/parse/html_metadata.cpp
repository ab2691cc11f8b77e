#include "parse/html_metadata.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parse/html_address.h"
#include "parse/html_byline.h"
#include "parse/html_classes.h"
#include "parse/html_facts.h"
#include "parse/html_json_ld.h"
#include "parse/html_page_title.h"
#include "parse/html_title.h"
#include "shuye/script.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

enum class Field : std::uint8_t {
  title,
  author,
  publisher,
  date,
  description,
  keywords,
  tag,
  section,
  image,
  url,
};

struct Name {
  std::string_view name;  // in lower case
  Field field;
};

/// The names that `meta` elements have, those that are more often right before the others.
constexpr Name kNames[] = {
    {"dc.title", Field::title},
    {"dcterms.title", Field::title},
    {"og:title", Field::title},
    {"weibo:article:title", Field::title},
    {"twitter:title", Field::title},
    {"parsely-title", Field::title},
    {"dc.creator", Field::author},
    {"dcterms.creator", Field::author},
    {"article:author_name", Field::author},
    {"author", Field::author},
    {"parsely-author", Field::author},
    {"article:author", Field::author},
    {"og:article:author", Field::author},
    {"byl", Field::author},
    {"og:site_name", Field::publisher},
    {"dc.publisher", Field::publisher},
    {"publisher", Field::publisher},
    {"contentsource", Field::publisher},
    {"source", Field::publisher},
    {"application-name", Field::publisher},
    {"article:published_time", Field::date},
    {"og:article:published_time", Field::date},
    {"og:release_date", Field::date},
    {"datepublished", Field::date},
    {"publishdate", Field::date},
    {"publish_date", Field::date},
    {"publish_time", Field::date},
    {"publish-time", Field::date},
    {"pubdate", Field::date},
    {"apub:time", Field::date},
    {"bytedance:published_time", Field::date},
    {"weibo:article:create_at", Field::date},
    {"parsely-pub-date", Field::date},
    {"dc.date.issued", Field::date},
    {"dcterms.issued", Field::date},
    {"dc.date", Field::date},
    {"dcterms.date", Field::date},
    {"date", Field::date},
    {"og:description", Field::description},
    {"description", Field::description},
    {"twitter:description", Field::description},
    {"dc.description", Field::description},
    {"news_keywords", Field::keywords},
    {"keywords", Field::keywords},
    {"article:tag", Field::tag},
    {"og:article:tag", Field::tag},
    {"article:section", Field::section},
    {"og:image", Field::image},
    {"og:image:url", Field::image},
    {"twitter:image", Field::image},
    {"og:url", Field::url},
};

constexpr std::size_t kMaxTags = 64;

void take(Metadata& metadata, Field field, std::string_view value) {
  switch (field) {
    case Field::title:
      return fill(metadata.title, value);
    case Field::author:
      return fill_list(metadata.authors, value);
    case Field::publisher:
      return fill(metadata.publisher, value);
    case Field::date:
      return fill_date(metadata.date, value);
    case Field::description:
      return fill(metadata.description, value);
    case Field::keywords:
      return fill_list(metadata.keywords, value);
    case Field::image:
      return fill(metadata.image, value);
    case Field::url:
      return fill(metadata.url, value);
    case Field::tag:
    case Field::section: {
      std::vector<std::string>& list = field == Field::tag ? metadata.tags : metadata.categories;
      std::string fact = clean_fact(value);
      if (!fact.empty() && list.size() < kMaxTags) list.push_back(std::move(fact));
      return;
    }
  }
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_han(c.code_point)) return true;
    at += c.length;
  }
  return false;
}

std::string lower(std::string_view text) {
  std::string out(text.substr(0, 64));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

class MetadataReader {
 public:
  MetadataReader(const HtmlTree& tree, NameReader& names, std::string_view name, Document& document)
      : tree_(tree),
        names_(names),
        document_(document),
        metadata_(document.metadata),
        name_(trim(name)) {}

  void run() {
    read_elements();
    for (const std::uint32_t script : scripts_) {
      if (tree_[script].end > script + 1) read_json_ld(tree_[script + 1].text(), title_, metadata_);
    }
    for (const Name& name : kNames) {
      const auto found = meta_.equal_range(name.name);
      if (name.field == Field::author && found.first != found.second) {
        take_authors(found.first, found.second);
        continue;
      }
      for (auto it = found.first; it != found.second; ++it) {
        take(metadata_, name.field, it->second);
      }
    }
    std::erase_if(metadata_.authors, is_nobody);
    if (metadata_.authors.empty()) {
      fill_list(metadata_.authors, find_page_byline(tree_, names_));
      std::erase_if(metadata_.authors, is_nobody);
    }
    fill(metadata_.url, canonical_);
    const bool declared = !metadata_.title.empty();
    fill(metadata_.title, title_);
    fill_date(metadata_.date, time_);
    if (metadata_.image.empty()) fill(metadata_.image, image_);
    const std::string without_site = without_site_name(metadata_.title, document_);
    mark_title(document_, without_site);
    if (has_han(metadata_.title)) {
      metadata_.title = without_site;
    } else if (!declared) {
      metadata_.title = title_of_words(metadata_.title, document_);
    }
    spare_byline(document_);
    resolve_addresses();
    read_language();
  }

 private:
  using Values = std::multimap<std::string, std::string_view, std::less<>>;

  void take_authors(Values::const_iterator first, Values::const_iterator last);
  void read_elements();
  void read_meta(const HtmlNode& node);
  void read_link(const HtmlNode& node);
  void read_time(std::uint32_t i);
  std::string find_base();
  void resolve(std::string& address);
  void resolve_addresses();
  void read_language();

  const HtmlTree& tree_;
  NameReader& names_;
  Document& document_;
  Metadata& metadata_;
  Values meta_;
  std::vector<std::uint32_t> scripts_;
  std::string_view canonical_;
  std::string_view image_;
  std::string_view base_;
  std::string_view name_;
  bool has_base_ = false;    // the page has a `base`
  bool is_guessed_ = false;  // nothing but the page's own metadata says where it is from
  std::string title_;
  std::string time_;
  bool published_ = false;  // whether time_ is known to be the publication's
  std::size_t budget_ = 0;  // in bytes, for what addresses grow by
};

/// Chinese pages give each author a `meta` of his own; elsewhere the last one corrects the others.
void MetadataReader::take_authors(Values::const_iterator first, Values::const_iterator last) {
  const bool each = metadata_.authors.empty() && std::all_of(first, last, [](const auto& value) {
                      return has_han(value.second) || is_nobody(value.second);
                    });
  if (!each) return fill_list(metadata_.authors, std::prev(last)->second);
  for (; first != last && metadata_.authors.size() < kMaxTags; ++first) {
    std::vector<std::string> names;
    fill_list(names, first->second);
    for (std::string& name : names) {
      const auto& known = metadata_.authors;
      if (is_nobody(name) || std::find(known.begin(), known.end(), name) != known.end()) continue;
      metadata_.authors.push_back(std::move(name));
    }
  }
}

void MetadataReader::read_elements() {
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_[i];
    if (node.name() == "meta") {
      read_meta(node);
    } else if (node.name() == "link") {
      read_link(node);
    } else if (node.name() == "base") {
      if (base_.empty()) base_ = trim(node.attribute("href"));
    } else if (node.name() == "title") {
      if (title_.empty()) title_ = clean_fact(tree_.text_of(i));
    } else if (node.name() == "script") {
      if (lower(trim(node.attribute("type"))) == "application/ld+json") scripts_.push_back(i);
    } else if (node.has_attribute("datetime")) {
      read_time(i);
    }
  }
}

void MetadataReader::read_meta(const HtmlNode& node) {
  const std::string_view content = trim(node.attribute("content"));
  if (content.empty()) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    // A property may have several names. Dublin Core's have a colon here and a dot there.
    for_each_class(node.attribute(key), [&](std::string_view name) {
      std::string known = lower(name);
      for (const std::string_view prefix : {"dc:", "dcterm:", "dcterms:", "dcterm."}) {
        if (!known.starts_with(prefix)) continue;
        known = (prefix == "dc:" ? "dc." : "dcterms.") + known.substr(prefix.size());
      }
      meta_.emplace(std::move(known), content);
    });
  }
}

void MetadataReader::read_link(const HtmlNode& node) {
  const std::string relation = lower(trim(node.attribute("rel")));
  if (relation == "canonical" && canonical_.empty()) canonical_ = trim(node.attribute("href"));
  if (relation == "image_src" && image_.empty()) image_ = trim(node.attribute("href"));
}

void MetadataReader::read_time(std::uint32_t i) {
  const HtmlNode& node = tree_[i];
  const bool published =
      node.has_attribute("pubdate") || node.attribute("itemprop") == "datePublished";
  if (node.name() != "time" || published_ || (!time_.empty() && !published)) return;
  time_ = clean_fact(node.attribute("datetime"));
  published_ = published;
}

void MetadataReader::resolve(std::string& address) {
  if (address.empty() || is_absolute_address(address) || base_.size() > budget_) return;
  if (!has_base_ && (address[0] == '#' || (is_guessed_ && is_beside_saved_page(address)))) return;
  budget_ -= base_.size();
  address = resolve_address(base_, address);
}

/// What the page says first, then where it came from, then where it says that it belongs.
std::string MetadataReader::find_base() {
  const bool named = is_web_address(name_);
  if (!base_.empty()) {
    has_base_ = true;
    if (is_absolute_address(base_)) return std::string(base_);
    return resolve_address(named ? name_ : std::string_view(metadata_.url), base_);
  }
  if (named) return std::string(name_);
  is_guessed_ = true;
  return is_web_address(metadata_.url) ? metadata_.url : std::string();
}

void MetadataReader::resolve_addresses() {
  const std::string base = find_base();
  if (!is_absolute_address(base)) return;
  base_ = base;
  budget_ = 8 * tree_[0].source().size();
  resolve(metadata_.url);
  resolve(metadata_.image);
  for (Block& block : document_.blocks) {
    for (Span& span : block.spans) {
      if (span.kind == SpanKind::link || span.kind == SpanKind::image) resolve(span.target);
    }
  }
}

void MetadataReader::read_language() {
  const auto named = script_from_name(trim(tree_[0].attribute("lang")));
  if (named && document_.named_script == Script::none) document_.named_script = *named;
}

}  // namespace

void read_metadata(const HtmlTree& tree, NameReader& names, std::string_view name,
                   Document& document) {
  MetadataReader(tree, names, name, document).run();
}

}  // namespace shuye
