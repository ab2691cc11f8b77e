#include "search/regex_parser.h"

#include <optional>
#include <string>
#include <utility>

#include "text/character.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr int kMaxNesting = 50;
constexpr std::uint32_t kMaxRepeats = 1000;

class Parser {
 public:
  Parser(std::string_view text, bool exact) : text_(text), exact_(exact) {}

  Result<RegexTree> parse() {
    const std::uint32_t root = choice(0);
    if (error_.empty() && at_ < text_.size()) fail(") without (");
    if (!error_.empty()) {
      return Error{ErrorCode::invalid_option, Stage::search, where_, std::move(error_)};
    }
    tree_.root = root;
    return std::move(tree_);
  }

 private:
  using Kind = RegexNode::Kind;

  std::uint32_t fail(std::string message) {
    if (error_.empty()) {
      error_ = std::move(message);
      where_ = at_;
    }
    at_ = text_.size();
    return 0;
  }
  bool has(char c) const { return at_ < text_.size() && text_[at_] == c; }
  bool take(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }
  char32_t next() {
    const utf8::Character c = utf8::read(text_, at_);
    at_ += c.length;
    return c.code_point;
  }
  char32_t folded(char32_t c) const { return exact_ ? c : Folding::get()(c); }

  std::uint32_t add(RegexNode node) {
    tree_.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }
  std::uint32_t add(Kind kind, std::uint32_t value) {
    RegexNode node;
    node.kind = kind;
    node.value = value;
    return add(std::move(node));
  }
  std::uint32_t add(RegexSet set) {
    tree_.sets.push_back(std::move(set));
    return add(Kind::set, static_cast<std::uint32_t>(tree_.sets.size() - 1));
  }
  std::uint32_t add_class(RegexClass of, bool opposite) {
    RegexSet set;
    set.classes.emplace_back(of, opposite);
    return add(std::move(set));
  }

  std::uint32_t choice(int nesting) {
    if (nesting > kMaxNesting) return fail("groups are nested too deep");
    RegexNode node;
    node.kind = Kind::choice;
    do node.parts.push_back(sequence(nesting));
    while (take("|"));
    return add(std::move(node));
  }

  std::uint32_t sequence(int nesting) {
    RegexNode node;
    while (at_ < text_.size() && !has('|') && !has(')')) {
      const std::uint32_t part = atom(nesting);
      node.parts.push_back(repeated(part));
    }
    return add(std::move(node));
  }

  std::uint32_t atom(int nesting) {
    if (take("(")) {
      if (has('?') && !take("?:")) return fail("(? is understood in (?:…) only");
      const std::uint32_t group = choice(nesting + 1);
      return take(")") ? group : fail("( without )");
    }
    if (take("[")) return set();
    if (take(".")) return add_class(RegexClass::line_end, true);
    if (take("^")) return add(Kind::place, kBlockBegin);
    if (take("$")) return add(Kind::place, kBlockEnd);
    if (has('*') || has('+') || has('?')) return fail("nothing stands before what is repeated");
    if (take("\\")) return escape();
    return add(Kind::literal, folded(next()));
  }

  std::uint32_t escape() {
    if (take("b")) return add(Kind::place, kWordEdge);
    if (take("B")) return add(Kind::place, kNoWordEdge);
    if (const auto of = class_behind_backslash()) return add_class(of->first, of->second);
    return add(Kind::literal, folded(escaped()));
  }

  std::optional<std::pair<RegexClass, bool>> class_behind_backslash() {
    constexpr std::pair<std::string_view, RegexClass> kNames[] = {
        {"d", RegexClass::digit},    {"w", RegexClass::word},    {"s", RegexClass::space},
        {"p{Han}", RegexClass::han}, {"D", RegexClass::digit},   {"W", RegexClass::word},
        {"S", RegexClass::space},    {"P{Han}", RegexClass::han}};
    for (const auto& [name, of] : kNames) {
      if (take(name)) return std::pair(of, name[0] >= 'A' && name[0] <= 'Z');
    }
    return std::nullopt;
  }

  /// The character that stands behind a backslash.
  char32_t escaped() {
    if (at_ == text_.size()) return fail("nothing stands behind the backslash");
    if (text_[at_] >= '1' && text_[at_] <= '9') {
      return fail("back-references are not understood: they cannot be found in bounded time");
    }
    if (take("n")) return U'\n';
    if (take("t")) return U'\t';
    if (take("r")) return U'\r';
    if (take("u{")) return hex(1, 6, true);
    if (take("u")) return hex(4, 4, false);
    const char32_t c = utf8::read(text_, at_).code_point;
    if (c < 0x80 && is_word(c)) return fail("this is not understood behind a backslash");
    return next();
  }

  char32_t hex(int least, int most, bool braced) {
    char32_t c = 0;
    int digits = 0;
    for (; digits < most && at_ < text_.size(); ++digits, ++at_) {
      const auto digit = std::string_view("0123456789abcdef").find(text_[at_] | 0x20);
      if (digit == std::string_view::npos) break;
      c = c * 16 + static_cast<char32_t>(digit);
    }
    if (digits < least || (braced && !take("}")) || c > 0x10FFFF) return fail("no code point");
    return c;
  }

  std::uint32_t set() {
    RegexSet set;
    set.negated = take("^");
    do {
      if (at_ == text_.size()) return fail("[ without ]");
      add_to(set);
    } while (!take("]") && error_.empty());
    return error_.empty() ? add(std::move(set)) : 0;
  }

  void add_to(RegexSet& set) {
    const bool is_escaped = take("\\");
    if (is_escaped) {
      if (const auto of = class_behind_backslash()) {
        set.classes.push_back(*of);
        return;
      }
    }
    const char32_t first = is_escaped ? escaped() : next();
    char32_t last = first;
    if (has('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
      take("-");
      last = take("\\") ? escaped() : next();
    }
    if (last < first) {
      fail("the range ends before it begins");
      return;
    }
    set.ranges.emplace_back(first, last);
    const char32_t a = folded(first), b = folded(last);
    if (a <= b && (a != first || b != last)) set.ranges.emplace_back(a, b);
  }

  std::uint32_t repeated(std::uint32_t part) {
    RegexNode node;
    node.kind = Kind::repeat;
    if (!error_.empty() || !repeats(node.least, node.most)) return part;
    take("?");
    if (has('*') || has('+') || has('?')) return fail("what is repeated is repeated again");
    node.parts.push_back(part);
    return add(std::move(node));
  }

  bool repeats(std::uint32_t& least, std::uint32_t& most) {
    least = 0;
    most = kNoLimit;
    if (take("*")) return true;
    if (take("+")) {
      least = 1;
      return true;
    }
    if (take("?")) {
      most = 1;
      return true;
    }
    if (!has('{') || at_ + 1 >= text_.size() || text_[at_ + 1] < '0' || text_[at_ + 1] > '9') {
      return false;
    }
    take("{");
    least = most = number();
    if (take(",")) most = has('}') ? kNoLimit : number();
    if (!take("}")) fail("{ without }");
    if (most < least) fail("{m,n} with n below m");
    return true;
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_) {
      value = value * 10 + static_cast<std::uint32_t>(text_[at_] - '0');
      if (value > kMaxRepeats) {
        fail("at most 1000 repeats");
        break;
      }
    }
    return value;
  }

  std::string_view text_;
  bool exact_;
  std::size_t at_ = 0, where_ = 0;
  std::string error_;
  RegexTree tree_;
};

}  // namespace

Result<RegexTree> parse_regex(std::string_view expression, bool exact) {
  return Parser(expression, exact).parse();
}

}  // namespace shuye
