#include "repair/page_model.h"

#include <cmath>

#include "repair/pinyin.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr double kUnknown = 1e-9;

double share_of_ascii(char32_t c) {
  if (c == '\n') return 2e-2;
  if (c == ' ') return 1e-2;
  if (c == '\t') return 1e-5;
  if (c >= '0' && c <= '9') return 2e-3;
  return std::u32string_view(U"#$%&+;=@!'*").find(c) == std::u32string_view::npos ? 3e-3 : 3e-4;
}

double share_of_mark(char32_t c) {
  if (c == U'，' || c == U'。') return 3e-2;
  constexpr std::u32string_view kCommon = U"、「」：；！？（）《》『』“”…—";
  return kCommon.find(c) == std::u32string_view::npos ? 3e-6 : 5e-3;
}

}  // namespace

PageModel::PageModel(std::string_view text, const Keys& keys, const Readings& readings,
                     const Gb18030Encoder& encoder)
    : readings_(readings), singles_(0x10000, 0) {
  char32_t before = 0;
  bool misaligned = false;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    at += c.length;
    if (c.code_point == '?') {
      const std::string_view reading = reading_at(text, at);
      if (!reading.empty()) at += reading.size() + 1;
      // A stop that a page made narrow; what is behind it is out of step as well.
      if (at < text.size() && std::string_view(",;!").find(text[at]) != std::string_view::npos)
        ++at;
      misaligned = true;
      before = 0;
      continue;
    }
    if (c.code_point < 0x80) misaligned = false;
    if (misaligned) continue;
    count(before, c.code_point);
    before = c.code_point;
    const std::string_view reading = bracketed_reading_at(text, at);
    if (!reading.empty() && keys.reading(encoder.pair(c.code_point)) == reading) {
      at += reading.size() + 2;
    }
  }
}

void PageModel::count(char32_t before, char32_t c) {
  if (c > 0xFFFF) return;
  ++singles_[c];
  ++total_;
  if (before != 0 && before <= 0xFFFF) ++pairs_[before << 16 | c];
}

double PageModel::share(char32_t c) const {
  if (c < 0x80) return share_of_ascii(c);
  if (is_han(c)) {
    const double commonness = readings_.commonness(c);
    return commonness < 0 ? std::exp(commonness) : kUnknown;
  }
  if (c >= 0xE000 && c <= 0xF8FF)
    return kUnknown / 1000;  // private use: a sign of being out of step
  return is_punctuation(c) || is_space(c) ? share_of_mark(c) : kUnknown;
}

double PageModel::probability(char32_t before, char32_t c) const {
  // What a "?" says is decided by what else it can be; as a question mark it stands in ASCII.
  if (c == '?') return std::log(before < 0x80 ? 1e-5 : 1e-7);
  constexpr double kFromShares = 4;  // how many characters the shares are worth
  const bool known = c <= 0xFFFF && before <= 0xFFFF;
  const double single = known ? singles_[c] : 0;
  const double share_here = single / static_cast<double>(total_ + 1);
  const double expected = (share_here + share(c)) / 2;
  const double times = known ? singles_[before] : 0;
  const auto pair = known ? pairs_.find(before << 16 | c) : pairs_.end();
  const double both = pair == pairs_.end() ? 0 : pair->second;
  return std::log((both + kFromShares * expected) / (times + kFromShares));
}

}  // namespace shuye
