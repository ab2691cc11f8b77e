#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "shuye/article.h"
#include "shuye/keywords.h"
#include "shuye/view.h"
#include "text/utf8.h"
#include "unit/support.h"

namespace shuye {
namespace {

using Texts = std::vector<std::string>;

Article article_of(const std::string& text) {
  OpenOptions options;
  options.format = Format::markdown;
  auto article = Article::open(text, options);
  EXPECT_TRUE(article);
  return std::move(article).value();
}

Texts found_in(const std::string& text, std::size_t most = kMaxFoundKeywords) {
  return find_keywords(article_of(text).document(), most);
}

bool has(const Texts& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string joined(const Texts& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : " ") + text;
  return all;
}

// Three articles written for these tests.

const char* const kTea = R"(# 武夷岩茶的焙火

武夷岩茶好不好喝，一半看山场，一半看焙火。同一批毛茶，焙火的师傅不同，出来的味道可以完全不同。

## 为什么要焙火

刚做好的毛茶水分还高，放不住。焙火把水分带走，也把青味去掉。传统的焙火用炭焙：炭火盖上灰，焙笼放在上面，
师傅守一整夜。现在许多茶厂改用电焙，电焙省力，但老茶客说炭焙的岩茶更耐泡。

## 轻火和足火

轻火的岩茶花香高，足火的岩茶汤色深。毛茶的底子好，轻火就能喝；底子差一点，师傅往往用足火去补。
有人以为足火就是焙焦了，其实焙火的火候到了，山场的味道反而更清楚。

## 山场

正岩的山场土里多碎石，排水好。半岩和洲茶的山场就差一些。买武夷岩茶的人问山场，就像买葡萄酒的人问酒庄。
)";

const char* const kRail = R"(# 阿里山林業鐵路

阿里山林業鐵路從嘉義出發，一路爬到海拔兩千多公尺。這條鐵路當年是為了運木材而建，如今載的是旅客。

## 螺旋路線

到了獨立山，鐵路在山裡繞三圈，再用一個8字離開，這就是有名的螺旋路線。旅客坐在車廂裡，同一座車站會看到三次。

## 蒸汽火車

早年的蒸汽火車用直立汽缸，側面的齒輪看得清清楚楚。蒸汽火車爬坡慢，但是在林業鐵路上走了將近六十年。
現在只有節慶時，蒸汽火車才會開出來，旅客要搶票。

## 神木

神木站旁邊的紅檜倒下以後，旅客改看別的巨木。林業鐵路的神木站仍然停車，因為螺旋路線之後，大家想下車走一走。
)";

const char* const kMixed = R"(# 用 DuckDB 讀日誌

公司的日誌都放在 Parquet 文件裡。以前查一次日誌要等十分鐘，換成 DuckDB 以後只要兩秒。

DuckDB 是一個列式數據庫，不用服務器。把 Parquet 文件的地址交給 DuckDB，它就能讀。列式數據庫只讀要用的列，
所以查日志很快。

如果日志太多，可以按日期分區。分区以后，DuckDB 只打开要用的 Parquet 文件。列式数据库的压缩率也高，日志能小十倍。
)";

TEST(FoundKeywords, OfASimplifiedArticle) {
  const Texts found = found_in(kTea);
  for (const char* word : {"武夷岩茶", "焙火", "山场", "毛茶", "足火"}) {
    EXPECT_TRUE(has(found, word)) << word << " is not among " << joined(found);
  }
  for (const char* word : {"岩茶的", "夷岩茶", "的焙火", "可以", "师傅守", "火的"}) {
    EXPECT_FALSE(has(found, word)) << word << " is among " << joined(found);
  }
  EXPECT_LE(found.size(), kMaxFoundKeywords);
}

TEST(FoundKeywords, OfATraditionalArticle) {
  const Texts found = found_in(kRail);
  for (const char* word : {"林業鐵路", "蒸汽火車", "螺旋路線", "旅客"}) {
    EXPECT_TRUE(has(found, word)) << word << " is not among " << joined(found);
  }
  for (const char* word : {"汽火車", "業鐵路", "山林業鐵", "旋路線", "在林"}) {
    EXPECT_FALSE(has(found, word)) << word << " is among " << joined(found);
  }
}

TEST(FoundKeywords, OfBothScriptsAreOneInTheCommonerForm) {
  const Texts found = found_in(kMixed);
  EXPECT_TRUE(has(found, "DuckDB")) << joined(found);
  EXPECT_TRUE(has(found, "列式數據庫")) << joined(found);
  EXPECT_FALSE(has(found, "列式数据库")) << joined(found);
  // 日誌 three times and 日志 three times: the first counts.
  EXPECT_TRUE(has(found, "日誌")) << joined(found);
  EXPECT_FALSE(has(found, "日志")) << joined(found);
}

