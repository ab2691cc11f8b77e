#include "parse/html_roles.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

#include "parse/html_candidates.h"
#include "parse/html_containers.h"
#include "parse/html_density.h"
#include "parse/html_judgement.h"
#include "parse/html_landmarks.h"
#include "parse/html_measure.h"
#include "parse/html_pruning.h"
#include "parse/html_sketch.h"
#include "parse/html_thread.h"

namespace shuye {
namespace {

constexpr RoleHint kOutside{Role::clutter, "html.outside-article", 0.8F};

/// A page with less is too short to weigh its parts against each other. An article that is shorter
/// makes it worth looking again with fewer rules.
constexpr std::uint32_t kShortArticle = 500 * kLetter;

/// More marks above a thread are an article's.
constexpr std::uint32_t kMarksOfAHead = 8;

/// One way to look for the article: with how many rules.
struct Rules {
  bool strip = true;  ///< leave out what has an unlikely name
  bool by_names = true;
  Pruning pruning = Pruning::fully;
};

struct NodeRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  const RoleHint* hint = nullptr;
};

struct Attempt {
  bool declared = false;         ///< by the page itself
  std::uint32_t length = 0;      ///< of what is left of the article
  std::uint32_t marks = 0;       ///< of punctuation in it
  std::vector<NodeRange> parts;  ///< empty: nothing stands out
  std::vector<NodeRange> cuts;   ///< in the order of the page
};

/// Whether the two have something in common; nothing has something in common with everything.
bool meet(const Attempt& one, const Attempt& other) {
  if (one.parts.empty() || other.parts.empty()) return true;
  return one.parts.front().first < other.parts.back().last &&
         other.parts.front().first < one.parts.back().last;
}

class Finder {
 public:
  Finder(const HtmlTree& tree, NameReader& names, std::vector<const RoleHint*>& hints)
      : tree_(tree),
        hints_(hints),
        measure_(tree),
        judgement_(judge(tree, measure_, names)),
        heading_(find_title_heading(tree)),
        chinese_(std::uint64_t{measure_.of(0).wide} * kHan * 2 > measure_.of(0).length),
        spared_(tree.size()),
        lead_(chinese_ ? find_lead(tree, heading_ == 0 ? 1 : tree[heading_].end) : 0) {}

  void run() {
    if (measure_.of(0).length < kShortArticle) return mark_short_page();
    Rules rules;
    Attempt best = look(rules);
    if (spare_fabric(best)) best = look(rules);
    for (const Rules& fewer :
         {Rules{false, true, Pruning::fully}, Rules{false, false, Pruning::fully},
          Rules{false, false, Pruning::gently}}) {
      if (best.length >= kShortArticle) break;
      Attempt attempt = look(fewer);
      if (attempt.length < kShortArticle && attempt.length <= best.length) continue;
      if (is_behind_title(best) && !may_replace(best, attempt, fewer)) continue;
      best = std::move(attempt);
      rules = fewer;
    }
    if (!is_behind_title(best) && look_for_density(best)) rules.strip = false;
    take_thread(best);
    mark(best, rules);
  }

 private:
  Attempt look(const Rules& rules) const;
  bool spare_fabric(const Attempt& attempt);
  bool look_for_density(Attempt& best) const;
  bool is_behind_title(const Attempt& attempt) const;
  bool begins_behind_title(std::uint32_t node) const;
  bool may_replace(const Attempt& best, const Attempt& attempt, const Rules& fewer) const;
  void take_thread(Attempt& best);
  void spare(std::uint32_t node);
  void mark(const Attempt& attempt, const Rules& rules);
  void mark_short_page();
  void mark_outside(const std::vector<NodeRange>& parts);

  void mark(std::uint32_t first, std::uint32_t last, const RoleHint* hint) {
    for (std::uint32_t i = first; i < last; ++i) {
      if (hints_[i] == nullptr) hints_[i] = hint;
    }
  }

  /// Marks a node with all that is in it, where there is a hint; where to go on.
  std::uint32_t mark_all(std::uint32_t i, const RoleHint* hint) {
    if (hint == nullptr) return i + 1;
    mark(i, tree_[i].end, hint);
    return tree_[i].end;
  }

