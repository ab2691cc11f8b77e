#include "clean/byline_fields.h"

#include <algorithm>
#include <utility>

#include "clean/lines.h"
#include "text/character.h"
#include "text/date.h"
#include "text/utf8.h"

namespace shuye {
namespace {

/// Longer names stand before those that they begin with. `other` is read over.
constexpr std::pair<std::string_view, BylineField> kLabels[] = {
    {"责任编辑", BylineField::editor},
    {"本文来自", BylineField::publisher},
    {"本文来源", BylineField::publisher},
    {"文章来源", BylineField::publisher},
    {"稿件来源", BylineField::publisher},
    {"信息来源", BylineField::publisher},
    {"微信公众号", BylineField::publisher},
    {"公众号", BylineField::publisher},
    {"发布时间", BylineField::date},
    {"发表时间", BylineField::date},
    {"更新时间", BylineField::date},
    {"最新推荐文章于", BylineField::date},
    {"最后更新于", BylineField::date},
    {"最后编辑于", BylineField::date},
    {"发布于", BylineField::date},
    {"发表于", BylineField::date},
    {"更新于", BylineField::date},
    {"编辑于", BylineField::date},
    {"创建于", BylineField::date},
    {"分类于", BylineField::other},
    {"收录于", BylineField::other},
    {"本文字数", BylineField::other},
    {"阅读时长", BylineField::other},
    {"阅读次数", BylineField::other},
    {"发布日期", BylineField::date},
    {"文章作者", BylineField::author},
    {"本文作者", BylineField::author},
    {"本报记者", BylineField::author},
    {"特约作者", BylineField::author},
    {"原作者", BylineField::author},
    {"作者", BylineField::author},
    {"撰文", BylineField::author},
    {"执笔", BylineField::author},
    {"撰稿", BylineField::author},
    {"记者", BylineField::author},
    {"原创", BylineField::author},
    {"采写", BylineField::author},
    {"文字", BylineField::author},
    {"文", BylineField::author},
    {"编辑", BylineField::editor},
    {"责编", BylineField::editor},
    {"主编", BylineField::editor},
    {"来源", BylineField::publisher},
    {"来自", BylineField::publisher},
    {"发布", BylineField::publisher},
    {"出品", BylineField::publisher},
    {"首发", BylineField::publisher},
    {"时间", BylineField::date},
    {"日期", BylineField::date},
    {"校对", BylineField::other},
    {"审核", BylineField::other},
    {"监制", BylineField::other},
    {"排版", BylineField::other},
    {"设计", BylineField::other},
    {"摄影", BylineField::other},
    {"配图", BylineField::other},
    {"题图", BylineField::other},
    {"字号", BylineField::other},
    {"字体", BylineField::other},
    {"阅读", BylineField::other},
    {"浏览", BylineField::other},
    {"点击", BylineField::other},
    {"评论", BylineField::other},
    {"author", BylineField::author},
    {"by", BylineField::author},
    {"editor", BylineField::editor},
    {"source", BylineField::publisher},
    {"date", BylineField::date}};

const std::vector<BylineLabel>& labels() {
  static const std::vector<BylineLabel> kFolded = [] {
    std::vector<BylineLabel> folded;
    for (const auto& [name, field] : kLabels) {
      folded.push_back({utf8::code_points(folded_text(name)), field});
    }
    return folded;
  }();
  return kFolded;
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

}  // namespace

Characters::Characters(std::string_view text)
    : original(utf8::code_points(text)), folded(utf8::code_points(folded_text(text))) {}

std::string Characters::original_text(std::size_t begin, std::size_t end) const {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) utf8::append(out, original[i]);
  return std::string(trim(out));
}

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool begins_with_label_name(std::u32string_view folded) {
  return std::any_of(labels().begin(), labels().end(),
                     [&](const BylineLabel& label) { return folded.starts_with(label.name); });
}

Labelled label_at(const Characters& line, std::size_t at) {
  const std::u32string_view rest = std::u32string_view(line.folded).substr(at);
  for (const BylineLabel& label : labels()) {
    if (!rest.starts_with(label.name)) continue;
    const std::size_t i = at + label.name.size();
    std::size_t value = i;
    while (value < line.folded.size() && is_space(line.original[value])) ++value;
    const bool separated =
        value < line.folded.size() && is_in(kBylineSeparators, line.original[value]);
    if (separated) {
      ++value;
      while (value < line.folded.size() && is_space(line.original[value])) ++value;
      return {&label, value};
    }
    // 本文来自 is a sentence's beginning; what follows may be a label of its own.
    const bool sentence = label.name == U"本文来自" || label.name.ends_with(U"公众号") ||
                          (label.name.ends_with(U'于') && value > i);
    if (sentence && value < line.folded.size()) return {&label, value};
  }
  return {};
}

Labelled bare_label_at(const Characters& line, std::size_t at) {
  const std::u32string_view rest = std::u32string_view(line.folded).substr(at);
  for (const BylineLabel& label : labels()) {
    const std::size_t length = label.name.size();
    // 文 begins other words, and so do by and date; behind 记者 there is more than a name.
    if (length < 2 || !is_han(label.name.front()) || label.name.ends_with(U"记者")) continue;
    if (!rest.starts_with(label.name)) continue;
    if (at + length < line.size() && !is_space(line.original[at + length])) {
      return {&label, at + length};
    }
  }
  return {};
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

bool is_han_name(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const utf8::Character c = utf8::read(text, at);
    if (!is_han(c.code_point)) return false;
    at += c.length;
  }
  return count >= 2 && count <= 4;
}

bool is_medium(std::string_view name) {
  static const Words kEndings = folded_words(
      {"报", "网", "社", "周刊", "月刊", "杂志", "电视台", "电台", "卫视", "消息", "新闻", "在线",
       "频道", "站", "客户端", "公众号", "出版社", "编辑部", "融媒体中心"});
  const std::string folded = folded_text(name);
  return utf8::length(name) >= 3 &&
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](const std::string& ending) { return folded.ends_with(ending); });
}

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

void add_value(BylineField field, const std::string& whole, Byline& byline) {
  const bool named = field == BylineField::author || field == BylineField::editor ||
                     field == BylineField::publisher;
  const std::string value = named ? take_date(whole, byline) : whole;
  if (value.empty()) return;
  switch (field) {
    case BylineField::author:
      add_authors(value, byline);
      break;
    case BylineField::editor:
      add(byline.editors, names_in(value));
      break;
    case BylineField::publisher:
      if (byline.publisher.empty()) byline.publisher = value;
      break;
    case BylineField::date:
      if (byline.date.empty()) byline.date = normalize_date(value);
      break;
    case BylineField::other:
      break;
  }
}

}  // namespace shuye
