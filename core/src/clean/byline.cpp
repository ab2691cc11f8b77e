#include "clean/byline.h"

#include <algorithm>

#include "clean/lines.h"
#include "clean/signals.h"
#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

enum class Field : std::uint8_t { author, editor, publisher, date, other };

struct Label {
  std::u32string name;  // folded
  Field field;
};

/// Longer names stand before those that they begin with. `other` is read over.
constexpr std::pair<std::string_view, Field> kLabels[] = {{"责任编辑", Field::editor},
                                                          {"本文来自", Field::publisher},
                                                          {"本文来源", Field::publisher},
                                                          {"文章来源", Field::publisher},
                                                          {"稿件来源", Field::publisher},
                                                          {"信息来源", Field::publisher},
                                                          {"微信公众号", Field::publisher},
                                                          {"公众号", Field::publisher},
                                                          {"发布时间", Field::date},
                                                          {"发表时间", Field::date},
                                                          {"更新时间", Field::date},
                                                          {"发布日期", Field::date},
                                                          {"文章作者", Field::author},
                                                          {"本文作者", Field::author},
                                                          {"本报记者", Field::author},
                                                          {"特约作者", Field::author},
                                                          {"原作者", Field::author},
                                                          {"作者", Field::author},
                                                          {"撰文", Field::author},
                                                          {"撰稿", Field::author},
                                                          {"记者", Field::author},
                                                          {"原创", Field::author},
                                                          {"采写", Field::author},
                                                          {"文字", Field::author},
                                                          {"文", Field::author},
                                                          {"编辑", Field::editor},
                                                          {"责编", Field::editor},
                                                          {"主编", Field::editor},
                                                          {"来源", Field::publisher},
                                                          {"来自", Field::publisher},
                                                          {"发布", Field::publisher},
                                                          {"出品", Field::publisher},
                                                          {"首发", Field::publisher},
                                                          {"时间", Field::date},
                                                          {"日期", Field::date},
                                                          {"校对", Field::other},
                                                          {"审核", Field::other},
                                                          {"监制", Field::other},
                                                          {"排版", Field::other},
                                                          {"设计", Field::other},
                                                          {"摄影", Field::other},
                                                          {"配图", Field::other},
                                                          {"题图", Field::other},
                                                          {"阅读", Field::other},
                                                          {"浏览", Field::other},
                                                          {"点击", Field::other},
                                                          {"评论", Field::other},
                                                          {"author", Field::author},
                                                          {"by", Field::author},
                                                          {"editor", Field::editor},
                                                          {"source", Field::publisher},
                                                          {"date", Field::date}};

const std::vector<Label>& labels() {
  static const std::vector<Label> kFolded = [] {
    std::vector<Label> folded;
    for (const auto& [name, field] : kLabels) {
      folded.push_back({utf8::code_points(folded_text(name)), field});
    }
    return folded;
  }();
  return kFolded;
}

constexpr std::u32string_view kSeparators = U"|｜丨︱/:：·•";
constexpr std::u32string_view kValueEnds = U",，;；|｜丨\n";

/// The text by characters, with its folded form beside it: folding can change the bytes of a
/// character but never the number of characters.
struct Characters {
  std::u32string original;
  std::u32string folded;

  explicit Characters(std::string_view text)
      : original(utf8::code_points(text)), folded(utf8::code_points(folded_text(text))) {}

  std::string original_text(std::size_t begin, std::size_t end) const {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) utf8::append(out, original[i]);
    return std::string(trim(out));
  }
};

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

struct Labelled {
  const Label* label = nullptr;
  std::size_t value = 0;  // where the value begins
};

/// A label with its separator at `at`: `作者：`, `文 | `; `微信公众号 ` needs only a space.
Labelled label_at(const Characters& line, std::size_t at) {
  const std::u32string_view rest = std::u32string_view(line.folded).substr(at);
  for (const Label& label : labels()) {
    if (!rest.starts_with(label.name)) continue;
    const std::size_t i = at + label.name.size();
    std::size_t value = i;
    while (value < line.folded.size() && is_space(line.original[value])) ++value;
    const bool separated = value < line.folded.size() && is_in(kSeparators, line.original[value]);
    if (separated) {
      ++value;
      while (value < line.folded.size() && is_space(line.original[value])) ++value;
      return {&label, value};
    }
    // 本文来自 is a sentence's beginning; what follows may be a label of its own.
    const bool sentence = label.name == U"本文来自" || label.name.ends_with(U"公众号");
    if (sentence && value < line.folded.size()) return {&label, value};
  }
  return {};
}

