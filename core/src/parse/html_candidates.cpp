#include "parse/html_candidates.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "parse/html_measure.h"
#include "parse/html_names.h"

namespace shuye {
namespace {

constexpr std::uint32_t kShortestScored = 25 * kLetter;
constexpr std::uint32_t kLengthOfAPoint = 100 * kLetter;
constexpr std::uint32_t kMostPointsForLength = 3;
constexpr double kPointsWithoutMarks = 0.25;
constexpr unsigned kLevels = 5;  // above a paragraph that get points
constexpr std::size_t kBest = 5;
constexpr unsigned kFewestAlike = 3;
constexpr double kAlike = 0.75;  // of the best one's score
constexpr double kWorse = 2.5;
constexpr double kWorseThanLead = 8;
constexpr double kLeastOfShort = 8;
constexpr std::uint32_t kFewestMarks = 4;
constexpr double kMostLinks = 0.25;
constexpr std::uint32_t kLongSibling = 80 * kLetter;

class Scorer {
 public:
  Scorer(const PageSketch& sketch, const std::vector<Tally>& totals, const ScoreOptions& options)
      : sketch_(sketch),
        totals_(totals),
        options_(options),
        scores_(sketch.size()),
        scored_(sketch.size()) {}

  ArticleBoxes run() {
    for (std::uint32_t i = 1; i < sketch_.size(); ++i) {
      if (sketch_[i].has(kScored)) give_points(i);
      if (sketch_[i].is("body")) body_ = i;
    }
    for (std::uint32_t i = 1; i < sketch_.size(); ++i) {
      if (scored_[i]) scores_[i] *= 1 - totals_[i].link_density();
    }
    find_best();
    ArticleBoxes boxes;
    if (best_[0] == 0 || best_[0] == body_) return boxes;
    const std::uint32_t best = common_ancestor();
    const std::uint32_t nearest = nearest_to_title(best);
    is_short_ = nearest != best;
    boxes.top = lonely_ancestor(rising_ancestor(nearest));
    join_siblings(boxes);
    return boxes;
  }

 private:
  void start(std::uint32_t i) {
    if (scored_[i]) return;
    scored_[i] = true;
    const SketchNode& node = sketch_[i];
    scores_[i] = node.element == nullptr ? 0 : node.element->weight;
    if (options_.by_names) scores_[i] += weight_of_names(node.names.says);
  }

  void give_points(std::uint32_t i) {
    const Tally& tally = totals_[i];
    if (tally.length < kShortestScored) return;
    // Chinese prose has marks in every line of some length; headlines and names have none.
    const double least = options_.chinese && tally.marks == 0 ? kPointsWithoutMarks : 2.0;
    const double points =
        least + tally.marks + std::min(tally.length / kLengthOfAPoint, kMostPointsForLength);
    std::uint32_t at = sketch_[i].parent;
    for (unsigned level = 0; level < kLevels && at != 0; ++level, at = sketch_[at].parent) {
      start(at);
      scores_[at] += points / (level == 0 ? 1 : level == 1 ? 2 : 3 * level);
    }
  }

  void find_best() {
    for (std::uint32_t i = 1; i < sketch_.size(); ++i) {
      if (!scored_[i]) continue;
      for (std::size_t place = 0; place < kBest; ++place) {
        if (best_[place] != 0 && scores_[i] <= scores_[best_[place]]) continue;
        std::copy_backward(best_.begin() + static_cast<std::ptrdiff_t>(place), best_.end() - 1,
                           best_.end());
        best_[place] = i;
        break;
      }
    }
  }

  bool holds(std::uint32_t outer, std::uint32_t inner) const {
    return inner > outer && inner < sketch_[outer].end;
  }
  bool is_top_level(std::uint32_t i) const { return i == 0 || i == body_; }

