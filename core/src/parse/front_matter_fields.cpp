#include "parse/front_matter_fields.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/character.h"
#include "text/date.h"
#include "text/name_index.h"
#include "text/utf8.h"

namespace shuye {
namespace {

enum class Field {
  title,
  subtitle,
  authors,
  editors,
  publisher,
  date,
  url,
  source,  // an address, or who published it
  description,
  keywords,
  tags,
  categories,
  image,
};

struct Name {
  std::string_view name;  // in lower case, without `-`, `_` and spaces
  Field field;
};

// For each field the first name that has a usable value wins.
constexpr Name kNames[] = {
    {"title", Field::title},
    {"标题", Field::title},
    {"標題", Field::title},
    {"headline", Field::title},
    {"题目", Field::title},
    {"題目", Field::title},
    {"posttitle", Field::title},
    {"subtitle", Field::subtitle},
    {"副标题", Field::subtitle},
    {"副標題", Field::subtitle},
    {"lead", Field::subtitle},
    {"subheading", Field::subtitle},
    {"authors", Field::authors},
    {"author", Field::authors},
    {"作者", Field::authors},
    {"by", Field::authors},
    {"byline", Field::authors},
    {"writer", Field::authors},
    {"creator", Field::authors},
    {"authorname", Field::authors},
    {"原作者", Field::authors},
    {"撰文", Field::authors},
    {"editors", Field::editors},
    {"editor", Field::editors},
    {"编辑", Field::editors},
    {"編輯", Field::editors},
    {"责任编辑", Field::editors},
    {"責任編輯", Field::editors},
    {"责编", Field::editors},
    {"責編", Field::editors},
    {"publisher", Field::publisher},
    {"site", Field::publisher},
    {"sitename", Field::publisher},
    {"媒体", Field::publisher},
    {"媒體", Field::publisher},
    {"来源媒体", Field::publisher},
    {"來源媒體", Field::publisher},
    {"date", Field::date},
    {"pubdate", Field::date},
    {"publishdate", Field::date},
    {"datepublished", Field::date},
    {"published", Field::date},
    {"publishedat", Field::date},
    {"日期", Field::date},
    {"发布时间", Field::date},
    {"發布時間", Field::date},
    {"发布日期", Field::date},
    {"發布日期", Field::date},
    {"时间", Field::date},
    {"時間", Field::date},
    {"created", Field::date},
    {"createdat", Field::date},
    {"pubdatetime", Field::date},
    {"publishtime", Field::date},
    {"publisheddate", Field::date},
    {"publishedtime", Field::date},
    {"postdate", Field::date},
    {"createtime", Field::date},
    {"createdtime", Field::date},
    {"creationdate", Field::date},
    {"datetime", Field::date},
    {"time", Field::date},
    {"发表时间", Field::date},
    {"發表時間", Field::date},
    {"发表日期", Field::date},
    {"發表日期", Field::date},
    {"创建时间", Field::date},
    {"創建時間", Field::date},
    {"建立時間", Field::date},
    {"canonical", Field::url},
    {"canonicalurl", Field::url},
    {"url", Field::url},
    {"link", Field::url},
    {"permalink", Field::url},
    {"原文链接", Field::url},
    {"原文鏈接", Field::url},
    {"链接", Field::url},
    {"連結", Field::url},
    {"source", Field::url},
    {"sourceurl", Field::url},
    {"originalurl", Field::url},
    {"original", Field::url},
    {"原文", Field::url},
    {"原文地址", Field::url},
    {"原文連結", Field::url},
    {"来源", Field::source},
    {"來源", Field::source},
    {"出处", Field::source},
    {"出處", Field::source},
    {"arturlencode", Field::url},
    {"description", Field::description},
    {"summary", Field::description},
    {"excerpt", Field::description},
    {"abstract", Field::description},
    {"摘要", Field::description},
    {"描述", Field::description},
    {"简介", Field::description},
    {"簡介", Field::description},
    {"desc", Field::description},
    {"metadescription", Field::description},
    {"seodescription", Field::description},
    {"intro", Field::description},
    {"digest", Field::description},
    {"导语", Field::description},
    {"導語", Field::description},
    {"概要", Field::description},
    {"keywords", Field::keywords},
    {"keyword", Field::keywords},
    {"关键词", Field::keywords},
    {"關鍵詞", Field::keywords},
    {"关键字", Field::keywords},
    {"關鍵字", Field::keywords},
    {"seokeywords", Field::keywords},
    {"metakeywords", Field::keywords},
    {"tags", Field::tags},
    {"tag", Field::tags},
    {"标签", Field::tags},
    {"標籤", Field::tags},
    {"topics", Field::tags},
    {"话题", Field::tags},
    {"話題", Field::tags},
    {"categories", Field::categories},
    {"category", Field::categories},
    {"分类", Field::categories},
    {"分類", Field::categories},
    {"栏目", Field::categories},
    {"欄目", Field::categories},
    {"section", Field::categories},
    {"专栏", Field::categories},
    {"專欄", Field::categories},
    {"image", Field::image},
    {"cover", Field::image},
    {"featuredimage", Field::image},
    {"thumbnail", Field::image},
    {"coverimage", Field::image},
    {"featuredimagepreview", Field::image},
    {"img", Field::image},
    {"thumb", Field::image},
    {"ogimage", Field::image},
    {"images", Field::image},
    {"heroimage", Field::image},
    {"featureimage", Field::image},
    {"headerimg", Field::image},
    {"headerimage", Field::image},
    {"banner", Field::image},
    {"bannerimg", Field::image},
    {"bannerimage", Field::image},
    {"indeximg", Field::image},
    {"topimg", Field::image},
    {"thumbnailimage", Field::image},
    {"socialimage", Field::image},
    {"featured", Field::image},
    {"hero", Field::image},
    {"teaser", Field::image},
    {"photo", Field::image},
    {"photos", Field::image},
    {"picture", Field::image},
    {"配图", Field::image},
    {"配圖", Field::image},
    {"封面", Field::image},
    {"头图", Field::image},
    {"頭圖", Field::image},
};

constexpr NameIndex kNameIndex(kNames);

std::string normalize_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return out;
}

// What site generators read and metadata has no place for.
constexpr std::string_view kGeneratorNames[] = {
    "aliases", "comment", "comments", "draft", "lang",     "language", "lastmod", "layout",
    "license", "math",    "mathjax",  "menu",  "modified", "order",    "series",  "sidebar",
    "slug",    "sticky",  "template", "theme", "toc",      "type",     "updated", "weight"};

// With one space where there was white space of any kind that is seen.
std::string collapse(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_space(c.code_point) && c.code_point != 0x3000 && !is_unseen(c.code_point)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
  return std::string(trim(out));
}

bool is_web_address(std::string_view text) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  return web && text.find_first_of(" \t\n\"<>") == std::string_view::npos;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// An address whose bytes are written in hexadecimal, with colons anywhere between them.
std::string decode_hex(std::string_view text) {
  std::string bytes;
  int high = -1;
  for (const char c : text) {
    if (c == ':') continue;
    const int digit = hex_digit(c);
    if (digit < 0) return {};
    if (high < 0) {
      high = digit;
      continue;
    }
    const int byte = high * 16 + digit;
    if (byte < 0x20 || byte > 0x7E) return {};
    bytes.push_back(static_cast<char>(byte));
    high = -1;
  }
  return high < 0 ? bytes : std::string();
}

std::string to_address(std::string_view text) {
  text = trim(text);
  if (is_web_address(text)) return std::string(text);
  const std::string decoded = decode_hex(text);
  return is_web_address(decoded) ? decoded : std::string();
}

bool is_image_address(std::string_view text) {
  return !text.empty() && !text.starts_with("data:") && !text.starts_with("javascript:") &&
         text.find_first_of(" \t\n\"<>") == std::string_view::npos &&
         text.find_first_of("./") != std::string_view::npos;
}

// As Go prints it, `2025-03-05 01:42:55 +0800 CST`, the zone has a name as well.
std::string read_moment(std::string_view text) {
  std::string date = normalize_date(text);
  const std::size_t space = text.rfind(' ');
  if (!date.empty() || space == std::string_view::npos || text.size() - space > 6) return date;
  const std::string_view zone = text.substr(space + 1);
  const bool name =
      std::all_of(zone.begin(), zone.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const std::size_t sign = text.find_last_of("+-", space);
  if (!name || sign == std::string_view::npos || space - sign > 6) return date;
  return normalize_date(text.substr(0, space));
}

// The text of a scalar, or of what usually holds it in a map.
std::string_view text_of(const Value& value) {
  constexpr std::string_view kInner[] = {"name", "path", "url", "src", "href", "image", "title"};
  if (value.kind == Value::Kind::null) return {};
  if (value.is_scalar()) return trim(value.text);
  if (value.kind == Value::Kind::list) return value.items.empty() ? "" : text_of(value.items[0]);
  for (const std::string_view inner : kInner) {
    const auto found = std::find(value.names.begin(), value.names.end(), inner);
    if (found == value.names.end()) continue;
    const Value& item = value.items[static_cast<std::size_t>(found - value.names.begin())];
    if (item.is_scalar()) return trim(item.text);
  }
  return {};
}

bool is_separator(char32_t c) {
  return c == ',' || c == U'，' || c == ';' || c == U'；' || c == U'、' || c == '|' || c == U'｜';
}

bool has_separator(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_separator(c.code_point)) return true;
    at += c.length;
  }
  return false;
}

