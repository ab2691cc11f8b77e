#include "shuye/clean.h"

#include <gtest/gtest.h>

#include "clean/byline.h"
#include "unit/open.h"

namespace shuye {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts) out += (out.empty() ? "" : "+") + part;
  return out;
}

/// `authors/editors/publisher/date`, or "none".
std::string byline_of(std::string_view text) {
  const auto byline = read_byline(text);
  if (!byline) return "none";
  return joined(byline->authors) + "/" + joined(byline->editors) + "/" + byline->publisher + "/" +
         byline->date;
}

struct BylineCase {
  const char* text;
  const char* byline;
};

TEST(Byline, Table) {
  const std::vector<BylineCase> cases = {
      {"作者 | 王小明", "王小明///"},
      {"作者：王小明", "王小明///"},
      {"文 / 王小明 李雷", "王小明+李雷///"},
      {"文|王小明、李雷", "王小明+李雷///"},
      {"撰文：Ada Lovelace", "Ada Lovelace///"},
      {"文 | 晚风Lab 王小明", "王小明//晚风Lab/"},
      {"編輯 | 何 遠", "/何遠//"},
      {"來源：晚報　編輯：李雷", "/李雷/晚報/"},
      {"来源：晚报  作者：王小明  责任编辑：李雷", "王小明/李雷/晚报/"},
      {"发布 | 山海周刊", "//山海周刊/"},
      {"编者按:本文来自微信公众号 山海周刊(ID:shanhai),作者:王小明,编辑:李雷,经授权转载。",
       "王小明/李雷/山海周刊/"},
      {"2025-07-31 11:36:49 快照 阅读:129", "快照///2025-07-31T11:36:49"},
      {"2025年7月31日 来源：晚报", "//晚报/2025-07-31"},
      {"（责任编辑：李雷）", "/李雷//"},
      {"发布时间：2025-07-31", "///2025-07-31"},
      {"2024/3/1 12:30　記者陳小明／台北報導", "陳小明///2024-03-01T12:30"},
      {"記者陳小明/台北報導", "陳小明///"},
      {"By Ada Lovelace", "Ada Lovelace///"},
      {"記者 陳小明 報導", "陳小明///"},
      {"記者陳小明台北報導", "陳小明///"},
      {"記者 陳小明 台北報導", "陳小明///"},
      {"山城晚报记者 王小明", "王小明///"},
      {"山城社记者王小明、李雷", "王小明+李雷///"},
      {"来源：山城晚报2024-05-13 08:49", "//山城晚报/2024-05-13T08:49"},
      {"原创：山城健康网 2024-04-23 12:27:25", "山城健康网///2024-04-23T12:27:25"},
      {"2019-09-07 16:28:35　来源: 山城晚报 举报", "//山城晚报/2019-09-07T16:28:35"},
      {"2019年11月25日 18:57 参考消息", "//参考消息/2019-11-25T18:57"},
      {"民國114年3月5日 10:22 來源：山城晚報", "//山城晚報/2025-03-05T10:22"},
      {"编者按：本文原载《山海》，作者：王小明，编辑：李雷", "王小明/李雷//"},
      {"发表于2024-08-24 21:30| 1164次阅读| 来源山城晚报| 0 条评论| 作者王小明",
       "王小明//山城晚报/2024-08-24T21:30"},
      {"發佈於 2024年8月24日 21:30", "///2024-08-24T21:30"},
      {"2024-08-24 21:30:05 字号：A- A A+ 来源：山城晚报", "//山城晚报/2024-08-24T21:30:05"},
      {"山城观察网2024-08-24 21:30", "//山城观察网/2024-08-24T21:30"},
      {"王小明 2024-08-24 21:30 阅读 129", "王小明///2024-08-24T21:30"},
      {"山城中文站2024年8月24日07:17", "//山城中文站/2024-08-24T07:17"},
      {"王小明 最新推荐文章于 2024-08-24 21:30:05 发布 阅读量1.2w 收藏 99",
       "王小明///2024-08-24T21:30:05"},
      {"2024-08-24 21:30发布于：重庆市生活领域创作者", "///2024-08-24T21:30"},
      {"编辑于 2024-08-24 21:30 · IP 属地重庆", "///2024-08-24T21:30"},
      {"2024.08.24 21:30:05字数 182阅读 99", "///2024-08-24T21:30:05"},
      {"发表于 2024-08-24更新于 2024-08-25分类于 杂记阅读次数：129", "///2024-08-24"},
      {"王小明 发表于 2024-08-24 21:30\n豆腐摊不在了", "none"},
      {"执笔/王小明、李雷", "王小明+李雷///"},
      {"他在2024-08-24 21:30离开，再也没有回来，谁也不知道他去了哪里。", "none"},
      {"3小时前", "none"},
      {"记者走进书店", "none"},
      {"本报记者走进书店", "none"},
      // Prose that only looks like one.
      {"By the river stands a house", "none"},
      {"记者：您后悔吗？", "none"},
      {"记者：王教授您好，请您先谈谈人工智能对教育的影响。", "none"},
      {"记者：谢谢您。", "none"},
      {"2024年3月1日 多云", "none"},
      {"2008年5月12日，汶川", "none"},
      {"1998年", "none"},
      {"文章写得很好。", "none"},
      {"作者认为，这是一个好办法。", "none"},
      {"2025年7月31日，他第一次走进这家书店，一住就是三年，直到老板把钥匙交给了他。", "none"},
      {"来源", "none"},
      {"编者按：近年来，旧书店一家家关门，读者去了哪里？本报走访了十二家书店，听店主和读者说他们的"
       "故事，"
       "也听他们说书的故事。",
       "none"},
  };
  for (const BylineCase& c : cases) EXPECT_EQ(byline_of(c.text), c.byline) << c.text;
}

