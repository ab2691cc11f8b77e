#include "shuye/convert.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "convert/configurations.h"
#include "convert/glossary_terms.h"
#include "convert/pipeline.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {

namespace {

struct Step {
  std::string_view configuration;
  std::shared_ptr<const Pipeline> pipeline;
};

}  // namespace

struct Converter::State {
  std::vector<Step> steps;
  Glossary glossary;

  /// One of OpenCC's configurations and nothing else.
  bool is_plain() const { return steps.size() == 1 && glossary.empty(); }

  /// What lies between terms.
  std::string convert(std::string_view text) const;
  std::string convert(std::string_view text, OffsetMap& map) const;
  std::vector<std::size_t> piece_ends(std::string_view text) const;
  Explanation explain(std::string_view piece) const;

  std::vector<GlossaryMatch> find(std::string_view text) const {
    if (glossary.empty()) return {};
    return find_terms(*glossary.terms(), text, steps.empty() ? nullptr : steps[0].pipeline.get());
  }
};

std::string Converter::State::convert(std::string_view text) const {
  if (steps.empty()) return std::string(text);
  std::string converted = steps.front().pipeline->convert(text);
  for (std::size_t i = 1; i < steps.size(); ++i) converted = steps[i].pipeline->convert(converted);
  return converted;
}

std::string Converter::State::convert(std::string_view text, OffsetMap& map) const {
  if (steps.size() == 1) return steps.front().pipeline->convert(text, map);
  std::string converted(text);
  OffsetMap all;
  all.keep(text.size());
  for (const Step& step : steps) {
    OffsetMap next, both;
    converted = step.pipeline->convert(converted, next);
    both.append(all, next);
    all = std::move(both);
  }
  map.append(all, OffsetMap());
  return converted;
}

// Of a later step's pieces and an earlier one's, the smallest that both have the ends of.
std::vector<std::size_t> Converter::State::piece_ends(std::string_view text) const {
  std::vector<std::size_t> ends;
  for (std::size_t at = 0; steps.empty() && at < text.size();) {
    ends.push_back(at += utf8::read(text, at).length);
  }
  std::string converted(text);
  OffsetMap map;
  map.keep(text.size());
  for (const Step& step : steps) {
    const std::vector<std::size_t> next_ends = step.pipeline->piece_ends(converted);
    if (&step == &steps.front()) {
      ends = next_ends;
    } else {
      const auto is_no_end = [&](std::size_t end) {
        const std::size_t there = map.to_converted(end);
        return there > 0 && !std::binary_search(next_ends.begin(), next_ends.end(), there);
      };
      ends.erase(std::remove_if(ends.begin(), ends.end(), is_no_end), ends.end());
    }
    if (&step == &steps.back()) break;
    OffsetMap next, both;
    converted = step.pipeline->convert(converted, next);
    both.append(map, next);
    map = std::move(both);
  }
  return ends;
}

Explanation Converter::State::explain(std::string_view piece) const {
  Explanation explanation;
  explanation.source = explanation.result = std::string(piece);
  for (const Step& step : steps) {
    const std::string text = std::move(explanation.result);
    explanation.result.clear();
    const std::size_t known = explanation.steps.size();
    std::size_t begin = 0;
    for (const std::size_t end : step.pipeline->piece_ends(text)) {
      explanation.result += step.pipeline->explain(
          std::string_view(text).substr(begin, end - begin), explanation.steps);
      begin = end;
    }
    for (std::size_t i = known; i < explanation.steps.size(); ++i) {
      explanation.steps[i].configuration = step.configuration;
    }
  }
  return explanation;
}

namespace {

/// Calls `between(begin, end)` for what lies between terms and `term(match)` for each, in the order
/// of the text.
template <typename Between, typename Term>
void each_part(const std::vector<GlossaryMatch>& matches, std::size_t size, const Between& between,
               const Term& term) {
  std::size_t done = 0;
  for (const GlossaryMatch& match : matches) {
    if (done < match.begin) between(done, match.begin);
    term(match);
    done = match.end;
  }
  if (done < size) between(done, size);
}

Explanation explain_term(std::string_view text, const GlossaryMatch& term) {
  Explanation explanation;
  explanation.source = std::string(text.substr(term.begin, term.end - term.begin));
  explanation.result = std::string(term.to);
  explanation.steps = {{term.is_protected ? Rule::protected_term : Rule::glossary,
                        {},
                        {},
                        explanation.source,
                        explanation.result}};
  return explanation;
}

/// The configurations of a chain; fails where there is none of a name.
Result<std::vector<const Configuration*>> configurations_of(std::string_view chain) {
  std::vector<const Configuration*> all;
  for (std::size_t begin = 0; begin <= chain.size();) {
    const std::size_t end = std::min(chain.find('+', begin), chain.size());
    const std::string_view name = chain.substr(begin, end - begin);
    all.push_back(find_configuration(name));
    if (all.back() == nullptr) {
      return Error{ErrorCode::unknown_configuration, Stage::convert, 0,
                   "\"" + std::string(name) + "\" is not one of OpenCC's configurations"};
    }
    begin = end + 1;
  }
  return all;
}

}  // namespace

Result<std::vector<std::string_view>> packs_for(std::string_view configuration) {
  const auto chain = configurations_of(configuration);
  if (!chain) return chain.error();
  std::vector<std::string_view> packs = {kNormalizationPack};
  for (const Configuration* link : *chain) {
    for (const std::string_view pack : link->chain) {
      const bool known = std::find(packs.begin(), packs.end(), pack) != packs.end();
      if (!pack.empty() && !known) packs.push_back(pack);
    }
  }
  return packs;
}

