#include "clean/clutter.h"

#include <algorithm>

#include "clean/lines.h"
#include "clean/signals.h"
#include "text/character.h"
#include "text/utf8.h"

// No list of words decides alone: a word counts only together with where its line stands, how long
// the line is and what follows it.

namespace shuye {
namespace {

const Words& buttons() {
  static const Words kWords = folded_words(
      {"关注",     "已关注",   "反馈",     "意见反馈", "联系我们", "推荐订阅", "订阅",
       "分享",     "收藏",     "点赞",     "评论",     "举报",     "打印",     "返回",
       "返回顶部", "登录",     "注册",     "下载",     "首页",     "上一篇",   "下一篇",
       "阅读原文", "展开全文", "显示全文", "查看更多", "更多",     "分享到",   "扫一扫",
       "在看",     "赞",       "转发",     "写评论",   "字号",     "关于我们", "网站地图",
       "免责声明", "隐私政策", "用户协议", "加入收藏", "复制链接"});
  return kWords;
}

const Words& related() {
  static const Words kWords = folded_words(
      {"相关文章",   "相关阅读", "相关推荐", "相关新闻", "相关链接",     "推荐阅读",  "推荐文章",
       "热门文章",   "热门推荐", "热门新闻", "最新文章", "最新帖子",     "最新资讯",  "猜你喜欢",
       "更多文章",   "更多推荐", "更多阅读", "为你推荐", "往期回顾",     "往期精彩",  "往期推荐",
       "大家都在看", "热点推荐", "热点新闻", "相关内容", "你可能感兴趣", "你可能喜欢"});
  return kWords;
}

const Words& comments() {
  static const Words kWords = folded_words(
      {"评论",     "网友评论", "热门评论", "最热评论", "最新评论", "全部评论",  "精彩评论",
       "评论列表", "用户评论", "读者评论", "我要评论", "发表评论", "评论区",    "跟贴",
       "热门跟贴", "最新跟贴", "网友跟贴", "网友留言", "读者留言", "我来说两句"});
  return kWords;
}

const Words& spam() {
  static const Words kWords = folded_words(
      {"成人",   "无码",   "有码",   "久久",     "私服",     "彩票",     "博彩",     "娱乐城",
       "老虎机", "棋牌",   "投注",   "六合彩",   "代孕",     "办证",     "代开",     "刷单",
       "贷款",   "时时彩", "一本道", "欧美专区", "激情小说", "免费视频", "在线观看", "开奖"});
  return kWords;
}

const Words& sources() {
  static const Words kWords =
      folded_words({"原文链接", "原文", "来源", "阅读原文", "查看原文", "source"});
  return kWords;
}

// The groups of an appeal: two of them in one line, and it asks for something.
const std::vector<Words>& appeals() {
  static const std::vector<Words> kGroups = {
      folded_words({"关注", "订阅", "加入", "添加"}),
      folded_words({"公众号", "微信号", "微博", "客户端", "app", "小程序", "视频号", "知识星球"}),
      folded_words({"扫码", "二维码", "长按", "扫描"}),
      folded_words({"下载", "点击", "戳"}),
      folded_words({"更多精彩", "精彩内容", "更多内容", "更多资讯", "第一时间", "阅读原文"}),
      folded_words({"id:", "微信:", "投稿", "爆料"})};
  return kGroups;
}

const std::vector<Words>& notices() {
  static const std::vector<Words> kGroups = {
      folded_words({"版权", "著作权", "copyright", "©", "知识共享", "cc by"}),
      folded_words({"转载", "转发请", "授权"}),
      folded_words({"不代表", "个人观点", "免责", "仅供参考"}),
      folded_words({"侵权", "联系删除", "联系原作者", "如有疑问", "如有任何疑问"}),
      folded_words({"原创", "本文为", "本文系", "本站"})};
  return kGroups;
}

std::size_t groups_in(const Line& line, const std::vector<Words>& groups) {
  return static_cast<std::size_t>(
      std::count_if(groups.begin(), groups.end(),
                    [&](const Words& words) { return contains_any(line.folded(), words); }));
}

/// `首页 > 新闻 > 国内`: where a site keeps the article.
bool is_breadcrumb(const Line& line) {
  std::size_t steps = 0;
  for (const std::string_view arrow : {" > ", " › ", " » ", " >> "}) {
    for (std::size_t at = line.folded().find(arrow); at != std::string::npos;
         at = line.folded().find(arrow, at + arrow.size())) {
      ++steps;
    }
  }
  const bool home = contains_any(line.folded(), folded_words({"首页", "主页", "位置"}));
  return !line.ends && line.width <= 60 && (steps >= 2 || (steps == 1 && home));
}

constexpr std::size_t kHead = 8;  // lines
constexpr std::size_t kTail = 8;
constexpr std::size_t kWidestButton = 8;  // in Han characters
constexpr std::size_t kWidestHeading = 20;
constexpr std::size_t kLongestAppeal = 100;
constexpr std::size_t kLongestNotice = 250;

/// A line of search words: several short phrases and no sentence.
bool is_word_salad(const Line& line) {
  std::size_t commas = 0;
  std::size_t sentences = 0;
  for (std::size_t at = 0; at < line.folded().size();) {
    const utf8::Character c = utf8::read(line.folded(), at);
    commas += static_cast<std::size_t>(c.code_point == ',' || c.code_point == U'，' ||
                                       c.code_point == '|' || c.code_point == U'、' ||
                                       c.code_point == '_');
    sentences += static_cast<std::size_t>(c.code_point == U'。' || c.code_point == U'！' ||
                                          c.code_point == '!' || c.code_point == '?');
    at += c.length;
  }
  return commas >= 3 && sentences == 0 && line.width <= commas * 16 + 16;
}

std::size_t spam_words(const Line& line) {
  return static_cast<std::size_t>(std::count_if(
      spam().begin(), spam().end(),
      [&](std::string_view word) { return line.folded().find(word) != std::string::npos; }));
}

/// The share of the lines' width from `begin` on that is prose.
double share_of_prose(const std::vector<Line>& lines, std::size_t begin) {
  std::size_t prose = 0;
  std::size_t all = 0;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    all += lines[i].width;
    if (is_prose(lines[i]) && lines[i].width >= 40) prose += lines[i].width;
  }
  return all == 0 ? 0 : static_cast<double>(prose) / static_cast<double>(all);
}

/// A block that is nothing but one link; null otherwise.
const Span* only_link(const Block& block) {
  const auto link = std::find_if(block.spans.begin(), block.spans.end(),
                                 [](const Span& span) { return span.kind == SpanKind::link; });
  const bool all = link != block.spans.end() && link->begin == 0 && link->end == block.text.size();
  return all ? &*link : nullptr;
}

/// `[qq](https://…)` at the end: where the article was taken from, under its category's name.
bool is_source_link(const Document& document, const Line& line) {
  const Span* link = only_link(document.blocks[line.block]);
  if (link == nullptr) return false;
  const auto names = [&](const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& name) { return folded_text(name) == line.folded(); });
  };
  const Metadata& metadata = document.metadata;
  return link->target == metadata.url || names(metadata.categories) || names(metadata.tags) ||
         is_any(line.folded(), sources());
}

