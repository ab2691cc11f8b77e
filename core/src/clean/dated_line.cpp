#include "clean/dated_line.h"

#include <algorithm>
#include <string>

#include "clean/lines.h"
#include "clean/signals.h"
#include "clean/signatures.h"
#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// Behind a name, only so far into the line.
constexpr std::size_t kLongestBefore = 16;

struct DatePlace {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string iso;  // empty: there is none

  bool timed() const { return iso.find('T') != std::string::npos; }
};

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

DatePlace date_at(const Characters& line, std::size_t at) {
  constexpr std::size_t kLongestDate = 80;
  const std::string text = line.original_text(at, std::min(line.size(), at + kLongestDate));
  const DateText date = read_date(text);
  // 1998年 heads an entry of a chronicle.
  if (date.iso.size() < std::string_view("2025-07-31").size()) return {};
  return {at, at + utf8::length(std::string_view(text).substr(0, date.length)), date.iso};
}

/// 发表于2014-08-24: where what it announces begins.
std::size_t skip_announcement(const Characters& line) {
  constexpr std::u32string_view kWords[] = {U"发表于", U"发布于",     U"更新于", U"刊登于",
                                            U"刊发于", U"最后更新于", U"编辑于"};
  for (const std::u32string_view name : kWords) {
    if (!std::u32string_view(line.folded).starts_with(name)) continue;
    std::size_t at = name.size();
    while (at < line.size() &&
           (is_space(line.original[at]) || is_in(kBylineSeparators, line.original[at]))) {
      ++at;
    }
    return at;
  }
  return 0;
}

/// The date that the line begins with, or one to the minute behind a name.
DatePlace find_date(const Characters& line) {
  const std::size_t begin = skip_announcement(line);
  if (begin < line.size()) {
    if (DatePlace first = date_at(line, begin); !first.iso.empty()) return first;
  }
  const std::size_t last = std::min(line.size(), kLongestBefore);
  for (std::size_t at = 1; at < last; ++at) {
    if (!is_digit(line.original[at]) || is_digit(line.original[at - 1])) continue;
    if (DatePlace place = date_at(line, at); place.timed()) return place;
  }
  return {};
}

/// `1164次阅读`, `条评论` (of `0 条评论`), `129`: how often, not who.
bool is_count(std::string_view folded) {
  static const Words kCounted =
      folded_words({"阅读", "评论", "浏览", "点击", "回复", "查看", "围观", "收藏", "点赞", "分享",
                    "转发", "人气", "跟贴", "字数", "阅读量", "浏览量", "点赞数", "评论数"});
  const std::size_t digits = std::min(folded.find_first_not_of("0123456789,.+"), folded.size());
  folded.remove_prefix(digits);
  if (folded.empty()) return digits > 0;
  for (const std::string_view unit : {"次", "条", "人", "个", "万"}) {
    if (folded.starts_with(unit)) folded.remove_prefix(unit.size());
  }
  return is_any(folded, kCounted);
}

/// `A-`, `A+`, `大`: sizes of the type, to choose from.
bool is_size(std::string_view folded) {
  static const Words kSizes =
      folded_words({"a", "a-", "a+", "t", "t+", "t-", "大", "中", "小", "字号", "字体"});
  return is_any(folded, kSizes);
}

/// `IP 属地重庆`: where it was written.
bool is_place(std::string_view folded) {
  return folded == "ip" || folded.starts_with("ip属地") || folded.starts_with("属地");
}

class Reader {
 public:
  explicit Reader(const Characters& line) : line_(line), date_(find_date(line)) {}

  std::optional<Byline> read() {
    if (date_.iso.empty()) return std::nullopt;
    byline_.date = date_.iso;
    if (!read_between(skip_announcement(line_), date_.begin)) return std::nullopt;
    if (!read_between(date_.end, line_.size())) return std::nullopt;
    // 2024年3月1日 晴; 5月12日，汶川: a date needs more beside it to make a word a name.
    const bool names = !byline_.authors.empty() || !byline_.publisher.empty();
    if (names && !date_.timed() && !labels_) return std::nullopt;
    return std::move(byline_);
  }

 private:
  /// False where there is more than a byline has.
  bool read_between(std::size_t at, std::size_t end) {
    while (at < end) {
      const char32_t c = line_.original[at];
      if (is_space(c) || is_in(kBylineValueEnds, c) || is_in(kBylineSeparators, c)) {
        ++at;
        continue;
      }
      Labelled labelled = label_at(line_, at);
      if (labelled.label == nullptr) labelled = bare_label_at(line_, at);
      const std::size_t begin = labelled.label != nullptr ? labelled.value : at;
      std::size_t stop = begin;
      while (stop < end && !is_space(line_.original[stop]) &&
             !is_in(kBylineValueEnds, line_.original[stop])) {
        ++stop;
      }
      // 更新于 2022-09-01分类于 …: the spans of a page, one behind the other
      if (labelled.label != nullptr && labelled.label->field == BylineField::date) {
        const DatePlace date = date_at(line_, begin);
        if (!date.iso.empty()) stop = std::min(date.end, end);
      }
      const std::string value = line_.original_text(begin, stop);
      if (labelled.label != nullptr) {
        // 发布于 only announces a date, 发布于： is a label among others.
        const bool separated =
            labelled.value > at && is_in(kBylineSeparators, line_.original[labelled.value - 1]);
        labels_ = labels_ || separated || labelled.label->field != BylineField::date;
        add_value(labelled.label->field, value, byline_);
      } else if (!read_word(value, stop - begin)) {
        return false;
      }
      at = std::max(stop, at + 1);
    }
    return true;
  }

  bool read_word(const std::string& value, std::size_t length) {
    // Prose that happens to have a date in front has more to say than a name.
    if (length > kLongestName) return false;
    const std::string folded = folded_text(value);
    // 来源：晚报 举报
    if (labels_ || is_action(folded) || is_count(folded) || is_size(folded) || is_place(folded)) {
      return true;
    }
    if (is_medium(value) && byline_.publisher.empty()) {
      byline_.publisher = value;
      return true;
    }
    if (!byline_.authors.empty()) return false;
    const std::vector<std::string> reporters = reporters_in(value);
    byline_.authors.push_back(reporters.size() == 1 ? reporters.front() : value);
    return true;
  }

  const Characters& line_;
  DatePlace date_;
  Byline byline_;
  bool labels_ = false;
};

}  // namespace

std::optional<Byline> read_dated_line(const Characters& line) { return Reader(line).read(); }

}  // namespace shuye
