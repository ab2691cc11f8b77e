#include <algorithm>
#include <bitset>
#include <unordered_map>

#include "shuye/search.h"
#include "text/character.h"
#include "text/fold.h"
#include "text/utf8.h"

// Leftmost-longest matches in linear time: the automaton holds the keywords *reversed* and reads
// the text from its end. After the character at position i its state knows every keyword that
// begins at i, the longest first. One pass from the left then takes the longest at each position
// that is still free. (Read forwards, the automaton knows what *ends* at i, and finding the
// leftmost-longest match takes looking ahead and going back, which is quadratic for keywords such
// as a and aaaa…b.)

namespace shuye {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

std::u32string folded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    out.push_back(fold(c.code_point));
    at += c.length;
  }
  return out;
}

/// Nothing to look for: empty, or punctuation and spaces only.
bool is_idle(const std::u32string& keyword) {
  return std::all_of(keyword.begin(), keyword.end(),
                     [](char32_t c) { return is_punctuation(c) || is_space(c); });
}

}  // namespace

struct Matcher::Automaton {
  struct Node {
    std::uint32_t fail = 0;         // the longest proper suffix that is a node
    std::uint32_t shorter = kNone;  // the next node on the way of fails that ends a keyword
    std::uint32_t keyword = kNone;  // the keyword that ends here
    std::uint32_t length = 0;       // from the root, in characters
    char32_t character = 0;         // on the edge from the parent
  };

  std::vector<Node> nodes{Node{}};
  std::unordered_map<std::uint64_t, std::uint32_t> edges;
  // Most characters of a text begin no edge at the root; this tells so without a look-up.
  std::bitset<4096> first;

  static std::uint64_t edge(std::uint32_t node, char32_t c) {
    return static_cast<std::uint64_t>(node) << 32 | c;
  }

  std::uint32_t child(std::uint32_t node, char32_t c) const {
    if (node == 0 && !first[c % first.size()]) return kNone;
    const auto found = edges.find(edge(node, c));
    return found == edges.end() ? kNone : found->second;
  }

  void add(const std::u32string& keyword, std::uint32_t index) {
    std::uint32_t node = 0;
    first.set(keyword.back() % first.size());
    for (auto c = keyword.rbegin(); c != keyword.rend(); ++c) {
      const auto [place, is_new] =
          edges.try_emplace(edge(node, *c), static_cast<std::uint32_t>(nodes.size()));
      if (is_new) {
        nodes.push_back({});
        nodes.back().length = nodes[node].length + 1;
        nodes.back().character = *c;
      }
      node = place->second;
    }
    if (nodes[node].keyword == kNone) nodes[node].keyword = index;
  }

  std::uint32_t step(std::uint32_t node, char32_t c) const {
    for (;;) {
      const std::uint32_t next = child(node, c);
      if (next != kNone) return next;
      if (node == 0) return 0;
      node = nodes[node].fail;
    }
  }

  /// Aho and Corasick's second phase. A node's fail is nearer to the root than the node, so the
  /// nodes are visited by their distance from it.
  void link() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> order;  // node, parent
    order.reserve(edges.size());
    for (const auto& [key, node] : edges) {
      order.emplace_back(node, static_cast<std::uint32_t>(key >> 32));
    }
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      return nodes[a.first].length < nodes[b.first].length;
    });
    for (const auto& [index, parent] : order) {
      Node& node = nodes[index];
      node.fail = parent == 0 ? 0 : step(nodes[parent].fail, node.character);
      node.shorter = nodes[node.fail].keyword != kNone ? node.fail : nodes[node.fail].shorter;
    }
  }
};

namespace {

/// A character of the text that is searched.
struct Place {
  char32_t folded;
  std::uint32_t offset;  // in bytes
};

/// The text's characters, and one past the end.
std::vector<Place> places_of(std::string_view text) {
  const Folding& folded = Folding::get();
  std::vector<Place> places;
  places.reserve(text.size() / 2 + 1);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    places.push_back({folded(c.code_point), static_cast<std::uint32_t>(at)});
    at += c.length;
  }
  places.push_back({U'\n', static_cast<std::uint32_t>(text.size())});
  return places;
}