  /// The box that holds three others that are about as good, where there is one.
  std::uint32_t common_ancestor() const {
    std::array<std::uint32_t, kBest> alike{};
    unsigned count = 0;
    for (std::size_t place = 1; place < kBest; ++place) {
      if (best_[place] != 0 && scores_[best_[place]] >= kAlike * scores_[best_[0]]) {
        alike[count++] = best_[place];
      }
    }
    if (count < kFewestAlike) return best_[0];
    for (std::uint32_t at = sketch_[best_[0]].parent; !is_top_level(at); at = sketch_[at].parent) {
      const auto inside = std::count_if(alike.begin(), alike.begin() + count,
                                        [&](std::uint32_t one) { return holds(at, one); });
      if (static_cast<unsigned>(inside) >= kFewestAlike) return at;
    }
    return best_[0];
  }

  /// The best box between the heading of the page's title and `top`, where there is one that is
  /// not much worse: a short article above longer comments, or above the beginnings of others.
  std::uint32_t nearest_to_title(std::uint32_t top) const {
    if (options_.title_end == 0 || !options_.chinese) return top;
    const std::uint32_t lead = options_.lead;
    if (lead >= sketch_[top].first && lead < sketch_[top].last) return top;
    std::uint32_t nearest = top;
    double score = std::max(scores_[top] / (lead == 0 ? kWorse : kWorseThanLead), kLeastOfShort);
    for (std::uint32_t i = 1; i < sketch_.size() && sketch_[i].first < sketch_[top].first; ++i) {
      if (!scored_[i] || sketch_[i].last <= options_.title_end) continue;
      if (sketch_[i].last > sketch_[top].first || scores_[i] <= score) continue;
      if (lead != 0 && (lead < sketch_[i].first || lead >= sketch_[i].last)) continue;
      if (totals_[i].marks < kFewestMarks || totals_[i].link_density() > kMostLinks) continue;
      score = scores_[i];
      nearest = i;
    }
    return nearest;
  }

  /// The box around the best one where points rise again: there is more of the article in it.
  std::uint32_t rising_ancestor(std::uint32_t top) {
    start(top);
    double last = scores_[top];
    const double least = last / 3;
    for (std::uint32_t at = sketch_[top].parent; !is_top_level(at); at = sketch_[at].parent) {
      if (!scored_[at]) continue;
      if (scores_[at] < least) break;
      if (scores_[at] > last) return at;
      last = scores_[at];
    }
    return top;
  }

  /// The outermost box that holds nothing else.
  std::uint32_t lonely_ancestor(std::uint32_t top) const {
    while (!is_top_level(sketch_[top].parent)) {
      const std::uint32_t outer = sketch_[top].parent;
      const bool alone = top == outer + 1 && sketch_[top].end == sketch_[outer].end;
      if (!alone || sketch_[outer].own.length != 0) break;
      top = outer;
    }
    return top;
  }

  void join_siblings(ArticleBoxes& boxes) {
    start(boxes.top);
    const std::uint32_t outer = sketch_[boxes.top].parent;
    for (std::uint32_t i = outer + 1; i < sketch_[outer].end; i = sketch_[i].end) {
      if (i == boxes.top || joins(i, boxes.top)) boxes.parts.push_back(i);
    }
  }

  bool joins(std::uint32_t i, std::uint32_t top) const {
    const double fifth = scores_[top] * 0.2;
    const std::uint32_t key = sketch_[i].names.class_key;
    const bool alike = key != 0 && key == sketch_[top].names.class_key;
    if (scored_[i] && scores_[i] + (alike ? fifth : 0) >= std::max(10.0, fifth)) {
      return !is_short_ || scores_[i] <= scores_[top];
    }
    if (!sketch_[i].is("p")) return false;
    const Tally& tally = totals_[i];
    if (tally.length > kLongSibling) return tally.link_density() < 0.25;
    return tally.length > 0 && tally.link_length == 0 && tally.marks > 0;
  }

  const PageSketch& sketch_;
  const std::vector<Tally>& totals_;
  const ScoreOptions options_;
  std::vector<double> scores_;
  std::vector<bool> scored_;
  std::array<std::uint32_t, kBest> best_{};
  std::uint32_t body_ = 0;
  bool is_short_ = false;
};

}  // namespace

ArticleBoxes find_article_boxes(const PageSketch& sketch, const std::vector<Tally>& totals,
                                const ScoreOptions& options) {
  if (sketch.size() == 0) return {};
  return Scorer(sketch, totals, options).run();
}

}  // namespace shuye