Result<Converter> Converter::create(std::string_view configuration, const Packs& packs,
                                    Glossary glossary) {
  const auto names = packs_for(configuration);
  if (!names) return names.error();
  for (const std::string_view name : *names) {
    if (!packs.has(name)) {
      return Error{ErrorCode::pack_missing, Stage::convert, 0,
                   "the pack \"" + std::string(name) + "\" was not loaded"};
    }
  }
  State state;
  state.glossary = std::move(glossary);
  const auto chain = configurations_of(configuration);
  for (const Configuration* link : *chain) {
    state.steps.push_back({link->name, packs.pipeline(link->name)});
  }
  return Converter(std::make_shared<const State>(std::move(state)));
}

Converter::Converter(Glossary glossary)
    : state_(std::make_shared<const State>(State{{}, std::move(glossary)})) {}

Converter Converter::with(Glossary glossary) const {
  return Converter(std::make_shared<const State>(State{state_->steps, std::move(glossary)}));
}

const Glossary& Converter::glossary() const { return state_->glossary; }

std::string Converter::convert(std::string_view text) const {
  const std::vector<GlossaryMatch> matches = state_->find(text);
  if (matches.empty()) return state_->convert(text);
  std::string out;
  each_part(
      matches, text.size(),
      [&](std::size_t begin, std::size_t end) {
        out += state_->convert(text.substr(begin, end - begin));
      },
      [&](const GlossaryMatch& match) { out += match.to; });
  return out;
}

void Converter::convert(std::string_view text, std::string& out) const {
  out = state_->is_plain() ? state_->steps.front().pipeline->convert(text, std::move(out))
                           : convert(text);
}

std::string Converter::convert(std::string_view text, OffsetMap& map) const {
  const std::vector<GlossaryMatch> matches = state_->find(text);
  if (matches.empty()) return state_->convert(text, map);
  std::string out;
  each_part(
      matches, text.size(),
      [&](std::size_t begin, std::size_t end) {
        out += state_->convert(text.substr(begin, end - begin), map);
      },
      [&](const GlossaryMatch& match) {
        const std::size_t size = match.end - match.begin;
        out += match.to;
        if (match.to == text.substr(match.begin, size)) {
          map.keep(size);
        } else {
          map.replace(size, match.to.size());
        }
      });
  return out;
}

Explanation Converter::explain(std::string_view text, std::size_t offset) const {
  Explanation found;
  found.begin = found.end = text.size();
  const auto place = [&](Explanation explanation, std::size_t begin, std::size_t end) {
    found = std::move(explanation);
    found.begin = begin;
    found.end = end;
  };
  each_part(
      state_->find(text), text.size(),
      [&](std::size_t begin, std::size_t end) {
        if (offset < begin || offset >= end) return;
        const std::string_view part = text.substr(begin, end - begin);
        const auto ends = state_->piece_ends(part);
        const auto after = std::upper_bound(ends.begin(), ends.end(), offset - begin);
        const std::size_t first = after == ends.begin() ? 0 : *std::prev(after);
        place(state_->explain(part.substr(first, *after - first)), begin + first, begin + *after);
      },
      [&](const GlossaryMatch& match) {
        if (offset < match.begin || offset >= match.end) return;
        place(explain_term(text, match), match.begin, match.end);
      });
  return found;
}

void Converter::convert_part(std::string_view part, bool& losing, std::string& out) const {
  if (!state_->is_plain()) {
    out += convert(part);
  } else {
    state_->steps.front().pipeline->convert_part(part, losing, out);
  }
}

// A piece depends on what stands behind it no further than the longest key and the longest term.
std::size_t Converter::convert_beginning(std::string_view text, bool& losing,
                                         std::string& out) const {
  if (state_->is_plain()) {
    return state_->steps.front().pipeline->convert_beginning(text, losing, out);
  }
  const std::size_t ahead = kMaxGlossaryTermBytes + 2 * 4 * 0xFF * state_->steps.size();
  std::size_t cut = 0;
  const auto may_cut = [&](std::size_t at) {
    const bool certain = at + ahead <= text.size();
    if (certain && !is_word(utf8::read_before(text, at).code_point)) cut = at;
  };
  each_part(
      state_->find(text), text.size(),
      [&](std::size_t begin, std::size_t end) {
        for (const std::size_t piece_end : state_->piece_ends(text.substr(begin, end - begin))) {
          may_cut(begin + piece_end);
        }
      },
      [&](const GlossaryMatch& match) { may_cut(match.end); });
  out += convert(text.substr(0, cut));
  return cut;
}

std::vector<Explanation> Converter::explain(std::string_view text) const {
  std::vector<Explanation> all;
  const auto add = [&](Explanation explanation) {
    explanation.begin = all.empty() ? 0 : all.back().end;
    explanation.end = explanation.begin + explanation.source.size();
    all.push_back(std::move(explanation));
  };
  each_part(
      state_->find(text), text.size(),
      [&](std::size_t begin, std::size_t end) {
        const std::string_view part = text.substr(begin, end - begin);
        std::size_t done = 0;
        for (const std::size_t piece_end : state_->piece_ends(part)) {
          add(state_->explain(part.substr(done, piece_end - done)));
          done = piece_end;
        }
      },
      [&](const GlossaryMatch& match) { add(explain_term(text, match)); });
  return all;
}

}  // namespace shuye