TEST(FoundKeywords, OfTheTitleComeFirst) {
  const Texts found = found_in(kRail, 3);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(has(found, "林業鐵路") || has(found, "阿里山林業鐵路")) << joined(found);
}

TEST(FoundKeywords, OfAnEnglishArticleAreNoFunctionWords) {
  const std::string text = R"(# Growing tomatoes on a balcony

Tomatoes want sun. A balcony that faces south is best, and the pots must be deep. Cherry tomatoes do well in pots.

Water the pots in the morning. When the leaves turn yellow, the tomatoes have had too much water. Cherry tomatoes
forgive more than the others.

Pick the cherry tomatoes when they are red, and leave the pots on the balcony until the frost.
)";
  const Texts found = found_in(text);
  EXPECT_TRUE(has(found, "Tomatoes") || has(found, "tomatoes")) << joined(found);
  EXPECT_TRUE(has(found, "pots")) << joined(found);
  for (const char* word : {"the", "The", "in the", "that", "and", "when", "on the balcony"}) {
    EXPECT_FALSE(has(found, word)) << word << " is among " << joined(found);
  }
}

TEST(FoundKeywords, OfShortArticlesAreNone) {
  EXPECT_EQ(joined(find_keywords(Document{})), "");
  EXPECT_EQ(joined(found_in("好。\n")), "");
  EXPECT_EQ(joined(found_in("今天下雨，没有出门。\n\n明天再说。\n")), "");
}

TEST(FoundKeywords, AreNotTakenFromCodeAddressesAndNumbers) {
  std::string text = "# 备份\n\n每晚备份一次。备份写到另一台机器，备份坏了会发信。\n\n";
  for (int i = 0; i < 5; ++i) {
    text +=
        "地址是 https://example.org/rsnapshot/list ，端口 8730，命令 `rsnapshot "
        "daily`。\n\n```\nrsnapshot "
        "weekly\n```\n\n";
  }
  const Texts found = found_in(text);
  EXPECT_TRUE(has(found, "备份")) << joined(found);
  for (const std::string& word : found) {
    EXPECT_EQ(word.find("rsnapshot"), std::string::npos) << word;
    EXPECT_EQ(word.find("8730"), std::string::npos) << word;
    EXPECT_EQ(word.find("example"), std::string::npos) << word;
  }
}

TEST(FoundKeywords, AreNotOnlyPartsOfOthers) {
  const Texts found = found_in(kTea);
  EXPECT_FALSE(has(found, "武夷") || has(found, "夷岩")) << joined(found);
}

TEST(FoundKeywords, AreNoQuantities) {
  const std::string text =
      "# 出口\n\n出口额是 3 亿美元。去年是 2 亿美元。前年是 5 亿美元。出口的货有 20 个品种，过去有 "
      "10 个品种。\n\n"
      "三次延期以后，出口的船终于开了。三次延期的船叫海平号。\n";
  const Texts found = found_in(text);
  EXPECT_TRUE(has(found, "出口")) << joined(found);
  for (const char* word : {"亿美元", "个品种", "三次延期", "次延期"}) {
    EXPECT_FALSE(has(found, word)) << word << " is among " << joined(found);
  }
}

TEST(FoundKeywords, DoNotCountWhatMetadataHas) {
  const Texts found =
      found_in(std::string("---\ntitle: 茶\ntags: [咖啡]\nkeywords: [可可]\n---\n\n") + kTea);
  EXPECT_FALSE(has(found, "咖啡") || has(found, "可可")) << joined(found);
}

TEST(FoundKeywords, AreMarkedByViewsThatAskWhereTheArticleNamesNone) {
  ViewOptions options;
  const Article article = article_of(kTea);
  auto view = make_view(article.document(), options, {});
  ASSERT_TRUE(view);
  EXPECT_TRUE(view->keywords.empty());
  options.article_keywords = true;
  options.keywords = {"毛茶", "焙火"};
  view = make_view(article.document(), options, {});
  ASSERT_TRUE(view);
  ASSERT_GT(view->keywords.size(), 3U);
  EXPECT_EQ(view->keywords[0].source, KeywordSource::reader);
  std::size_t times = 0;
  for (std::size_t i = 2; i < view->keywords.size(); ++i) {
    EXPECT_EQ(view->keywords[i].source, KeywordSource::found);
    EXPECT_GT(view->keywords[i].count, 0U) << view->keywords[i].text;
    times += view->keywords[i].text == "毛茶" || view->keywords[i].text == "焙火" ? 1 : 0;
  }
  EXPECT_EQ(times, 0U) << "the reader's own are not named twice";

  const Article tagged = article_of(std::string("---\ntags: [咖啡, 毛茶]\n---\n\n") + kTea);
  view = make_view(tagged.document(), options, {});
  ASSERT_TRUE(view);
  for (const ViewKeyword& keyword : view->keywords) {
    EXPECT_NE(keyword.source, KeywordSource::found) << keyword.text;
  }
}

