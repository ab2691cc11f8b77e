#include "parse/html_json_ld.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

#include "parse/html_facts.h"
#include "text/character.h"

namespace shuye {
namespace {

using Json = nlohmann::json;

constexpr int kMaxDepth = 4;  // @graph, arrays, mainEntity
constexpr std::size_t kMaxNames = 32;

/// Pages write line ends and tabs into strings, where JSON does not allow them.
std::string without_controls(std::string_view json) {
  std::string out(json);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

/// Pages wrap it in `<![CDATA[` … `]]>`, as XHTML had it.
std::string_view without_wrapping(std::string_view json) {
  constexpr std::string_view kBegin = "<![CDATA[";
  constexpr std::string_view kEnd = "]]>";
  json = trim(json);
  if (json.starts_with(kBegin)) json.remove_prefix(kBegin.size());
  if (json.ends_with(kEnd)) json.remove_suffix(kEnd.size());
  return json;
}

const Json* member(const Json& json, const char* name) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(name);
  return found == json.end() ? nullptr : &*found;
}

std::string_view string_of(const Json& json) {
  return json.is_string() ? std::string_view(json.get_ref<const std::string&>())
                          : std::string_view();
}

bool is_article_type(std::string_view type) {
  const auto ends_with = [&](std::string_view end) {
    return type.size() >= end.size() && type.substr(type.size() - end.size()) == end;
  };
  return ends_with("Article") || ends_with("Posting") || ends_with("Report");
}

bool is_article(const Json& json) {
  const Json* type = member(json, "@type");
  // Baidu's vocabulary has articles only, and does not say so.
  if (type == nullptr) return member(json, "pubDate") != nullptr;
  if (type->is_string()) return is_article_type(string_of(*type));
  return type->is_array() && std::any_of(type->begin(), type->end(), [](const Json& one) {
           return is_article_type(string_of(one));
         });
}

const Json* find_article(const Json& json, int depth) {
  if (depth > kMaxDepth) return nullptr;
  if (json.is_array()) {
    for (const Json& one : json) {
      if (const Json* found = find_article(one, depth + 1)) return found;
    }
    return nullptr;
  }
  if (is_article(json)) return &json;
  for (const char* name : {"@graph", "mainEntity"}) {
    const Json* inner = member(json, name);
    if (inner == nullptr) continue;
    if (const Json* found = find_article(*inner, depth + 1)) return found;
  }
  return nullptr;
}

/// A string; the `name` or `url` of an object; the first one of an array that has one.
std::string_view text_of(const Json* json, const char* name) {
  for (int depth = 0; json != nullptr && depth < kMaxDepth; ++depth) {
    if (json->is_string()) return string_of(*json);
    if (json->is_array()) {
      json = json->empty() ? nullptr : &json->front();
    } else {
      json = member(*json, name);
    }
  }
  return {};
}

/// What a reference (`{"@id": "#author"}`) refers to in the graph, or the value itself.
const Json* resolved(const Json& page, const Json& value) {
  const Json* id = member(value, "@id");
  const Json* graph = member(page, "@graph");
  if (id == nullptr || graph == nullptr || !graph->is_array() || member(value, "name") != nullptr) {
    return &value;
  }
  const auto found = std::find_if(graph->begin(), graph->end(), [&](const Json& one) {
    const Json* own = member(one, "@id");
    return own != nullptr && *own == *id && member(one, "name") != nullptr;
  });
  return found == graph->end() ? &value : &*found;
}

void add_names(const Json& page, const Json* json, std::vector<std::string>& names) {
  if (json == nullptr || !names.empty()) return;
  if (!json->is_array()) {
    fill_list(names, text_of(resolved(page, *json), "name"));
    return;
  }
  std::size_t left = kMaxNames;
  for (const Json& one : *json) {
    if (left-- == 0) return;
    const std::string name = clean_fact(text_of(resolved(page, one), "name"));
    if (!name.empty()) names.push_back(name);
  }
}

/// Some sites write their own name into `name`, others a summary into `headline`.
std::string_view title_of(const Json& article, std::string_view page_title) {
  const std::string_view name = text_of(member(article, "name"), "name");
  const std::string_view headline = text_of(member(article, "headline"), "name");
  if (name.empty() || headline.empty()) return name.empty() ? headline : name;
  return page_title.starts_with(trim(name)) && !page_title.starts_with(trim(headline)) ? name
                                                                                       : headline;
}

}  // namespace

void read_json_ld(std::string_view text, std::string_view page_title, Metadata& metadata) {
  const Json json = Json::parse(without_controls(without_wrapping(text)), nullptr, false);
  if (json.is_discarded()) return;
  const Json* article = find_article(json, 0);
  if (article == nullptr) return;
  fill(metadata.title, title_of(*article, page_title));
  fill(metadata.description, text_of(member(*article, "description"), "name"));
  fill(metadata.publisher, text_of(member(*article, "publisher"), "name"));
  fill(metadata.image, text_of(member(*article, "image"), "url"));
  fill(metadata.image, text_of(member(*article, "thumbnailUrl"), "url"));
  fill_date(metadata.date, text_of(member(*article, "datePublished"), "name"));
  fill_date(metadata.date, text_of(member(*article, "pubDate"), "name"));
  add_names(json, member(*article, "author"), metadata.authors);
  add_names(json, member(*article, "editor"), metadata.editors);
  add_names(json, member(*article, "keywords"), metadata.keywords);
}

}  // namespace shuye
