#include "text/date.h"
#include "text/ascii.h"

#include <array>
#include <cstdint>
#include <optional>

#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

struct Date {
  int year = 0;
  int month = 0;  // 0: not said, as for all below
  int day = 0;
  int hour = -1;
  int minute = 0;
  int second = -1;
  std::string zone;
};

constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::string_view kWeekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int days_in(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(const Date& date) {
  if (date.year < 1000 || date.year > 2999 || date.month < 0 || date.month > 12) return false;
  if (date.day < 0 || (date.day > 0 && date.month == 0)) return false;
  return date.day == 0 || date.day <= days_in(date.year, date.month);
}

void append_padded(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out.append(digits);
}

std::string format(const Date& date) {
  std::string out;
  append_padded(out, date.year, 4);
  if (date.month == 0) return out;
  append_padded(out.append("-"), date.month, 2);
  if (date.day == 0) return out;
  append_padded(out.append("-"), date.day, 2);
  if (date.hour < 0) return out;
  append_padded(out.append("T"), date.hour, 2);
  append_padded(out.append(":"), date.minute, 2);
  if (date.second >= 0) append_padded(out.append(":"), date.second, 2);
  return out.append(date.zone);
}

// Reads forward over a text. What does not succeed leaves the place as it was.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::size_t place() const { return place_; }
  void go_back_to(std::size_t place) { place_ = place; }
  char peek() const { return place_ < text_.size() ? text_[place_] : '\0'; }

  bool skip_spaces() {
    const std::size_t from = place_;
    while (place_ < text_.size()) {
      const utf8::Character c = utf8::read(text_, place_);
      if (!is_space(c.code_point) || c.code_point == '\n') break;
      place_ += c.length;
    }
    return place_ > from;
  }

  bool skip(std::string_view word) {
    if (text_.substr(place_, word.size()) != word) return false;
    place_ += word.size();
    return true;
  }

  template <std::size_t kCount>
  bool skip_any(const std::string_view (&words)[kCount]) {
    for (const std::string_view word : words) {
      if (skip(word)) return true;
    }
    return false;
  }

  /// A number of `least` to `most` ASCII digits that no further digit follows.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t end = place_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end]) && end - place_ <= most) {
      value = value * 10 + (text_[end++] - '0');
    }
    const std::size_t count = end - place_;
    if (count < least || count > most) return std::nullopt;
    place_ = end;
    return value;
  }

  /// Exactly `count` digits, whatever follows.
  std::optional<int> digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (place_ + i >= text_.size() || !is_digit(text_[place_ + i])) return std::nullopt;
      value = value * 10 + (text_[place_ + i] - '0');
    }
    place_ += count;
    return value;
  }

  /// 二〇二五 as digits; 十二, 二十三, 三十 as numbers.
  std::optional<int> chinese_number();

  /// ASCII letters, lowered.
  std::string word() {
    std::string letters;
    while (is_letter(peek())) letters.push_back(static_cast<char>(text_[place_++] | 0x20));
    return letters;
  }

 private:
  std::string_view text_;
  std::size_t place_ = 0;
};

std::optional<int> chinese_digit(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  if (c == U'零' || c == U'○' || c == U'Ｏ') return 0;
  const std::size_t found = kDigits.find(c);
  if (found == std::u32string_view::npos) return std::nullopt;
  return static_cast<int>(found);
}

std::optional<int> Cursor::chinese_number() {
  int value = 0;
  bool tens = false;
  std::size_t end = place_;
  for (int count = 0; end < text_.size() && count < 4; ++count) {
    const utf8::Character c = utf8::read(text_, end);
    const std::optional<int> digit = chinese_digit(c.code_point);
    if (c.code_point == U'十') {
      value = (count == 0 ? 1 : value) * 10;
      tens = true;
    } else if (digit) {
      value = tens ? value + *digit : value * 10 + *digit;
    } else {
      break;
    }
    end += c.length;
  }
  if (end == place_) return std::nullopt;
  place_ = end;
  return value;
}