// A colon parts words only beside Han characters, and not a time or `C++: 入门`.
bool parts_words(std::string_view text, std::size_t at, const utf8::Character& c) {
  if (c.code_point != ':' && c.code_point != U'：') return false;
  const std::size_t next = at + c.length;
  return at > 0 && next < text.size() && is_han(utf8::read_before(text, at).code_point) &&
         is_han(utf8::read(text, next).code_point);
}

// `机器学习 深度学习`, `#读书 #笔记`: words parted by spaces only. Latin words stay together.
bool is_spaced_list(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t from = 0; from < text.size(); ++words) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    const std::string_view word = text.substr(from, end - from);
    if (word.empty()) return false;
    const bool han = is_han(utf8::read(word, 0).code_point) &&
                     is_han(utf8::read_before(word, word.size()).code_point);
    if (!han && word[0] != '#') return false;
    from = end + 1;
  }
  return words > 1;
}

// One string of several words. A colon is a separator only where there are others too: alone it is
// a part of a title.
std::vector<std::string_view> split(std::string_view text) {
  const bool several = has_separator(text);
  std::vector<std::string_view> words;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_separator(c.code_point) || (several && parts_words(text, at, c))) {
      words.push_back(text.substr(from, at - from));
      from = at + c.length;
    }
    at += c.length;
  }
  words.push_back(text.substr(from));
  return words;
}

