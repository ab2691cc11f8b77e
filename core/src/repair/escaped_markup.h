#pragma once

/// An article whose markup was escaped once too often, as feeds and some exports have it: all of it
/// is one text, `&lt;p&gt;今天……&lt;/p&gt;&lt;p&gt;`, and whoever opens it reads the tags.

#include <optional>
#include <string>
#include <string_view>

namespace shuye {

/// A text with its tags as such, where they are surely its own: those of paragraphs around much
/// Chinese, in pairs, with no other tag among them, and not in code or in an attribute. (An article
/// about markup shows samples; an article is none.) Every byte that is no part of such a tag stays
/// where it was.
struct ReadMarkup {
  std::string text;
  std::size_t begin = 0;  ///< of the first tag, in bytes
  std::size_t tags = 0;
};

/// Empty where there is no such markup: after a look for `&lt;` in nearly all texts. Linear.
std::optional<ReadMarkup> read_escaped_markup(std::string_view text);

}  // namespace shuye
