#include "shuye/repair.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "decode/gb18030_table.h"
#include "repair/damage.h"
#include "repair/page_model.h"
#include "repair/readings.h"
#include "repair/realign.h"
#include "text/apart.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

constexpr float kSure = 0.99F;     // a reading, of a page that is surely damaged
constexpr float kExact = 0.95F;    // bytes that could stand in one way only
constexpr float kGuessed = 0.75F;  // some bytes are what is most probable

/// In a text without markup, a tag whose "<" was swallowed is what a site left of its own: `?/p>`.
/// It goes with what swallowed it.
void drop_leftover_tags(std::string_view text, std::vector<Mend>& mends) {
  if (text.find('<') != std::string_view::npos) return;
  for (std::size_t i = 0; i < mends.size(); ++i) {
    Mend& mend = mends[i];
    if (mend.whole.empty() || mend.whole.back() != '<') continue;
    const std::size_t end = text.find_first_of(">\n", mend.damaged.end);
    if (end == std::string_view::npos || text[end] != '>') continue;
    if (i + 1 < mends.size() && mends[i + 1].damaged.begin <= end) continue;
    mend.whole.pop_back();
    mend.damaged.end = end + 1;
  }
}

/// The text with its mends; says where each stands now.
std::string apply(std::string_view text, const std::vector<Mend>& mends, TextRepairs& out) {
  std::string whole;
  whole.reserve(text.size());
  std::size_t at = 0;
  for (const Mend& mend : mends) {
    whole += text.substr(at, mend.damaged.begin - at);
    const std::string_view rule = mend.realigned ? "realigned" : "reading";
    const float confidence = !mend.realigned ? kSure : mend.guessed ? kGuessed : kExact;
    out.repairs.push_back({rule,
                           confidence,
                           {whole.size(), whole.size() + mend.whole.size()},
                           std::string(text.substr(mend.damaged.begin, mend.damaged.size())),
                           mend.whole});
    whole += mend.whole;
    at = mend.damaged.end;
  }
  return whole += text.substr(at);
}

/// Where offsets of the damaged text are in the whole one.
class Offsets {
 public:
  Offsets(const std::vector<Mend>& mends, const TextRepairs& repairs)
      : mends_(mends), repairs_(repairs.repairs) {}

  /// Asked for in rising order.
  std::size_t moved(std::size_t offset) {
    while (next_ < mends_.size() && mends_[next_].damaged.begin <= offset) ++next_;
    if (next_ == 0) return offset;
    const Range& damaged = mends_[next_ - 1].damaged;
    const Range& whole = repairs_[next_ - 1].place;
    if (offset >= damaged.end) return whole.end + (offset - damaged.end);
    return std::min(whole.begin + (offset - damaged.begin), whole.end);
  }

 private:
  const std::vector<Mend>& mends_;
  const std::vector<TextRepair>& repairs_;
  std::size_t next_ = 0;
};

/// A "?" beside Chinese that is no question: "？" is what Chinese asks with, so that in such a text
/// it is what is left of a character.
bool is_remainder(std::string_view text, std::size_t at) {
  const bool again = at + 1 < text.size() && text[at + 1] == '?';
  const bool before = at > 0 && is_han(utf8::read_before(text, at).code_point);
  const bool behind = at + 1 < text.size() && is_han(utf8::read(text, at + 1).code_point);
  return again || (before && behind);
}

void flag_remainders(std::string_view text, TextRepairs& out) {
  constexpr std::size_t kMost = 100;
  const std::size_t before = out.warnings.size();
  for (std::size_t at = text.find('?'); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of('?', at), text.size());
    if (is_remainder(text, at)) {
      if (out.warnings.size() - before == kMost) return;
      out.warnings.push_back({"unmended", "a character is lost that cannot be told", at});
    }
    at = text.find('?', end);
  }
}

// Apart, since nearly no text comes here.
SHUYE_APART void repair_damaged(DecodedText& decoded, const std::vector<Annotation>& annotations,
                                const Packs& packs, TextRepairs& out) {
  const auto gb18030_pack = packs.data(Gb18030Table::kName);
  const auto readings_pack = packs.data(Readings::kName);
  const auto gb18030 = gb18030_pack ? gb18030_pack->table<Gb18030Table>() : nullptr;
  const auto readings = readings_pack ? readings_pack->table<Readings>() : nullptr;
  if (!gb18030 || !readings) {
    out.warnings.push_back({"not-repaired",
                            "the text may be damaged; the packs that tell are not there",
                            annotations.front().at});
    return;
  }
  const Gb18030Encoder encoder(gb18030);
  const Keys keys = keys_of(decoded.text, annotations, *readings, encoder);
  if (keys.empty()) return;
  const PageModel model(decoded.text, keys, *readings, encoder);
  std::vector<Mend> mends = mend(decoded.text, keys, model, {*gb18030, encoder, *readings});
  drop_leftover_tags(decoded.text, mends);
  std::string whole = apply(decoded.text, mends, out);
  Offsets losses(mends, out);
  for (DecodeLoss& loss : decoded.losses) loss.text_offset = losses.moved(loss.text_offset);
  Offsets switches(mends, out);
  for (DecodeSwitch& s : decoded.switches) s.text_offset = switches.moved(s.text_offset);
  decoded.text = std::move(whole);
  flag_remainders(decoded.text, out);
}

}  // namespace

std::vector<std::string_view> packs_for_repair(std::string_view text) {
  if (!may_be_damaged(annotations_in(text))) return {};
  return {Gb18030Table::kName, Readings::kName};
}

TextRepairs repair(DecodedText& decoded, const Packs& packs) {
  TextRepairs out;
  const std::vector<Annotation> annotations = annotations_in(decoded.text);
  if (may_be_damaged(annotations)) repair_damaged(decoded, annotations, packs, out);
  return out;
}

}  // namespace shuye
