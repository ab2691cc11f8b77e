#include "glossary.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "files.h"

namespace cli {
namespace {

using nlohmann::json;
using shuye::Error;
using shuye::ErrorCode;
using shuye::Glossary;
using shuye::GlossaryEntry;
using shuye::Result;
using shuye::Stage;

constexpr std::size_t kMaxBytes = std::size_t{256} << 20;

Error wrong(std::string message, std::size_t offset = 0) {
  return Error{ErrorCode::invalid_option, Stage::input, offset, std::move(message)};
}

/// Reads values and keeps none: `json::parse` without exceptions does not say where it stopped.
struct ErrorPlace : json::json_sax_t {
  std::size_t place = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t at, const std::string&, const json::exception&) override {
    place = at;
    return false;
  }
};

Result<json> parse(const std::string& text) {
  ErrorPlace error;
  if (json::sax_parse(text, &error)) return json::parse(text, nullptr, false);
  const std::size_t place = std::min(error.place, text.size());
  const auto lines =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
  return wrong("line " + std::to_string(lines + 1) + ": this is no JSON", place);
}

std::string text_of(const json& object, const char* field) {
  const auto found = object.find(field);
  return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

bool is_entry(const json& value) {
  return value.is_object() && value.contains("from") && value["from"].is_string() &&
         value.contains("to") && value["to"].is_string();
}

Result<std::vector<GlossaryEntry>> entries_of(const json& list) {
  if (!list.is_array()) return wrong("entries must be a list");
  std::vector<GlossaryEntry> entries;
  for (const json& value : list) {
    if (!is_entry(value)) {
      return wrong("entry " + std::to_string(entries.size() + 1) +
                   " of the glossary must have from and to, both strings");
    }
    entries.push_back({text_of(value, "from"), text_of(value, "to")});
  }
  return entries;
}

Result<std::vector<std::string>> terms_of(const json& list) {
  if (!list.is_array()) return wrong("protect must be a list");
  std::vector<std::string> terms;
  for (const json& value : list) {
    if (!value.is_string()) return wrong("protect must hold strings only");
    terms.push_back(value.get<std::string>());
  }
  return terms;
}

}  // namespace

Result<Glossary> glossary_of(const json& value) {
  if (!value.is_object()) return wrong("a glossary is an object with entries and protect");
  for (const auto& [name, field] : value.items()) {
    if (name != "entries" && name != "protect") {
      return wrong("a glossary has entries and protect, and no \"" + name + "\"");
    }
  }
  const auto entries = entries_of(value.value("entries", json::array()));
  if (!entries) return entries.error();
  const auto terms = terms_of(value.value("protect", json::array()));
  if (!terms) return terms.error();
  return Glossary::create(*entries, *terms);
}

Result<Glossary> read_glossary(const std::string& path) {
  auto input = Input::open(path);
  if (!input) return std::move(input).error();
  const auto text = input->read_all(kMaxBytes);
  if (!text) return text.error();
  if (text->size() > kMaxBytes) {
    return Error{ErrorCode::too_large, Stage::input, 0, "a glossary of more than 256 MiB"};
  }
  const std::size_t first = text->find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string::npos || (*text)[first] != '{') return Glossary::read(*text);
  const auto value = parse(text->substr(first));
  return value ? glossary_of(*value) : value.error();
}

}  // namespace cli