TEST(FoundKeywords, AreMarkedWhereTheTextSaysNoneOfThoseThatTheArticleNames) {
  const Article article = article_of(std::string("---\ntags: [咖啡, qq]\n---\n\n") + kTea);
  ViewOptions options;
  auto view = make_view(article.document(), options, {});
  ASSERT_TRUE(view);
  EXPECT_EQ(view->keywords.size(), 2U) << "not asked for";
  options.article_keywords = true;
  view = make_view(article.document(), options, {});
  ASSERT_TRUE(view);
  ASSERT_GT(view->keywords.size(), 2U);
  for (std::size_t i = 0; i < view->keywords.size(); ++i) {
    const ViewKeyword& keyword = view->keywords[i];
    EXPECT_EQ(keyword.source, i < 2 ? KeywordSource::tags : KeywordSource::found) << keyword.text;
    EXPECT_EQ(keyword.count > 0, i >= 2) << keyword.text;
    EXPECT_EQ(keyword.colour, i % kColours) << keyword.text;
  }
  const Article folded = article_of(std::string("---\ntags: [武夷巖茶]\n---\n\n") + kTea);
  view = make_view(folded.document(), options, {});
  ASSERT_TRUE(view);
  EXPECT_EQ(view->keywords.size(), 1U) << "said in the other script";
}

TEST(FoundKeywords, AreFoundByEveryView) {
  Article article = article_of(kTea);
  ViewOptions options;
  options.article_keywords = true;
  options.script = Script::hant_tw;
  const auto json = article.render(Output::json, options, all_packs());
  ASSERT_TRUE(json);
  EXPECT_NE(json->find("\"source\":\"found\""), std::string::npos);
  const auto html = article.render(Output::html, options, all_packs());
  ASSERT_TRUE(html);
  EXPECT_NE(html->find(">毛茶</mark>"), std::string::npos);
}

TEST(FoundKeywords, OfHostileTextsTakeBoundedTime) {
  std::string same;
  for (int i = 0; i < 350'000; ++i) same += "龘";
  EXPECT_LE(found_in(same + "\n").size(), 1U);

  std::string words;
  for (int i = 0; i < 100'000; ++i) words += "spam ";
  EXPECT_LE(found_in(words + "\n").size(), 2U);

  std::mt19937 random(7);
  std::string noise;
  for (int i = 0; i < 300'000; ++i) {
    utf8::append(noise, static_cast<char32_t>(0x4E00 + random() % 0x5000));
    if (random() % 50 == 0) noise += "\n\n";
  }
  EXPECT_LE(found_in(noise).size(), kMaxFoundKeywords);

  std::string one_line = "龙";
  while (one_line.size() < 1'000'000) one_line += one_line;
  EXPECT_LE(found_in("# " + one_line + "\n\n" + one_line + "\n").size(), kMaxFoundKeywords);

  EXPECT_LE(found_in(kTea, SIZE_MAX).size(), 100U);
}

TEST(FoundKeywords, OfALongArticleAreThoseOfAllOfIt) {
  // The first quarter speaks of tea, the rest of railways.
  std::mt19937 random(3);
  const auto grow = [&](std::string& text, const char* about, std::size_t size) {
    std::vector<std::string> sentences;
    for (std::string_view rest = about; !rest.empty();) {
      const std::size_t end = rest.find("。");
      if (end == std::string_view::npos) break;
      sentences.emplace_back(rest.substr(0, end + 3));
      rest.remove_prefix(end + 3);
    }
    while (text.size() < size) {
      for (int i = 0; i < 5; ++i) text += sentences[random() % sentences.size()];
      text += "\n\n";
    }
  };
  std::string text;
  grow(text, kTea, 200'000);
  grow(text, kRail, 900'000);
  const Texts found = found_in(text, 20);
  EXPECT_TRUE(has(found, "焙火")) << joined(found);
  EXPECT_TRUE(has(found, "旅客")) << joined(found);
}

}  // namespace
}  // namespace shuye
