#include "parse/html_thread.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace shuye {
namespace {

bool is_heading(const HtmlNode& node) { return node.name() == "h1" || node.name() == "h2"; }

/// Collects the boxes that are named for messages; of one that has several in it, or hardly more
/// than one, those.
class Collector {
 public:
  Collector(const HtmlTree& tree, const PageMeasure& measure) : tree_(tree), measure_(measure) {}

  /// To be called from the end of the page to its beginning.
  void add(std::uint32_t i) {
    const PageMeasure::Sums sums = measure_.of(i);
    // Boxes of links are no messages, but short ones have the name of whom they answer.
    constexpr std::uint64_t kMostLinks = 80;  // in a hundred
    if (sums.link_length * std::uint64_t{100} >= sums.length * kMostLinks) return;
    const std::uint32_t end = tree_[i].end;
    const auto outside = std::partition_point(found_.begin(), found_.end(),
                                              [&](const Box& box) { return box.node >= end; });
    const std::uint64_t without = outside == found_.begin() ? 0 : (outside - 1)->length;
    const std::uint64_t with = found_.empty() ? 0 : found_.back().length;
    const auto inside = found_.end() - outside;
    if (inside > 1 || (inside == 1 && (with - without) * 2 >= sums.length)) return;
    found_.erase(outside, found_.end());
    found_.push_back({i, without + sums.length});
  }

  std::vector<std::uint32_t> in_order() const {
    std::vector<std::uint32_t> nodes;
    for (auto box = found_.rbegin(); box != found_.rend(); ++box) nodes.push_back(box->node);
    return nodes;
  }

 private:
  struct Box {
    std::uint32_t node;
    std::uint64_t length;  // of this one and all behind it in the page
  };

  const HtmlTree& tree_;
  const PageMeasure& measure_;
  std::vector<Box> found_;  // the last one of the page first
};

/// How many messages have a heading of their own above them that says something new: a stream of
/// articles has. `Re: …`, and what stands above every message, does not count.
std::size_t count_titled(const HtmlTree& tree, const std::vector<std::uint32_t>& messages) {
  std::size_t count = 0;
  std::string last;
  for (std::size_t at = 0; at + 1 < messages.size(); ++at) {
    for (std::uint32_t i = tree[messages[at]].end; i < messages[at + 1]; ++i) {
      if (!is_heading(tree[i]) || tree[i].end > messages[at + 1]) continue;
      std::string text = tree.text_of(i);
      const bool answers =
          text.empty() || text == last || text.starts_with("Re:") || text.starts_with("回复");
      count += answers ? 0U : 1U;
      last = std::move(text);
      break;
    }
  }
  return count;
}

unsigned depth_of(const HtmlTree& tree, std::uint32_t node) {
  unsigned depth = 0;
  for (; node != 0; node = tree[node].parent) ++depth;
  return depth;
}

/// Software writes each message in the same boxes.
bool are_alike(const HtmlTree& tree, const Judgement& judgement, std::uint32_t a, std::uint32_t b) {
  return judgement.names[a].class_key == judgement.names[b].class_key &&
         depth_of(tree, a) == depth_of(tree, b);
}

}  // namespace

Thread find_thread(const HtmlTree& tree, const PageMeasure& measure, const Judgement& judgement) {
  Collector collector(tree, measure);
  for (std::uint32_t i = tree.size(); i-- > 1;) {
    if (judgement.names[i].say(kMessage) && judgement.hidden[i] == nullptr) collector.add(i);
  }
  Thread thread;
  thread.messages = collector.in_order();
  const std::size_t count = thread.messages.size();
  if (count < 2 || count_titled(tree, thread.messages) * 2 > count - 1) return {};
  bool alike = false;  // the first one and another
  std::uint32_t until = 0;
  const std::uint32_t first = thread.messages.front();
  for (const std::uint32_t i : thread.messages) {
    const PageMeasure::Sums more = measure.of(i);
    thread.sums.length += more.length;
    thread.sums.marks += more.marks;
    if (i != first) {
      thread.marks_between = std::max(thread.marks_between, measure.between(until, i).marks);
    }
    until = tree[i].end;
    alike = alike || (i != first && are_alike(tree, judgement, i, first));
  }
  // An article above comments, or beginnings of others, that are something else.
  if (!alike && measure.of(first).length * 2 > thread.sums.length) return {};
  return thread;
}

}  // namespace shuye
