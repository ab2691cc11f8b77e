#include "convert/glossary_terms.h"

#include "convert/description_sequence.h"
#include "convert/pipeline.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {

namespace {

bool has_any(const TermIndex& index, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at += utf8::read(text, at).length) {
    if (index.longest(text, at).length > 0) return true;
  }
  return false;
}

// Follows the dictionaries' words through a text that begins where a word can begin; the entries
// are words among them.
void find_entries(const Glossary::Terms& terms, std::string_view text, std::size_t offset,
                  const Pipeline* pipeline, std::vector<GlossaryMatch>& matches) {
  // Most paragraphs have none, and then their words are of no interest.
  if (!has_any(terms.entries, text)) return;
  for (std::size_t at = 0; at < text.size();) {
    const TermIndex::Match entry = terms.entries.longest(text, at);
    const std::size_t word = pipeline == nullptr ? 0 : pipeline->word_length(text, at);
    if (entry.length > 0 && entry.length >= word) {
      matches.push_back({offset + at, offset + at + entry.length, terms.values[entry.term], false});
      at += entry.length;
    } else if (word > 0) {
      at += word;
    } else {
      const std::size_t sequence = description_sequence_length(text, at);
      at += sequence > 0 ? sequence : utf8::read(text, at).length;
    }
  }
}

}  // namespace

bool Glossary::Terms::can_end_with(char32_t c) const { return !is_word(c) && inner.at(c) == 0; }

std::vector<GlossaryMatch> find_terms(const Glossary::Terms& terms, std::string_view text,
                                      const Pipeline* pipeline) {
  std::vector<GlossaryMatch> matches;
  std::size_t done = 0;
  const auto find_up_to = [&](std::size_t end) {
    if (!terms.entries.empty()) {
      find_entries(terms, text.substr(done, end - done), done, pipeline, matches);
    }
  };
  for (std::size_t at = 0; at < text.size() && !terms.kept.empty();) {
    const std::size_t length = terms.kept.longest(text, at).length;
    if (length == 0) {
      at += utf8::read(text, at).length;
      continue;
    }
    find_up_to(at);
    matches.push_back({at, at + length, text.substr(at, length), true});
    done = at += length;
  }
  find_up_to(text.size());
  return matches;
}

}  // namespace shuye