  const HtmlTree& tree_;
  std::vector<const RoleHint*>& hints_;
  const PageMeasure measure_;
  Judgement judgement_;
  const std::uint32_t heading_;  // of the title
  const bool chinese_;           // most of the text
  std::vector<bool> spared_;
  const std::uint32_t lead_;  // the text that begins as the description does
};

Attempt Finder::look(const Rules& rules) const {
  std::vector<bool> left_out(tree_.size());
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    const RoleHint* element = judgement_.elements[i];
    left_out[i] = judgement_.hidden[i] != nullptr ||
                  (rules.strip && (judgement_.named[i] != nullptr ||
                                   (element != nullptr && !is_doubtful(element))));
  }
  const PageSketch sketch(tree_, measure_, judgement_.names, left_out);
  std::vector<Tally> totals = sketch.totals();
  ArticleBoxes boxes = find_article_boxes(
      sketch, totals, {rules.by_names, chinese_, heading_ == 0 ? 0 : tree_[heading_].end, lead_});
  Attempt attempt;
  attempt.declared = prefer_declared(sketch, totals, heading_, chinese_, boxes);
  if (boxes.top == 0) boxes.parts = {0};
  for (const std::uint32_t part : boxes.parts) {
    const std::vector<Cut> cuts = prune(sketch, part, rules.pruning, rules.by_names, totals);
    for (auto cut = cuts.rbegin(); cut != cuts.rend(); ++cut) {
      attempt.cuts.push_back({sketch[cut->node].first, sketch[cut->node].last, cut->hint});
    }
    attempt.length += totals[part].length;
    attempt.marks += totals[part].marks;
    if (boxes.top == 0) continue;
    attempt.parts.push_back({sketch[part].first, sketch[part].last, nullptr});
  }
  return attempt;
}

/// Whether nothing like an article stands between the heading of the page's title and the node.
bool Finder::begins_behind_title(std::uint32_t node) const {
  return heading_ != 0 && node > heading_ &&
         (node < tree_[heading_].end ||
          measure_.between(tree_[heading_].end, node).marks <= kMarksOfAHead);
}

/// Whether what was found is prose that begins where the heading of the page's title ends: a short
/// article rather than none.
bool Finder::is_behind_title(const Attempt& attempt) const {
  constexpr std::uint32_t kFewestMarks = 2;
  constexpr std::uint32_t kMostMarksBetween = 2;
  if (heading_ == 0 || attempt.marks < kFewestMarks || attempt.parts.empty()) return false;
  const NodeRange& first = attempt.parts.front();
  if (first.last <= heading_) return false;
  const std::uint32_t end = tree_[heading_].end;
  return first.first <= end || measure_.between(end, first.first).marks <= kMostMarksBetween;
}

/// Whether an attempt with fewer rules may take the place of one that is short, but stands behind
/// the title: names can have hidden the rest of it, yet what is somewhere else is something else.
bool Finder::may_replace(const Attempt& best, const Attempt& attempt, const Rules& fewer) const {
  constexpr std::uint32_t kMarksOfSentences = 5;
  const bool sure = chinese_ && best.marks >= kMarksOfSentences;
  if (fewer.by_names) return !sure || meet(attempt, best);
  return !sure && meet(attempt, best);
}

/// Takes the densest run of lines for the article, where the boxes that were found hold hardly
/// anything of the page. Whether it did.
bool Finder::look_for_density(Attempt& best) const {
  constexpr std::uint64_t kShare = 15;  // in a hundred
  const std::uint32_t whole = measure_.of(0).length;
  const bool little = best.length < kShortArticle ||
                      (chinese_ && best.length * std::uint64_t{100} < whole * kShare);
  if (!little || best.declared) return false;
  std::vector<bool> left_out(tree_.size());
  for (std::uint32_t i = 0; i < tree_.size(); ++i) left_out[i] = judgement_.hidden[i] != nullptr;
  const DenseRun run = find_dense_run({tree_, measure_, judgement_.names, left_out});
  if (run.length < kShortArticle || run.length < best.length * std::uint64_t{2}) return false;
  best = {false, run.length, 0, {{run.first, run.last, nullptr}}, {}};
  return true;
}

/// What comes again and again in the article and makes up a good part of it is what the article
/// consists of, whatever its name makes one think. Whether there is such a thing.
bool Finder::spare_fabric(const Attempt& attempt) {
  std::unordered_map<std::uint32_t, Fabric> kinds;
  std::vector<std::uint32_t> named;
  for (const NodeRange& part : attempt.parts) {
    for (std::uint32_t i = part.first; i < part.last;) {
      const bool is_named = judgement_.named[i] != nullptr && judgement_.hidden[i] == nullptr;
      if (is_named) named.push_back(i);
      if (is_named) kinds[judgement_.names[i].class_key].add(measure_.of(i).length);
      i = is_named ? tree_[i].end : i + 1;
    }
  }
  std::uint32_t length = 0;
  for (const auto& [key, kind] : kinds) length += kind.is_regular() ? kind.length : 0;
  if (length < attempt.length / Fabric::kShare) return false;
  for (const std::uint32_t i : named) {
    if (kinds[judgement_.names[i].class_key].is_regular()) judgement_.named[i] = nullptr;
  }
  return length > 0;
}

