#include <algorithm>
#include <iterator>

#include "shuye/search.h"
#include "text/fold.h"
#include "text/three_bytes.h"
#include "text/utf8.h"

namespace shuye {
namespace {

#include "fold_table.inc"

}  // namespace

Folding::Folding() {
  for (const auto& pair : kFold16) set(pair[0], pair[1]);
  for (const auto& pair : kFold32) {
    if (pair[0] < kSize) changes_.set(pair[0]);
  }
  for (std::size_t at = 0; at < std::size(kFoldToSeveral); at += 2 + kFoldToSeveral[at + 1]) {
    several_.push_back({kFoldToSeveral[at], {kFoldToSeveral + at + 2, kFoldToSeveral[at + 1]}});
    for (const char32_t part : several_.back().to) parts_.push_back({part, several_.back().from});
  }
  std::sort(parts_.begin(), parts_.end(),
            [](const Part& a, const Part& b) { return a.part < b.part; });
  plain_.set();
  for (const ToSeveral& entry : several_) {
    if (entry.from < kSize) plain_.reset(entry.from);
  }
  for (const auto& range : kPassedOver) {
    for (char32_t c = range[0]; c <= range[1] && c < kSize; ++c) plain_.reset(c);
  }
}

std::u32string_view Folding::several(char32_t c) const {
  const auto at =
      std::lower_bound(several_.begin(), several_.end(), c,
                       [](const ToSeveral& entry, char32_t key) { return entry.from < key; });
  return at != several_.end() && at->from == c ? at->to : std::u32string_view();
}

std::span<const Folding::Part> Folding::several_with(char32_t part) const {
  const Part* end = parts_.data() + parts_.size();
  const Part* first = std::lower_bound(parts_.data(), end, part,
                                       [](const Part& a, char32_t key) { return a.part < key; });
  const Part* last = first;
  while (last != end && last->part == part) ++last;
  return {first, last};
}

std::span<const std::uint16_t[2]> Folding::narrow_pairs(char32_t target) {
  const auto* first = std::lower_bound(std::begin(kFold16), std::end(kFold16), target,
                                       [](const auto& pair, char32_t to) { return pair[1] < to; });
  const auto* last = first;
  while (last != std::end(kFold16) && (*last)[1] == target) ++last;
  return {first, last};
}
std::span<const std::uint32_t[2]> Folding::wide_pairs() { return kFold32; }

std::span<const char32_t[3]> ranges_passed_over() { return kPassedOver; }

PassedOver passed_over(char32_t c) {
  const auto* after =
      std::upper_bound(std::begin(kPassedOver), std::end(kPassedOver), c,
                       [](char32_t key, const auto& range) { return key < range[0]; });
  if (after == std::begin(kPassedOver) || c > (*std::prev(after))[1]) return PassedOver::no;
  return (*std::prev(after))[2] != 0 ? PassedOver::mark : PassedOver::format;
}

const Folding& Folding::get() {
  static const Folding kFolding;
  return kFolding;
}

void Folding::set(char32_t c, std::uint16_t folded) {
  folded_[c] = folded;
  changes_.set(c);
}

char32_t Folding::changed(char32_t c) const {
  if (c < kSize && folded_[c] != 0) return folded_[c];
  const auto* pair =
      std::lower_bound(std::begin(kFold32), std::end(kFold32), c,
                       [](const auto& entry, char32_t key) { return entry[0] < key; });
  return pair != std::end(kFold32) && (*pair)[0] == c ? (*pair)[1] : c;
}

char32_t fold(char32_t c) { return Folding::get()(c); }

void append_folded(std::string& out, std::string_view text) {
  const Folding& fold_one = Folding::get();
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::uint32_t c = three_bytes::read(text, at); c != 0 && !fold_one.changes(c)) {
      at += 3;
      continue;
    }
    const utf8::Character c = utf8::read(text, at);
    const char32_t folded = fold_one(c.code_point);
    if (folded != c.code_point) {
      out.append(text, copied, at - copied);
      utf8::append(out, folded);
      copied = at + c.length;
    }
    at += c.length;
  }
  out.append(text, copied);
}

}  // namespace shuye