/// Whether a keyword may end with one of the text's characters: of most blocks none does, and
/// nothing has to be kept of them.
bool may_match(std::string_view text, const std::bitset<4096>& first) {
  const Folding& folded = Folding::get();
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (first[folded(c.code_point) % first.size()]) return true;
    at += c.length;
  }
  return false;
}

/// False between two characters of one word, in the sense of words with spaces between them.
bool is_boundary(const std::vector<Place>& places, std::size_t at) {
  return at == 0 || !is_word(places[at - 1].folded) || !is_word(places[at].folded);
}

}  // namespace

std::optional<KeywordMatch> match_from_name(std::string_view name) {
  if (name == "auto") return KeywordMatch::automatic;
  if (name == "word") return KeywordMatch::word;
  if (name == "prefix") return KeywordMatch::prefix;
  if (name == "anywhere") return KeywordMatch::anywhere;
  if (name == "regex") return KeywordMatch::regex;
  return std::nullopt;
}

std::optional<Overlaps> overlaps_from_name(std::string_view name) {
  if (name == "leftmost-longest") return Overlaps::leftmost_longest;
  if (name == "leftmost-first") return Overlaps::leftmost_first;
  if (name == "all") return Overlaps::all;
  return std::nullopt;
}

Result<Matcher> Matcher::create(const std::vector<Keyword>& keywords,
                                const SearchOptions& /*options*/) {
  if (keywords.size() > kMaxKeywords) {
    return Error{ErrorCode::invalid_option, Stage::search, 0,
                 std::to_string(keywords.size()) + " keywords; the limit is " +
                     std::to_string(kMaxKeywords)};
  }
  auto automaton = std::make_shared<Automaton>();
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i].text.size() > kMaxKeywordBytes) {
      return Error{ErrorCode::invalid_option, Stage::search, 0,
                   "keyword " + std::to_string(i) + " has " + std::to_string(keywords[i].text.size()) +
                       " bytes; the limit is " + std::to_string(kMaxKeywordBytes)};
    }
    const std::u32string keyword = folded(trim(keywords[i].text));
    if (!is_idle(keyword)) automaton->add(keyword, static_cast<std::uint32_t>(i));
  }
  automaton->link();
  return Matcher(std::move(automaton));
}

bool Matcher::find(std::string_view text, BlockIndex block, std::vector<Match>& matches) const {
  const Automaton& automaton = *automaton_;
  if (automaton.edges.empty() || !may_match(text, automaton.first)) return true;
  const std::vector<Place> places = places_of(text);

  // From the right: the longest keyword at each place whose edges are edges of words.
  struct Candidate {
    std::size_t begin, end;
    std::uint32_t keyword;
  };
  std::vector<Candidate> candidates;
  std::uint32_t state = 0;
  for (std::size_t begin = places.size() - 1; begin-- > 0;) {
    state = automaton.step(state, places[begin].folded);
    if (state == 0 || !is_boundary(places, begin)) continue;
    std::uint32_t node = state;
    if (automaton.nodes[node].keyword == kNone) node = automaton.nodes[node].shorter;
    for (; node != kNone; node = automaton.nodes[node].shorter) {
      const std::size_t end = begin + automaton.nodes[node].length;
      if (!is_boundary(places, end)) continue;
      candidates.push_back({begin, end, automaton.nodes[node].keyword});
      break;
    }
  }

  std::size_t free = 0;
  for (auto candidate = candidates.rbegin(); candidate != candidates.rend(); ++candidate) {
    if (candidate->begin < free) continue;
    if (matches.size() >= kMaxMatches) return false;
    matches.push_back({candidate->keyword, block, places[candidate->begin].offset,
                       places[candidate->end].offset});
    free = candidate->end;
  }
  return true;
}

}  // namespace shuye
