#include "search/regex.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "search/regex_parser.h"
#include "text/character.h"

namespace shuye {
namespace {

bool is_of(RegexClass of, char32_t c) {
  switch (of) {
    case RegexClass::digit:
      return c >= '0' && c <= '9';
    case RegexClass::word:
      return is_word(c) || c == '_';
    case RegexClass::space:
      return is_space(c);
    case RegexClass::han:
      return is_han(c);
    case RegexClass::line_end:
      return c == '\n' || c == '\r';
  }
  return false;
}

/// Thompson's machine, with empty moves, written from its end to its beginning.
class Compiler {
 public:
  explicit Compiler(RegexTree tree) : tree_(std::move(tree)) {}

  /// False where it is too large.
  bool compile(Regex& regex) {
    const std::uint32_t end = add({Kind::end});
    const std::uint32_t start = emit(tree_.root, end);
    if (is_too_large_) return false;
    regex.sets = std::move(tree_.sets);
    entry(start, regex);
    // Entries are added while states are, whose entries are added in their turn.
    for (std::size_t at = 0; at < unread_.size(); ++at) {
      steps_from(unread_[at], regex);
      if (steps_ > kMaxRegexSteps) return false;
    }
    return true;
  }

 private:
  enum class Kind : std::uint8_t { literal, set, place, split, end };
  struct State {
    Kind kind;
    std::uint32_t value = 0;
    std::uint32_t next = 0, other = 0;
  };

  std::uint32_t add(State state) {
    is_too_large_ = is_too_large_ || states_.size() > kMaxRegexSteps;
    states_.push_back(state);
    return static_cast<std::uint32_t>(states_.size() - 1);
  }

  std::uint32_t emit(std::uint32_t index, std::uint32_t next) {
    if (is_too_large_) return next;
    const RegexNode& node = tree_.nodes[index];
    switch (node.kind) {
      case RegexNode::Kind::literal:
        return add({Kind::literal, node.value, next});
      case RegexNode::Kind::set:
        return add({Kind::set, node.value, next});
      case RegexNode::Kind::place:
        return add({Kind::place, node.value, next});
      case RegexNode::Kind::sequence:
        for (auto part = node.parts.rbegin(); part != node.parts.rend(); ++part) {
          next = emit(*part, next);
        }
        return next;
      case RegexNode::Kind::choice:
        return emit_choice(node, next);
      case RegexNode::Kind::repeat:
        return emit_repeat(node, next);
    }
    return next;
  }

  std::uint32_t emit_choice(const RegexNode& node, std::uint32_t next) {
    std::uint32_t all = emit(node.parts.back(), next);
    for (auto part = node.parts.rbegin() + 1; part != node.parts.rend(); ++part) {
      all = add({Kind::split, 0, emit(*part, next), all});
    }
    return all;
  }

  std::uint32_t emit_repeat(const RegexNode& node, std::uint32_t next) {
    const std::uint32_t part = node.parts.front();
    std::uint32_t all = next;
    if (node.most == kNoLimit) {
      all = add({Kind::split, 0, 0, next});
      const std::uint32_t body = emit(part, all);
      states_[all].next = body;
    } else {
      for (std::uint32_t i = node.least; i < node.most && !is_too_large_; ++i) {
        all = add({Kind::split, 0, emit(part, all), next});
      }
    }
    for (std::uint32_t i = 0; i < node.least && !is_too_large_; ++i) all = emit(part, all);
    return all;
  }

  /// The number of the entry at a state.
  std::uint32_t entry(std::uint32_t state, Regex& regex) {
    const auto [known, is_new] =
        entries_.try_emplace(state, static_cast<std::uint32_t>(unread_.size()));
    if (is_new) {
      unread_.push_back(state);
      regex.entries.emplace_back();
    }
    return known->second;
  }

  /// The number in the finished machine of a state that reads.
  std::uint32_t reading(std::uint32_t state, Regex& regex) {
    const auto [known, is_new] =
        numbers_.try_emplace(state, static_cast<std::uint32_t>(regex.states.size()));
    if (is_new) {
      const State& from = states_[state];
      RegexState& to = regex.states.emplace_back();
      if (from.kind == Kind::set) {
        to.set = from.value;
      } else {
        to.literal = from.value;
      }
      const std::uint32_t number = entry(from.next, regex);
      regex.states[known->second].entry = number;
    }
    return known->second;
  }

  void steps_from(std::uint32_t start, Regex& regex) {
    const std::uint32_t number = entry(start, regex);
    std::vector<RegexStep> steps;
    std::vector<std::uint16_t> seen(states_.size(), 0);  // a bit for each set of conditions
    std::vector<std::pair<std::uint32_t, std::uint8_t>> open = {{start, 0}};
    while (!open.empty()) {
      const auto [index, place] = open.back();
      open.pop_back();
      const auto bit = static_cast<std::uint16_t>(1U << place);
      if ((seen[index] & bit) != 0) continue;
      seen[index] |= bit;
      const State state = states_[index];
      switch (state.kind) {
        case Kind::literal:
        case Kind::set:
          steps.push_back({reading(index, regex), place});
          break;
        case Kind::end:
          steps.push_back({kRegexEnd, place});
          break;
        case Kind::place:
          open.emplace_back(state.next, static_cast<std::uint8_t>(place | state.value));
          break;
        case Kind::split:
          open.emplace_back(state.next, place);
          open.emplace_back(state.other, place);
          break;
      }
    }
    steps_ += steps.size();
    regex.entries[number] = std::move(steps);
  }

  RegexTree tree_;
  std::vector<State> states_;
  std::unordered_map<std::uint32_t, std::uint32_t> entries_, numbers_;
  std::vector<std::uint32_t> unread_;
  std::size_t steps_ = 0;
  bool is_too_large_ = false;
};

}  // namespace

bool RegexSet::has(char32_t c, char32_t folded) const {
  const bool is_in = std::any_of(ranges.begin(), ranges.end(),
                                 [&](const auto& range) {
                                   return (c >= range.first && c <= range.second) ||
                                          (folded >= range.first && folded <= range.second);
                                 }) ||
                     std::any_of(classes.begin(), classes.end(), [&](const auto& one) {
                       return is_of(one.first, folded) != one.second;
                     });
  return is_in != negated;
}

Result<Regex> compile_regex(std::string_view expression, bool exact) {
  auto tree = parse_regex(expression, exact);
  if (!tree) return std::move(tree).error();
  Regex regex;
  if (!Compiler(std::move(tree).value()).compile(regex)) {
    return Error{ErrorCode::invalid_option, Stage::search, 0, "the expression is too large"};
  }
  return regex;
}

}  // namespace shuye