bool is_no_category(std::string_view text) {
  constexpr std::string_view kNone[] = {"未分类",   "未分類",        "默认分类",
                                        "預設分類", "uncategorized", "uncategorised"};
  return std::find(std::begin(kNone), std::end(kNone), normalize_name(text)) != std::end(kNone);
}

class Mapper {
 public:
  Mapper(const Value& fields, Metadata& metadata)
      : fields_(fields), metadata_(metadata), taken_(fields.items.size(), false) {}

  void map() {
    map_names();
    for (std::size_t i = 0; i < fields_.items.size(); ++i) {
      if (!taken_[i]) metadata_.extra.emplace_back(fields_.names[i], to_json(fields_.items[i]));
    }
    // What stands there says the same of the article where the fields themselves do not; it is kept
    // as it was written, too.
    for (std::size_t i = 0; i < fields_.items.size(); ++i) {
      if (fields_.items[i].kind == Value::Kind::map && is_section(normalized(i))) {
        Metadata inner;
        Mapper(fields_.items[i], inner).map_names();
        fill(metadata_, std::move(inner));
      }
    }
    map_head();
  }

 private:
  // In the order of the known names, and of the fields where several have one of them.
  void map_names() {
    std::vector<std::pair<const Name*, std::size_t>> known;
    for (std::size_t i = 0; i < fields_.items.size(); ++i) {
      if (const Name* name = kNameIndex.find(normalized(i))) known.emplace_back(name, i);
    }
    std::sort(known.begin(), known.end());
    for (const auto& [name, i] : known) taken_[i] = take(name->field, fields_.items[i]);
  }

  // VuePress: `head: [[meta, {name: keywords, content: …}]]`.
  void map_head() {
    constexpr std::size_t kMost = 100;
    const auto head = std::find(fields_.names.begin(), fields_.names.end(), "head");
    if (head == fields_.names.end()) return;
    const Value& list = fields_.items[static_cast<std::size_t>(head - fields_.names.begin())];
    for (std::size_t i = 0; i < std::min(list.items.size(), kMost); ++i) {
      const Value& entry = list.items[i];
      if (entry.kind != Value::Kind::list || entry.items.size() != 2 ||
          entry.items[0].text != "meta")
        continue;
      const Value& attributes = entry.items[1];
      std::string name;
      const Value* content = nullptr;
      for (std::size_t k = 0; k < attributes.items.size(); ++k) {
        if (attributes.names[k] == "name" || attributes.names[k] == "property")
          name = attributes.items[k].text;
        if (attributes.names[k] == "content") content = &attributes.items[k];
      }
      if (content == nullptr) continue;
      if (name == "keywords" && metadata_.keywords.empty())
        take_words(metadata_.keywords, *content);
      if (name == "author" && metadata_.authors.empty()) take_words(metadata_.authors, *content);
      if (name.ends_with("description") && metadata_.description.empty()) {
        metadata_.description = collapse(text_of(*content));
      }
    }
  }

  // Zola's `[extra]` and `[taxonomies]`, Hugo's `[params]`.
  static bool is_section(std::string_view name) {
    constexpr std::string_view kSections[] = {"extra", "taxonomies", "params", "seo", "meta"};
    return std::find(std::begin(kSections), std::end(kSections), name) != std::end(kSections);
  }

