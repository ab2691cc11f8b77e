#include "clean/signals.h"

#include <algorithm>
#include <string>

#include "clean/words.h"
#include "text/character.h"
#include "text/utf8.h"

namespace shuye {
namespace {

// Groups of words, as bits.
constexpr std::uint32_t kSite = 1U << 0;     // what only the foot of a site says
constexpr std::uint32_t kRelated = 1U << 1;  // headings above links to other articles
constexpr std::uint32_t kHot = 1U << 2;      // headings above what many read
constexpr std::uint32_t kHome = 1U << 3;     // the first step of a breadcrumb
constexpr std::uint32_t kScan = 1U << 4;     // groups of an appeal
constexpr std::uint32_t kFollow = 1U << 5;
constexpr std::uint32_t kAccount = 1U << 6;
constexpr std::uint32_t kLoad = 1U << 7;
constexpr std::uint32_t kMore = 1U << 8;
constexpr std::uint32_t kRights = 1U << 9;  // groups of a notice
constexpr std::uint32_t kCopying = 1U << 10;
constexpr std::uint32_t kOpinion = 1U << 11;
constexpr std::uint32_t kClaim = 1U << 12;
constexpr std::uint32_t kAction = 1U << 13;   // what a reader can do
constexpr std::uint32_t kSection = 1U << 14;  // a part of a site
constexpr std::uint32_t kNetwork = 1U << 15;  // where one can share
constexpr std::uint32_t kCount = 1U << 16;    // what is counted
constexpr std::uint32_t kDeclare = 1U << 17;  // how a notice begins

constexpr std::uint32_t kAppeals = kScan | kFollow | kAccount | kLoad | kMore;
constexpr std::uint32_t kNotices = kRights | kCopying | kOpinion | kClaim | kDeclare;

/// Words that say something wherever they stand in a line.
const WordGroups& phrases() {
  static const WordGroups kPhrases = [] {
    WordGroups words;
    words.add(kSite, {"版权所有",
                      "copyright",
                      "©",
                      "all rights reserved",
                      "icp备",
                      "icp证",
                      "icp许可证",
                      "公网安备",
                      "京公网",
                      "网安备",
                      "备案号",
                      "经营许可证",
                      "出版许可证",
                      "传播视听节目",
                      "举报电话",
                      "举报邮箱",
                      "客服电话",
                      "客服热线",
                      "广告服务",
                      "违法和不良信息",
                      "不良信息举报",
                      "互联网违法",
                      "版权声明：",
                      "主办单位",
                      "承办单位",
                      "技术支持：",
                      "powered by",
                      "正文已结束",
                      "仅提供信息存储",
                      "uploaded and posted by",
                      "alt+4进行评论"});
    words.add(kRelated, {"相关文章", "相关阅读",   "相关推荐",         "相关新闻",     "相关链接",
                         "相关内容", "相关报道",   "相关视频",         "相关专题",     "相关资讯",
                         "相关稿件", "相关主题",   "相关博文",         "关联阅读",     "延伸阅读",
                         "推荐阅读", "推荐文章",   "推荐新闻",         "推荐视频",     "为你推荐",
                         "为您推荐", "猜你喜欢",   "你可能喜欢",       "你可能感兴趣", "猜你感兴趣",
                         "更多文章", "更多推荐",   "更多阅读",         "往期回顾",     "往期精彩",
                         "往期推荐", "大家都在看", "大家还在看",       "编辑推荐",     "精彩推荐",
                         "今日推荐", "视频推荐",   "图片推荐",         "精选推荐",     "精彩视频",
                         "精彩图片", "独家策划",   "查看更多",         "同类文章",     "其他文章",
                         "下一篇",   "上一篇",     "related articles", "related posts"});
    words.add(kHot, {"热门文章", "热门推荐", "热门新闻", "热门评论", "热门标签", "热门关键词",
                     "热门搜索", "热门专题", "热门视频", "热点推荐", "热点新闻", "热点排行",
                     "热点专题", "新闻排行", "点击排行", "阅读排行", "评论排行", "排行榜",
                     "热搜",     "热榜",     "最热文章", "最热评论", "最新评论", "最新文章",
                     "最新帖子", "最新资讯", "最新发布", "网友评论", "评论列表", "全部评论",
                     "精彩评论", "近期文章", "文章归档", "标签云",   "分类目录", "友情链接"});
    words.add(kHome, {"首页", "主页", "当前位置", "您的位置", "所在位置", "正文"});
    words.add(kScan, {"扫码", "扫一扫", "扫描", "二维码", "长按"});
    words.add(kFollow, {"关注", "订阅", "加入", "添加"});
    words.add(kAccount, {"公众号", "微信", "微博", "客户端", "app", "小程序", "视频号", "知识星球",
                         "qq群", "粉丝团", "telegram", "facebook", "粉絲專頁"});
    words.add(kLoad, {"下载", "点击", "戳这", "戳我", "登录后", "安装"});
    words.add(kMore, {"更多精彩", "精彩内容", "更多内容", "更多资讯", "更多新闻", "更多原创",
                      "第一时间", "阅读原文", "免费试玩", "免费体验", "投稿", "爆料", "优惠"});
    words.add(kRights, {"版权", "著作权", "知识共享", "cc by", "cc 4.0"});
    words.add(kCopying, {"转载", "授权", "注明出处", "请注明"});
    words.add(kOpinion, {"不代表", "个人观点", "免责", "仅供参考", "个人看法", "立场", "不构成"});
    words.add(kClaim, {"原文链接", "本文链接", "原文地址", "本文地址", "侵权", "联系删除",
                       "联系原作者", "如有疑问", "如有任何疑问", "及时删除"});
    words.add(kDeclare, {"声明：", "声明:"});
    return words;
  }();
  return kPhrases;
}

/// Words that say something where a line, or a part of it, is nothing else.
const WordGroups& labels() {
  static const WordGroups kLabels = [] {
    WordGroups words;
    words.add(
        kAction,
        {"关注",     "已关注",       "加关注",   "+关注",     "反馈",       "意见反馈",
         "订阅",     "分享",         "分享到",   "分享至",    "分享本文",   "收藏",
         "加入收藏", "点赞",         "点个赞",   "不喜欢",    "不感兴趣",   "图集",
         "高清图集", "查看原图",     "下载原图", "只看楼主",  "只看该作者", "显示全部楼层",
         "使用道具", "倒序浏览",     "阅读模式", "电梯直达",  "发消息",     "加好友",
         "引用",     "支持",         "反对",     "楼主",      "沙发",       "板凳",
         "地板",     "赞同",         "举报违规", "我要评论",  "我要纠错",   "分享让更多人看到",
         "赞",       "踩",           "赏",       "打赏",      "评论",       "写评论",
         "发表评论", "我要评论",     "举报",     "举报/反馈", "打印",       "返回",
         "返回顶部", "回到顶部",     "返回首页", "登录",      "登陆",       "注册",
         "下载",     "上一篇",       "下一篇",   "上一页",    "下一页",     "尾页",
         "末页",     "阅读原文",     "阅读全文", "展开全文",  "展开",       "收起",
         "显示全文", "查看更多",     "查看全部", "更多",      "更多>",      "更多>>",
         "more",     "扫一扫",       "在看",     "转发",      "字号",       "大字",
         "小字",     "大",           "中",       "小",        "复制链接",   "私信",
         "回复",     "发布",         "提交",     "取消",      "确定",       "关闭",
         "投诉",     "纠错",         "广告",     "搜索",      "搜索历史",   "清空",
         "加载更多", "点击加载更多", "加载中",   "加载中...", "加载中…",    "换一换",
         "退出",     "安全退出",     "设为首页", "加入我们",  "缩小字体",   "放大字体",
         "无障碍",   "无障碍浏览",   "关怀版",   "手机版",    "电脑版",     "触屏版",
         "简体",     "繁体",         "繁體",     "繁",        "简",         "导航",
         "菜单",     "隐藏边栏",     "表情",     "打开app",   "打开",       "听新闻",
         "朗读",     "自动播放",     "play",     "share",     "login",      "sign in",
         "sign up",  "subscribe",    "search",   "menu",      "home",       "print",
         "编辑"});
    words.add(kSection,
              {"首页",     "网站首页", "主页",     "关于我们", "联系我们", "网站地图", "免责声明",
               "法律声明", "隐私政策", "隐私声明", "用户协议", "服务条款", "服务协议", "帮助",
               "帮助中心", "常见问题", "招贤纳士", "人才招聘", "招聘信息", "诚聘英才", "广告服务",
               "广告合作", "商务合作", "版权声明", "版权申诉", "友情链接", "网站声明", "会员中心",
               "个人中心", "创作中心", "客服",     "在线客服", "新闻",     "资讯",     "要闻",
               "时政",     "国际",     "国内",     "社会",     "军事",     "财经",     "经济",
               "金融",     "股票",     "证券",     "基金",     "理财",     "产业",     "科技",
               "科普",     "数码",     "手机",     "互联网",   "体育",     "nba",      "cba",
               "足球",     "篮球",     "娱乐",     "明星",     "电影",     "电视",     "音乐",
               "游戏",     "动漫",     "文化",     "历史",     "艺术",     "读书",     "文学",
               "教育",     "考试",     "高考",     "留学",     "健康",     "养生",     "美食",
               "旅游",     "时尚",     "女性",     "女人",     "亲子",     "育儿",     "情感",
               "星座",     "汽车",     "房产",     "家居",     "生活",     "公益",     "法治",
               "观点",     "专栏",     "专题",     "专家",     "图片",     "视频",     "直播",
               "博客",     "论坛",     "社区",     "问答",     "知道",     "学习",     "会议",
               "消息",     "邮箱",     "地方",     "港澳",     "台湾",     "海外",     "华人",
               "本地",     "english",  "vip",      "rss",      "客户端",   "移动端",   "下载中心",
               "全部导航", "时评",     "理论",     "党建",     "反腐",     "人事",     "能源",
               "环保",     "传媒",     "书画",     "彩票",     "商城",     "电商",     "政务公开",
               "政策文件", "机构职能", "信息公开", "互动交流", "办事服务", "服务",     "应用"});
    words.add(kNetwork, {"微信",      "微信好友", "微博",      "新浪微博", "腾讯微博",   "qq空间",
                         "qq",        "qq好友",   "朋友圈",    "易信",     "人人网",     "豆瓣",
                         "贴吧",      "知乎",     "facebook",  "twitter",  "x",          "line",
                         "instagram", "youtube",  "weibo",     "wechat",   "微信公众号", "官方微博",
                         "官方微信",  "手机扫码", "pinterest", "linkedin", "reddit",     "email",
                         "抖音",      "快手"});
    words.add(kCount,
              {"阅读",   "阅读量",   "阅读数", "浏览",   "浏览量", "浏览次数", "浏览数", "评论",
               "评论数", "点击",     "点击数", "点击量", "点赞",   "点赞数",   "收藏",   "播放",
               "跟贴",   "跟帖",     "参与",   "赞",     "回复",   "分享",     "转发",   "访问",
               "访问量", "人气",     "热度",   "粉丝",   "获赞",   "积分",     "views",  "comments",
               "likes",  "人阅读",   "次阅读", "人评论", "条评论", "个评论",   "人参与", "人浏览",
               "次浏览", "次播放",   "次点击", "人点赞", "人收藏", "人关注",   "人喜欢", "次",
               "人",     "条",       "篇",     "个赞",   "万",     "万次",     "人已读", "人看过",
               "万阅读", "万次播放", "篇文章", "等级",   "原创",   "排名",     "总排名", "周排名"});
    return words;
  }();
  return kLabels;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

/// What stands between the parts of a row of links or buttons.
bool parts(char32_t c) {
  if (c > U'丨' && c < 0xFE00) return false;  // most of Chinese
  return is_space(c) || is_in(U"|｜丨/／·•>›»<‹«:：[]【】()（）<《》_,，、…←→+-—", c);
}

struct Parts {
  std::size_t count = 0;
  std::size_t known = 0;     // parts that are labels
  std::size_t longest = 0;   // in bytes
  std::size_t sections = 0;  // of these, parts of a site
  std::size_t bars = 0;      // | and the like between them
  std::size_t arrows = 0;    // > and the like
  bool stops = false;        // a full stop somewhere
};

std::string_view without_digits(std::string_view part) {
  return part.substr(std::min(part.find_first_not_of("0123456789"), part.size()));
}

Parts parts_of(std::string_view folded) {
  Parts found;
  std::size_t begin = 0;
  const auto finish = [&](std::size_t end) {
    if (end > begin) {
      ++found.count;
      found.longest = std::max(found.longest, end - begin);
      const std::string_view part = folded.substr(begin, end - begin);
      std::uint32_t groups = labels().of(part);
      // `123下一页`: links stand without a space between them.
      if (groups == 0) groups = labels().of(without_digits(part)) & kAction;
      if ((groups & ~kCount) != 0) ++found.known;
      if ((groups & kSection) != 0) ++found.sections;
    }
  };
  for (std::size_t at = 0; at < folded.size();) {
    const utf8::Character c = utf8::read(folded, at);
    found.stops = found.stops || is_in(U"。！!？?；;，,", c.code_point);
    if (parts(c.code_point)) {
      finish(at);
      begin = at + c.length;
      found.bars += is_in(U"|｜丨", c.code_point) ? 1U : 0U;
      found.arrows += is_in(U">›»", c.code_point) ? 1U : 0U;
    }
    at += c.length;
  }
  finish(folded.size());
  return found;
}

/// `04-09`, `2020-05-06 12:30`, `10月23日`, `3小时前`: nothing but a time. A year alone is none,
/// nor are numbers such as 3.14 or -01-.
bool is_time(std::string_view folded) {
  std::size_t digits = 0;
  std::size_t marks = 0;  // between digits
  bool ago = false;
  bool after_digit = false;
  char32_t waiting = 0;  // a mark that follows a digit
  for (std::size_t at = 0; at < folded.size();) {
    const utf8::Character c = utf8::read(folded, at);
    at += c.length;
    if (is_digit(c.code_point)) {
      if (waiting != 0) ++marks;
      waiting = 0;
      ++digits;
      after_digit = true;
      continue;
    }
    if (is_in(U"-/:：年月", c.code_point)) {
      if (after_digit) waiting = c.code_point;
    } else if (is_in(U"前昨今刚", c.code_point)) {
      ago = true;
    } else if (!is_in(U"日时时分秒天小钟个上下午周星期一二三四五六[]()（）. 　", c.code_point) &&
               !is_space(c.code_point)) {
      return false;
    }
    after_digit = after_digit && is_in(U" ", c.code_point);
  }
  if (ago) return digits <= 8;
  return digits >= 3 && digits <= 17 && marks >= 1;
}

/// `阅读:129`, `123阅读`, `评论(3)`, `1.3w`, `20,536人参与`.
float counter_weight(std::string_view folded) {
  std::string words;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const utf8::Character c = utf8::read(folded, at);
    const std::size_t here = at;
    at += c.length;
    if (is_digit(c.code_point)) {
      ++digits;
    } else if (!is_in(U".,:：()（）[]【】+| 　，*#k@/", c.code_point) && c.code_point != 'w' &&
               !is_space(c.code_point)) {
      words.append(folded.substr(here, c.length));
    }
  }
  if (digits == 0 || digits > 9) return 0;
  // A number alone heads a section as well.
  if (words.empty()) return 0.5F;
  return (labels().of(words) & kCount) != 0 ? 1.2F : 0;
}

std::size_t count_of(std::uint32_t groups) {
  std::size_t count = 0;
  for (; groups != 0; groups &= groups - 1) ++count;
  return count;
}

bool is_address(std::string_view folded) {
  return (folded.starts_with("http://") || folded.starts_with("https://") ||
          folded.starts_with("www.")) &&
         folded.find(' ') == std::string_view::npos;
}

/// Widths in Han characters.
constexpr std::size_t kWidestHeading = 18;
constexpr std::size_t kWidestRow = 90;
constexpr std::size_t kWidestAppeal = 80;
constexpr std::size_t kWidestNotice = 160;

Signal by_phrases(const Line& line, std::uint32_t groups) {
  if ((groups & kSite) != 0 && line.width <= kWidestNotice) return {SignalKind::copyright, 2.5F};
  const bool colon = line.text.ends_with("：") || line.text.ends_with(':');
  if (line.width <= kWidestHeading && (!line.stops || colon)) {
    if ((groups & kRelated) != 0) return {SignalKind::related, 2.5F};
    if ((groups & kHot) != 0) return {SignalKind::hot_list, 2.5F};
  }
  return {};
}

Signal by_parts(const Line& line, std::uint32_t groups) {
  if (line.width > kWidestRow) return {};
  const Parts row = parts_of(line.folded());
  if (row.count == 0) {
    return line.width <= 4 ? Signal{SignalKind::button, 0.5F} : Signal{};
  }
  const SignalKind kind =
      row.sections * 2 > row.known ? SignalKind::navigation : SignalKind::button;
  if (row.known == row.count) return {kind, 1.5F};
  if (row.stops) return {};
  if (row.arrows >= 1 && (row.arrows >= 2 || (groups & kHome) != 0)) {
    return {SignalKind::navigation, 1.5F};
  }
  if (row.known * 2 >= row.count) return {kind, row.count >= 2 ? 1.2F : 1.0F};
  const std::size_t kShort = 24;  // bytes: eight Han characters
  if (row.bars >= 2 && row.longest <= 2 * kShort) return {SignalKind::navigation, 1.5F};
  if (row.count >= 6 && row.longest <= kShort) return {SignalKind::navigation, 1.0F};
  return {};
}

}  // namespace

Signal signal_of(const Line& line) {
  if (line.width > kWidestNotice) return {};
  if (is_address(line.folded())) return {SignalKind::address, 1.0F};
  const std::uint32_t groups = phrases().in(line.folded());
  if (const Signal signal = by_phrases(line, groups); signal.weight > 0) return signal;
  if (line.width <= 16 && is_time(line.folded())) return {SignalKind::date, 1.0F};
  if (line.width <= 14) {
    if (const float weight = counter_weight(line.folded()); weight > 0) {
      return {SignalKind::counter, weight};
    }
  }
  if (const Signal signal = by_parts(line, groups); signal.weight > 0) return signal;
  if (count_of(groups & kNotices) >= 2) return {SignalKind::notice, 1.5F};
  if (line.width <= kWidestAppeal && count_of(groups & kAppeals) >= 2) {
    return {SignalKind::promotion, 1.2F};
  }
  return {};
}

Statement statement_of(const Line& line) {
  constexpr std::size_t kWidest = 160;
  constexpr std::size_t kBeginning = 24;  // in bytes: eight Han characters
  constexpr std::uint32_t kSubject = 1, kProvides = 2, kOthers = 4, kAbove = 8;
  constexpr std::uint32_t kAll = kSubject | kProvides | kOthers;
  static const WordGroups kWords = [] {
    WordGroups words;
    words.add(kSubject, {"声明", "以上", "上述", "本文", "本内容", "该文", "此文", "notice"});
    words.add(kProvides, {"仅提供信息存储", "仅提供信息发布", "只提供信息存储", "系信息发布平台",
                          "为信息发布平台", "仅代表该机构观点", "仅代表作者本人", "不代表本平台",
                          "information storage", "平台观点"});
    words.add(kOthers, {"上传", "发布", "创作者", "作者", "用户", "自媒体", "uploaded"});
    words.add(kAbove, {"以上", "上述", "above"});
    return words;
  }();
  if (line.width > kWidest || line.width < 12) return Statement::none;
  // An article can cite one, or tell of it. (Of most lines nothing but the beginning is folded; of
  // four bytes at least one is left.)
  if (line.text.starts_with("“") || line.text.starts_with("「")) return Statement::none;
  const std::string beginning = folded_text(utf8::first_part(line.text, 4 * kBeginning));
  const std::uint32_t first = kWords.in(std::string_view(beginning).substr(0, kBeginning));
  if ((first & kSubject) == 0) return Statement::none;
  const std::uint32_t groups = kWords.in(line.folded());
  if ((groups & kAll) != kAll) return Statement::none;
  return (groups & kAbove) != 0 ? Statement::of_what_is_above : Statement::of_the_article;
}

bool is_action(std::string_view folded) { return (labels().of(folded) & kAction) != 0; }

std::string_view rule_of(SignalKind kind) {
  switch (kind) {
    case SignalKind::none:
      break;
    case SignalKind::copyright:
    case SignalKind::notice:
      return "copyright";
    case SignalKind::related:
      return "related";
    case SignalKind::hot_list:
      return "hot-list";
    case SignalKind::navigation:
    case SignalKind::address:
      return "navigation";
    case SignalKind::button:
      return "button";
    case SignalKind::counter:
      return "counter";
    case SignalKind::date:
      return "date";
    case SignalKind::promotion:
      return "promotion";
  }
  return "surroundings";
}

}  // namespace shuye
