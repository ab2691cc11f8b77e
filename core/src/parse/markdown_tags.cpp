#include "parse/markdown_tags.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "parse/markdown_syntax.h"
#include "text/character.h"

namespace shuye {
namespace {

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::string_view (&words)[kCount]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

struct Argument {
  std::string name;  // empty: by its place
  std::string value;
};

struct Call {
  std::string name;
  bool closing = false;
  std::vector<Argument> arguments;

  std::string named(std::initializer_list<std::string_view> wanted) const {
    for (const std::string_view name : wanted) {
      for (const Argument& argument : arguments) {
        if (argument.name == name) return argument.value;
      }
    }
    return {};
  }

  // The values without a name, from the one at `first`.
  std::vector<std::string> values(std::size_t first = 0) const {
    std::vector<std::string> out;
    for (const Argument& argument : arguments) {
      if (argument.name.empty()) out.push_back(argument.value);
    }
    out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(std::min(first, out.size())));
    return out;
  }
};

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : " ").append(word);
  return out;
}

constexpr std::string_view kQuotes = "\"'`";

std::string take_word(std::string_view& rest, std::string_view stops) {
  if (!rest.empty() && kQuotes.find(rest[0]) != std::string_view::npos) {
    const std::size_t end = rest.find(rest[0], 1);
    if (end != std::string_view::npos) {
      std::string word(rest.substr(1, end - 1));
      rest.remove_prefix(end + 1);
      return word;
    }
  }
  const std::size_t end = std::min(rest.find_first_of(stops), rest.size());
  std::string word(rest.substr(0, end));
  rest.remove_prefix(end);
  return word;
}

Call read_call(std::string_view text) {
  Call call;
  std::string_view rest = trim(text);
  if (rest.starts_with('/')) {
    call.closing = true;
    rest = trim(rest.substr(1));
  }
  call.name = lower(take_word(rest, " \t\n"));
  if (call.name.starts_with("end") && call.name.size() > 3) {
    call.closing = true;
    call.name.erase(0, 3);
  }
  for (rest = trim(rest); !rest.empty(); rest = trim(rest)) {
    Argument argument;
    const std::size_t before = rest.size();
    argument.value = take_word(rest, " \t\n=");
    if (!rest.empty() && rest[0] == '=') {
      rest.remove_prefix(1);
      argument.name = lower(std::exchange(argument.value, take_word(rest, " \t\n")));
    }
    if (argument.value != "/" && argument.value != ",")
      call.arguments.push_back(std::move(argument));
    if (rest.size() == before) break;
  }
  return call;
}

struct CalloutName {
  std::string_view name;
  std::string_view kind;
};

// The five kinds are GitHub's; the others are what Obsidian, VuePress, Docusaurus, Hugo's and
// Hexo's themes call theirs.
constexpr CalloutName kCallouts[] = {
    {"note", "note"},           {"info", "note"},         {"default", "note"},
    {"primary", "note"},        {"abstract", "note"},     {"summary", "note"},
    {"tldr", "note"},           {"todo", "note"},         {"question", "note"},
    {"help", "note"},           {"faq", "note"},          {"example", "note"},
    {"details", "note"},        {"notice", "note"},       {"admonition", "note"},
    {"alert", "note"},          {"callout", "note"},      {"message", "note"},
    {"fold", "note"},           {"folding", "note"},      {"spoiler", "note"},
    {"collapse", "note"},       {"tip", "tip"},           {"hint", "tip"},
    {"success", "tip"},         {"check", "tip"},         {"done", "tip"},
    {"important", "important"}, {"attention", "warning"}, {"warning", "warning"},
    {"warn", "warning"},        {"caution", "caution"},   {"danger", "caution"},
    {"error", "caution"},       {"failure", "caution"},   {"fail", "caution"},
    {"missing", "caution"},     {"bug", "caution"},       {"quote", "note"},
    {"cite", "note"},
};

// Names that say only that it is a callout; the first argument may say which.
bool is_general(std::string_view name) {
  constexpr std::string_view kNames[] = {"note",    "notice",  "admonition", "alert",
                                         "callout", "message", "hint"};
  return is_one_of(name, kNames);
}

// What themes write into the arguments and no reader has to know.
bool is_style(std::string_view word) {
  constexpr std::string_view kStyles[] = {"no-icon",  "icon", "simple", "flat", "modern",
                                          "disabled", "true", "false",  "open", "closed",
                                          "fas",      "fab",  "far"};
  return is_one_of(word, kStyles) || word.starts_with("fa-");
}

bool looks_like_a_file(std::string_view word) {
  return word.find_first_of("./") != std::string_view::npos &&
         word.find(' ') == std::string_view::npos;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789%px") == std::string_view::npos;
}

bool is_web_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