/// Where the value that begins at `from` ends: at a comma or bar, in brackets, before a next label,
/// or before two spaces.
std::size_t value_end(const Characters& line, std::size_t from) {
  std::size_t i = from;
  for (; i < line.original.size(); ++i) {
    const char32_t c = line.original[i];
    if (is_in(kValueEnds, c) || c == U'(' || c == U'（' || c == U'。') break;
    if (i > from && is_space(line.original[i - 1]) && label_at(line, i).label != nullptr) break;
    const bool wide = is_space(c) && i + 1 < line.original.size() && is_space(line.original[i + 1]);
    if (wide || c == 0x3000) break;
  }
  return i;
}

/// `(ID:geekpark)` behind an account's name.
std::size_t skip_brackets(const Characters& line, std::size_t at) {
  if (at >= line.original.size() || (line.original[at] != U'(' && line.original[at] != U'（')) {
    return at;
  }
  while (at < line.original.size() && line.original[at] != U')' && line.original[at] != U'）') ++at;
  return std::min(at + 1, line.original.size());
}

std::vector<std::string> split(std::string_view text, std::u32string_view separators) {
  std::vector<std::string> parts;
  std::string part;
  const auto finish = [&] {
    if (const std::string_view trimmed = trim(part); !trimmed.empty()) parts.emplace_back(trimmed);
    part.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Character c = utf8::read(text, at);
    if (is_in(separators, c.code_point)) {
      finish();
    } else {
      part.append(text.substr(at, c.length));
    }
    at += c.length;
  }
  finish();
  return parts;
}

/// Two to four Han characters, as most Chinese names have.
bool is_han_name(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const utf8::Character c = utf8::read(text, at);
    if (!is_han(c.code_point)) return false;
    at += c.length;
  }
  return count >= 2 && count <= 4;
}

/// `饶 言`: one name, spaced out.
bool is_spaced_name(const std::vector<std::string>& words) {
  return words.size() >= 2 && words.size() <= 4 &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return utf8::length(word) == 1 && is_han(utf8::read(word, 0).code_point);
         });
}

/// The names in a value. Spaces part names of Han characters, but not the words of `Ada Lovelace`.
std::vector<std::string> names_in(const std::string& value) {
  std::vector<std::string> names;
  for (const std::string& part : split(value, U"、&＆,，;；")) {
    const std::vector<std::string> words = split(part, U" \t\u3000");
    if (is_spaced_name(words)) {
      std::string name;
      for (const auto& word : words) name += word;
      names.push_back(std::move(name));
    } else if (words.size() > 1 && std::all_of(words.begin(), words.end(), is_han_name)) {
      names.insert(names.end(), words.begin(), words.end());
    } else {
      names.push_back(part);
    }
  }
  return names;
}

void add(std::vector<std::string>& list, const std::vector<std::string>& names) {
  for (const auto& name : names) {
    if (std::find(list.begin(), list.end(), name) == list.end()) list.push_back(name);
  }
}

/// `文 | 听筒Tech 艾莉亚` names the account, then the author.
void add_authors(const std::string& value, Byline& byline) {
  const std::size_t space = value.rfind(' ');
  if (space != std::string::npos && byline.publisher.empty()) {
    const std::string first(trim(std::string_view(value).substr(0, space)));
    const std::string last = value.substr(space + 1);
    const bool account = !is_han_name(first) && utf8::length(first) > 1 && is_han_name(last);
    if (account) {
      byline.publisher = first;
      add(byline.authors, {last});
      return;
    }
  }
  add(byline.authors, names_in(value));
}

/// 参考消息, 新京报, 山城在线: who publishes, not who writes.
bool is_medium(std::string_view name) {
  static const Words kEndings =
      folded_words({"报", "网", "社", "周刊", "月刊", "杂志", "电视台", "电台", "卫视", "消息",
                    "新闻", "在线", "频道", "客户端", "公众号", "出版社", "编辑部", "融媒体中心"});
  const std::string folded = folded_text(name);
  return utf8::length(name) >= 3 &&
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](const std::string& ending) { return folded.ends_with(ending); });
}

/// `人民日报2024-05-13 08:49`: the date behind a name is taken off.
std::string take_date(std::string_view value, Byline& byline) {
  for (std::size_t at = 1; at < value.size(); ++at) {
    const bool digit = value[at] >= '0' && value[at] <= '9';
    const bool before = value[at - 1] >= '0' && value[at - 1] <= '9';
    if (!digit || before) continue;
    const std::string date = normalize_date(value.substr(at));
    if (date.size() < std::string_view("2024-05-13").size()) continue;
    if (byline.date.empty()) byline.date = date;
    return std::string(trim(value.substr(0, at)));
  }
  return std::string(value);
}

