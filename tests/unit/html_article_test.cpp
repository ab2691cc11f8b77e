#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "parse/html_byline.h"
#include "parse/html_judgement.h"
#include "parse/html_landmarks.h"
#include "parse/html_measure.h"
#include "parse/html_names.h"
#include "parse/html_page_title.h"
#include "parse/html_sketch.h"
#include "parse/html_thread.h"
#include "parse/parsers.h"
#include "shuye/clean.h"

// Where the article of a page is, and what is cut inside of it.

namespace shuye {
namespace {

Document read(std::string_view html) {
  Document document;
  parse_html(html, 0, {}, document);
  return document;
}

constexpr std::string_view kSentence =
    "渡口的船工说，桥修好以后，坐船的人一年比一年少，去年冬天只剩一班。";

/// A paragraph of as many sentences.
std::string prose(int sentences) {
  std::string out = "<p>";
  for (int i = 0; i < sentences; ++i) out += kSentence;
  return out + "</p>";
}

std::string article() { return prose(3) + prose(4) + prose(3) + prose(4); }

/// The rule of the leaf that holds `text`; `body` where it is shown, `-` where there is none.
std::string rule_of(const Document& document, std::string_view text) {
  for (const Block& block : document.blocks) {
    if (block.text.find(text) == std::string::npos) continue;
    return block.role == Role::body ? "body" : std::string(block.rule);
  }
  return "-";
}

std::string rule_in(const std::string& html, std::string_view text) {
  const Document document = read(html);
  EXPECT_EQ(rule_of(document, kSentence), "body") << html;
  return rule_of(document, text);
}

TEST(HtmlMeasure, HanCountsAsTwoLettersAndAHalf) {
  const TextMeasure han = measure_text("桥修好，\n  船少。");
  EXPECT_EQ(han.length, 7 * kHan + kLetter);
  EXPECT_EQ(han.marks, 2U);
  const TextMeasure latin = measure_text("  one, two ");
  EXPECT_EQ(latin.marks, 1U);
  EXPECT_EQ(latin.wide, 0U);
}

TEST(HtmlNames, PartsAndWholeWords) {
  NameReader names;
  EXPECT_TRUE(names.read("post-comments", "").say(kUnlikely));
  EXPECT_TRUE(names.read("sidebar content", "").say(kPossible));
  EXPECT_TRUE(names.read("", "js_content").say(kContainer));
  EXPECT_TRUE(names.read("detail__recommend--wrapper", "").say(kElsewhere));
  EXPECT_TRUE(names.read("copyright", "").say(kCopyright));
  EXPECT_FALSE(names.read("has-share", "").say(kClutter));
  for (const std::string_view id : {"postmessage_12", "post_content3", "t_f"}) {
    EXPECT_TRUE(names.read("", id).say(kMessage)) << id;
  }
  for (const std::string_view name : {"bbp-reply-content", "message-body", "cooked", "bbWrapper",
                                      "RichContent-inner", "QuestionRichText"}) {
    EXPECT_TRUE(names.read(name, "").say(kMessage)) << name;
  }
  for (const std::string_view name : {"post", "content", "comment-content", "postlist", "12"}) {
    EXPECT_FALSE(names.read(name, "").say(kMessage)) << name;
  }
  EXPECT_EQ(weight_of_names(names.read("entry", "footer").says), 0);
  EXPECT_EQ(names.read("a b", "").class_key, names.read("a b", "x").class_key);
  EXPECT_NE(names.read("a b", "").class_key, names.read("a", "").class_key);
}

/// The sketch's boxes below `body`, by element.
std::string sketch_of(std::string_view html) {
  const HtmlTree tree(html);
  const PageSketch sketch(tree, PageMeasure(tree), std::vector<Names>(tree.size()),
                          std::vector<bool>(tree.size()));
  std::string out;
  for (std::uint32_t i = 2; i < sketch.size(); ++i) {
    out += std::string(out.empty() ? "" : " ") + std::string(sketch[i].element->name);
  }
  return out;
}

TEST(HtmlSketch, TextBetweenBoxesIsParagraphs) {
  EXPECT_EQ(sketch_of("<div>一<b>二</b></div>"), "p");  // the box is the paragraph
  EXPECT_EQ(sketch_of("<div>一<div>二</div>三</div>"), "div p p p");
  EXPECT_EQ(sketch_of("<div><p>一</p></div>"), "p");
  EXPECT_EQ(sketch_of("<div><a href=x>一</a></div>"), "div p");  // a link alone is none
  EXPECT_EQ(sketch_of("<div>一<br><br>二<br>三<br> <br>四</div>"), "div p p p");
  EXPECT_EQ(sketch_of("<p>一<br><br>二</p>"), "div p p");
  EXPECT_EQ(sketch_of("<section>一</section>"), "section");
}

TEST(HtmlArticle, StandsOutAmongMenusAndLists) {
  const std::string links =
      "<ul><li><a href=/1>江上又添新桥</a><li><a href=/2>老码头的用途</a></ul>";
  const Document document = read("<div><a href=/>首页</a></div><div><div>" + article() +
                                 "</div><div>" + links + "</div></div><div>备案号</div>");
  for (const std::string_view text : {"首页", "江上又添新桥", "老码头", "备案号"}) {
    EXPECT_EQ(rule_of(document, text), "html.outside-article") << text;
  }
  EXPECT_EQ(std::count_if(document.blocks.begin(), document.blocks.end(),
                          [](const Block& block) { return block.role == Role::body; }),
            4);
}

/// The beginnings of other articles, as a site has them below each of its own.
std::string beginnings(int count) {
  std::string out = "<div>";
  for (int i = 0; i < count; ++i) {
    out += "<div><h3>北岸的渡船</h3><p>镇上的人说，芦苇荡里有一条老船，每年春天都要修一回，";
    out += "修船的木头从上游漂来，漂到哪里算哪里。</p><div>3小时前</div></div>";
  }
  return out + "</div>";
}

TEST(HtmlArticle, ShortArticleBelowItsTitleIsNotLeftForOthers) {
  const std::string title = "老渡口停航";
  const std::string below = "<body><div><div><h1>" + title + "</h1><div><div>" + prose(3) +
                            "</div></div></div><div><div><div><div>" + beginnings(9) +
                            "</div></div></div></div></div>";
  const std::string head = "<title>" + title + "</title>";
  EXPECT_EQ(rule_in(head + below, "芦苇荡里"), "html.outside-article");
  const std::string described = head + "<meta name=description content='" + kSentence.data() + "'>";
  EXPECT_EQ(rule_in(described + below, "芦苇荡里"), "html.outside-article");
}

TEST(HtmlArticle, TheTitleNeedNotBeAHeading) {
  const std::string title = "老渡口停航，船工上岸";
  const std::string below = "<body><h1>江城快报</h1><div><div><div class=t>" + title +
                            "</div><div><div>" + prose(3) + "</div></div></div><div><div><div>" +
                            "<div>" + beginnings(9) + "</div></div></div></div></div>";
  EXPECT_EQ(rule_in("<title>" + title + "_江城快报</title>" + below, "芦苇荡里"),
            "html.outside-article");
}

TEST(HtmlArticle, BeginsAsItsDescriptionWhateverMarkupIsInIt) {
  const std::string text =
      "<p>渡口的<a "
      "href=/1>船工说</a>，桥修好以后，坐船的人一年比一年少，去年冬天只剩一班。</p><p>" +
      std::string(kSentence) + "</p>";
  const std::string page = "<meta property='og:description' content='&nbsp;&nbsp;" +
                           std::string(kSentence) + "'><body><div><div><div>" + text +
                           "</div></div><div><div><div><div>" + beginnings(9) +
                           "</div></div></div></div></div>";
  HtmlTree tree(page);
  std::uint32_t first = 1;
  while (tree[first].text() != "，桥修好以后，坐船的人一年比一年少，去年冬天只剩一班。") ++first;
  EXPECT_EQ(find_lead(tree, 1), first);
  EXPECT_GT(find_lead(tree, first + 1), first);
}

TEST(HtmlArticle, HeadlinesWithoutMarksAreNoProse) {
  std::string headlines = "<div>";
  for (int i = 0; i < 60; ++i) headlines += "<div><p>江上又添新桥两岸往来只要十分钟</p></div>";
  EXPECT_EQ(rule_in("<body><div>" + article() + "</div><div>" + headlines + "</div></div>", "新桥"),
            "html.outside-article");
}

TEST(HtmlArticle, ElementsOutsideOfItKeepTheirOwnRule) {
  EXPECT_EQ(rule_in("<nav>首页</nav><div>" + article() + "</div><p>尾", "首页"), "html.nav");
  EXPECT_EQ(rule_in("<div>" + article() + "</div><footer>关于</footer>", "关于"), "html.footer");
  EXPECT_EQ(rule_in("<div>" + article() + "</div><aside>热文</aside>", "热文"), "html.aside");
}

TEST(HtmlArticle, SiblingsThatAreLikeItBelongToIt) {
  EXPECT_EQ(rule_in("<div class=s>" + article() + "</div><div class=ad>甲</div><div class=s>" +
                        prose(5) + "<p>船到对岸了。</p></div>",
                    "船到对岸"),
            "body");
  // A sentence beside the box, but no label.
  EXPECT_EQ(rule_in("<p>引子：江水很静，船也很静。</p><div>" + article() + "</div>", "引子"),
            "body");
}

TEST(HtmlArticle, HiddenContainersOfWeChatAreSeen) {
  EXPECT_EQ(
      rule_in("<div id=js_content style='visibility: hidden;'>" + article() + "</div>", kSentence),
      "body");
  EXPECT_EQ(rule_in("<div>" + article() + "<div style='display:none'>暗号</div></div>", "暗号"),
            "html.hidden");
}

TEST(HtmlArticle, ADeclaredOneBelowTheTitleBeatsAStreamOfOthers) {
  std::string stream;
  for (int i = 0; i < 12; ++i) stream += "<div>" + prose(3) + "</div>";
  const std::string page =
      "<title>江边的一盏灯火熄了</title><h1>江边的一盏灯火熄了</h1><article>"
      "<p>灯塔的看守人昨天关了灯，锁了门，沿着江堤走回家，一路没有回头。"
      "他说，三十年了，够了，明天起就由机器来看守。</p></article><section>" +
      stream + "</section>";
  const Document document = read(page);
  EXPECT_EQ(rule_of(document, "看守人"), "body");
  EXPECT_EQ(rule_of(document, kSentence), "html.outside-article");
}

TEST(HtmlArticle, ADeclaredOneBelowTheTitleNeedsNoSentences) {
  const std::string title = "老渡口停航以后";
  const std::string code = "<div class='article-content'><h2>时刻</h2><p>" + std::string(80, 'a') +
                           "</p><p>每次去老渡口都没有船</p><p>去看时刻表，没有</p></div>";
  const Document document =
      read("<title>" + title + "</title><body><div><h1>" + title + "</h1>" + code + "</div><div>" +
           "<p>为了大家，请不要发广告、灌水，也不要发和船无关的话，谢谢。</p>" + "</div><div>" +
           beginnings(3) + "</div></body>");
  EXPECT_EQ(rule_of(document, "每次去老渡口"), "body");
  EXPECT_EQ(rule_of(document, "请不要发广告"), "html.outside-article");
}

TEST(HtmlArticle, IsNarrowedDownToAKnownContainer) {
  EXPECT_EQ(rule_in("<div class=wrap><div class='article-content'>" + article() +
                        "</div><p>特别声明：以上内容为用户上传，本平台只提供存储服务。</p></div>",
                    "特别声明"),
            "html.outside-article");
}

TEST(HtmlArticle, WhatLeadsElsewhereIsLeftOut) {
  EXPECT_EQ(rule_in("<div>" + article() + "<div class='content__recommend'>" + prose(6) +
                        "<p>另一篇的事情，说来话长。</p></div></div>",
                    "另一篇"),
            "html.class");
}

TEST(HtmlArticle, TheDensestLinesWhereNoBoxStandsOut) {
  std::string lines = "<pre>";
  for (int i = 0; i < 20; ++i)
    lines += "</pre><center><b>" + std::string(kSentence) + "</b></center>";
  std::string menu;
  for (int i = 0; i < 10; ++i) menu += "<center><a href=/>栏目</a></center>";
  const Document document = read("<table><tr><td><b>频道</b>" + menu + "</table>" + lines + menu);
  EXPECT_EQ(rule_of(document, kSentence), "body");
}

struct CutCase {
  std::string_view name;
  std::string_view html;  // amid the article's paragraphs
  std::string_view text;
  std::string_view rule;
};

constexpr CutCase kCuts[] = {
    {"shares", "<div class=share-bar>分享到微博</div>", "分享", "html.share"},
    {"a footer", "<footer>责任自负</footer>", "责任", "html.footer"},
    {"an aside", "<aside>更多专题</aside>", "专题", "html.aside"},
    {"a form", "<form><input name=q>订阅我们的<input name=r></form>", "订阅", "html.form"},
    {"a button", "<div><button>展开</button></div>", "展开", "html.form"},
    {"bad names", "<div class=widget><p>天气：晴</p><p>风：小</p></div>", "天气", "html.class"},
    {"links", "<div>看 <a href=/1>江上又添一座新桥</a> <a href=/2>老码头的新用途</a></div>", "新桥",
     "html.links"},
    {"the table of a list", "<table><tr><td><a href=/1>甲乙丙丁</a><td><a href=/2>戊己</a></table>",
     "甲乙丙丁", "html.links"},
    {"unlikely names", "<div class=comment>楼上说得对</div>", "楼上", "html.class"},
    {"hidden parts", "<div hidden>暗处</div>", "暗处", "html.hidden"},
    // What stays.
    {"a table of data", "<table><tr><th>年<th>船<tr><td>甲<td><a href=/1>十二</a></table>", "十二",
     "body"},
    {"notes", "<div>见 <a href=#1>注一</a> 与后文所说的渡口旧事和新桥</div>", "渡口旧事", "body"},
    {"a linked phrase", "<p>他写过<a href=/1>一本书</a>，讲的是江。</p>", "一本书", "body"},
    {"a heading", "<div><h2>四十年的水路</h2></div>", "水路", "body"},
    {"a quotation", "<blockquote>我坐了四十年船</blockquote>", "坐了四十年船", "body"},
    {"a list of items", "<ul><li>铜钟一口<li>缆绳两根</ul>", "铜钟", "body"},
};

TEST(HtmlArticle, WhatIsCutInsideOfIt) {
  for (const CutCase& one : kCuts) {
    EXPECT_EQ(rule_in("<div>" + article() + std::string(one.html) + prose(3) + "</div>", one.text),
              one.rule)
        << one.name;
  }
}

TEST(HtmlArticle, ListsOfLinksBehindItAreCutButNotItsOwn) {
  const std::string links =
      "<ul><li><a href=/1>江上又添一座新桥，通车三天</a><li><a "
      "href=/2>老码头有了新用途，明年开放</a></ul>";
  EXPECT_EQ(rule_in("<div>" + article() + links + "</div>", "新桥"), "html.links");
  EXPECT_EQ(rule_in("<div>" + prose(3) + links + article() + "</div>", "新桥"), "body");
}

TEST(HtmlArticle, KeepsTheBoxesThatItConsistsOf) {
  std::string list;
  for (int i = 0; i < 12; ++i) {
    list += prose(1) + "<div class=widget><p>渡口" + std::to_string(i) +
            "号，江东路</p><p>周一休息，船票两元，末班六点</p></div>";
  }
  EXPECT_EQ(rule_in("<div>" + list + "</div>", "渡口7号"), "body");
  // But not one such box, nor as many behind the article.
  std::string behind;
  for (int i = 0; i < 12; ++i)
    behind += "<div class=widget><p>渡口" + std::to_string(i) + "号</p><p>江</p></div>";
  EXPECT_EQ(rule_in("<div>" + article() + behind + "</div>", "渡口7号"), "html.class");
}

TEST(HtmlArticle, CutsCanBeTakenBackAndAreAsBoldAsAsked) {
  const std::string page = "<div>" + article() +
                           "<div class=widget><p>天气：晴</p><p>风：小</p></div>" + prose(3) +
                           "</div>";
  Document document = read(page);
  clean(document);
  const auto trace = trace_of(document);
  const auto entry = std::find_if(trace.begin(), trace.end(),
                                  [](const TraceEntry& one) { return one.original == "天气：晴"; });
  ASSERT_NE(entry, trace.end());
  EXPECT_EQ(entry->rule, "html.class");
  EXPECT_TRUE(restore(document, entry->id));
  EXPECT_EQ(document.blocks[entry->block].role, Role::body);
  Document cautious = read(page);
  clean(cautious, {Cutting::cautious});
  EXPECT_EQ(rule_of(cautious, "天气"), "body");
}

TEST(HtmlArticle, OnlyMarkupCountsOnAShortPage) {
  const Document document = read("<p>江水很静。</p><div>船。</div><nav>首页</nav>");
  EXPECT_EQ(rule_of(document, "江水"), "body");
  EXPECT_EQ(rule_of(document, "船"), "body");
  EXPECT_EQ(rule_of(document, "首页"), "html.nav");
}

TEST(HtmlArticle, APageOfLinksStays) {
  std::string links;
  for (int i = 0; i < 80; ++i) links += "<li><a href=/x>江上又添一座新桥的消息</a></li>";
  const Document document = read("<ul>" + links + "</ul>");
  EXPECT_EQ(rule_of(document, "新桥"), "body");
}

struct Byline {
  std::string_view html;
  std::string_view byline;
};

constexpr Byline kBylines[] = {
    {"<p>甲<span class=byline>By Ann Lee, March 5, 2015</span>", "Ann Lee"},
    {"<a rel=author href=/x>顾青</a>", "顾青"},
    {"<span class='post-author'>作者：顾青</span>", "顾青"},
    {"<div itemprop=author>Editor <b itemprop=name>Ann Lee</b></div>", "Ann Lee"},
    {"<div class=comment><b class=author>路人</b></div>", ""},
    {"<b class=author hidden>路人</b><b class=author>顾青 2024-03-02 09:15</b>", "顾青"},
    {"<p>甲", ""},
};

/// A message with its author's card, as software of forums writes it.
std::string message(int number, const std::string& text) {
  const std::string id = std::to_string(number);
  return "<div id='post_" + id + "'><div class='card'>老船工 主题 12 帖子 积分 300 新手上路</div>" +
         "<div>发表于 2025-3-5</div><div id='postmessage_" + id + "'>" + text +
         "</div><div>回复 支持 反对 举报</div></div>";
}

TEST(HtmlThread, ItsMessagesAreItsText) {
  const std::string html = "<body><div class='wrap'>" + message(1, prose(4)) +
                           message(2, "对岸的灯也是他点的。") + message(3, prose(2)) +
                           message(4, "桥上风大，慢点走，别急。") + "</div></body>";
  EXPECT_EQ(rule_in(html, "对岸的灯"), "body");
  EXPECT_EQ(rule_in(html, "桥上风大"), "body");
  EXPECT_EQ(rule_in(html, "新手上路"), "html.outside-article");
  EXPECT_EQ(rule_in(html, "支持 反对"), "html.outside-article");
}

TEST(HtmlThread, MessagesBelowAnArticleAreNone) {
  const std::string answers = message(1, prose(1)) + message(2, "对岸的灯也是他点的。");
  const std::string html = "<body><div class='wrap'><p>老渡口在镇子北边，芦苇很高，水很浅。</p>" +
                           article() + answers + "</div></body>";
  EXPECT_EQ(rule_in(html, "芦苇很高"), "body");
}

TEST(HtmlThread, MessagesThatAnArticleBeginsWithAreNone) {
  std::string html = "<body><div class='wrap'>";
  for (int i = 0; i < 2; ++i) html += "<div class='post-message'>" + prose(3) + "</div>";
  for (int i = 0; i < 2; ++i) html += "<p>老渡口在镇子北边，芦苇很高，水很浅。</p>" + prose(2);
  EXPECT_EQ(rule_in(html + "</div></body>", "芦苇很高"), "body");
}

TEST(HtmlThread, ArticlesOneBelowTheOtherAreNone) {
  std::string html = "<title>老渡口停航</title><body><div>";
  for (const char* title : {"老渡口停航", "北门外的茶馆", "山路上的人"}) {
    html += "<div><h1>" + std::string(title) + "</h1><div class='post-content'>" + article() +
            "</div></div>";
  }
  html += "</div></body>";
  const HtmlTree tree(html);
  const PageMeasure measure(tree);
  NameReader names;
  EXPECT_TRUE(find_thread(tree, measure, judge(tree, measure, names)).messages.empty());
}

TEST(HtmlThread, BeginningsOfOtherArticlesAreNoMessages) {
  std::string html = "<body><div><div class='post-content'>" + article() + "</div></div><div>";
  for (const char* title : {"北门外的茶馆", "山路上的人", "桥上的风"}) {
    html += "<div><h3>" + std::string(title) +
            "</h3><div class='post-content'>老渡口在镇子北边，芦苇很高。</div></div>";
  }
  EXPECT_EQ(rule_in(html + "</div></body>", "芦苇很高"), "html.outside-article");
}

TEST(HtmlThread, ABoxAroundMessagesIsNone) {
  std::string html = "<body><div class='topic-content'><div class='post-body'><p>帖子</p>";
  for (const char* text : {"桥上风大。", "慢点走。", "别急。"}) {
    html += "<div class='message-body'>" + std::string(text) + "</div>";
  }
  html += "</div></div></body>";
  const HtmlTree tree(html);
  const PageMeasure measure(tree);
  NameReader names;
  const Thread thread = find_thread(tree, measure, judge(tree, measure, names));
  ASSERT_EQ(thread.messages.size(), 3U);
  EXPECT_EQ(tree.text_of(thread.messages[0]), "桥上风大。");
  EXPECT_EQ(thread.sums.marks, 3U);
}

TEST(HtmlMetadata, Bylines) {
  for (const Byline& one : kBylines) {
    const HtmlTree tree(one.html);
    NameReader names;
    EXPECT_EQ(find_page_byline(tree, names), one.byline) << one.html;
  }
}

struct Title {
  std::string_view title;
  std::string_view article;
};

constexpr Title kTitles[] = {
    {"How to Build a Small Boat | River News", "How to Build a Small Boat"},
    {"River - News", "River - News"},
    {"Home » The Long Way Down the River", "The Long Way Down the River"},
    {"River News: The last ferry of the town", "The last ferry of the town"},
    {"The last ferry of the town", "The last ferry of the town"},
};

TEST(HtmlMetadata, TitlesOfWords) {
  for (const Title& one : kTitles) {
    EXPECT_EQ(title_of_words(one.title, Document()), one.article) << one.title;
  }
}

TEST(HtmlMetadata, NamesWithColonsAndSeveralInOneProperty) {
  const Document document = read(
      "<meta property='og:title dc:title' content=江><meta name=DC.Creator content=顾青>"
      "<script type='application/ld+json'><![CDATA[{\"@type\":\"Article\",\"datePublished\":"
      "\"2024-03-02\"}]]></script>");
  EXPECT_EQ(document.metadata.title, "江");
  EXPECT_EQ(document.metadata.authors, (std::vector<std::string>{"顾青"}));
  EXPECT_EQ(document.metadata.date, "2024-03-02");
}

}  // namespace
}  // namespace shuye
