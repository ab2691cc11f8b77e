#include "search/found_terms.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "search/found_words.h"

namespace shuye::found {
namespace {

/// The row from one of its units on: eight ids, 0 behind a gap.
struct Suffix {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  std::uint32_t place = 0;

  bool begins_as(const Suffix& other, std::size_t length) const {
    if (length <= 4) return (high ^ other.high) >> (64 - 16 * length) == 0;
    return high == other.high && (low ^ other.low) >> (64 - 16 * (length - 4)) == 0;
  }
};

/// Counts every row of up to eight units: the same ones stand together among the sorted suffixes.
class Counts {
 public:
  explicit Counts(const Units& units) : counts_(units.row.size()) {
    for (std::uint32_t i = 0; i < units.row.size(); ++i) {
      if (units.row[i].id != 0) suffixes_.push_back(suffix(units.row, i));
    }
    std::sort(suffixes_.begin(), suffixes_.end(), [](const Suffix& a, const Suffix& b) {
      if (a.high != b.high) return a.high < b.high;
      return a.low != b.low ? a.low < b.low : a.place < b.place;
    });
    for (std::size_t length = 1; length <= kLongestTerm; ++length) {
      each(length, [&](const std::uint32_t* begin, const std::uint32_t* end) {
        const auto count = std::count_if(begin, end, [&](std::uint32_t place) {
          return units.row[place].place != Place::description;
        });
        for (const auto* place = begin; place != end; ++place) {
          counts_[*place][length - 1] = static_cast<std::uint32_t>(count);
        }
      });
    }
  }

  /// Of the `length` units from `place` on.
  double operator()(std::size_t place, std::size_t length) const {
    return counts_[place][length - 1];
  }

  /// Calls `visit` with the places of each row of this length.
  template <typename Visit>
  void each(std::size_t length, const Visit& visit) {
    for (std::size_t begin = 0; begin < suffixes_.size();) {
      std::size_t end = begin + 1;
      while (end < suffixes_.size() && suffixes_[end].begins_as(suffixes_[begin], length)) ++end;
      if (is_whole(suffixes_[begin], length)) {
        places_.clear();
        for (std::size_t i = begin; i < end; ++i) places_.push_back(suffixes_[i].place);
        visit(places_.data(), places_.data() + places_.size());
      }
      begin = end;
    }
  }

 private:
  static Suffix suffix(const std::vector<Unit>& row, std::uint32_t place) {
    Suffix suffix;
    suffix.place = place;
    for (std::size_t i = 0; i < kLongestTerm; ++i) {
      const std::uint64_t id = row[place + i].id;
      if (id == 0) break;
      (i < 4 ? suffix.high : suffix.low) |= id << (48 - 16 * (i % 4));
    }
    return suffix;
  }

  static bool is_whole(const Suffix& suffix, std::size_t length) {
    const std::uint64_t part = length <= 4 ? suffix.high : suffix.low;
    return (part >> (48 - 16 * ((length - 1) % 4)) & 0xFFFF) != 0;
  }

  std::vector<Suffix> suffixes_;
  std::vector<std::uint32_t> places_;
  std::vector<std::array<std::uint32_t, kLongestTerm>> counts_;
};

/// What stands beside a term, on one side.
struct Side {
  std::size_t kinds = 0;  ///< of neighbours; every gap is one
  std::size_t most = 0;   ///< occurrences with the same neighbour
  double entropy = 0;
};

Side side_of(std::vector<std::uint16_t>& neighbours) {
  std::sort(neighbours.begin(), neighbours.end());
  Side side;
  const auto all = static_cast<double>(neighbours.size());
  for (auto begin = neighbours.begin(); begin != neighbours.end();) {
    const auto end = std::upper_bound(begin, neighbours.end(), *begin);
    const auto count = static_cast<std::size_t>(end - begin);
    const bool gap = *begin == 0;
    side.kinds += gap ? count : 1;
    if (!gap) side.most = std::max(side.most, count);
    const double share = static_cast<double>(count) / all;
    side.entropy -= share * std::log(gap ? 1 / all : share);
    begin = end;
  }
  return side;
}

class Finder {
 public:
  explicit Finder(const Units& units) : units_(units), row_(units.row), counts_(units) {
    total_ = std::max(200.0, static_cast<double>(units.han + units.words));
    pairs_.resize(row_.size());
    for (std::size_t i = 0; i + 1 < row_.size(); ++i) {
      if (!is_han(i) || !is_han(i + 1)) continue;
      pairs_[i] = classes_of(type(i).folded + type(i + 1).folded) != 0;
    }
  }

