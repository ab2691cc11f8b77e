#pragma once

/// search: what an article is about, for articles that do not say it themselves.

#include <cstddef>
#include <string>
#include <vector>

#include "shuye/document.h"

namespace shuye {

inline constexpr std::size_t kMaxFoundKeywords = 10;

/// Keywords found in the title, the description and the body of a clean document, the best first;
/// none where nothing stands out, as in most short articles. What metadata has as keywords and tags
/// does not count.
/// `most` counts up to 100.
///
/// A keyword is what the article repeats, freely combined and in places that count; nothing of it
/// comes from a dictionary. Terms are compared folded (`fold` in search.h): 騰訊 and 腾讯 are one
/// keyword, in the form that the article has most often. Looks at 128 KB of an article: the first
/// half of it, and blocks spread evenly over the rest. So the time is bounded, and below a few
/// milliseconds for most articles.
std::vector<std::string> find_keywords(const Document& document,
                                       std::size_t most = kMaxFoundKeywords);

}  // namespace shuye