/// The messages of a thread are its text. Where an article has messages below it, it is no thread.
void Finder::take_thread(Attempt& best) {
  const Thread thread = find_thread(tree_, measure_, judgement_);
  if (thread.messages.empty()) return;
  const std::uint32_t first = thread.messages.front();
  const std::uint32_t last = thread.messages.back();
  const auto meets = [&](const NodeRange& part) {
    return part.first < tree_[last].end && first < part.last;
  };
  const bool own = std::any_of(best.parts.begin(), best.parts.end(), meets);
  if (!own && (is_behind_title(best) || !begins_behind_title(first))) return;
  // Cards of members have words, but few sentences; an article above its comments has.
  const std::uint32_t before =
      own ? measure_.between(std::min(best.parts.front().first, first), first).marks : 0;
  const std::uint32_t most = std::max(kMarksOfAHead, thread.sums.marks / 4);
  if (before > most || thread.marks_between > most) return;
  // Below them are rules and what else there is to read, but no more than they have.
  const std::uint32_t end = tree_[last].end;
  const std::uint32_t behind =
      own ? measure_.between(end, std::max(best.parts.back().last, end)).marks : 0;
  if (behind > std::max(kMarksOfAHead, thread.sums.marks / 2)) return;
  if (thread.sums.marks * 3 < best.marks || thread.sums.length * 3 < best.length) return;
  best.parts.clear();
  for (const std::uint32_t i : thread.messages) {
    best.parts.push_back({i, tree_[i].end, nullptr});
    spare(i);
  }
  const auto holds_message = [&](const NodeRange& cut) {
    const auto inside = std::lower_bound(thread.messages.begin(), thread.messages.end(), cut.first);
    return inside != thread.messages.end() && *inside < cut.last;
  };
  best.cuts.erase(std::remove_if(best.cuts.begin(), best.cuts.end(), holds_message),
                  best.cuts.end());
}

/// Lets nothing that is said of a node, or of one around it, count.
void Finder::spare(std::uint32_t node) {
  while (node != 0 && !spared_[node]) {
    spared_[node] = true;
    judgement_.named[node] = nullptr;
    judgement_.elements[node] = nullptr;
    node = tree_[node].parent;
  }
}

void Finder::mark(const Attempt& attempt, const Rules& rules) {
  for (std::uint32_t i = 0; i < tree_.size();) {
    const RoleHint* hint = judgement_.hidden[i];
    const RoleHint* element = judgement_.elements[i];
    if (hint == nullptr && rules.strip && !is_doubtful(element)) hint = element;
    if (hint == nullptr && rules.strip) hint = judgement_.named[i];
    i = mark_all(i, hint);
  }
  std::uint32_t until = 0;
  for (const NodeRange& cut : attempt.cuts) {
    if (cut.last <= until) continue;  // inside of another one
    mark(cut.first, cut.last, cut.hint);
    until = cut.last;
  }
  if (!attempt.parts.empty()) mark_outside(attempt.parts);
}

void Finder::mark_outside(const std::vector<NodeRange>& parts) {
  std::vector<bool> inside(tree_.size());
  inside[0] = true;
  for (const NodeRange& part : parts) {
    std::fill(inside.begin() + part.first, inside.begin() + part.last, true);
    for (std::uint32_t i = tree_[part.first].parent; !inside[i]; i = tree_[i].parent) {
      inside[i] = true;
    }
  }
  const RoleHint* hint = &kOutside;
  std::uint32_t until = 0;  // where what an element says of itself ends
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    if (inside[i]) continue;
    if (i >= until) hint = &kOutside;
    if (hint == &kOutside && judgement_.elements[i] != nullptr) {
      hint = judgement_.elements[i];
      until = tree_[i].end;
    }
    mark(i, i + 1, hint);
  }
}

/// Only the markup tells what is what, and what it names is not most of the page.
void Finder::mark_short_page() {
  const std::uint32_t whole = measure_.of(0).length;
  for (std::uint32_t i = 1; i < tree_.size();) {
    const RoleHint* hint = judgement_.hidden[i];
    if (hint == nullptr) hint = judgement_.elements[i];
    if (hint == nullptr) hint = hint_of_words(judgement_.names[i]);
    i = mark_all(i, measure_.of(i).length * 2 > whole ? nullptr : hint);
  }
  const std::uint32_t declared = find_declared(tree_, measure_, judgement_.names);
  if (declared != 0) mark_outside({{declared, tree_[declared].end, nullptr}});
}

}  // namespace

RoleHints::RoleHints(const HtmlTree& tree, NameReader& names) : hints_(tree.size()) {
  Finder(tree, names, hints_).run();
}

}  // namespace shuye