const std::string kProse =
    "巷子的尽头有一家旧书店，门口挂着一盏灯，天黑了才亮。老板不爱说话，客人来了只点点头，"
    "然后继续低头补一本缺了封面的词典。\n";

struct Read {
  Article article;
  const Document& document() const { return article.document(); }
  const Metadata& metadata() const { return article.document().metadata; }
};

Read read(const std::string& text, Format format = Format::plain) {
  OpenOptions options;
  options.format = format;
  auto article = Article::open(text, options);
  EXPECT_TRUE(article);
  return {std::move(article).value()};
}

/// Every leaf as `role:text`'s beginning; what the rules decided, at a glance.
std::string roles_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (!is_leaf(block.kind) || block.text.empty()) continue;
    if (!out.empty()) out += ' ';
    out += block.kind == BlockKind::heading ? "#" + std::to_string(block.level) + ":" : "";
    out += std::string(name_of(block.role)) + ":" + block.text.substr(0, 6);
  }
  return out;
}

TEST(Clean, PlainTextWithATitleABylineAndHeadings) {
  const Read r = read("巷子尽头的旧书店\n作者：王小明\n" + kProse + "灯\n" + "一、灯与书\n" +
                      kProse + kProse + "二、人与书\n" + kProse + kProse);
  EXPECT_EQ(r.metadata().title, "巷子尽头的旧书店");
  EXPECT_EQ(joined(r.metadata().authors), "王小明");
  EXPECT_EQ(r.document().script, Script::hans);
  const auto outline = outline_of(r.document());
  ASSERT_EQ(outline.size(), 2U);
  EXPECT_EQ(r.document().blocks[outline[0].block].text, "一、灯与书");
  EXPECT_EQ(outline[0].depth, 1);
}

TEST(Clean, ATextWithoutATitleGetsNone) {
  const Read r = read(kProse + kProse + kProse);
  EXPECT_EQ(r.metadata().title, "");
  EXPECT_TRUE(trace_of(r.document()).empty());
}

TEST(Clean, WhenNothingStandsOutEverythingStays) {
  for (const std::string text : {"床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n", "关注\n",
                                 "一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n", "hello\nworld\n",
                                 "牛奶\n鸡蛋\n面包\n", "她问：“你是谁？”\n“你猜。”\n"}) {
    const Read r = read(text);
    std::string shown;
    for (const Block& block : r.document().blocks) {
      if (block.role == Role::body || block.role == Role::title) shown += block.text + "\n";
    }
    // A lone button word is no article to cut anything from either.
    if (text != "关注\n") {
      EXPECT_EQ(shown, text);
    }
  }
}

/// The texts of the blocks with a role, joined by `|`; headings of the body under `headings`.
std::string texts_of(const Document& document, Role role, bool headings = false) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.role != role || block.text.empty()) continue;
    if (headings && block.kind != BlockKind::heading) continue;
    out += (out.empty() ? "" : "|") + block.text;
  }
  return out;
}

struct ReadingCase {
  std::string text;
  std::string title;
  std::string headings;
  std::string byline;
  std::string clutter;
};