// The number of a month by its English name, whole or cut to three letters.
int month_of(const std::string& word) {
  constexpr std::size_t kLongest = 9;
  for (std::size_t i = 0; i < std::size(kMonths); ++i) {
    if (word.size() >= 3 && word.size() <= kLongest && word.compare(0, 3, kMonths[i]) == 0) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

void skip_weekday(Cursor& cursor) {
  const std::size_t start = cursor.place();
  constexpr std::string_view kBefore[] = {"星期", "周", "週", "礼拜", "禮拜"};
  constexpr std::string_view kDays[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  constexpr std::string_view kOpen[] = {"(", "（"};
  constexpr std::string_view kClose[] = {")", "）"};
  cursor.skip_spaces();
  cursor.skip(",");
  cursor.skip_spaces();
  const bool open = cursor.skip_any(kOpen);
  if (cursor.skip_any(kBefore)) {
    if (cursor.skip_any(kDays) && (!open || cursor.skip_any(kClose))) return;
  } else {
    const std::string word = cursor.word();
    for (const std::string_view day : kWeekdays) {
      if (word.size() >= 3 && word.compare(0, 3, day) == 0 && (!open || cursor.skip(")"))) return;
    }
  }
  cursor.go_back_to(start);
}

// `Z`, `UTC`, `+08:00`, `+0800`, `+8`; what names no offset is left.
void read_zone(Cursor& cursor, Date& date) {
  const std::size_t start = cursor.place();
  cursor.skip_spaces();
  const char sign = cursor.peek();
  if (sign == '+' || sign == '-') {
    cursor.skip(std::string_view(&sign, 1));
    const std::size_t digits = cursor.place();
    std::optional<int> hours = cursor.digits(2);
    if (!hours) hours = cursor.number(1, 1);
    const bool colon = cursor.skip(":");
    std::optional<int> minutes = cursor.digits(2);
    if (!minutes && !colon) minutes = 0;
    if (hours && *hours <= 14 && minutes && *minutes < 60 && cursor.place() > digits &&
        !is_digit(cursor.peek())) {
      date.zone.assign(1, sign);
      append_padded(date.zone, *hours, 2);
      append_padded(date.zone.append(":"), *minutes, 2);
      return;
    }
  } else {
    const std::string word = cursor.word();
    if (word == "z" || word == "utc" || word == "gmt") {
      date.zone.assign(1, 'Z');
      return;
    }
  }
  cursor.go_back_to(start);
}

// 上午 and 下午, before the hour or after the time.
enum class Half { none, morning, afternoon };

Half read_half(Cursor& cursor) {
  constexpr std::string_view kMorning[] = {"上午", "凌晨", "早上", "清晨", "AM", "am"};
  constexpr std::string_view kAfternoon[] = {"下午", "晚上", "傍晚", "PM", "pm"};
  constexpr std::string_view kNoon[] = {"中午"};
  const std::size_t start = cursor.place();
  cursor.skip_spaces();
  if (cursor.skip_any(kMorning)) return Half::morning;
  if (cursor.skip_any(kAfternoon)) return Half::afternoon;
  if (cursor.skip_any(kNoon)) return Half::none;
  cursor.go_back_to(start);
  return Half::none;
}

// `:05`, `时05分`; false when the minutes are missing or impossible.
bool read_minutes(Cursor& cursor, Date& date) {
  constexpr std::string_view kHour[] = {"时", "時", "点", "點"};
  constexpr std::string_view kColon[] = {":", "："};
  if (cursor.skip_any(kHour)) {
    const std::optional<int> minute = cursor.number(1, 2);
    if (!minute) return true;
    date.minute = *minute;
    if (!cursor.skip("分")) return false;
    const std::size_t start = cursor.place();
    const std::optional<int> second = cursor.number(1, 2);
    if (second && cursor.skip("秒")) {
      date.second = *second;
    } else {
      cursor.go_back_to(start);
    }
    return true;
  }
  if (!cursor.skip_any(kColon)) return false;
  const std::optional<int> minute = cursor.number(2, 2);
  if (!minute) return false;
  date.minute = *minute;
  const std::size_t start = cursor.place();
  const std::optional<int> second = cursor.skip_any(kColon) ? cursor.number(2, 2) : std::nullopt;
  if (!second) {
    cursor.go_back_to(start);
    return true;
  }
  date.second = *second;
  const std::size_t fraction = cursor.place();
  if ((!cursor.skip(".") && !cursor.skip(",")) || !cursor.number(1, 9)) cursor.go_back_to(fraction);
  return true;
}

void read_time(Cursor& cursor, Date& date) {
  const std::size_t start = cursor.place();
  if (!cursor.skip("T") && !cursor.skip("t")) cursor.skip(",");
  cursor.skip_spaces();
  Half half = read_half(cursor);
  cursor.skip_spaces();
  const std::optional<int> hour = cursor.number(1, 2);
  Date timed = date;
  if (!hour || !read_minutes(cursor, timed)) return cursor.go_back_to(start);
  timed.hour = *hour;
  if (half == Half::none) half = read_half(cursor);
  if (half == Half::afternoon && timed.hour < 12) timed.hour += 12;
  if (half == Half::morning && timed.hour == 12) timed.hour = 0;
  if (timed.hour > 23 || timed.minute > 59 || timed.second > 59) return cursor.go_back_to(start);
  read_zone(cursor, timed);
  date = timed;
}

// 2025年3月5日, with figures or in Chinese.
bool read_chinese(Cursor& cursor, Date& date) {
  constexpr std::string_view kRepublic[] = {"民国", "民國"};
  constexpr std::string_view kDay[] = {"日", "号", "號"};
  const auto number = [&](std::size_t least, std::size_t most) {
    const std::optional<int> figures = cursor.number(least, most);
    return figures ? figures : cursor.chinese_number();
  };
  const bool republic = cursor.skip_any(kRepublic);
  cursor.skip_spaces();
  const std::optional<int> year = republic ? number(1, 3) : number(4, 4);
  cursor.skip_spaces();
  if (!year || !cursor.skip("年")) return false;
  date.year = *year + (republic ? 1911 : 0);
  std::size_t done = cursor.place();
  cursor.skip_spaces();
  const std::optional<int> month = number(1, 2);
  cursor.skip_spaces();
  if (month && cursor.skip("月")) {
    date.month = *month;
    if (*month == 0) return false;
    done = cursor.place();
    cursor.skip_spaces();
    const std::optional<int> day = number(1, 2);
    cursor.skip_spaces();
    if (day && cursor.skip_any(kDay)) {
      date.day = *day;
      if (*day == 0) return false;
      done = cursor.place();
    }
  }
  cursor.go_back_to(done);
  return true;
}

// 2025-03-05, 2025/3/5, 2025.3.5, 2025-03, 20250305, 20250305014255.
bool read_numeric(Cursor& cursor, Date& date) {
  const std::optional<int> year = cursor.digits(4);
  if (!year) return false;
  date.year = *year;
  const char separator = cursor.peek();
  if (is_digit(separator)) {
    const std::optional<int> month = cursor.digits(2);
    const std::optional<int> day = cursor.digits(2);
    if (!month || !day || *month == 0 || *day == 0 || *year < 1900 || *year > 2099) return false;
    date.month = *month;
    date.day = *day;
    const std::optional<int> hour = cursor.digits(2);
    const std::optional<int> minute = cursor.digits(2);
    const std::optional<int> second = cursor.digits(2);
    if (hour && (!minute || !second || *hour > 23 || *minute > 59 || *second > 59)) return false;
    if (hour) {
      date.hour = *hour;
      date.minute = *minute;
      date.second = *second;
    }
    return !is_digit(cursor.peek());
  }
  if (separator != '-' && separator != '/' && separator != '.') return true;
  const std::string_view parted(&separator, 1);
  const std::size_t done = cursor.place();
  cursor.skip(parted);
  const std::optional<int> month = cursor.number(1, 2);
  if (!month || *month == 0) {
    cursor.go_back_to(done);
    return false;
  }
  date.month = *month;
  const std::size_t month_end = cursor.place();
  if (!cursor.skip(parted)) return true;
  const std::optional<int> day = cursor.number(1, 2);
  if (day && *day > 0) {
    date.day = *day;
    return true;
  }
  cursor.go_back_to(month_end);
  return false;
}

// `05 Mar 2025`, `March 5, 2025`.
bool read_english(Cursor& cursor, Date& date) {
  std::optional<int> day = cursor.number(1, 2);
  if (day) cursor.skip_spaces();
  date.month = month_of(cursor.word());
  if (date.month == 0) return false;
  cursor.skip(".");
  cursor.skip_spaces();
  if (!day) {
    day = cursor.number(1, 2);
    cursor.skip(",");
    cursor.skip_spaces();
  }
  const std::optional<int> year = cursor.number(4, 4);
  if (!day || *day == 0 || !year) return false;
  date.day = *day;
  date.year = *year;
  return true;
}

}  // namespace

DateText read_date(std::string_view text) {
  Cursor cursor(text);
  cursor.skip_spaces();
  skip_weekday(cursor);
  cursor.skip(",");
  cursor.skip_spaces();
  const std::size_t start = cursor.place();
  for (const auto read : {read_chinese, read_numeric, read_english}) {
    Date date;
    cursor.go_back_to(start);
    if (!read(cursor, date) || !exists(date)) continue;
    if (date.day > 0 && date.hour < 0) {
      skip_weekday(cursor);
      read_time(cursor, date);
    } else if (date.hour >= 0) {
      read_zone(cursor, date);
    }
    return {format(date), cursor.place()};
  }
  return {};
}

std::string normalize_date(std::string_view text) {
  text = trim(text);
  DateText date = read_date(text);
  return date.length == text.size() ? std::move(date.iso) : std::string();
}

}  // namespace shuye