  static void fill(Metadata& metadata, Metadata inner) {
    const auto text = [](std::string& place, std::string& value) {
      if (place.empty()) place = std::move(value);
    };
    const auto words = [](std::vector<std::string>& place, std::vector<std::string>& value) {
      if (place.empty()) place = std::move(value);
    };
    text(metadata.title, inner.title);
    text(metadata.subtitle, inner.subtitle);
    text(metadata.publisher, inner.publisher);
    text(metadata.date, inner.date);
    text(metadata.url, inner.url);
    text(metadata.description, inner.description);
    text(metadata.image, inner.image);
    words(metadata.authors, inner.authors);
    words(metadata.editors, inner.editors);
    words(metadata.keywords, inner.keywords);
    words(metadata.tags, inner.tags);
    words(metadata.categories, inner.categories);
  }

  const std::string& normalized(std::size_t i) {
    if (normalized_.empty()) {
      for (const std::string& name : fields_.names) normalized_.push_back(normalize_name(name));
    }
    return normalized_[i];
  }

  // Whether all that the value says is in the metadata now.
  bool take(Field field, const Value& value) {
    switch (field) {
      case Field::title:
        return take_one(metadata_.title, value, collapse(text_of(value)));
      case Field::subtitle:
        return take_one(metadata_.subtitle, value, collapse(text_of(value)));
      case Field::authors:
        return take_words(metadata_.authors, value);
      case Field::editors:
        return take_words(metadata_.editors, value);
      case Field::publisher:
        return take_publisher(value);
      case Field::date:
        return take_date(value);
      case Field::url:
        return take_url(value);
      case Field::source:
        return take_url(value) || (to_address(text_of(value)).empty() && take_publisher(value));
      case Field::description:
        return take_one(metadata_.description, value, collapse(text_of(value)));
      case Field::keywords:
        return take_words(metadata_.keywords, value);
      case Field::tags:
        return take_words(metadata_.tags, value);
      case Field::categories:
        return take_words(metadata_.categories, value);
      case Field::image:
        return take_image(value);
    }
    return false;
  }

  static bool says_nothing(const Value& value) {
    return value.is_scalar() ? trim(value.text).empty() : value.items.empty();
  }

  static bool take_one(std::string& place, const Value& value, const std::string& text) {
    if (says_nothing(value)) return true;
    if (text.empty()) return false;
    if (place.empty()) place = text;
    return place == text && (value.is_scalar() || value.items.size() == 1);
  }

  // A date that is written otherwise than ISO has it stays among the other fields as well.
  bool take_date(const Value& value) {
    const std::string date = read_moment(text_of(value));
    return take_one(metadata_.date, value, date) && (says_nothing(value) || date == text_of(value));
  }

  bool take_publisher(const Value& value) {
    return take_one(metadata_.publisher, value, collapse(text_of(value)));
  }

  bool take_url(const Value& value) {
    return take_one(metadata_.url, value, to_address(text_of(value)));
  }

  bool take_image(const Value& value) {
    const std::string_view address = text_of(value);
    return take_one(metadata_.image, value, std::string(is_image_address(address) ? address : ""));
  }

  bool take_words(std::vector<std::string>& place, const Value& value) {
    if (value.kind == Value::Kind::list) {
      bool whole = true;
      for (const Value& item : value.items) {
        if (item.is_scalar()) {
          add_word(place, text_of(item));
        } else {
          whole = take_words(place, item) && whole;
        }
      }
      return whole;
    }
    if (value.kind == Value::Kind::map) {
      add_word(place, text_of(value));
      return value.items.size() == 1 && !text_of(value).empty();
    }
    const std::string_view text = text_of(value);
    const bool names = &place == &metadata_.authors || &place == &metadata_.editors;
    if (!names && is_spaced_list(text)) {
      for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        add_word(place, text.substr(from, end - from));
        from = end + 1;
      }
      return true;
    }
    for (const std::string_view word : split(text)) add_word(place, word);
    return true;
  }

  void add_word(std::vector<std::string>& place, std::string_view word) {
    word = trim(word);
    if (&place == &metadata_.tags && word.size() > 1 && word.front() == '#') word.remove_prefix(1);
    if (&place == &metadata_.categories && is_no_category(word)) return;
    std::string text = collapse(word);
    if (text.empty() || std::find(place.begin(), place.end(), text) != place.end()) return;
    place.push_back(std::move(text));
  }

  const Value& fields_;
  Metadata& metadata_;
  std::vector<bool> taken_;
  std::vector<std::string> normalized_;
};

}  // namespace

bool is_known_field(std::string_view name) {
  const std::string normalized = normalize_name(name);
  return kNameIndex.has(normalized) ||
         std::find(std::begin(kGeneratorNames), std::end(kGeneratorNames), normalized) !=
             std::end(kGeneratorNames);
}

void apply_fields(const Value& fields, Metadata& metadata) { Mapper(fields, metadata).map(); }

}  // namespace shuye
