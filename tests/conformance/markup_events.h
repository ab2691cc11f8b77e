#pragma once

/// HTML as a row of events that can be compared: `<em>`, `text:…`, `</em>`.
///
/// What is left out of cmark-gfm's HTML says nothing of the structure: `thead` and `tbody`, all
/// attributes but those below, white space between blocks. Text is compared with its references
/// resolved and, outside `pre`, with one space for any white space. Addresses are compared as they
/// are written, not escaped for an attribute: `%20` is a space.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace shuye::testing {

using Events = std::vector<std::string>;

inline std::string resolve_references(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
      {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto* named = std::find_if(std::begin(kNamed), std::end(kNamed), [&](const auto& known) {
      return text.substr(at).starts_with(known.first);
    });
    if (named == std::end(kNamed)) {
      out.push_back(text[at++]);
    } else {
      out.append(named->second);
      at += named->first.size();
    }
  }
  return out;
}

inline std::string decode_percent(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t high =
        at + 2 < text.size() ? kHex.find(text[at + 1]) : std::string_view::npos;
    const std::size_t low = at + 2 < text.size() ? kHex.find(text[at + 2]) : std::string_view::npos;
    if (text[at] == '%' && high != std::string_view::npos && low != std::string_view::npos) {
      out.push_back(static_cast<char>(high * 16 + low));
      at += 2;
    } else {
      out.push_back(text[at]);
    }
  }
  return out;
}

/// Collects events; adjacent texts are one.
class EventList {
 public:
  void tag(std::string text) {
    end_text();
    events_.push_back(std::move(text));
  }

  void text(std::string_view text) { text_.append(text); }

  /// Inside, white space stays as it is.
  void set_verbatim(bool verbatim) {
    end_text();
    verbatim_ = verbatim;
  }

  Events take() {
    end_text();
    return std::move(events_);
  }

 private:
  void end_text() {
    std::string out;
    for (const char c : text_) {
      const bool space = !verbatim_ && (c == ' ' || c == '\n');
      if (!space) {
        out.push_back(c);
      } else if (out.empty() || out.back() != ' ') {
        out.push_back(' ');
      }
    }
    text_.clear();
    if (!out.empty()) events_.push_back("text:" + out);
  }

  Events events_;
  std::string text_;
  bool verbatim_ = false;
};

inline bool is_block_event(std::string_view event) {
  constexpr std::string_view kBlocks[] = {"p",     "h1", "h2", "h3", "h4",        "h5",
                                          "h6",    "ul", "ol", "li", "hr",        "pre",
                                          "table", "tr", "th", "td", "blockquote"};
  if (event.starts_with("text:") || !event.starts_with('<')) return false;
  event.remove_prefix(event.starts_with("</") ? 2 : 1);
  const std::string_view name = event.substr(0, event.find_first_of(" >"));
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
}

/// White space beside a block's tag, and texts of nothing else there, are taken away.
inline Events without_outer_space(Events events) {
  Events out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    std::string event = std::move(events[i]);
    const bool pre = !out.empty() && out.back().starts_with("<code") && out.size() > 1 &&
                     out[out.size() - 2] == "<pre>";
    if (event.starts_with("text:") && !pre) {
      const bool after = out.empty() || is_block_event(out.back()) || out.back() == "<br>";
      const bool before = i + 1 == events.size() || is_block_event(events[i + 1]);
      if (after && event.size() > 5 && event[5] == ' ') event.erase(5, 1);
      if (before && event.size() > 5 && event.back() == ' ') event.pop_back();
      if (event == "text:") continue;
    }
    out.push_back(std::move(event));
  }
  return out;
}

/// The events of cmark-gfm's HTML.
inline Events events_of(std::string_view html) {
  constexpr std::string_view kAttributes[] = {"href",  "src",   "alt",   "title",
                                              "start", "align", "class", "checked"};
  EventList list;
  while (!html.empty()) {
    const std::size_t begin = std::min(html.find('<'), html.size());
    list.text(resolve_references(html.substr(0, begin)));
    html.remove_prefix(begin);
    if (html.empty()) break;
    const std::size_t end = std::min(html.find('>'), html.size() - 1);
    std::string_view tag = html.substr(0, end + 1);
    html.remove_prefix(end + 1);
    const std::size_t name_end = tag.find_first_of(" />", 2);
    const std::string name(tag.substr(0, name_end));
    if (name == "<thead" || name == "<tbody" || name == "</thead" || name == "</tbody") continue;
    std::string event = name;
    for (const std::string_view attribute : kAttributes) {
      const std::size_t at = tag.find(" " + std::string(attribute) + "=\"");
      if (at == std::string_view::npos) continue;
      const std::size_t value = at + attribute.size() + 3;
      std::string text = resolve_references(tag.substr(value, tag.find('"', value) - value));
      if (attribute == "href" || attribute == "src") text = decode_percent(text);
      if (!text.empty() || attribute == "checked")
        event.append(" ").append(attribute).append("=").append(text);
    }
    list.tag(event + ">");
    if (name == "<code" || name == "<pre") list.set_verbatim(true);
    if (name == "</code" || name == "</pre") list.set_verbatim(false);
  }
  return without_outer_space(list.take());
}

}  // namespace shuye::testing