void add_value(Field field, const std::string& whole, Byline& byline) {
  const bool named = field == Field::author || field == Field::editor || field == Field::publisher;
  const std::string value = named ? take_date(whole, byline) : whole;
  if (value.empty()) return;
  switch (field) {
    case Field::author:
      add_authors(value, byline);
      break;
    case Field::editor:
      add(byline.editors, names_in(value));
      break;
    case Field::publisher:
      if (byline.publisher.empty()) byline.publisher = value;
      break;
    case Field::date:
      if (byline.date.empty()) byline.date = normalize_date(value);
      break;
    case Field::other:
      break;
  }
}

bool is_empty(const Byline& byline) {
  return byline.authors.empty() && byline.editors.empty() && byline.publisher.empty() &&
         byline.date.empty();
}

/// The longest a byline may be, in characters: beyond it stands prose.
constexpr std::size_t kLongest = 120;
constexpr std::size_t kLongestName = 24;

/// `記者陳小明／台北報導`, `記者 陳小明 報導`, `記者陳小明台北報導`, `新华社记者 王小明、李雷`. In
/// `记者走进书店` nothing parts a name from the rest.
std::vector<std::string> reporters_in(std::string_view text) {
  constexpr std::size_t kLongestLine = 40;
  constexpr std::size_t kLongestPrefix = 8;
  constexpr std::u32string_view kReporter = U"记者";
  if (utf8::length(text) > kLongestLine) return {};
  const Characters line(text);
  std::u32string_view folded = line.folded;
  const std::size_t at = folded.find(kReporter);
  if (at == std::u32string_view::npos || at > kLongestPrefix) return {};
  const bool prefixed = at > 0;
  if (!std::all_of(folded.begin(), folded.begin() + static_cast<std::ptrdiff_t>(at), is_han)) {
    return {};
  }
  std::size_t begin = at + kReporter.size();
  std::size_t end = folded.size();
  const bool report = folded.ends_with(U"报导") || folded.ends_with(U"报道");
  if (report) end -= 2;
  if (begin >= end) return {};
  const std::size_t parted = folded.substr(begin, end - begin).find_first_of(U" /／、\u3000");
  if (report && parted == std::u32string_view::npos && end - begin == 5) {
    end = begin + 3;  // 陳小明台北
  } else if (parted == std::u32string_view::npos) {
    return {};
  }
  if (report) end = std::min(end, line.original.find_first_of(U"/／", begin));
  std::vector<std::string> names;
  for (const std::string& name : split(line.original_text(begin, end), U" 、/／\u3000")) {
    if (!is_han_name(name)) return {};
    names.push_back(name);
  }
  // 陳小明 台北: where from, not who.
  if (report && names.size() == 2 &&
      line.original_text(begin, end).find("、") == std::string::npos) {
    names.pop_back();
  }
  if (!report && !prefixed && names.size() > 3) return {};
  return names;
}

std::optional<std::string> reporter_in(std::string_view text) {
  const std::vector<std::string> names = reporters_in(text);
  if (names.size() != 1) return {};
  return names.front();
}

/// `By Ada Lovelace`: words that all begin as names do, and few of them.
std::optional<std::string> english_author_in(std::string_view text) {
  if (!text.starts_with("By ") && !text.starts_with("by ") && !text.starts_with("BY ")) return {};
  const std::string_view name = trim(text.substr(3));
  const std::vector<std::string> words = split(name, U" ");
  const bool names = std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return (word[0] >= 'A' && word[0] <= 'Z') || word == "de" || word == "van" || word == "von";
  });
  const bool ends = name.find_first_of("!?:;") != std::string_view::npos;
  if (!names || ends || words.size() < 2 || words.size() > 4) return {};
  return std::string(name);
}