/// Footnotes stand behind the end of the text wherever they were written.
bool is_in_footnote(const Document& document, BlockIndex block) {
  for (BlockIndex i = document.blocks[block].parent; i != kNoBlock; i = document.blocks[i].parent) {
    if (document.blocks[i].kind == BlockKind::footnote) return true;
  }
  return false;
}

/// `热门评论（12条）`: what readers say begins here.
bool heads_comments(const Line& line) {
  if (line.width > kWidestHeading) return false;
  std::string words;
  for (std::size_t at = 0; at < line.folded().size();) {
    const utf8::Character c = utf8::read(line.folded(), at);
    constexpr std::u32string_view kAround = U"0123456789()（）[]【】:：, 共条";
    if (kAround.find(c.code_point) == std::u32string_view::npos) {
      words.append(line.folded(), at, c.length);
    }
    at += c.length;
  }
  return is_any(words, comments());
}

/// Whether times and buttons (`3小时前`, `回复 赞(2)`) stand among the lines from `begin` on.
bool is_thread(const std::vector<Line>& lines, std::size_t begin) {
  constexpr std::size_t kLooks = 12;
  constexpr std::ptrdiff_t kFewest = 3;
  const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto end = first + std::min<std::ptrdiff_t>(lines.end() - first, kLooks);
  return std::count_if(first, end, [](const Line& line) { return signal_of(line).weight >= 1; }) >=
         kFewest;
}

