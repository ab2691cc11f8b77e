#include "marshal.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <shuye/utf16.h>

namespace shuye::wasm {
namespace {

using emscripten::typed_memory_view;
using emscripten::val;

// Embind's own strings are copied unit by unit; a typed array and TextDecoder copy in whole.

std::string take_bytes(const val& bytes, std::size_t limit = SIZE_MAX) {
  const auto length = static_cast<std::size_t>(bytes["length"].as<double>());
  std::string taken(std::min(length, limit), '\0');
  val memory(typed_memory_view(taken.size(), reinterpret_cast<unsigned char*>(taken.data())));
  memory.call<void>("set", length > limit ? bytes.call<val>("subarray", 0, double(limit)) : bytes);
  return taken;
}

/// At most this long and at the end of a character.
std::string_view first_part(std::string_view text) {
  if (text.size() <= kPartBytes) return text;
  std::size_t end = kPartBytes;
  while (end > kPartBytes - 4 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// A string for JavaScript, of parts as they come. Browsers decode UTF-16 several times as fast as
// UTF-8; part by part, so that the copy is small.
class GivenText {
 public:
  void add(std::string_view text) {
    while (!text.empty()) {
      const std::string_view part = first_part(text);
      text.remove_prefix(part.size());
      add_part(part);
    }
  }

  val take() { return text_; }

 private:
  // Strings that are put together stay as they are until somebody reads them; joining an array of
  // them would copy them at once.
  void add_part(std::string_view part) {
    if (units_.size() < part.size()) units_.resize(part.size());
    const auto size = static_cast<std::size_t>(utf16::write(part, units_.data()) - units_.data());
    const auto* bytes = reinterpret_cast<const unsigned char*>(units_.data());
    val decoded = decode()(val(typed_memory_view(size * sizeof(char16_t), bytes)));
    text_ = std::exchange(is_empty_, false) ? decoded : text_.call<val>("concat", decoded);
  }

  /// From bytes of UTF-16; loader.js gives it.
  static const val& decode() {
    static const val only = val::module_property("decodeUtf16");
    return only;
  }

  std::u16string units_;
  val text_ = val("");
  bool is_empty_ = true;
};

val give_text(std::string_view text) {
  GivenText given;
  given.add(text);
  return given.take();
}

val give_error(const Error& error) {
  val fields = val::object();
  fields.set("code", give_text(name_of(error.code)));
  fields.set("stage", give_text(name_of(error.stage)));
  fields.set("offset", static_cast<double>(error.offset));
  fields.set("message", give_text(error.message));
  val answer = val::object();
  answer.set("error", fields);
  return answer;
}

val give_names(const std::vector<std::string_view>& names) {
  val answer = val::array();
  for (const std::string_view name : names) answer.call<void>("push", give_text(name));
  return answer;
}

/// A Uint32Array of all their numbers: a copy, since the memory is the module's, and moves.
template <typename T>
val give_numbers(const std::vector<T>& structures) {
  constexpr std::size_t kEach = sizeof(T) / sizeof(std::uint32_t);
  const auto* numbers = reinterpret_cast<const std::uint32_t*>(structures.data());
  return val::global("Uint32Array")
      .new_(val(typed_memory_view(kEach * structures.size(), numbers)));
}

val give(const Result<void>& result) {
  return result ? val::undefined() : give_error(result.error());
}

Error wrong_option(ErrorCode code, std::string_view what, std::string_view value) {
  return {code, Stage::input, 0, std::string(what) + " \"" + std::string(value) + "\" is unknown"};
}

Error not_open() { return {ErrorCode::closed, Stage::input, 0, "no article is open here"}; }

/// Takes the first element off a list.
std::string_view take_element(std::string_view& list) {
  const std::string_view element = list.substr(0, list.find('\0'));
  list.remove_prefix(std::min(element.size() + 1, list.size()));
  return element;
}

std::vector<std::string> take_list(std::string_view list) {
  std::vector<std::string> elements;
  while (!list.empty()) elements.emplace_back(take_element(list));
  return elements;
}

Result<Cutting> take_cutting(std::string_view name) {
  if (name.empty()) return Cutting::normal;
  for (const Cutting cut : {Cutting::cautious, Cutting::normal, Cutting::bold}) {
    if (name == name_of(cut)) return cut;
  }
  return wrong_option(ErrorCode::invalid_option, "cut", name);
}

std::optional<Format> format_from_name(std::string_view name) {
  for (const Format format : {Format::markdown, Format::html, Format::plain}) {
    if (name == name_of(format)) return format;
  }
  return std::nullopt;
}

Result<RoleSet> take_roles(std::string_view list) {
  constexpr Role kRoles[] = {Role::body,   Role::title,  Role::subtitle,
                             Role::byline, Role::notice, Role::clutter};
  RoleSet roles = 0;
  for (const std::string& name : take_list(list)) {
    const auto* role = std::find_if(std::begin(kRoles), std::end(kRoles),
                                    [&](Role r) { return name == name_of(r); });
    if (role == std::end(kRoles)) return wrong_option(ErrorCode::invalid_option, "role", name);
    roles |= role_bit(*role);
  }
  return roles;
}

Result<Script> take_script(std::string_view name) {
  const std::optional<Script> script = script_from_name(name);
  // `none` is what a document can be in, and nothing to ask for.
  if (!script || *script == Script::none) {
    return wrong_option(ErrorCode::unknown_script, "script", name);
  }
  return *script;
}

Result<Punctuation> take_punctuation(std::string_view name) {
  if (name == "keep") return Punctuation::keep;
  if (name == "regional") return Punctuation::regional;
  return wrong_option(ErrorCode::invalid_option, "punctuation", name);
}

Result<Glossary> take_glossary(std::string_view entries, std::string_view protect) {
  std::vector<std::string> texts = take_list(entries);
  std::vector<GlossaryEntry> pairs;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    pairs.push_back({std::move(texts[i]), std::move(texts[i + 1])});
  }
  return Glossary::create(pairs, take_list(protect));
}

Result<std::vector<Keyword>> take_keywords(std::string_view list) {
  constexpr std::ptrdiff_t kFields = 5;
  std::vector<Keyword> keywords;
  keywords.reserve(static_cast<std::size_t>(std::count(list.begin(), list.end(), '\0') / kFields));
  while (!list.empty()) {
    Keyword& keyword = keywords.emplace_back(std::string(take_element(list)));
    const std::string_view name = take_element(list);
    const auto match = match_from_name(name);
    if (!match) return wrong_option(ErrorCode::invalid_option, "match", name);
    keyword.match = *match;
    keyword.exact = !take_element(list).empty();
    const std::string_view colour = take_element(list);
    if (!colour.empty()) keyword.colour = static_cast<std::uint8_t>(colour[0] - '0');
    keyword.label = take_element(list);
  }
  return keywords;
}

Result<ViewOptions> take_view(const ViewRequest& request) {
  Result<Script> script = take_script(request.script);
  if (!script) return script.error();
  Result<RoleSet> roles = take_roles(request.show);
  if (!roles) return roles.error();
  const Result<Punctuation> punctuation = take_punctuation(request.punctuation);
  if (!punctuation) return punctuation.error();
  Result<Glossary> glossary = take_glossary(request.glossary, request.protect);
  if (!glossary) return glossary.error();
  Result<std::vector<Keyword>> keywords = take_keywords(take_bytes(request.keywords));
  if (!keywords) return keywords.error();
  const auto overlaps = overlaps_from_name(request.overlaps);
  if (!overlaps) return wrong_option(ErrorCode::invalid_option, "overlaps", request.overlaps);
  ViewOptions options;
  options.script = *script;
  options.keywords = std::move(keywords).value();
  options.article_keywords = request.article_keywords;
  options.search = {*overlaps, request.ignore_punctuation, request.regional_words};
  options.roles = *roles;
  options.punctuation = *punctuation;
  options.glossary = std::move(glossary).value();
  options.context = request.context;
  return options;
}

}  // namespace

val ArticleHandle::open(const val& bytes, const OpenRequest& request) {
  OpenOptions options;
  options.format = format_from_name(request.format);
  options.charset = request.charset;
  options.name = request.name;
  if (!options.format && !request.format.empty()) {
    return give_error(wrong_option(ErrorCode::invalid_option, "format", request.format));
  }
  const Result<Cutting> cut = take_cutting(request.cut);
  if (!cut) return give_error(cut.error());
  options.cut = *cut;
  // One byte above the limit is enough for the core to refuse the rest.
  opening_.emplace(take_bytes(bytes, kMaxInputBytes + 1), std::move(options));
  return val::undefined();
}

val ArticleHandle::finish(const Packs& packs) {
  if (!opening_) return give_error(not_open());
  const auto missing = opening_->missing(packs);
  if (!missing) return give_error(missing.error());
  if (!missing->empty()) return give_names(missing.value());
  Result<Article> article = std::move(*opening_).article(packs);
  opening_.reset();
  if (!article) return give_error(article.error());
  article_ = std::move(article).value();
  return val::undefined();
}

val ArticleHandle::missing(const std::string& script_name, bool regional_words,
                           const Packs& packs) const {
  if (!article_) return give_error(not_open());
  const Result<Script> script = take_script(script_name);
  if (!script) return give_error(script.error());
  ViewOptions options;
  options.script = *script;
  options.search.regional_words = regional_words;
  auto names = packs_for(article_->document(), options);
  if (!names) return give_error(names.error());
  const auto is_there = [&](std::string_view name) { return packs.has(name); };
  names->erase(std::remove_if(names->begin(), names->end(), is_there), names->end());
  return names->empty() ? val::undefined() : give_names(names.value());
}

val ArticleHandle::render(const std::string& output_name, const ViewRequest& request,
                          const Packs& packs) {
  if (!article_) return give_error(not_open());
  const std::optional<Output> output = output_from_name(output_name);
  if (!output) return give_error(wrong_option(ErrorCode::invalid_option, "output", output_name));
  const Result<ViewOptions> options = take_view(request);
  if (!options) return give_error(options.error());
  GivenText text;
  const Result<void> rendered = article_->render(*output, options.value(), packs,
                                                 [&](std::string_view part) { text.add(part); });
  return rendered ? text.take() : give_error(rendered.error());
}

val ArticleHandle::find(const ViewRequest& request, const Packs& packs) {
  if (!article_) return give_error(not_open());
  Result<ViewOptions> options = take_view(request);
  if (!options) return give_error(options.error());
  const Result<Found> found = article_->find(std::move(options).value(), packs);
  if (!found) return give_error(found.error());
  static_assert(sizeof(FoundKeyword) == 2 * sizeof(std::uint32_t));
  static_assert(sizeof(FoundMatch) == 6 * sizeof(std::uint32_t));
  val answer = val::object();
  answer.set("keywords", give_numbers(found->keywords));
  answer.set("ownKeywords", give_text(found->own_keywords));
  answer.set("matches", give_numbers(found->matches));
  return answer;
}

val ArticleHandle::explain(std::uint32_t block, std::uint32_t offset, const ViewRequest& request,
                           const Packs& packs) {
  if (!article_) return give_error(not_open());
  const Result<ViewOptions> options = take_view(request);
  if (!options) return give_error(options.error());
  const Result<std::string> text = article_->explain(block, offset, options.value(), packs);
  return text ? give_text(text.value()) : give_error(text.error());
}

val ArticleHandle::restore(std::uint32_t trace_id) {
  return article_ ? give(article_->restore(trace_id)) : give_error(not_open());
}

val add_pack(Packs& packs, const std::string& name, const val& bytes) {
  return give(packs.add(name, take_bytes(bytes)));
}

}  // namespace shuye::wasm
