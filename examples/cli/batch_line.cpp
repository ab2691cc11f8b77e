#include "batch_line.h"

#include <nlohmann/json.hpp>

#include "answer.h"
#include "files.h"
#include "glossary.h"

namespace cli {
namespace {

using nlohmann::json;
using shuye::Error;
using shuye::ErrorCode;
using shuye::Result;
using shuye::Stage;

/// Of a line's values. Writing an id back recurses.
constexpr int kMaxNesting = 64;

Error wrong(std::string message) {
  return Error{ErrorCode::invalid_option, Stage::input, 0, std::move(message)};
}

std::string text_of(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<json> read_json(const std::string& line) {
  bool too_deep = false;
  const auto bound = [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > kMaxNesting;
    return !too_deep;
  };
  json value = json::parse(line, bound, false);
  if (too_deep) return wrong("the line's values are nested too deep");
  if (!value.is_object()) return wrong("the line is no JSON object");
  return value;
}

/// Gives each string of a list, or the one string that stands for a list, to `take`.
template <typename Take>
Result<void> each_string(const json& value, const std::string& field, Take take) {
  if (value.is_string()) return take(value.get_ref<const std::string&>());
  if (!value.is_array()) return wrong(field + " must be a string or a list of strings");
  for (const json& part : value) {
    if (!part.is_string()) return wrong(field + " must hold strings only");
    if (auto taken = take(part.get_ref<const std::string&>()); !taken) return taken;
  }
  return {};
}

/// `{"text": …}` with what else there is to say of one keyword.
Result<void> add_keyword(Request& request, const json& value) {
  Request one = request;
  one.view.keywords.clear();
  shuye::Keyword& keyword = one.as_keyword;
  const auto text = value.find("text");
  if (text == value.end() || !text->is_string()) return wrong("a keyword needs a text");
  if (const auto match = value.find("match"); match != value.end()) {
    if (!match->is_string()) return wrong("match must be a string");
    auto set = set_option(one, "match", match->get_ref<const std::string&>());
    if (!set) return set;
  }
  if (const auto exact = value.find("exact"); exact != value.end()) {
    if (!exact->is_boolean()) return wrong("exact must be true or false");
    keyword.exact = exact->get<bool>();
  }
  if (const auto colour = value.find("colour"); colour != value.end()) {
    if (!colour->is_number_unsigned() || colour->get<unsigned>() >= shuye::kColours) {
      return wrong("colour must be a number from 0 to 7");
    }
    keyword.colour = colour->get<std::uint8_t>();
  }
  if (const auto label = value.find("label"); label != value.end()) {
    if (!label->is_string()) return wrong("label must be a string");
    keyword.label = label->get<std::string>();
  }
  keyword.text = text->get<std::string>();
  request.view.keywords.push_back(keyword);
  return {};
}

Result<void> set_keywords(Request& request, const json& value) {
  request.view.keywords.clear();
  if (value.is_string()) {
    return set_option(request, "keywords", value.get_ref<const std::string&>());
  }
  // In a list each string is one keyword, commas included.
  if (!value.is_array()) return wrong("keywords must be a string or a list");
  for (const json& keyword : value) {
    if (!keyword.is_string() && !keyword.is_object()) {
      return wrong("keywords must hold strings and objects only");
    }
    auto added = keyword.is_object() ? add_keyword(request, keyword)
                                     : set_option(request, "keyword", keyword.get<std::string>());
    if (!added) return added;
  }
  return {};
}

/// What is true or false.
Result<void> set_flag(const json& line, const char* field, bool& flag) {
  const auto found = line.find(field);
  if (found == line.end()) return {};
  if (!found->is_boolean()) return wrong(std::string(field) + " must be true or false");
  flag = found->get<bool>();
  return {};
}

Result<void> set_flags(const json& line, shuye::ViewOptions& view) {
  auto set = set_flag(line, "articleKeywords", view.article_keywords);
  if (set) set = set_flag(line, "ignorePunctuation", view.search.ignore_punctuation);
  if (set) set = set_flag(line, "regionalWords", view.search.regional_words);
  return set;
}

Result<void> set_shown(Request& request, const json& value) {
  std::string roles;
  auto joined = each_string(value, "show", [&](const std::string& role) -> Result<void> {
    roles.append(role).append(",");
    return {};
  });
  return joined ? set_option(request, "show", roles) : joined;
}

/// The defaults with what the line says itself.
Result<Request> request_of(const json& line, const Request& defaults) {
  Request request = defaults;
  for (const char* field :
       {"name", "format", "charset", "cut", "script", "punctuation", "to", "match", "overlaps"}) {
    const auto found = line.find(field);
    if (found == line.end() || found->is_null()) continue;
    if (!found->is_string()) return wrong(std::string(field) + " must be a string");
    auto set = set_option(request, field, found->get_ref<const std::string&>());
    if (!set) return std::move(set).error();
  }
  if (const auto found = line.find("keywords"); found != line.end()) {
    if (auto set = set_keywords(request, *found); !set) return std::move(set).error();
  }
  if (const auto found = line.find("show"); found != line.end()) {
    if (auto set = set_shown(request, *found); !set) return std::move(set).error();
  }
  if (const auto found = line.find("glossary"); found != line.end()) {
    auto glossary = glossary_of(*found);
    if (!glossary) return std::move(glossary).error();
    request.view.glossary = std::move(glossary).value();
  }
  if (const auto found = line.find("context"); found != line.end()) {
    auto set = set_option(request, "context", text_of(*found));
    if (!set) return std::move(set).error();
  }
  if (auto set = set_flags(line, request.view); !set) return std::move(set).error();
  return request;
}

/// The article itself: the line's text, or what the file at its path holds.
Result<std::string> source_of(const json& line, Request& request) {
  const auto text = line.find("text");
  const auto path = line.find("path");
  if ((text == line.end()) == (path == line.end())) {
    return wrong("the line must have either text or path");
  }
  const bool is_text = text != line.end();
  const json& value = is_text ? *text : *path;
  if (!value.is_string()) return wrong(is_text ? "text must be a string" : "path must be a string");
  const auto& source = value.get_ref<const std::string&>();
  if (is_text) return source;
  // Standard input is the batch's own, so here `-` is a file's name like any other.
  auto input = Input::open(source == "-" ? "./-" : source);
  if (!input) return std::move(input).error();
  if (request.open.name.empty()) request.open.name = source;
  return input->read_all(shuye::kMaxInputBytes);
}

struct Answer {
  std::string output;
  std::vector<shuye::Warning> warnings;
};

Result<Answer> answer_to(const json& line, Request& request, const Request& defaults,
                         PackFolder& folder) {
  auto wanted = request_of(line, defaults);
  if (!wanted) return std::move(wanted).error();
  request = std::move(wanted).value();
  auto source = source_of(line, request);
  if (!source) return std::move(source).error();
  Answer made;
  auto warnings = answer(std::move(source).value(), request, folder,
                         [&](std::string_view part) { made.output.append(part); });
  if (!warnings) return std::move(warnings).error();
  made.warnings = std::move(warnings).value();
  return made;
}

LineAnswer failed(const std::string& id, const Error& error, std::size_t number) {
  const json fields = {{"code", shuye::name_of(error.code)},
                       {"stage", shuye::name_of(error.stage)},
                       {"offset", error.offset},
                       {"message", error.message}};
  return {"{\"id\":" + id + ",\"ok\":false,\"error\":" + text_of(fields) +
              ",\"line\":" + std::to_string(number) + "}",
          false,
          {}};
}

bool is_json(shuye::Output output) {
  return output == shuye::Output::json || output == shuye::Output::tree ||
         output == shuye::Output::matches;
}

}  // namespace

LineAnswer answer_line(const std::string& line, std::size_t number, const Request& defaults,
                       PackFolder& folder) {
  const auto value = read_json(line);
  if (!value) return failed("null", value.error(), number);
  const std::string id = value->contains("id") ? text_of((*value)["id"]) : "null";
  Request request;
  auto answered = answer_to(*value, request, defaults, folder);
  if (!answered) return failed(id, answered.error(), number);
  const std::string& output = answered->output;
  return {"{\"id\":" + id + ",\"ok\":true,\"result\":" +
              (is_json(request.output) ? output : text_of(json(output))) + "}",
          true, std::move(answered->warnings)};
}

LineAnswer refuse_line(const std::string& message, std::size_t number) {
  return failed("null", Error{ErrorCode::too_large, Stage::input, 0, message}, number);
}

}  // namespace cli
