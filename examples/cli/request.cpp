#include "request.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace cli {
namespace {

using shuye::Cutting;
using shuye::Error;
using shuye::ErrorCode;
using shuye::Format;
using shuye::Result;
using shuye::Role;
using shuye::Stage;

constexpr std::array kFormats = {Format::markdown, Format::html, Format::plain};
constexpr std::array kCuttings = {Cutting::cautious, Cutting::normal, Cutting::bold};
constexpr std::array kRoles = {Role::body,   Role::title,  Role::subtitle,
                               Role::byline, Role::notice, Role::clutter};

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<Enum, N>& values, std::string_view name) {
  for (const Enum value : values) {
    if (shuye::name_of(value) == name) return value;
  }
  return std::nullopt;
}

template <typename Enum, std::size_t N>
std::string names_of(const std::array<Enum, N>& values) {
  std::string names;
  for (const Enum value : values) {
    if (!names.empty()) names += ", ";
    names += shuye::name_of(value);
  }
  return names;
}

Error unknown(ErrorCode code, std::string_view what, std::string_view value,
              std::string_view known) {
  std::string message = "unknown ";
  message.append(what).append(" \"").append(value).append("\"; there are ").append(known);
  return Error{code, Stage::input, 0, std::move(message)};
}

Result<void> set_script(Request& request, std::string_view value) {
  const auto script = shuye::script_from_name(value);
  if (!script || *script == shuye::Script::none) {
    return unknown(ErrorCode::unknown_script, "script", value,
                   "original, zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK, ja");
  }
  request.view.script = *script;
  return {};
}

Result<void> set_output(Request& request, std::string_view value) {
  const auto output = shuye::output_from_name(value);
  if (!output) {
    return unknown(ErrorCode::invalid_option, "output", value,
                   "html, page, json, matches, markdown, text, tree");
  }
  request.output = *output;
  return {};
}

Result<void> set_format(Request& request, std::string_view value) {
  request.open.format = find_name(kFormats, value);
  if (request.open.format) return {};
  return unknown(ErrorCode::invalid_option, "format", value, names_of(kFormats));
}

Result<void> set_cutting(Request& request, std::string_view value) {
  const auto cutting = find_name(kCuttings, value);
  if (!cutting) return unknown(ErrorCode::invalid_option, "cut", value, names_of(kCuttings));
  request.open.cut = *cutting;
  return {};
}

Result<void> set_roles(Request& request, std::string_view value) {
  request.view.roles = 0;
  for (const std::string& name : cut_list(value)) {
    const auto role = find_name(kRoles, name);
    if (!role) return unknown(ErrorCode::invalid_option, "role", name, names_of(kRoles));
    request.view.roles |= shuye::role_bit(*role);
  }
  if (request.view.roles != 0) return {};
  return Error{ErrorCode::invalid_option, Stage::input, 0,
               "no role to show; there are " + names_of(kRoles)};
}

Result<void> set_punctuation(Request& request, std::string_view value) {
  if (value != "keep" && value != "regional") {
    return unknown(ErrorCode::invalid_option, "punctuation", value, "keep, regional");
  }
  request.view.punctuation =
      value == "keep" ? shuye::Punctuation::keep : shuye::Punctuation::regional;
  return {};
}

constexpr std::string_view kMatches = "auto, word, prefix, anywhere, regex";
constexpr std::string_view kOverlaps = "leftmost-longest, leftmost-first, all";

Result<void> set_match(Request& request, std::string_view value) {
  const auto match = shuye::match_from_name(value);
  if (!match) return unknown(ErrorCode::invalid_option, "match", value, kMatches);
  request.as_keyword.match = *match;
  return {};
}

Result<void> set_overlaps(Request& request, std::string_view value) {
  const auto overlaps = shuye::overlaps_from_name(value);
  if (!overlaps) return unknown(ErrorCode::invalid_option, "overlaps", value, kOverlaps);
  request.view.search.overlaps = *overlaps;
  return {};
}

Result<void> set_context(Request& request, std::string_view value) {
  constexpr std::uint32_t kMost = 10'000;
  std::uint32_t units = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), units);
  if (error != std::errc() || end != value.data() + value.size() || units > kMost) {
    return Error{ErrorCode::invalid_option, Stage::input, 0,
                 "context must be a number up to " + std::to_string(kMost)};
  }
  request.view.context = units;
  return {};
}

void add_keyword(Request& request, std::string text) {
  shuye::Keyword& keyword = request.view.keywords.emplace_back(request.as_keyword);
  keyword.text = std::move(text);
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

/// The length of the list separator that `text` begins with; 0 when it begins with none.
std::size_t separator_length(std::string_view text) {
  for (const std::string_view separator : {",", ";", "，", "；", "、"}) {
    if (text.substr(0, separator.size()) == separator) return separator.size();
  }
  return 0;
}

}  // namespace

std::vector<std::string> cut_list(std::string_view list) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t length = separator_length(list.substr(at));
    if (length == 0 && at < list.size()) {
      ++at;
      continue;
    }
    if (const auto part = trim(list.substr(begin, at - begin)); !part.empty()) {
      parts.emplace_back(part);
    }
    if (length == 0) break;
    at += length;
    begin = at;
  }
  return parts;
}

Result<void> set_option(Request& request, std::string_view name, std::string_view value) {
  if (name == "script") return set_script(request, value);
  if (name == "to") return set_output(request, value);
  if (name == "format") return set_format(request, value);
  if (name == "cut") return set_cutting(request, value);
  if (name == "show") return set_roles(request, value);
  if (name == "punctuation") return set_punctuation(request, value);
  if (name == "match") return set_match(request, value);
  if (name == "overlaps") return set_overlaps(request, value);
  if (name == "context") return set_context(request, value);
  if (name == "charset") {
    request.open.charset = value;
  } else if (name == "name") {
    request.open.name = value;
  } else if (name == "keywords") {
    for (std::string& keyword : cut_list(value)) {
      add_keyword(request, std::move(keyword));
    }
  } else if (name == "keyword") {
    add_keyword(request, std::string(value));
  } else {
    return Error{ErrorCode::internal, Stage::input, 0, "no option " + std::string(name)};
  }
  return {};
}

}  // namespace cli