// Hexo: `{% img [classes] address [width] [height] ["title" ["alt"]] %}`; Hugo: by name.
Tag image_of(const Call& call) {
  Tag tag;
  tag.address = call.named({"src", "url", "image_path", "image", "path", "link"});
  tag.caption = call.named({"caption", "title"});
  tag.text = call.named({"alt"});
  std::vector<std::string> rest;
  for (const std::string& word : call.values()) {
    if (tag.address.empty()) {
      if (looks_like_a_file(word)) tag.address = word;
    } else if (!is_number(word)) {
      rest.push_back(word);
    }
  }
  if (tag.caption.empty()) tag.caption = join(rest);
  if (tag.text.empty()) tag.text = tag.caption;
  tag.kind = tag.address.empty() ? TagKind::unknown : TagKind::image;
  return tag;
}

struct Service {
  std::string_view name;
  std::string_view address;  // the identifier comes behind it
};
constexpr Service kServices[] = {
    {"youtube", "https://www.youtube.com/watch?v="}, {"vimeo", "https://vimeo.com/"},
    {"bilibili", "https://www.bilibili.com/video/"}, {"gist", "https://gist.github.com/"},
    {"jsfiddle", "https://jsfiddle.net/"},           {"asciinema", "https://asciinema.org/a/"},
};

bool is_identifier(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_word(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '/';
  });
}

// What is embedded becomes a link to where it is.
Tag embedded(const Call& call) {
  Tag tag;
  const std::vector<std::string> values = call.values();
  const std::string named = call.named({"src", "url", "href", "id", "vid"});
  if (is_web_address(named)) tag.address = named;
  for (const std::string& value : values) {
    if (tag.address.empty() && is_web_address(value)) tag.address = value;
  }
  for (const Service& service : kServices) {
    if (!tag.address.empty() || service.name != call.name) continue;
    std::string id = named.empty() && !values.empty() ? values[0] : named;
    if (call.name == "gist" && values.size() > 1) id += "/" + values[1];
    if (is_identifier(id)) tag.address = std::string(service.address) + id;
  }
  const std::string user = call.named({"user"});
  if (tag.address.empty() && is_identifier(user) && is_identifier(named)) {
    tag.address = "https://twitter.com/" + user + "/status/" + named;
  }
  tag.text = call.named({"title"});
  if (tag.text.empty()) tag.text = tag.address;
  tag.kind = tag.address.empty() ? TagKind::unknown : TagKind::link;
  return tag;
}

// `{% post_link slug 题 %}`, `{% link 题 地址 %}`, `{% asset_link file 题 %}`.
Tag link_of(const Call& call) {
  Tag tag;
  std::vector<std::string> words;
  for (const std::string& value : call.values()) {
    if (tag.address.empty() && is_web_address(value)) {
      tag.address = value;
    } else if (value != "true" && value != "false") {
      words.push_back(value);
    }
  }
  if (call.name == "asset_link" && tag.address.empty() && !words.empty()) {
    tag.address = words[0];
    if (words.size() > 1) words.erase(words.begin());
  } else if (call.name == "post_link" && words.size() > 1) {
    words.erase(words.begin());
  }
  tag.text = words.empty() ? tag.address : join(words);
  tag.kind = tag.text.empty()      ? TagKind::unknown
             : tag.address.empty() ? TagKind::text
                                   : TagKind::link;
  return tag;
}

Tag callout_of(const Call& call) {
  Tag tag;
  tag.kind = TagKind::callout;
  tag.callout = callout_named(call.name);
  tag.text = call.named({"title"});
  std::vector<std::string> words;
  const std::string named = call.named({"type", "class"});
  if (is_general(call.name) && !callout_named(named).empty()) tag.callout = callout_named(named);
  bool first = true;
  for (const std::string& value : call.values()) {
    if (is_style(value)) continue;
    const std::string_view kind = callout_named(value);
    if (std::exchange(first, false) && is_general(call.name) && !kind.empty()) {
      tag.callout = kind;
    } else {
      words.push_back(value);
    }
  }
  if (tag.text.empty()) tag.text = join(words);
  return tag;
}

std::string language_of(const Call& call) {
  for (const Argument& argument : call.arguments) {
    if (argument.name.empty() && argument.value.starts_with("lang:"))
      return argument.value.substr(5);
  }
  const std::vector<std::string> values = call.values();
  return call.name == "highlight" && !values.empty() ? values[0] : std::string();
}

Tag tag_of(const Call& call) {
  constexpr std::string_view kImages[] = {"asset_img",   "img", "image",    "figure",
                                          "asset_image", "pic", "fancybox", "responsive_image",
                                          "picture"};
  constexpr std::string_view kEmbedded[] = {"youtube", "vimeo", "bilibili",  "gist",  "tweet",
                                            "twitter", "x",     "jsfiddle",  "video", "audio",
                                            "iframe",  "pdf",   "asciinema", "music", "dplayer",
                                            "aplayer", "meting"};
  constexpr std::string_view kLinks[] = {"post_link", "asset_link", "link",   "link_to", "btn",
                                         "button",    "ref",        "relref", "post_url"};
  constexpr std::string_view kQuoted[] = {"blockquote",  "quote", "pullquote",
                                          "centerquote", "cq",    "epigraph"};
  constexpr std::string_view kCode[] = {"highlight", "codeblock", "code"};
  if (is_one_of(call.name, kImages)) return image_of(call);
  if (is_one_of(call.name, kEmbedded)) return embedded(call);
  if (is_one_of(call.name, kLinks)) return link_of(call);
  if (call.name == "include" || call.name == "include_relative") {
    Tag tag = image_of(call);
    if (tag.kind == TagKind::image && !call.named({"src", "url", "image_path", "image"}).empty())
      return tag;
    return Tag{TagKind::dropped, {}, {}, {}, {}, {}};
  }
  Tag tag;
  if (is_one_of(call.name, kQuoted)) {
    tag.kind = TagKind::quote;
    tag.text = join(call.values());
  } else if (is_one_of(call.name, kCode)) {
    tag.kind = TagKind::code;
    tag.text = language_of(call);
  } else if (!callout_named(call.name).empty()) {
    return callout_of(call);
  }
  return tag;
}