TEST(Clean, Readings) {
  const std::vector<ReadingCase> cases = {
      // A story: what people say is no title, nor a heading.
      {"雨夜来客\n门开了。\n“你怎么来了？”\n“路过。”\n" + kProse + "“我要走了”\n" + kProse,
       "雨夜来客", "", "", ""},
      // What stands before a colon and comes back need not speak.
      {"山路上的茶馆故事\n" + kProse + "天时：山上的雨\n" + kProse + kProse + "地利：路边的店\n" +
           kProse + kProse + "天时：山下的雪\n" + kProse + kProse,
       "山路上的茶馆故事", "天时：山上的雨|地利：路边的店|天时：山下的雪", "", ""},
      // Interviews, conversations, plays.
      {"对话一位医生\n问：最难忘的事是什么？\n答：" + kProse + "问：后悔过吗\n答：" + kProse,
       "对话一位医生", "", "", ""},
      {"对话一位医生\n记者：您好\n医生：" + kProse + "记者：后来呢\n医生：" + kProse +
           "记者：好的\n",
       "对话一位医生", "", "", ""},
      {"小明：在吗？\n小红：在的。\n小明：" + kProse + "小红：好的\n", "", "", "", ""},
      {"第一幕的雨\n甲：你是谁？\n（灯亮）\n乙：" + kProse + "甲：好。\n乙：好。\n", "第一幕的雨",
       "", "", ""},
      // Messages and diaries: their times are no titles, and belong to the text.
      {"张三 2024-03-01 10:00:01\n去不去\n李四 2024-03-01 10:00:15\n" + kProse, "", "", "", ""},
      {"2024-03-01\n" + kProse + "2024-03-02\n" + kProse, "", "2024-03-01|2024-03-02", "", ""},
      {"公司大事记\n1998年\n" + kProse + "2005年\n" + kProse, "公司大事记", "1998年|2005年", "",
       ""},
      // The date that signs a letter stays below it.
      {"关于放假的通知\n" + kProse + "某某公司\n2024年9月20日\n", "关于放假的通知", "", "", ""},
      // What a text quotes is not its own byline.
      {"一本旧书的来历\n扉页上的字迹已经很淡了，但还看得清楚，上面写着这样几行字：\n作者：佚名\n" +
           kProse + kProse + kProse,
       "一本旧书的来历", "", "", ""},
      {"山路上的茶馆故事\n" + kProse + kProse + "作者：佚名\n时间：光绪三年\n" + kProse + kProse,
       "山路上的茶馆故事", "", "", ""},
      // Numbered sentences are no headings, even where one has no full stop.
      {"使用说明\n1. 请先阅读本说明书，再使用本产品。\n2. 不要放在潮湿的地方\n3. " + kProse +
           "4. 清洁时请拔下电源\n5. " + kProse,
       "使用说明", "", "", ""},
      // A short title of a book, above its author and its chapters.
      {"长夜将尽\n作者：林中客\n内容简介：\n一个人的故事。\n第一章 起风\n" + kProse + kProse +
           "第二章 落雨\n" + kProse + kProse,
       "长夜将尽", "第一章 起风|第二章 落雨", "作者：林中客", ""},
      {"The Old Bookshop\nBy Jane Smith\nAt the end of the lane there is an old bookshop. It opens "
       "at night.\n",
       "The Old Bookshop", "", "By Jane Smith", ""},
      // Where the site keeps the article is no title.
      {"首页 > 新闻 > 国内\n山城的早市要搬家了\n" + kProse + kProse, "山城的早市要搬家了", "", "",
       "首页 > 新闻 > 国内"},
      // Without an article there is nothing to cut from.
      {"转发微博\n今天下午，本市一小区失火，无人伤亡。点击关注更多内容\n", "", "", "", ""},
  };
  for (const ReadingCase& c : cases) {
    const Read r = read(c.text);
    EXPECT_EQ(r.metadata().title, c.title) << c.text;
    EXPECT_EQ(texts_of(r.document(), Role::body, true), c.headings) << c.text;
    EXPECT_EQ(texts_of(r.document(), Role::byline), c.byline) << c.text;
    EXPECT_EQ(texts_of(r.document(), Role::clutter), c.clutter) << c.text;
  }
}

TEST(Clean, AQuotationKeepsItsSource) {
  const Read r = read("# 题\n\n> 读书足以怡情。\n>\n> 作者：培根\n\n" + kProse, Format::markdown);
  EXPECT_EQ(texts_of(r.document(), Role::byline), "");
  EXPECT_EQ(joined(r.metadata().authors), "");
}

TEST(Clean, RelatedLinksEndTheArticle) {
  const Read r = read("山路上的茶馆故事\n" + kProse + kProse + kProse +
                      "相關文章\n城里的茶馆都去哪儿了\n2025-01-01 阅读:12\n一个人的山路\n");
  EXPECT_EQ(roles_of(r.document()),
            "title:山路 body:巷子 body:巷子 body:巷子 clutter:相關 clutter:城里 clutter:2025-0 "
            "clutter:一个");
}

TEST(Clean, ASectionOfProseUnderSuchAHeadingStays) {
  const Read r = read("山路上的茶馆故事\n" + kProse + kProse + "相关阅读\n" + kProse + kProse);
  EXPECT_EQ(roles_of(r.document()).find("clutter"), std::string::npos);
}