  std::vector<Term> terms() {
    std::vector<Term> terms;
    for (std::size_t length = 1; length <= kLongestTerm; ++length) {
      counts_.each(length, [&](const std::uint32_t* begin, const std::uint32_t* end) {
        Term term;
        term.length = static_cast<std::uint8_t>(length);
        if (!can_be_word(*begin, length, term)) return;
        if (!note_places(begin, end, term)) return;
        if (!is_allowed(term)) return;
        if (measure(term)) terms.push_back(std::move(term));
      });
    }
    return terms;
  }

 private:
  const UnitType& type(std::size_t place) const { return units_.types[row_[place].id]; }
  bool is_han(std::size_t place) const { return row_[place].kind == UnitKind::han; }

  std::string text(std::size_t place, std::size_t length) const {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += type(place + i).folded;
    return text;
  }

  /// What its units alone say.
  bool can_be_word(std::size_t place, std::size_t length, Term& term) const {
    for (std::size_t i = 0; i < length; ++i) {
      term.ids[i] = row_[place + i].id;
      term.words += row_[place + i].kind == UnitKind::word ? 1 : 0;
    }
    if (term.words > 3 || (term.words == 0 && length < 2)) return false;
    if (term.words == length && length == 1 && type(place).folded.size() < 2) return false;
    const std::size_t last = place + length - 1;
    if ((type(place).edges & kNeverFirst) != 0 || (type(last).edges & kNeverLast) != 0) {
      return false;
    }
    return length < 3 || (!is_function(place, 2) && !is_function(last - 1, 2) &&
                          !is_function(place, 3) && !is_function(last - 2, 3));
  }

  bool is_function(std::size_t place, std::size_t length) const {
    for (std::size_t i = 0; i < length; ++i) {
      if (!is_han(place + i)) return false;
    }
    return (classes_of(text(place, length)) & kFunction) != 0;
  }

  bool note_places(const std::uint32_t* begin, const std::uint32_t* end, Term& term) const {
    term.first = *std::min_element(begin, end);
    for (const auto* place = begin; place != end; ++place) {
      const Unit& unit = row_[*place];
      if (unit.place == Place::description) {
        term.in_description = true;
        continue;
      }
      term.places.push_back(*place);
      term.in_title = term.in_title || unit.place == Place::title;
      term.in_lead = term.in_lead || unit.place == Place::title || unit.place == Place::lead;
      term.alone = term.alone || (row_[*place - 1].id == 0 && row_[*place + term.length].id == 0);
    }
    if (term.places.size() >= 2) return true;
    return !term.places.empty() && term.in_title && term.alone && term.length <= 4;
  }

  /// Of general words only those that a title puts forward.
  bool is_allowed(const Term& term) const {
    if (is_joined(term) || is_quantity(term)) return false;
    if (term.words > 0) return true;
    const std::size_t place = term.places.front();
    const unsigned classes = classes_of(text(place, term.length));
    if ((classes & kFunction) != 0) return false;
    if ((classes & kVague) != 0) return term.in_title && term.places.size() >= 5;
    if (term.length != 3) return true;
    const bool led = (type(place).edges & kSeldomFirst) != 0 && is_general(place + 1);
    const bool followed = (type(place + 2).edges & kSeldomLast) != 0 && is_general(place);
    return !led && !followed;
  }

  /// A word with what joins it to its neighbours: 在 GCP, 为中心, 文件中.
  bool is_joined(const Term& term) const {
    if (term.length < 2) return false;
    const std::size_t front = term.places.front();
    const std::size_t back = front + term.length - 1;
    const bool first = (type(front).edges & kJoinsNext) != 0 && !pairs_[front];
    const bool last = (type(back).edges & kJoinsLast) != 0 && !pairs_[back - 1];
    if (first && is_better(front + 1, term)) return true;
    if (last && is_better(front, term)) return true;
    // Verbs and other general words in front of names: 推荐 Chrome.
    return term.length > 2 && term.words == term.length - 2 && is_general(front);
  }

  /// Whether what is left of a term without one of its edges, at `place`, is rather a word.
  bool is_better(std::size_t place, const Term& term) const {
    const std::size_t length = term.length - 1U;
    if (length == 1) return row_[place].kind == UnitKind::word;
    return counts_(place, length) > term.count() ||
           (term.words == 0 && classes_of(text(place, length)) != 0);
  }

