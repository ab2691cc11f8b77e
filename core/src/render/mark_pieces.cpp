#include "render/mark_pieces.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace shuye {
namespace {

std::string joined(const std::vector<std::size_t>& numbers) {
  std::string text;
  for (const std::size_t number : numbers) {
    if (!text.empty()) text += ' ';
    text += std::to_string(number);
  }
  return text;
}

}  // namespace

bool MarkPieces::advance(std::size_t place) {
  bool changed = false;
  for (; !ends_.empty() && ends_.top().first <= place; changed = true) {
    open_.erase(ends_.top().second);
    ends_.pop();
  }
  for (; next_ < last_ && view_.matches[next_].begin <= place; ++next_) {
    const std::size_t end = view_.matches[next_].end;
    if (end <= place) continue;
    open_.insert(next_);
    ends_.emplace(end, next_);
    changed = true;
  }
  return changed;
}

std::size_t MarkPieces::next_edge() const {
  std::size_t edge = SIZE_MAX;
  if (!ends_.empty()) edge = ends_.top().first;
  if (next_ < last_) edge = std::min<std::size_t>(edge, view_.matches[next_].begin);
  return edge;
}

Attributes MarkPieces::attributes() const {
  std::vector<std::size_t> keywords, matches;
  for (const std::size_t match : open_) {
    if (matches.size() == kMaxNames) break;
    matches.push_back(match);
    keywords.push_back(view_.matches[match].keyword);
  }
  std::sort(keywords.begin(), keywords.end());
  keywords.erase(std::unique(keywords.begin(), keywords.end()), keywords.end());
  const std::uint8_t colour = view_.keywords[keywords.front()].colour;
  return {{"data-keyword", joined(keywords)},
          {"data-colour", std::to_string(colour)},
          {"data-match", joined(matches)}};
}

}  // namespace shuye