TEST(Clean, AppealsAndNoticesAtTheEnd) {
  const Read r =
      read("山路上的茶馆故事\n" + kProse + kProse + kProse +
           "更多精彩内容，关注山海周刊微信公众号\n本文版权归作者所有，未经授权不得转载。\n分享\n");
  EXPECT_EQ(roles_of(r.document()),
            "title:山路 body:巷子 body:巷子 body:巷子 clutter:更多 notice:本文 clutter:分享");
}

TEST(Clean, SpamAboveTheTitle) {
  const Read r =
      read("私服发布,彩票开奖,在线观看免费视频,贷款,代开\n山路上的茶馆故事\n" + kProse + kProse);
  EXPECT_EQ(r.metadata().title, "山路上的茶馆故事");
  EXPECT_EQ(r.document().blocks[0].role, Role::clutter);
  EXPECT_EQ(r.document().blocks[0].rule, "spam");
}

TEST(Clean, LevelsFollowTheNumbering) {
  const Read r =
      read("山路上的茶馆故事\n" + kProse + "第一章 山\n（一）路\n" + kProse + kProse +
           "（二）茶\n" + kProse + kProse + "第二章 水\n" + kProse + kProse + "结语\n" + kProse);
  std::string levels;
  for (const auto& entry : outline_of(r.document())) {
    levels += std::to_string(entry.depth) + r.document().blocks[entry.block].text + " ";
  }
  EXPECT_EQ(levels, "1第一章 山 2（一）路 2（二）茶 1第二章 水 1结语 ");
}

TEST(Outline, HasNoGaps) {
  const Read r = read("# 题\n\n### 甲\n\n正文。\n\n###### 乙\n\n正文。\n\n### 丙\n\n正文。\n",
                      Format::markdown);
  std::vector<int> depths;
  for (const auto& entry : outline_of(r.document())) depths.push_back(entry.depth);
  EXPECT_EQ(depths, (std::vector<int>{1, 2, 1}));
  EXPECT_EQ(r.metadata().title, "题");
}

TEST(Trace, RestoringGivesTheBlockBackAndKeepsTheIds) {
  Read r = read("山路上的茶馆故事\n" + kProse + kProse + kProse +
                "相关文章\n城里的茶馆都去哪儿了\n一个人的山路\n");
  const auto before = trace_of(r.document());
  ASSERT_EQ(before.size(), 4U);  // the title, too
  EXPECT_EQ(before[2].original, "城里的茶馆都去哪儿了");
  EXPECT_EQ(before[2].rule, "related");
  ASSERT_TRUE(r.article.restore(2));
  const auto after = trace_of(r.document());
  ASSERT_EQ(after.size(), 4U);
  EXPECT_TRUE(after[2].restored);
  const auto text = r.article.render(Output::text, {}, {});
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("城里的茶馆"), std::string::npos);
  EXPECT_EQ(text->find("一个人的山路"), std::string::npos);
  EXPECT_EQ(r.article.restore(99).error().code, ErrorCode::unknown_trace_entry);
}

TEST(Clean, CommentsEndTheArticleWithTheirHeading) {
  const std::string comment = "<p>老船工</p><p>昨天</p><p>" + kProse + "</p><p>回复 赞(2)</p>";
  const std::string page = "<body><p>" + kProse + "</p><p>热门评论（2条）</p>" + comment + comment;
  EXPECT_EQ(roles_of(read(page, Format::html).document()),
            "body:巷子 clutter:热门 clutter:老船 clutter:昨天 clutter:巷子 clutter:回复 "
            "clutter:老船 clutter:昨天 clutter:巷子 clutter:回复");
  const Read section =
      read("<body><p>" + kProse + "</p><h2>网友评论</h2><p>" + kProse + "</p><p>" + kProse + "</p>",
           Format::html);
  EXPECT_EQ(roles_of(section.document()).find("clutter"), std::string::npos);
}

TEST(Clean, AListOfRelatedArticlesGoesWithItsHeading) {
  std::string page = "<body>";
  for (int i = 0; i < 4; ++i) page += "<p>" + kProse + "</p>";
  page += "<p>相关阅读</p>";
  for (const char* title :
       {"山路上的茶馆又开门了", "渡口的老人说起从前的船", "雨夜的末班车开往何处",
        "桥修好以后镇上的集市", "最后一封寄往海边的信"}) {
    page += "<p>" + std::string(title) + "</p>";
  }
  const Read r = read(page + "</body>", Format::html);
  std::size_t cut = 0;
  for (const Block& block : r.document().blocks) cut += block.role == Role::clutter ? 1U : 0U;
  EXPECT_EQ(cut, 6U) << roles_of(r.document());
}

}  // namespace
}  // namespace shuye