// `site.url`, `page.title`, `'/a.png' | relative_url`: what the site knows and the text does not
// say.
bool is_variable_of_site(std::string_view expression) {
  constexpr std::string_view kBeginnings[] = {
      "site.",    "page.",  "post.",  "include.", "theme.",  "config.", "layout.", "paginator.",
      "url_for(", ".Site.", ".Page.", "$.",       "content", "toc",     "TOC"};
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [&](std::string_view known) { return expression.starts_with(known); });
}

std::string_view string_in(std::string_view expression) {
  const std::size_t begin = expression.find_first_of("\"'");
  if (begin == std::string_view::npos) return {};
  const std::size_t end = expression.find(expression[begin], begin + 1);
  return end == std::string_view::npos ? std::string_view()
                                       : expression.substr(begin + 1, end - begin - 1);
}

std::string_view inner_of(std::string_view tag) {
  const std::size_t width = tag.starts_with("{{<") || tag.starts_with("{{%") ? 3 : 2;
  std::string_view inner = tag.substr(width, tag.size() - 2 * width);
  if (inner.starts_with('-')) inner.remove_prefix(1);  // Liquid's sign for no white space
  if (inner.ends_with('-')) inner.remove_suffix(1);
  return trim(inner);
}

// `:::tip 题`, `::: warning`, `:::note[题]{key=value}`, `:::`.
Tag read_container(std::string_view line) {
  Tag tag;
  std::string_view rest = trim(line.substr(container_colons(line)));
  while (rest.ends_with(':')) rest.remove_suffix(1);
  tag.name = ":";
  if (rest.empty()) {
    tag.kind = TagKind::end;
    return tag;
  }
  const std::size_t end = std::min(rest.find_first_of(" \t[{"), rest.size());
  tag.callout = callout_named(rest.substr(0, end));
  tag.kind = tag.callout.empty() ? TagKind::dropped : TagKind::callout;
  rest = trim(rest.substr(end));
  if (rest.starts_with('[')) rest = rest.substr(1, std::min(rest.find(']'), rest.size()) - 1);
  if (rest.ends_with('}')) rest = trim(rest.substr(0, std::min(rest.rfind('{'), rest.size())));
  tag.text = rest;
  return tag;
}

}  // namespace

std::string_view callout_named(std::string_view name) {
  const std::string wanted = lower(name);
  for (const CalloutName& known : kCallouts) {
    if (known.name == wanted) return known.kind;
  }
  return {};
}

Tag read_tag(std::string_view text) {
  if (text.starts_with(':')) return read_container(text);
  const std::string_view inner = inner_of(text);
  if (text.starts_with("{{") && !text.starts_with("{{<") && !text.starts_with("{{%")) {
    Tag tag;
    tag.name = "{{";
    tag.kind = is_variable_of_site(inner) ? TagKind::dropped : TagKind::unknown;
    return tag;
  }
  const Call call = read_call(inner);
  constexpr std::string_view kOfTheSite[] = {
      "raw",    "if",        "else",       "elsif",        "unless",  "for",
      "assign", "capture",   "comment",    "include",      "more",    "toc",
      "tab",    "tabs",      "cell",       "grid",         "bg",      "seo",
      "break",  "post_path", "asset_path", "include_code", "timeline"};
  Tag tag;
  if (call.closing) {
    tag.kind = TagKind::end;
  } else {
    tag = tag_of(call);
    if (tag.kind == TagKind::unknown && is_one_of(call.name, kOfTheSite))
      tag.kind = TagKind::dropped;
  }
  tag.name = call.name;
  return tag;
}

std::string without_tags(std::string_view address) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = address.find('{'); at != std::string_view::npos;
       at = address.find('{', at)) {
    const std::size_t length = tag_length(address, at);
    if (length == 0) {
      ++at;
      continue;
    }
    out.append(address, copied, at - copied);
    const std::string_view tag = address.substr(at, length);
    const std::string_view inner = inner_of(tag);
    const std::string_view quoted = string_in(inner);
    if (!quoted.empty()) {
      out.append(quoted);
    } else if (tag.starts_with("{%") || tag.starts_with("{{<")) {
      // `{% post_url 2020-01-01-a %}`: what it would look up.
      const std::vector<std::string> values = read_call(inner).values();
      if (!values.empty()) out.append(values.back());
    }
    at = copied = at + length;
  }
  return out.append(address, copied);
}

}  // namespace shuye