  /// 亿美元 of 3 亿美元, 三次延期.
  bool is_quantity(const Term& term) const {
    const std::size_t front = term.places.front();
    if (!is_han(front)) return false;
    if ((type(front).edges & kNumeral) != 0 && (type(front + 1).edges & kMeasure) != 0) return true;
    if ((type(front).edges & kMeasure) == 0 || pairs_[front]) return false;
    const auto counted =
        std::count_if(term.places.begin(), term.places.end(), [&](std::uint32_t place) {
          return row_[place - 1].kind == UnitKind::number ||
                 (type(place - 1).edges & kNumeral) != 0;
        });
    return static_cast<double>(counted) >= 0.5 * term.count();
  }

  bool is_general(std::size_t place) const {
    if (!is_han(place) || !is_han(place + 1)) return false;
    return (classes_of(text(place, 2)) & (kFunction | kVague)) != 0;
  }

  /// How it is used; false where that is not as a word is.
  bool measure(Term& term) {
    const Side left = side(term, -1);
    const Side right = side(term, term.length);
    const bool has_han = term.words < term.length;
    if (has_han && !term.alone && std::min(left.kinds, right.kinds) < 2) return false;
    const auto most = static_cast<double>(std::max(left.most, right.most));
    term.nested = (most >= 2 ? most : 0) / term.count();
    if (term.nested >= 1 && term.words == 0 && !term.in_title && term.length < kLongestTerm) {
      return false;  // always part of the same longer one
    }
    term.freedom = std::min(left.entropy, right.entropy);
    term.cohesion = cohesion(term.places.front(), term.length);
    if (term.length > 1 && term.cohesion < 0.5) return false;
    measure_edges(term);
    if (term.length == 2 && term.words == 0 && term.crossing >= 0.5 &&
        !pairs_[term.places.front()]) {
      return false;  // 合国 of 联合国 and 符合国情
    }
    std::uint32_t item = UINT32_MAX;
    std::sort(term.places.begin(), term.places.end());
    for (const std::uint32_t place : term.places) {
      if (row_[place].item != item) ++term.blocks;
      item = row_[place].item;
    }
    return true;
  }

  Side side(const Term& term, int offset) {
    neighbours_.clear();
    for (const std::uint32_t place : term.places) {
      neighbours_.push_back(row_[place + static_cast<std::size_t>(offset)].id);
    }
    return side_of(neighbours_);
  }

  double information(double together, double left, double right) const {
    return std::log(together * total_ / (left * right));
  }

  double cohesion(std::size_t place, std::size_t length) const {
    double least = 5;
    for (std::size_t i = 1; i < length; ++i) {
      least = std::min(least, information(counts_(place, length), counts_(place, i),
                                          counts_(place + i, length - i)));
    }
    return least;
  }

  /// How much its edges belong to its neighbours.
  void measure_edges(Term& term) const {
    const std::size_t front = term.places.front();
    const std::size_t back = front + term.length - 1;
    // Words of three may be two and one, and nobody knows which.
    const bool opens = pairs_[front] && term.length != 3;
    const bool closes = term.length > 1 && pairs_[back - 1] && term.length != 3;
    double left = 0;
    double right = 0;
    double crossed_left = 0;
    double crossed_right = 0;
    for (const std::uint32_t place : term.places) {
      const std::size_t last = place + term.length - 1;
      left += bond(place - 1);
      right += bond(last);
      crossed_left += pairs_[place - 1] && !opens ? 1 : 0;
      crossed_right += pairs_[last] && !closes ? 1 : 0;
    }
    term.bond = std::max(left, right) / term.count();
    term.crossing = std::max(crossed_left, crossed_right) / term.count();
  }

  double bond(std::size_t place) const {
    if (!is_han(place) || !is_han(place + 1) || counts_(place, 2) < 2) return 0;
    return std::max(0.0, information(counts_(place, 2), counts_(place, 1), counts_(place + 1, 1)));
  }

  const Units& units_;
  const std::vector<Unit>& row_;
  Counts counts_;
  double total_ = 0;
  std::vector<bool> pairs_;  // a general word of two characters begins here
  std::vector<std::uint16_t> neighbours_;
};

}  // namespace

bool Term::contains(const Term& other) const {
  return other.length < length &&
         std::search(ids.begin(), ids.begin() + length, other.ids.begin(),
                     other.ids.begin() + other.length) != ids.begin() + length;
}

std::vector<Term> terms_of(const Units& units) { return Finder(units).terms(); }

}  // namespace shuye::found
