#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "clean/lines.h"
#include "clean/main_text.h"
#include "clean/signals.h"
#include "clean/words.h"
#include "shuye/article.h"
#include "shuye/clean.h"

namespace shuye {
namespace {

Signal signal_for(std::string_view text) {
  Document document;
  document.blocks.emplace_back().text = text;
  return signal_of(line_of(document, 0));
}

TEST(Line, IsAsWideAsSoManyHanCharacters) {
  const std::vector<std::pair<std::string_view, std::size_t>> cases = {
      {"漢", 1},          {"ab", 1},           {"abc", 2},         {"山城的早市，八点开。", 10},
      {"x山城的早市", 6}, {"กขคงจ", 3},        {"က山城", 3},       {"한국어", 3},
      {"é山é城é早é", 5},  {"\U0002070E山", 2}, {"山城ἀ早市ab", 6}, {"ࠀࠁ山城的早市", 6}};
  for (const auto& [text, width] : cases) {
    Document document;
    document.blocks.emplace_back().text = text;
    EXPECT_EQ(line_of(document, 0).width, width) << text;
  }
}

struct SignalCase {
  std::string_view text;
  SignalKind kind;
};

TEST(Signals, Table) {
  const std::vector<SignalCase> cases = {
      {"首页 > 山城 > 早市", SignalKind::navigation},
      {"首頁", SignalKind::navigation},
      {"关于我们 | 联系我们 | 网站地图", SignalKind::navigation},
      {"關於我們　聯絡我們　隱私政策", SignalKind::navigation},
      {"分享到：", SignalKind::button},
      {"收藏 分享 举报", SignalKind::button},
      {"123下一页", SignalKind::button},
      {"阅读:129", SignalKind::counter},
      {"閱讀（129）", SignalKind::counter},
      {"123阅读", SignalKind::counter},
      {"评论(3)", SignalKind::counter},
      {"20,536人参与", SignalKind::counter},
      {"2020-05-06 12:30", SignalKind::date},
      {"04-09", SignalKind::date},
      {"3小时前", SignalKind::date},
      {"3小時前", SignalKind::date},
      {"相关阅读", SignalKind::related},
      {"相關閱讀：", SignalKind::related},
      {"热门新闻排行榜", SignalKind::hot_list},
      {"扫码关注山海周刊公众号", SignalKind::promotion},
      {"未经授权不得转载，文章不代表本站立场", SignalKind::notice},
      {"Copyright © 2020 山海周刊", SignalKind::copyright},
      {"以上内容由用户上传，山海号仅提供信息存储空间", SignalKind::copyright},
      {"版權所有 山海週刊", SignalKind::copyright},
      {"https://example.org/a/b", SignalKind::address},
      // What articles have.
      {"中国的大厂,被 Deepseek 掀了牌桌之后", SignalKind::none},
      {"山路上的茶馆", SignalKind::none},
      {"1998年", SignalKind::none},
      {"-01-", SignalKind::none},
      {"圆周率是3.14", SignalKind::none},
      {"他关注的是另一件事。", SignalKind::none},
      {"这家网站的首页写着一行小字：今天不营业，明天也不营业。", SignalKind::none},
  };
  for (const SignalCase& c : cases) {
    EXPECT_EQ(rule_of(signal_for(c.text).kind), rule_of(c.kind)) << c.text;
  }
}

TEST(Words, AreFoundFoldedAndInOnePass) {
  WordGroups words;
  words.add(1, {"版权", "版权所有"});
  words.add(2, {"©"});
  EXPECT_EQ(words.in(folded_text("© 2020 版權")), 3U);
  EXPECT_EQ(words.in("二〇二〇"), 0U);
  EXPECT_EQ(words.of("版权"), 1U);
  EXPECT_EQ(words.of("版权属于作者"), 0U);
  EXPECT_EQ(words.of(""), 0U);
}

Article open(const std::string& text, Cutting cut = Cutting::normal) {
  OpenOptions options;
  options.format = Format::plain;
  options.cut = cut;
  auto article = Article::open(text, options);
  EXPECT_TRUE(article);
  return std::move(article).value();
}

std::string shown(Article& article) { return article.render(Output::text, {}, {}).value(); }

const std::string kHead =
    "首页\n新闻\n体育\n财经\n登录 | 注册\n首页 > 新闻 > 山城\n山城的早市要搬家了\n"
    "2025年3月5日 10:22 来源：山城晚报\n128\n分享到：\n微信\n微博\n";
const std::string kText =
    "天还没有亮，早市上的灯已经一盏接一盏地亮了起来，卖菜的人把车停在路边，先喝一碗热豆浆。\n"
    "明年春天，这里要修一条新路，早市会搬到两公里外的棚子里，摊位比现在多一倍，租金也要重新算。\n"
    "有人舍不得，有人盼着走。卖了三十年豆腐的老周说，只要老主顾还找得到他，在哪里都是一样的。\n";
const std::string kFoot =
    "（责任编辑：李雷）\n相关阅读\n城里的茶馆都去哪儿了\n2025-01-01\n一个人的山路\n2025-01-02\n"
    "热门新闻\n大桥今天通车\n评论(3)\n关于我们 | 联系我们 | 网站地图\n"
    "Copyright © 2020 山城晚报 版权所有\n";

TEST(Surroundings, OfAPastedPageAreCut) {
  Article article = open(kHead + kText + kFoot);
  EXPECT_EQ(article.document().metadata.title, "山城的早市要搬家了");
  EXPECT_EQ(article.document().metadata.date, "2025-03-05T10:22");
  EXPECT_EQ(article.document().metadata.publisher, "山城晚报");
  ASSERT_EQ(article.document().metadata.editors.size(), 1U);
  std::string text = shown(article);
  std::string expected;
  for (const char c : kText) expected += c == '\n' ? "\n\n" : std::string(1, c);
  expected.pop_back();
  EXPECT_EQ(text, expected);
}

TEST(Surroundings, EachCutIsInTheTraceAndCanBeTakenBack) {
  Article article = open(kHead + kText + kFoot);
  std::string rules;
  for (const TraceEntry& entry : trace_of(article.document())) {
    EXPECT_GT(entry.confidence, 0);
    EXPECT_NE(entry.block, kNoBlock);
    if (entry.original != "大桥今天通车") continue;
    rules = entry.rule;
    ASSERT_TRUE(article.restore(entry.id));
  }
  EXPECT_EQ(rules, "hot-list");
  EXPECT_NE(shown(article).find("大桥今天通车"), std::string::npos);
}

TEST(Surroundings, StayWhenNothingSpeaksAgainstThem) {
  for (const std::string& text :
       {kText, "山城的早市要搬家了\n" + kText + "豆腐\n青菜\n豆浆\n油条\n红薯\n",
        kText + "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n" + kText}) {
    Article article = open(text);
    for (const Block& block : article.document().blocks) {
      EXPECT_NE(block.role, Role::clutter) << block.text;
    }
  }
}

TEST(Surroundings, OfAPageThatIsOnlyNavigationStay) {
  Article article = open("首页\n新闻\n体育\n财经\n关于我们\n联系我们\n登录\n注册\n");
  EXPECT_NE(shown(article).find("关于我们"), std::string::npos);
  EXPECT_NE(shown(article).find("体育"), std::string::npos);
}

TEST(Surroundings, OfAPageInAnotherLanguageStay) {
  const std::string text =
      "Home\nNews\nSearch\nLogin\nThe market moves\nBefore dawn the lamps of the market are lit "
      "one by one. Next spring a new road will be built here.\nShare\nRelated articles\nAnother "
      "one\nCopyright 2020 The Paper\n";
  Article article = open(text);
  EXPECT_NE(shown(article).find("Related articles"), std::string::npos);
}

TEST(Cutting, DecidesHowMuchGoes) {
  // A few buttons below a text say little against the lines around them.
  const std::string text = "山城的早市要搬家了\n" + kText + "另一个故事的题目\n分享到：\n微信\n";
  Article cautious = open(text, Cutting::cautious);
  Article normal = open(text);
  EXPECT_NE(shown(cautious).find("另一个故事的题目"), std::string::npos);
  EXPECT_EQ(shown(normal).find("另一个故事的题目"), std::string::npos);
  EXPECT_EQ(cautious.document().metadata.title, "山城的早市要搬家了");
}

TEST(Cutting, HoldsForWhatTheMarkupSays) {
  const std::string page = "<body><article><h1>题</h1><p>" + kText +
                           "</p></article><div class=\"related\"><p>另一个故事</p></div></body>";
  OpenOptions options;
  options.format = Format::html;
  auto normal = Article::open(page, options);
  ASSERT_TRUE(normal);
  EXPECT_EQ(shown(*normal).find("另一个故事"), std::string::npos);
  options.cut = Cutting::cautious;
  auto cautious = Article::open(page, options);
  ASSERT_TRUE(cautious);
  EXPECT_NE(shown(*cautious).find("另一个故事"), std::string::npos);
}

TEST(Cutting, HasNamesAndThresholds) {
  EXPECT_EQ(name_of(Cutting::cautious), "cautious");
  EXPECT_EQ(name_of(Cutting::normal), "normal");
  EXPECT_EQ(name_of(Cutting::bold), "bold");
  EXPECT_GT(least_confidence(Cutting::cautious), least_confidence(Cutting::normal));
  EXPECT_GT(least_confidence(Cutting::normal), least_confidence(Cutting::bold));
}

Article open_page(const std::string& body) {
  OpenOptions options;
  options.format = Format::html;
  auto article = Article::open("<html><body><div>" + body + "</div></body></html>", options);
  EXPECT_TRUE(article);
  return std::move(article).value();
}

const std::string kParagraphs =
    "<p>天还没有亮，早市上的灯已经一盏接一盏地亮了起来，卖菜的人把车停在路边，先喝一碗热豆浆。</p>"
    "<p>明年春天，这里要修一条新路，早市会搬到两公里外的棚子里，摊位比现在多一倍，租金也要重算。</"
    "p>";
const std::string kShownParagraphs =
    "天还没有亮，早市上的灯已经一盏接一盏地亮了起来，卖菜的人把车停在路边，先喝一碗热豆浆。\n\n"
    "明年春天，这里要修一条新路，早市会搬到两公里外的棚子里，摊位比现在多一倍，租金也要重算。";

TEST(Edges, OfAPageAreCut) {
  const std::vector<std::string> below = {
      "<p>图集</p>",
      "<p>正文已结束，您可以按alt+4进行评论</p>",
      "<p>|&lt;&lt;1234下一页&gt;&gt;|</p>",
      "<p>相关阅读</p><p><a href='/1'>城里的茶馆都去哪儿了</a></p><p>2025-01-01</p>",
      "<p><a href='/1'>城里的茶馆都去哪儿了</a></p><p>01-02</p><p><a href='/2'>一个人的山路</a></p>"
      "<p>01-03</p><p><a href='/3'>大桥今天通车</a></p><p>01-05</p>",
      "<p>举报电话：000-0000</p><p>版权所有 山城晚报</p>",
  };
  for (const std::string& tail : below) {
    Article article = open_page("<p>分享到：</p>" + kParagraphs + tail);
    EXPECT_EQ(shown(article), kShownParagraphs + "\n") << tail;
  }
}

TEST(Edges, NothingFollowsWhatAPlatformSaysOfItsUsers) {
  const std::string statement =
      "<p>特别声明：以上内容由山城号用户上传并发布，本平台仅提供信息存储服务。</p>";
  const std::string comment = "<p>我小时候也去过这个早市，那时候的豆浆，一碗只要两毛钱。</p>";
  const std::string next = "<h1>城里的茶馆</h1>" + kParagraphs;
  for (const std::string& tail :
       {statement, statement + comment, "<p>声明</p>" + statement + next}) {
    Article article = open_page(kParagraphs + tail);
    EXPECT_EQ(shown(article), kShownParagraphs + "\n") << tail;
  }
  const std::string cited = "<p>法院认为，平台仅提供信息存储空间，不必为摊主说的每一句话负责。</p>";
  Article article = open_page(kParagraphs + cited + kParagraphs);
  for (const Block& block : article.document().blocks) EXPECT_NE(block.role, Role::clutter);
}

TEST(Edges, WhatIsSaidOfTheArticleCanStandAboveIt) {
  const std::string lead = "<p>城南的早市开了三十年，今年忽然热闹起来，天不亮就排起了长队。</p>";
  const std::string statement =
      "<p>（本文由作者授权发布，仅代表作者本人观点，不代表平台观点。）</p>";
  const std::string cited =
      "<p>页面下面写着“以上内容由用户上传并发布，本平台仅提供信息存储服务”，谁也看不见。</p>"
      "<p>“以上内容由用户上传并发布，本平台仅提供信息存储服务。”</p>";
  for (const std::string& body :
       {lead + statement + kParagraphs, kParagraphs + cited + kParagraphs}) {
    Article article = open_page(body);
    EXPECT_NE(shown(article).find(kShownParagraphs + "\n"), std::string::npos) << body;
  }
  Article article = open_page(kParagraphs + statement + lead);
  EXPECT_EQ(shown(article), kShownParagraphs + "\n");
}

TEST(Edges, AnEditorAboveTheTextEndsNothing) {
  const std::string lines =
      "<p>“你来了？”他问。</p><p>“那就好，坐下来喝一碗豆浆，再说别的吧。”</p><p>她坐下来。</p>";
  Article article = open_page(kParagraphs + "<p>责任编辑：王小明</p>" + lines);
  EXPECT_NE(shown(article).find("“那就好，坐下来喝一碗豆浆"), std::string::npos);
  EXPECT_NE(shown(article).find("她坐下来"), std::string::npos);
}

TEST(Edges, LittleFollowsTheEditor) {
  Article article = open_page(kParagraphs +
                              "<p>责任编辑：王小明</p><p>（据山城晚报）</p><p>旧闻</p>"
                              "<p>字太小</p><p>其他，我要说</p>");
  for (const Block& block : article.document().blocks) {
    const bool stays = block.text.size() > 80 || block.text.find("山城晚报") != std::string::npos;
    EXPECT_EQ(block.role == Role::body, stays) << block.text;
  }
}

TEST(Edges, EditorsAreNoButtons) {
  Article article = open_page(kParagraphs + "<p>编辑 | 韩梅</p><p>分享</p><p>收藏</p><p>举报</p>");
  EXPECT_EQ(article.document().metadata.editors, (std::vector<std::string>{"韩梅"}));
}

TEST(Edges, LinksThatCallThemselvesAdvertisementsAreCut) {
  Article article =
      open_page(kParagraphs + "<a href='https://example.org/'><i>广告</i>老周豆浆，喝过都说好</a>" +
                kParagraphs + "<p><a href='https://example.org/'>广告的历史，一页讲完。</a></p>");
  EXPECT_EQ(shown(article),
            kShownParagraphs + "\n\n" + kShownParagraphs + "\n\n广告的历史，一页讲完。\n");
}

TEST(Edges, OfAPageStayWhereLittleSpeaksAgainstThem) {
  const std::vector<std::string> below = {
      "<p>豆腐</p><p>青菜</p><p>豆浆</p><p>油条</p>",
      "<p><a href='https://example.org/a'>一份早市的地图</a></p>",
      "<p>2025年3月5日</p>",
      "<table><tr><th>评论</th><th>2024</th></tr><tr><td>12</td><td>13</td></tr></table>",
      "<p>老周的豆腐摊 12人</p><p>山城北门外三里</p><p>星期一休息</p><p>山城南门外五里</p>"
      "<p>李婶的茶水摊 8人</p><p>山城西门外一里</p><p>星期二休息</p><p>山城东门外四里</p>",
  };
  for (const std::string& tail : below) {
    Article article = open_page(kParagraphs + tail);
    for (const Block& block : article.document().blocks) {
      EXPECT_NE(block.role, Role::clutter) << block.text;
    }
  }
}

TEST(Edges, OfJapanesePagesStay) {
  Article article = open_page(
      "<p>まだ夜が明けないうちから、朝市の灯りがひとつ、またひとつとともり始める。</p>"
      "<p>12人</p><p>99人</p><p>3人</p>");
  for (const Block& block : article.document().blocks) EXPECT_NE(block.role, Role::clutter);
}

TEST(Edges, RowsOfButtonsInsideAreCut) {
  Article article = open_page(kParagraphs + "<p>点赞</p><p>评论(3)</p><p>收藏</p>" + kParagraphs);
  EXPECT_EQ(shown(article), kShownParagraphs + "\n\n" + kShownParagraphs + "\n");
}

}  // namespace
}  // namespace shuye
