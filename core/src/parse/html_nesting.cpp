#include "parse/html_nesting.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "parse/html_elements.h"
#include "parse/html_markup.h"
#include "text/name_index.h"

namespace shuye {
namespace {

constexpr std::size_t kMaxAttributes = 256;    // of one tag; they are compared with each other
constexpr std::size_t kMaxFormatting = 16;     // formatting elements open at once
constexpr std::size_t kMaxElements = 1000000;  // that all tags together may make

/// How elements nest, as bits.
constexpr std::uint8_t kFlat = 1;         // no end tag, or the next one of their kind ends them
constexpr std::uint8_t kFormatting = 2;   // opened again after what they stood in has ended
constexpr std::uint8_t kBarrier = 4;      // an end tag inside them does not look beyond
constexpr std::uint8_t kCell = 8;         // of a table; formatting ends at them
constexpr std::uint8_t kForeign = 16;     // what is inside is SVG or MathML …
constexpr std::uint8_t kHtmlInside = 32;  // … and here HTML again
constexpr std::uint8_t kTable = 64;

struct Habit {
  std::string_view name;
  std::uint8_t bits;
};
constexpr Habit kHabits[] = {{"area", kFlat},
                             {"base", kFlat},
                             {"br", kFlat},
                             {"col", kFlat},
                             {"embed", kFlat},
                             {"hr", kFlat},
                             {"img", kFlat},
                             {"input", kFlat},
                             {"link", kFlat},
                             {"meta", kFlat},
                             {"param", kFlat},
                             {"source", kFlat},
                             {"track", kFlat},
                             {"wbr", kFlat},
                             {"p", kFlat},
                             {"li", kFlat},
                             {"dt", kFlat},
                             {"dd", kFlat},
                             {"option", kFlat},
                             {"tr", kFlat},
                             {"thead", kFlat},
                             {"tbody", kFlat},
                             {"tfoot", kFlat},
                             {"html", kFlat},
                             {"head", kFlat},
                             {"body", kFlat},
                             {"td", kFlat | kCell},
                             {"th", kFlat | kCell},
                             {"caption", kFlat | kCell},
                             {"a", kFormatting},
                             {"b", kFormatting},
                             {"big", kFormatting},
                             {"code", kFormatting},
                             {"em", kFormatting},
                             {"font", kFormatting},
                             {"i", kFormatting},
                             {"nobr", kFormatting},
                             {"s", kFormatting},
                             {"small", kFormatting},
                             {"strike", kFormatting},
                             {"strong", kFormatting},
                             {"tt", kFormatting},
                             {"u", kFormatting},
                             {"table", kBarrier | kTable},
                             {"template", kBarrier},
                             {"object", kBarrier},
                             {"marquee", kBarrier},
                             {"applet", kBarrier},
                             {"svg", kForeign},
                             {"math", kForeign},
                             {"foreignobject", kHtmlInside},
                             {"desc", kHtmlInside},
                             {"annotation-xml", kHtmlInside},
                             {"mi", kHtmlInside},
                             {"mo", kHtmlInside},
                             {"mn", kHtmlInside},
                             {"ms", kHtmlInside},
                             {"mtext", kHtmlInside}};
constexpr NameIndex kIndex(kHabits);

std::uint8_t habits_of(std::string_view name) {
  const Habit* habit = kIndex.find(name);
  return habit == nullptr ? std::uint8_t{0} : habit->bits;
}

bool is_block(std::string_view name) {
  const Element* element = find_element(name);
  return element != nullptr && element->is_block();
}

class Limiter {
 public:
  explicit Limiter(std::string_view html) : html_(html) {}

  std::optional<std::string> run() {
    std::size_t at = 0;
    while ((at = html_.find('<', at)) != std::string_view::npos) at = pass(at);
    return std::move(limited_);
  }

 private:
  struct Open {
    std::uint32_t hash = 0;
    bool formatting = false;
    bool block = false;
    bool barrier = false;
    bool foreign = false;  // what is inside is SVG or MathML
    bool removed = false;
    std::size_t formatting_outside = 0;  // of a table
  };

