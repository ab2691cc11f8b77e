#include "search/found_ranking.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "search/found_words.h"

namespace shuye::found {
namespace {

// Of so many terms it is asked how much of each is only part of another.
constexpr std::size_t kConsidered = 40;
// However many are asked for.
constexpr std::size_t kMost = 100;
// Of ten keywords of an article in Chinese.
constexpr std::size_t kMostWords = 3;

struct Ranked {
  double score = 0;
  Term term;
};

bool goes_before(const Ranked& a, const Ranked& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.term.first != b.term.first) return a.term.first < b.term.first;
  return a.term.length > b.term.length;
}

/// A log-linear model: the logarithm of the odds that an author would make a tag of it. Its weights
/// were fitted to the tags of some hundred articles and measured on those of other authors
/// (tests/accuracy/README.md).
class Model {
 public:
  explicit Model(const Units& units)
      : units_(units),
        size_(std::log1p(static_cast<double>(units.han + units.words))),
        blocks_(std::log(static_cast<double>(units.blocks + 1))) {}

  double score(const Term& term) const {
    double score = 0.53 * std::log(term.count()) + 0.45 * std::min(term.freedom, 3.0);
    if (term.in_title) score += term.alone ? 0.89 : 0.6;
    if (term.in_lead) score += 0.51;
    if (term.in_description) score += 0.76;
    score -= 1.97 * std::log1p(static_cast<double>(term.first)) / std::max(1.0, size_);
    if (blocks_ > 0) score += 0.36 * std::log(static_cast<double>(term.blocks)) / blocks_;
    score -= 0.3 * term.nested + 0.58 * term.crossing;
    if (term.length > 2 && term.bond > 0.8 * term.cohesion) score -= 0.31;
    return score + of_length(term) + of_words(term);
  }

 private:
  static double of_length(const Term& term) {
    if (term.words == term.length) return 0.4;
    if (term.length == 3) return 0.49;
    if (term.length == 4) return 0.3;
    return term.length > 4 ? -0.63 : 0;
  }

  double of_words(const Term& term) const {
    double score = 0;
    const unsigned all = classes(term, 0, term.length);
    if ((all & kVague) != 0) score -= 0.4;
    if ((all & kUsual) != 0) score += 0.44;
    if ((all & kBroad) != 0) score -= 1.36;
    if (term.length > 2 && (classes(term, 0, 2) & kUsual) != 0) score += 0.32;
    if ((edges(term, 0) & kSeldomFirst) != 0) score -= 0.58;
    if ((edges(term, term.length - 1U) & kSeldomLast) != 0) score -= 0.67;
    for (std::size_t i = 1; i + 1 < term.length; ++i) {
      if ((edges(term, i) & kSeldomInside) == 0) continue;
      score -= 0.34;
      break;
    }
    return score;
  }

  unsigned classes(const Term& term, std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += units_.types[term.ids[i]].folded;
    return classes_of(text);
  }

  unsigned edges(const Term& term, std::size_t unit) const {
    return units_.types[term.ids[unit]].edges;
  }

  const Units& units_;
  double size_;
  double blocks_;
};

/// How often it stands for itself: not as part of a longer one of `terms`.
double independent_count(const Term& term, const std::vector<Ranked>& terms) {
  std::vector<const Term*> longer;
  for (const Ranked& other : terms) {
    if (other.term.places.size() >= 2 && other.term.contains(term)) longer.push_back(&other.term);
  }
  double count = term.count();
  for (const Term* one : longer) {
    const bool counted = std::any_of(longer.begin(), longer.end(),
                                     [&](const Term* other) { return one->contains(*other); });
    if (!counted) count -= one->count();
  }
  return count;
}

/// Terms that are hardly ever more than part of a longer one are not asked about further.
std::vector<Ranked> without_parts(const std::vector<Ranked>& terms) {
  std::vector<Ranked> kept;
  for (const Ranked& ranked : terms) {
    const double count = independent_count(ranked.term, terms);
    const double all = ranked.term.count();
    if (count < std::min(2.0, all)) continue;
    kept.push_back({ranked.score + std::log(count / all), ranked.term});
  }
  return kept;
}

/// A rare longer form of something that is chosen already.
bool is_rare_form(const Term& term, const std::vector<Term>& chosen) {
  if (term.in_title && term.length <= 4) return false;
  return std::any_of(chosen.begin(), chosen.end(), [&](const Term& shorter) {
    return term.contains(shorter) &&
           (term.places.size() < 2 || term.count() < 0.3 * shorter.count());
  });
}

}  // namespace

std::vector<Term> best_of(std::vector<Term> terms, const Units& units, std::size_t most) {
  const Model model(units);
  std::vector<Ranked> ranked;
  ranked.reserve(terms.size());
  for (Term& term : terms) {
    const double score = model.score(term);
    ranked.push_back({score, std::move(term)});
  }
  most = std::min(most, kMost);
  const std::size_t considered = std::min(ranked.size(), std::max(kConsidered, most));
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(considered),
                    ranked.end(), goes_before);
  ranked.resize(considered);
  ranked = without_parts(ranked);
  std::sort(ranked.begin(), ranked.end(), goes_before);
  const bool chinese = units.han > units.words;
  std::vector<Term> chosen;
  std::size_t words = 0;
  for (Ranked& one : ranked) {
    if (chosen.size() >= most) break;
    if (is_rare_form(one.term, chosen)) continue;
    const bool foreign = chinese && one.term.words == one.term.length;
    if (foreign && words == kMostWords) continue;
    words += foreign ? 1 : 0;
    chosen.push_back(std::move(one.term));
  }
  return chosen;
}

}  // namespace shuye::found
