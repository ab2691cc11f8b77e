#include "repair/edits.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace shuye {
namespace {

/// Where the offsets of the text go.
class Moved {
 public:
  explicit Moved(const std::vector<Edit>& edits) {
    std::size_t grown = 0;  // modulo 2^64
    for (const Edit& edit : edits) {
      const std::size_t begin = edit.place.begin + grown;
      steps_.push_back({edit.place, {begin, begin + edit.replacement.size()}});
      grown += edit.replacement.size() - edit.place.size();
    }
  }

  std::size_t operator()(std::size_t offset) const {
    const auto behind = std::upper_bound(
        steps_.begin(), steps_.end(), offset,
        [](std::size_t wanted, const Step& step) { return wanted < step.before.begin; });
    if (behind == steps_.begin()) return offset;
    const Step& step = *(behind - 1);
    if (offset >= step.before.end) return step.after.end + (offset - step.before.end);
    return std::min(step.after.begin + (offset - step.before.begin), step.after.end);
  }

  Range after(std::size_t edit) const { return steps_[edit].after; }

 private:
  struct Step {
    Range before;
    Range after;
  };
  std::vector<Step> steps_;
};

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    out.append(text.substr(at, edit.place.begin - at)).append(edit.replacement);
    at = edit.place.end;
  }
  return out.append(text.substr(at));
}

}  // namespace

void apply_edits(Document& document, BlockIndex index, const std::vector<Edit>& edits,
                 std::string_view rule, float confidence) {
  constexpr std::size_t kMany = 8;
  if (edits.empty()) return;
  Block& block = document.blocks[index];
  const Moved moved(edits);
  const std::string before = std::exchange(block.text, edited(block.text, edits));
  for (Span& span : block.spans) {
    span.begin = static_cast<std::uint32_t>(moved(span.begin));
    span.end = static_cast<std::uint32_t>(moved(span.end));
  }
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (edits[i].replacement != "\n") continue;
    Span line_break;
    line_break.kind = SpanKind::line_break;
    line_break.begin = static_cast<std::uint32_t>(moved.after(i).begin);
    line_break.end = line_break.begin + 1;
    block.spans.insert(
        std::upper_bound(block.spans.begin(), block.spans.end(), line_break,
                         [](const Span& a, const Span& b) { return a.begin < b.begin; }),
        std::move(line_break));
  }
  block.spans.erase(std::remove_if(block.spans.begin(), block.spans.end(),
                                   [](const Span& span) { return span.begin >= span.end; }),
                    block.spans.end());
  const auto record = [&](Range place, Range now) {
    Repair& repair = document.repairs.emplace_back();
    repair.rule = rule;
    repair.confidence = confidence;
    repair.block = index;
    repair.original = before.substr(place.begin, place.size());
    repair.replacement = block.text.substr(now.begin, now.size());
    repair.place = now;
  };
  if (edits.size() > kMany) {
    return record({edits.front().place.begin, edits.back().place.end},
                  {moved.after(0).begin, moved.after(edits.size() - 1).end});
  }
  for (std::size_t i = 0; i < edits.size(); ++i) record(edits[i].place, moved.after(i));
}

}  // namespace shuye