  /// Passes over what begins at a `<`.
  std::size_t pass(std::size_t at) {
    if (!markup::is_tag(html_, at)) return markup::end_of_other(html_, at);
    markup::Tag tag(html_, at);
    const std::size_t name_end = tag.end();
    std::size_t attributes = 0;
    while (tag.next_attribute()) ++attributes;
    elements_ += 1 + formatting_;
    if (tag.name() == "select") in_select_ = !tag.closing();
    if (attributes > kMaxAttributes) erase(name_end, tag.end() - 1);
    if (is_surely_raw(tag.name())) {
      return tag.closing() ? tag.end() : markup::end_of_raw(html_, tag.end(), tag.name());
    }
    if (tag.closing() ? !close(tag) : !open(tag)) erase(at, tag.end());
    return tag.end();
  }

  /// Whether what follows is text to the parser: not in SVG and MathML, and in a list of choices
  /// but for a script. Where it is not sure tags are limited that are none.
  bool is_surely_raw(std::string_view name) const {
    if (!markup::is_raw(name) || is_in_foreign()) return false;
    return !in_select_ || name == "script";
  }

  bool is_in_foreign() const { return !open_.empty() && open_.back().foreign; }

  /// False when the tag is to go.
  bool open(const markup::Tag& tag) {
    if (elements_ > kMaxElements) return false;
    const std::uint8_t habits = habits_of(tag.name());
    if ((habits & kCell) != 0) formatting_ = 0;
    if ((habits & kFlat) != 0) return true;
    const bool in_foreign = is_in_foreign();
    if (in_foreign && tag.self_closing()) return true;
    Open made;
    made.hash = tag.hash();
    made.formatting = (habits & kFormatting) != 0;
    made.barrier = (habits & kBarrier) != 0;
    made.block = made.barrier || is_block(tag.name());
    made.foreign = (in_foreign && (habits & kHtmlInside) == 0) || (habits & kForeign) != 0;
    made.formatting_outside = formatting_;
    made.removed =
        open_.size() >= kMaxElementDepth || (made.formatting && formatting_ >= kMaxFormatting);
    if (made.formatting && !made.removed) ++formatting_;
    open_.push_back(made);
    return !made.removed;
  }

  bool close(const markup::Tag& tag) {
    const std::uint8_t habits = habits_of(tag.name());
    if ((habits & kCell) != 0) formatting_ = 0;
    if ((habits & kFlat) != 0) return elements_ <= kMaxElements;
    const bool formatting = (habits & kFormatting) != 0;
    const bool block = (habits & kBarrier) != 0 || is_block(tag.name());
    std::size_t at = open_.size();
    const std::size_t stop = at > kMaxElementDepth ? at - kMaxElementDepth : 0;
    while (at > stop && open_[at - 1].hash != tag.hash()) {
      const Open& other = open_[at - 1];
      if (other.barrier || (!formatting && !block && other.block)) return true;  // closes nothing
      --at;
    }
    if (at == stop) return elements_ <= kMaxElements;
    const Open closed = open_[at - 1];
    if (formatting) {
      // What was opened inside stays open.
      if (!closed.removed && formatting_ > 0) --formatting_;
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(at - 1));
    } else {
      if ((habits & kTable) != 0) formatting_ = closed.formatting_outside;
      open_.resize(at - 1);
    }
    return !closed.removed;
  }

  void erase(std::size_t begin, std::size_t end) {
    if (!limited_) limited_.emplace(html_);
    std::fill(limited_->begin() + static_cast<std::ptrdiff_t>(begin),
              limited_->begin() + static_cast<std::ptrdiff_t>(end), '\n');
  }

  std::string_view html_;
  std::optional<std::string> limited_;
  std::vector<Open> open_;
  std::size_t formatting_ = 0;
  std::size_t elements_ = 0;
  bool in_select_ = false;
};

}  // namespace

std::optional<std::string> limit_nesting(std::string_view html) { return Limiter(html).run(); }

}  // namespace shuye
