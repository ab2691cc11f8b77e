#pragma once

/// `git clone <url>`, `List<T>`: to CommonMark these are tags, and HTML knows nothing of them, so
/// that they would vanish. Their authors want them to be read. A component of a site
/// (`<Tabs>…</Tabs>`, `<Badge text="新"/>`) is closed, or has values.

#include <cstddef>
#include <string_view>
#include <vector>

namespace shuye {

class Placeholders {
 public:
  /// Nothing is looked for until something may be one. `text` must outlive this.
  explicit Placeholders(std::string_view text) : text_(text) {}

  /// The length of the placeholder at `at`, where `<` stands; 0 when it is none: an element's tag
  /// that says something alone (`<title>`, `<input>` and `<dir>` do not), one with values, or one
  /// with a partner elsewhere in the text, other than in code.
  std::size_t length(std::size_t at);

 private:
  void collect();
  void collect(std::string_view line);

  std::string_view text_;
  bool collected_ = false;
  std::vector<std::string_view> opened_;  // names of tags; sorted
  std::vector<std::string_view> closed_;
};

/// Whether `html` begins with an opening tag of a component: of no element of HTML.
bool begins_component(std::string_view html);

}  // namespace shuye
