#include "parse/html_pruning.h"

#include <algorithm>
#include <unordered_map>

#include "parse/html_measure.h"
#include "parse/html_names.h"

namespace shuye {
namespace {

constexpr RoleHint kForm{Role::clutter, "html.form", 0.9F};
constexpr RoleHint kShareBox{Role::clutter, "html.share", 0.85F};
constexpr RoleHint kAside{Role::clutter, "html.aside", 0.8F};
constexpr RoleHint kFooter{Role::clutter, "html.footer", 0.8F};
constexpr RoleHint kNames{Role::clutter, "html.class", 0.7F};
constexpr RoleHint kLinks{Role::clutter, "html.links", 0.75F};
constexpr RoleHint kLittle{Role::clutter, "html.little-text", 0.6F};
constexpr RoleHint kPictures{Role::clutter, "html.pictures", 0.6F};

constexpr std::uint32_t kLongShare = 500 * kLetter;
constexpr std::uint32_t kFewMarks = 10;
constexpr std::uint32_t kShort = 25 * kLetter;
constexpr std::uint32_t kShortBesidePlayer = 75 * kLetter;
constexpr std::uint32_t kManyItems = 100;
constexpr std::uint32_t kTailShare = 5;  // 1 / 5

/// A table of data rather than of layout.
bool holds_data(const Tally& tally) {
  if (tally.data_cells > 0) return true;
  if (tally.tables > 0 || tally.rows < 2 || tally.cells <= tally.rows) return false;
  return tally.rows >= 10 || tally.cells > 4 * tally.rows || tally.cells > 10;
}

class Pruner {
 public:
  Pruner(const PageSketch& sketch, std::uint32_t box, Pruning pruning, bool by_names,
         std::vector<Tally>& totals)
      : sketch_(sketch), box_(box), pruning_(pruning), by_names_(by_names), totals_(totals) {}

  std::vector<Cut> run() {
    find_data();
    whole_ = totals_[box_].length;
    // From the end: what is inside of a node is cut before the node is looked at.
    for (std::uint32_t i = box_; i < sketch_[box_].end; ++i) totals_[i] = sketch_[i].own;
    for (std::uint32_t i = sketch_[box_].end; i-- > box_;) {
      after_ += sketch_[i].own.length;
      if (const RoleHint* hint = cut(i)) {
        cuts_.push_back({i, hint});
        lengths_.push_back(totals_[i].length);
        totals_[i] = {};
      } else if (i != box_) {
        sketch_.add_to_parent(i, totals_);
      }
    }
    keep_fabric();
    return std::move(cuts_);
  }

 private:
  /// Notes what is in tables of data, and what holds one.
  void find_data() {
    const std::uint32_t end = sketch_[box_].end;
    in_data_.assign(end - box_, false);
    holds_data_.assign(end - box_, false);
    for (std::uint32_t i = box_; i < end; ++i) {
      const bool data = sketch_[i].is("table") && holds_data(totals_[i]);
      in_data_[i - box_] = data || (i > box_ && in_data_[sketch_[i].parent - box_]);
      if (!data) continue;
      for (std::uint32_t at = i; at != box_ && !holds_data_[at - box_]; at = sketch_[at].parent) {
        holds_data_[at - box_] = true;
      }
    }
  }

  /// Takes back the cuts of boxes that the article consists of: they are many, and stand amid the
  /// rest of its text rather than behind it.
  void keep_fabric() {
    std::unordered_map<std::uint32_t, Fabric> kinds;
    const std::vector<std::uint32_t> before = kept_before();
    for (std::size_t at = 0; at < cuts_.size(); ++at) {
      if (!is_soft(cuts_[at])) continue;
      Fabric& kind = kinds[key_of(cuts_[at])];
      if (kind.count == 0) kind.end = before[cuts_[at].node - box_];
      kind.begin = before[cuts_[at].node - box_];
      kind.add(lengths_[at]);
    }
    std::uint32_t& left = totals_[box_].length;
    const auto is_fabric = [&](const Fabric& kind) {
      return kind.is_regular() && (kind.end - kind.begin) * 2 > left;
    };
    std::uint32_t length = 0;
    for (const auto& [key, kind] : kinds) length += is_fabric(kind) ? kind.length : 0;
    if (length < left / Fabric::kShare) return;
    const auto keep = [&](const Cut& cut) { return is_soft(cut) && is_fabric(kinds[key_of(cut)]); };
    cuts_.erase(std::remove_if(cuts_.begin(), cuts_.end(), keep), cuts_.end());
    left += length;
  }

