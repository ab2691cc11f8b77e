#pragma once

/// The matches of a block, cut into pieces in which the same ones lie over each other: a mark can
/// stand for several keywords, and none is inside another.

#include <cstddef>
#include <queue>
#include <set>
#include <utility>
#include <vector>

#include "render/markup.h"
#include "shuye/view.h"

namespace shuye {

class MarkPieces {
 public:
  MarkPieces(const View& view, const ViewBlock& block)
      : view_(view), next_(block.first_match), last_(block.last_match) {}

  /// Goes on to the byte at `place` of the view's text; never back. True when other matches lie
  /// over it than before.
  bool advance(std::size_t place);

  /// Where the next match begins or ends behind the place that was gone to; SIZE_MAX for nowhere.
  std::size_t next_edge() const;

  bool empty() const { return open_.empty(); }

  /// Of the mark for the matches at this place: what is named are at most `kMaxNames` of them,
  /// those that began first.
  Attributes attributes() const;

 private:
  static constexpr std::size_t kMaxNames = 32;

  using End = std::pair<std::size_t, std::size_t>;  // of a match, and its index

  const View& view_;
  std::size_t next_, last_;
  std::set<std::size_t> open_;
  std::priority_queue<End, std::vector<End>, std::greater<>> ends_;
};

}  // namespace shuye
