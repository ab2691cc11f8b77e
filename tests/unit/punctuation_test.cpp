#include "article/punctuation.h"

#include <gtest/gtest.h>

#include <list>

#include "shuye/article.h"
#include "unit/support.h"

namespace shuye {
namespace {

std::string set(std::string_view text, Script script) {
  OffsetMap map;
  const std::string out = regional_punctuation(text, {}, script, map);
  EXPECT_EQ(map.to_converted(text.size()), out.size()) << text;
  EXPECT_EQ(map.to_original(out.size()), text.size()) << text;
  return out;
}

TEST(Punctuation, QuotesFollowTheScript) {
  struct Case {
    const char *simplified, *traditional;
  };
  for (const Case& c : {
           Case{"他说：“好。”", "他说：「好。」"},
           Case{"“他说‘好’就走”", "「他说『好』就走」"},
           Case{"“一‘二“三”二’一”", "「一『二「三」二』一」"},
           Case{"“一”和“二”", "「一」和「二」"},
           Case{"用“Hello”打招呼", "用「Hello」打招呼"},
           Case{"A“Hello”打招呼", "A「Hello」打招呼"},
       }) {
    EXPECT_EQ(set(c.simplified, Script::hant_tw), c.traditional);
    EXPECT_EQ(set(c.traditional, Script::hans), c.simplified);
    EXPECT_EQ(set(c.simplified, Script::hans), c.simplified);
    EXPECT_EQ(set(c.traditional, Script::hant), c.traditional);
  }
}

TEST(Punctuation, LeavesWhatIsNoPairAndWhatIsLatin) {
  for (const char* text :
       {"‘没有完", "没有开始’", "“no end", "no beginning”", "屏幕27”的", "Say “hello” and don’t go",
        "我don’t知道", "他的’90年代", "Rock ‘n’ roll", "Say \"hello\" 吧", "key=\"值\"",
        "高6'2\"，屏幕27\"的", "\"没有完", ""}) {
    EXPECT_EQ(set(text, Script::hant_tw), text);
  }
  EXPECT_EQ(set("“外‘没有完”了", Script::hant_tw), "「外‘没有完」了");
  EXPECT_EQ(set("『外「內」外』", Script::hans), "“外‘內’外”");
}

// A speech of several paragraphs opens in each and closes in the last.
TEST(Punctuation, MarksWithoutAPartnerFollowTheScriptBesideHan) {
  struct Case {
    const char *simplified, *traditional;
  };
  for (const Case& c : {
           Case{"“没有完", "「没有完"},
           Case{"没有开始。”", "没有开始。」"},
           Case{"“第一段‘里面’的话", "「第一段『里面』的话"},
           Case{"“没有完，“这个”完了", "「没有完，「这个」完了"},
           Case{"“没有完\n‘新’行", "「没有完\n「新」行"},
       }) {
    EXPECT_EQ(set(c.simplified, Script::hant_tw), c.traditional);
  }
  EXPECT_EQ(set("「第一段『裡面』的話", Script::hans), "“第一段‘裡面’的話");
  EXPECT_EQ(set("“Hello,” he said. “中", Script::hant_tw), "“Hello,” he said. 「中");
}

TEST(Punctuation, StraightQuotesAroundHanAreSet) {
  struct Case {
    const char *from, *simplified, *traditional;
  };
  for (const Case& c : {
           Case{"他问:\"吃了吗?\"她答:\"吃了!\"", "他问：“吃了吗？”她答：“吃了！”",
                "他问：「吃了吗？」她答：「吃了！」"},
           Case{"\"他说‘好’。\"", "“他说‘好’。”", "「他说『好』。」"},
           Case{"“所谓\"新\"书”", "“所谓‘新’书”", "「所谓『新』书」"},
           Case{"说\"Hello\"的人", "说“Hello”的人", "说「Hello」的人"},
           Case{"\"这台27\"的屏幕\"好", "“这台27\"的屏幕”好", "「这台27\"的屏幕」好"},
           Case{"\"共27\"页", "“共27”页", "「共27」页"},
       }) {
    EXPECT_EQ(set(c.from, Script::hans), c.simplified);
    EXPECT_EQ(set(c.from, Script::hant_tw), c.traditional);
  }
}

TEST(Punctuation, MarksBetweenHanBecomeFullWidth) {
  struct Case {
    const char *from, *to;
  };
  for (const Case& c : {
           Case{"他说:好,好;走吗?走!", "他说：好，好；走吗？走！"},
           Case{"真的?!是", "真的？！是"},
           Case{"图(左)和(右),完", "图（左）和（右），完"},
           Case{"(图)", "（图）"},
           Case{"“好”,他说", "「好」，他说"},
           Case{"他说: “It’s ‘fine’.”", "他说：「It’s ‘fine’.」"},
           Case{"He said: “Fine.” 好", "He said: “Fine.” 好"},
           Case{"老师说:(一)作业", "老师说：（一）作业"},
           Case{"你好, 世界: 再见", "你好，世界：再见"},
           Case{"好,  两格, English, C", "好,  两格, English, C"},
           Case{"好:)谢谢:( 唉;-)", "好:)谢谢:( 唉;-)"},
           Case{"见http://a.b/路，他说:好,“好”", "见http://a.b/路，他说：好，「好」"},
           // Latin, numbers, times and addresses.
           Case{"12:30到1,000, 用C,说", "12:30到1,000, 用C,说"},
           Case{"见http://a.b/路?查,询 吗?", "见http://a.b/路?查,询 吗？"},
           Case{"函数f(甲)和(a)与图(a)", "函数f(甲)和(a)与图(a)"},
           Case{"Hello, world!", "Hello, world!"},
           Case{"完,\n新", "完，\n新"},
           Case{"半(开", "半(开"},
       }) {
    EXPECT_EQ(set(c.from, Script::hant_tw), c.to);
  }
}

TEST(Punctuation, IsOfChineseOnly) {
  EXPECT_EQ(set("“好”,他", Script::ja), "“好”,他");
  EXPECT_EQ(set("“好”,他", Script::none), "“好”,他");
}

/// A view holds as long as its document.
const Document& kept(Article article) {
  static std::list<Article> all;
  return all.emplace_back(std::move(article)).document();
}

Result<View> view_of(const std::string& text, Script script, std::vector<Keyword> keywords) {
  OpenOptions open;
  open.format = Format::markdown;
  auto article = Article::open(text, open);
  if (!article) return article.error();
  ViewOptions options;
  options.script = script;
  options.keywords = std::move(keywords);
  options.punctuation = Punctuation::regional;
  return make_view(kept(std::move(article).value()), options, all_packs());
}

TEST(Punctuation, OfAViewMovesSpansAndMarksAlong) {
  const auto view = view_of("他说“**软件**‘服务器’`“软,件”`里”,是吗?\n\n```\n“软,件”\n```\n",
                            Script::hant_tw, {"服务器", "软件"});
  ASSERT_TRUE(view);
  const ViewBlock& block = view->blocks[0];
  EXPECT_EQ(block.text, "他說「軟體『伺服器』“软,件”裡」，是嗎？");
  EXPECT_EQ(view->blocks[1].text, "“软,件”");
  ASSERT_EQ(block.spans.size(), 2U);
  const auto text_of = [&](std::size_t begin, std::size_t end) {
    return block.text.substr(begin, end - begin);
  };
  EXPECT_EQ(text_of(block.spans[0].begin, block.spans[0].end), "軟體");
  EXPECT_EQ(text_of(block.spans[1].begin, block.spans[1].end), "“软,件”");
  ASSERT_GE(view->matches.size(), 2U);
  EXPECT_EQ(text_of(view->matches[0].begin, view->matches[0].end), "軟體");
  EXPECT_EQ(text_of(view->matches[1].begin, view->matches[1].end), "伺服器");
}

TEST(Punctuation, FollowsTheArticlesOwnScriptWhenNothingIsConverted) {
  const auto view =
      view_of("---\ntitle: 这「题」\n---\n\n这「软件」,**好**\n", Script::original, {"软件"});
  ASSERT_TRUE(view);
  EXPECT_EQ(view->configuration, "");
  EXPECT_EQ(view->metadata.title, "这“题”");
  EXPECT_EQ(view->blocks.back().text, "这“软件”，好");
  ASSERT_EQ(view->matches.size(), 1U);
  EXPECT_EQ(view->blocks.back().text.substr(view->matches[0].begin, 6), "软件");
}

}  // namespace
}  // namespace shuye