/// Comments have sentences as the article has: only their heading and what stands between them tell
/// them from it.
void cut_comments(Document& document, const std::vector<Line>& lines) {
  auto line = std::find_if(lines.begin(), lines.end(), is_prose);
  for (; line != lines.end(); ++line) {
    if (!heads_comments(*line)) continue;
    if (!is_thread(lines, static_cast<std::size_t>(line - lines.begin()) + 1)) continue;
    for (; line != lines.end(); ++line) {
      assign(document, line->block, Role::clutter, "related", 0.8F);
    }
    return;
  }
}

}  // namespace

void cut_head(Document& document, const std::vector<Line>& lines) {
  // Above nothing there is no clutter.
  if (std::none_of(lines.begin(), lines.end(), is_prose)) return;
  for (std::size_t i = 0; i < lines.size() && i < kHead; ++i) {
    const Line& line = lines[i];
    if (is_prose(line) && line.ends && !is_word_salad(line)) break;
    const std::size_t words = spam_words(line);
    const bool foreign = document.blocks[line.block].script != Script::none;
    const std::size_t signals = static_cast<std::size_t>(is_word_salad(line)) +
                                static_cast<std::size_t>(foreign) + std::min<std::size_t>(words, 2);
    if (signals >= 2 && is_word_salad(line)) {
      assign(document, line.block, Role::clutter, "spam", signals > 2 ? 0.95F : 0.75F);
    } else if (line.width <= kWidestButton && is_any(line.folded(), buttons())) {
      assign(document, line.block, Role::clutter, "button", 0.9F);
    } else if (i + 1 < lines.size() && is_breadcrumb(line)) {
      assign(document, line.block, Role::clutter, "breadcrumb", 0.8F);
    }
  }
}

void cut_related(Document& document, const std::vector<Line>& lines) {
  if (document.format == Format::html) cut_comments(document, lines);
  for (std::size_t i = lines.size() / 4; i < lines.size(); ++i) {
    if (lines[i].width > kWidestHeading) continue;
    std::string_view words = lines[i].folded();
    while (words.ends_with(':') || words.ends_with("：")) {
      words.remove_suffix(words.ends_with(':') ? 1 : 3);
    }
    if (!is_any(trim(words), related()) || share_of_prose(lines, i + 1) > 0.3) continue;
    for (std::size_t j = i; j < lines.size(); ++j) {
      assign(document, lines[j].block, Role::clutter, "related", 0.9F);
    }
    return;
  }
}

void cut_tail(Document& document, const std::vector<Line>& all) {
  std::vector<const Line*> lines;
  for (const Line& line : all) {
    if (!is_in_footnote(document, line.block)) lines.push_back(&line);
  }

  // From the end upwards, as long as lines are clutter or short. A run of several short lines
  // without an end is a row of buttons even where its words are not known.
  // Where no prose is left above, there is no article whose end this could be.
  const auto prose =
      std::find_if(lines.begin(), lines.end(), [](const Line* line) { return is_prose(*line); });
  if (prose == lines.end()) return;
  const auto first = static_cast<std::size_t>(prose - lines.begin()) + 1;
  const std::size_t floor = std::max(first, lines.size() - std::min(lines.size(), kTail));
  std::size_t end = lines.size();
  std::vector<std::size_t> unknown;
  for (; end > floor; --end) {
    const Line& line = *lines[end - 1];
    const Block& block = document.blocks[line.block];
    if (is_source_link(document, line)) {
      const Span* link = only_link(block);
      if (document.metadata.url.empty()) document.metadata.url = link->target;
      assign(document, line.block, Role::clutter, "source-link", 0.8F);
    } else if (line.width <= kLongestNotice && groups_in(line, notices()) >= 2) {
      assign(document, line.block, Role::notice, "notice", 0.85F);
    } else if (line.width <= kLongestAppeal && groups_in(line, appeals()) >= 2) {
      assign(document, line.block, Role::clutter, "appeal", 0.85F);
    } else if (line.width <= kWidestButton && is_any(line.folded(), buttons())) {
      assign(document, line.block, Role::clutter, "button", 0.9F);
    } else if (line.width <= kWidestButton && !line.ends && block.kind == BlockKind::paragraph) {
      unknown.push_back(end - 1);
    } else {
      break;
    }
  }
  const bool row = unknown.size() < lines.size() - end && lines.size() - end >= 3;
  for (const std::size_t i : unknown) {
    if (row) assign(document, lines[i]->block, Role::clutter, "button", 0.6F);
  }
}

}  // namespace shuye