  /// How much text that is not cut stands before each node.
  std::vector<std::uint32_t> kept_before() const {
    const std::uint32_t end = sketch_[box_].end;
    std::vector<std::uint32_t> before(end - box_);
    std::uint32_t length = 0;
    std::uint32_t cut_until = 0;
    auto next = cuts_.rbegin();
    for (std::uint32_t i = box_; i < end; ++i) {
      before[i - box_] = length;
      for (; next != cuts_.rend() && next->node <= i; ++next) {
        cut_until = std::max(cut_until, sketch_[next->node].end);
      }
      if (i >= cut_until) length += sketch_[i].own.length;
    }
    return before;
  }

  std::uint32_t key_of(const Cut& cut) const { return sketch_[cut.node].names.class_key; }
  bool is_soft(const Cut& cut) const {
    return key_of(cut) != 0 && (cut.hint == &kNames || cut.hint == &kLinks ||
                                cut.hint == &kLittle || cut.hint == &kPictures);
  }

  const RoleHint* cut(std::uint32_t i) const {
    const SketchNode& node = sketch_[i];
    const Tally& tally = totals_[i];
    if (i != box_ && node.is("footer")) return &kFooter;
    if (i != box_ && node.is("aside")) return &kAside;
    if (node.is("button") || node.is("select")) return &kForm;
    if (i != box_ && node.names.say(kShare) && tally.length < kLongShare) return &kShareBox;
    const bool heading = node.is("h1") || node.is("h2");
    if (heading) return by_names_ && weight_of_names(node.names.says) < 0 ? &kNames : nullptr;
    if (pruning_ == Pruning::gently) return nullptr;
    if (node.is("form") || node.is("fieldset")) {
      const RoleHint* hint = cut_if_suspicious(i, tally);
      return hint == nullptr ? nullptr : &kForm;
    }
    if (node.is("table") || node.is("ul") || node.is("div")) return cut_if_suspicious(i, tally);
    return nullptr;
  }

  bool stands_in(std::uint32_t i, const char* name) const {
    constexpr unsigned kLevels = 4;
    for (unsigned level = 0; level < kLevels && i != 0; ++level) {
      i = sketch_[i].parent;
      if (sketch_[i].is(name)) return true;
    }
    return false;
  }

  const RoleHint* cut_if_suspicious(std::uint32_t i, const Tally& tally) const {
    if (in_data_[i - box_] || holds_data_[i - box_]) return nullptr;
    const SketchNode& node = sketch_[i];
    const int weight = by_names_ ? weight_of_names(node.names.says) : 0;
    if (tally.marks >= kFewMarks && tally.link_density() <= 0.5) return nullptr;
    if (weight < 0) return &kNames;
    const bool list = node.is("ul") || tally.list_length * 10 > tally.length * 9;
    const RoleHint* hint = suspicion(i, tally, weight, list);
    const bool gallery = list && hint != nullptr && tally.items > 0 && tally.images == tally.items;
    return gallery ? nullptr : hint;
  }

  const RoleHint* suspicion(std::uint32_t i, const Tally& tally, int weight, bool list) const {
    const bool figure = stands_in(i, "figure");
    const double links = tally.link_density();
    if (!list && weight < 25 && links > 0.2) return &kLinks;
    if (weight >= 25 && links > 0.5) return &kLinks;
    // Lists of links amid the text are its own; behind it they lead to other articles.
    const bool behind = (after_ - tally.length) * kTailShare < whole_;
    if (list && behind && links > 0.8 && tally.length > tally.items * kShort / 2) return &kLinks;
    if (!figure && tally.images > 1 && tally.paragraphs * 2 < tally.images) return &kPictures;
    if (!list && tally.items > tally.paragraphs + kManyItems) return &kLinks;
    if (tally.inputs > tally.paragraphs / 3) return &kForm;
    const bool headings = tally.heading_length * 10 >= tally.length * 9;
    if (!list && !figure && !headings && tally.length < kShort &&
        (tally.images == 0 || tally.images > 2) && links > 0) {
      return &kLittle;
    }
    const bool player = tally.embedded == 1 && tally.length < kShortBesidePlayer;
    if (player || tally.embedded > 1) return &kLittle;
    return tally.images == 0 && tally.textish == 0 ? &kLittle : nullptr;
  }

  const PageSketch& sketch_;
  const std::uint32_t box_;
  const Pruning pruning_;
  const bool by_names_;
  std::vector<Tally>& totals_;
  std::vector<bool> in_data_;
  std::vector<bool> holds_data_;
  std::uint32_t whole_ = 0;  // the length of the box's text
  std::uint32_t after_ = 0;  // what of it is in and behind the node that is looked at
  std::vector<Cut> cuts_;
  std::vector<std::uint32_t> lengths_;  // of what each of them cuts
};

}  // namespace

std::vector<Cut> prune(const PageSketch& sketch, std::uint32_t box, Pruning pruning, bool by_names,
                       std::vector<Tally>& totals) {
  return Pruner(sketch, box, pruning, by_names, totals).run();
}

}  // namespace shuye