/// `2025-07-31 11:36:49 某人 阅读:129`: a date first, then a name or labels.
std::optional<Byline> dated(const Characters& line) {
  std::size_t end = 0;
  constexpr std::u32string_view kDate = U"0123456789-/.:： 年月日时時分秒+TZ";
  while (end < line.original.size() && is_in(kDate, line.original[end])) ++end;
  Byline byline;
  byline.date = normalize_date(line.original_text(0, end));
  if (end == 0) {  // 民國114年, 二〇二五年
    const std::string text = line.original_text(0, line.original.size());
    const DateText date = read_date(text);
    byline.date = date.iso;
    end = utf8::length(std::string_view(text).substr(0, date.length));
  }
  // 1998年 heads an entry of a chronicle.
  if (byline.date.size() < std::string_view("2025-07-31").size()) return std::nullopt;
  const bool timed = byline.date.find('T') != std::string::npos;
  bool labels = false;
  for (std::size_t at = end; at < line.original.size();) {
    if (is_space(line.original[at]) || is_in(kValueEnds, line.original[at]) ||
        is_in(kSeparators, line.original[at])) {
      ++at;
      continue;
    }
    const Labelled labelled = label_at(line, at);
    labels = labels || labelled.label != nullptr;
    const std::size_t begin = labelled.label != nullptr ? labelled.value : at;
    std::size_t stop = begin;
    while (stop < line.original.size() && !is_space(line.original[stop]) &&
           !is_in(kValueEnds, line.original[stop])) {
      ++stop;
    }
    const std::string value = line.original_text(begin, stop);
    if (labelled.label != nullptr) {
      add_value(labelled.label->field, value, byline);
    } else {
      // Prose that happens to begin with a date has more to say than a name.
      if (stop - begin > kLongestName) return std::nullopt;
      const bool named = labels || is_action(folded_text(value));  // 来源：晚报 举报
      if (!named && is_medium(value) && byline.publisher.empty()) {
        byline.publisher = value;
      } else if (!named) {
        if (!byline.authors.empty()) return std::nullopt;
        byline.authors.push_back(reporter_in(value).value_or(value));
      }
    }
    at = std::max(stop, at + 1);
  }
  // 2024年3月1日 晴; 5月12日，汶川: a date needs more beside it to make a word a name.
  if ((!byline.authors.empty() || !byline.publisher.empty()) && !timed && !labels) {
    return std::nullopt;
  }
  return byline;
}

}  // namespace

bool begins_with_label(std::string_view text) {
  return label_at(Characters(text), 0).label != nullptr;
}

std::optional<Byline> read_byline(std::string_view text) {
  if (utf8::length(text) > kLongest) return std::nullopt;
  std::string_view rest = trim(text);
  const auto drop = [&](std::string_view opening, std::string_view closing) {
    if (rest.starts_with(opening) && rest.ends_with(closing)) {
      rest = trim(rest.substr(opening.size(), rest.size() - opening.size() - closing.size()));
    }
  };
  drop("（", "）");
  drop("(", ")");
  drop("【", "】");
  drop("[", "]");
  const Characters line(rest);
  std::size_t at = 0;
  // An editor's note that only says where the article comes from.
  constexpr std::u32string_view kNote = U"编者按";
  const bool note = std::u32string_view(line.folded).starts_with(kNote);
  if (note) {
    at = kNote.size();
    while (at < line.original.size() &&
           (is_space(line.original[at]) || is_in(kSeparators, line.original[at]))) {
      ++at;
    }
  }
  if (!note) {
    if (auto byline = dated(line)) return byline;
    if (auto names = reporters_in(rest); !names.empty()) {
      return Byline{std::move(names), {}, "", ""};
    }
    if (auto author = english_author_in(rest)) return Byline{{std::move(*author)}, {}, "", ""};
  }
  // 编者按：本文原载《山海》，作者：…
  constexpr std::size_t kLongestNote = 40;
  const std::size_t first = at;
  while (note && at < line.original.size() && at - first < kLongestNote &&
         label_at(line, at).label == nullptr && line.original[at] != U'。') {
    ++at;
  }
  if (at >= line.original.size() || label_at(line, at).label == nullptr) return std::nullopt;

  // 记者：您后悔吗？ is a turn of a conversation, 记者：谢谢您。 as well.
  const char32_t last = line.original.back();
  if (is_in(U"？?！!…", last)) return std::nullopt;
  Byline byline;
  std::size_t unlabelled = 0;
  std::size_t fields = 0;
  while (at < line.original.size()) {
    const Labelled labelled = label_at(line, at);
    if (labelled.label == nullptr) {
      // Words of no label: a few may stand at the end (经授权转载), more are prose.
      if (!is_space(line.original[at]) && !is_punctuation(line.original[at])) ++unlabelled;
      ++at;
      continue;
    }
    const Labelled inner = label_at(line, labelled.value);
    if (inner.label != nullptr) {  // 本文来自 微信公众号 …
      at = labelled.value;
      continue;
    }
    const std::size_t end = value_end(line, labelled.value);
    const std::string value = line.original_text(labelled.value, end);
    Byline dates;
    if (utf8::length(take_date(value, dates)) > kLongestName) return std::nullopt;
    add_value(labelled.label->field, value, byline);
    ++fields;
    at = std::max(skip_brackets(line, end), labelled.value);
  }
  if (is_empty(byline) || unlabelled > kLongestName) return std::nullopt;
  const bool people = byline.publisher.empty() && byline.date.empty();
  if (fields == 1 && people && last == U'。') return std::nullopt;
  return byline;
}

}  // namespace shuye
