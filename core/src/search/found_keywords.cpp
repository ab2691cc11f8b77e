#include <algorithm>
#include <string_view>
#include <utility>

#include "search/found_ranking.h"
#include "search/found_terms.h"
#include "search/found_units.h"
#include "shuye/keywords.h"

// units (what the text is made of) → terms (what it repeats) → the best of them → their texts.

namespace shuye {
namespace {

/// The term's commonest form in the article; of forms equally common the first.
std::string form_of(const found::Term& term, const found::Units& units) {
  std::vector<std::pair<std::string_view, std::size_t>> forms;
  constexpr std::size_t kEnough = 16;  // an article that writes a name in more ways than this
  for (const std::uint32_t place : term.places) {
    const found::Unit& first = units.row[place];
    const found::Unit& last = units.row[place + term.length - 1];
    const std::string_view text =
        units.texts[first.item].substr(first.begin, last.end - first.begin);
    const auto known = std::find_if(forms.begin(), forms.end(),
                                    [&](const auto& form) { return form.first == text; });
    if (known != forms.end()) {
      ++known->second;
    } else if (forms.size() < kEnough) {
      forms.emplace_back(text, 1);
    }
  }
  const auto most = std::max_element(
      forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return std::string(most->first);
}

}  // namespace

std::vector<std::string> find_keywords(const Document& document, std::size_t most) {
  const found::Units units = found::units_of(document);
  std::vector<std::string> keywords;
  for (const found::Term& term : found::best_of(found::terms_of(units), units, most)) {
    keywords.push_back(form_of(term, units));
  }
  return keywords;
}

}  // namespace shuye
