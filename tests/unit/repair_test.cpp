#include "shuye/repair.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "damage.h"
#include "repair/readings.h"
#include "shuye/article.h"
#include "shuye/clean.h"
#include "support.h"

namespace shuye {
namespace {

constexpr std::string_view kText =
    "巷口的舊書館\n\n"
    "巷口有一間舊書館，門前掛著一盞紅燈籠。老闆姓陳，年輕的時候在報館裡排過鉛字，後來報館關了門，"
    "他就把攢下來的舊書搬到這裡，開了這間書館。書館不大，三面牆都是書架，中間擺著一張長桌，桌上"
    "有一盞綠色的檯燈。\n\n"
    "下雨的日子，書館裡總有幾個人。有人翻舊雜誌，有人抄詩，也有人什麼都不做，只是聽雨聲。陳老闆"
    "從來不趕人，他說：「書頁翻得慢一點，日子就過得慢一點。」\n\n"
    "前年冬天，隔壁的燈具鋪關門了，有人勸他也把書館賣掉。他搖搖頭，把門口的燈籠換成新的，又在"
    "門上貼了一張紙：「書館照常開門，紙頁有價，時間無價。」那張紙後來發黃了，邊角捲起來，像一片"
    "舊書頁。\n\n"
    "我常常想，一間書館能留住的東西其實不多：幾頁紙，一盞燈，一個還記得舊事的人。可是每次經過"
    "巷口，看見門縫裡透出來的燈光，就覺得這條街還沒有老。\n";

const Damage::KeyReadings kKeys = {{"書", "shū"}, {"館", "guǎn"}, {"燈", "dēng"}, {"門", "mén"},
                                   {"紙", "zhǐ"}, {"頁", "yè"},   {"舊", "jiù"},  {"開", "kāi"}};

std::string mended(std::string_view text, TextRepairs* repairs = nullptr) {
  DecodedText decoded;
  decoded.text = text;
  TextRepairs made = repair(decoded, repair_packs());
  if (repairs != nullptr) *repairs = std::move(made);
  return decoded.text;
}

TEST(Repair, TakesReadingsAway) {
  const std::string damaged = Damage()(kText, kKeys);
  ASSERT_NE(damaged.find("書(shū)館(guǎn)"), std::string::npos);
  TextRepairs repairs;
  EXPECT_EQ(mended(damaged, &repairs), kText);
  ASSERT_FALSE(repairs.repairs.empty());
  EXPECT_EQ(repairs.repairs[0].rule, "reading");
  EXPECT_EQ(repairs.repairs[0].original, "舊(jiù)");
}

// The bytes of 數 stand across 當地, those of 驗 across 因為.
TEST(Repair, RealignsWhatAKeyPutOutOfStep) {
  const std::string text =
      std::string(kText) + "當地政府因為這間書館，寫了一份報告。因為當地人喜歡。\n";
  Damage::KeyReadings keys = kKeys;
  keys.push_back({"數", "shù"});
  keys.push_back({"驗", "yàn"});
  const std::string damaged = Damage()(text + "數一數，驗一驗。\n", keys);
  ASSERT_NE(damaged.find("當?shù)"), std::string::npos);
  ASSERT_NE(damaged.find("因?yàn)"), std::string::npos);
  EXPECT_EQ(mended(damaged), text + "數一數，驗一驗。\n");
}

// No character of the page shows that 驗 is a key.
TEST(Repair, FindsKeysThatAreNeverWhole) {
  const std::string text = std::string(kText) + "因為當地人喜歡。\n";
  Damage::KeyReadings keys = kKeys;
  keys.push_back({"驗", "yàn"});
  const std::string damaged = Damage()(text, keys);
  ASSERT_NE(damaged.find("因?yàn)"), std::string::npos);
  EXPECT_EQ(mended(damaged), text);
}

TEST(Repair, RealignsWhatAStopCut) {
  for (const std::string_view stop : {"，", "；", "！", "？", "。"}) {
    EXPECT_EQ(mended(Damage()(kText, kKeys, stop)), kText) << stop;
  }
  const std::string text = std::string(kText) + "規模化？極限的書館。\n";
  const std::string damaged = Damage()(text, kKeys, "；");
  ASSERT_NE(damaged.find("規?；"), std::string::npos);
  const std::string whole = mended(damaged);
  EXPECT_NE(whole.find("化？極限的書館"), std::string::npos) << whole;
}

TEST(Repair, GivesSwallowedMarkupBack) {
  std::string page;
  for (int i = 0; i < 3; ++i) {
    page += "<p>書館的燈亮著，門開著。他說：「書頁是舊的，紙也是舊的。」</p>\n";
  }
  const std::string damaged = Damage()(page, kKeys, "！");
  ASSERT_NE(damaged.find("?！?/p>"), std::string::npos);
  EXPECT_EQ(mended(damaged), page);
}

TEST(Repair, LeavesWholeTextsAlone) {
  for (const std::string& text : {
           std::string(kText),
           // A reading that an author gave.
           std::string("這本書我重(chóng)新讀了一遍，行(xíng)人還(hái)是很多，樂(yuè)聲不斷。"),
           std::string(
               "他擲了骰(tóu)子，又擲了骰(tóu)子，龜(guī)裂的牆上寫著讖(chèn)語，骰(tóu)子停了。"),
           // Every character, as in a textbook.
           std::string(
               "床(chuáng)前(qián)明(míng)月(yuè)光(guāng)，疑(yí)是(shì)地(dì)上(shàng)霜(shuāng)"
               "。"
               "舉(jǔ)頭(tóu)望(wàng)明(míng)月(yuè)，低(dī)頭(tóu)思(sī)故(gù)鄉(xiāng)。"),
           // Words, as in a lesson.
           std::string("學習(xuéxí)生詞：圖書館(túshūguǎn)、電燈(diàndēng)、門(mén)、紙(zhǐ)、開("
                       "kāi)門(mén)。"),
           // A list.
           std::string("門(mén)：door\n紙(zhǐ)：paper\n燈(dēng)：lamp\n書(shū)：book\n頁(yè)"
                       "：page\n舊(jiù)：old\n"),
           std::string("學繁體字：門(mén)、紙(zhǐ)、燈(dēng)、書(shū)、頁(yè)、舊(jiù)、館(guǎn)"
                       "、開(kāi)。"),
       }) {
    TextRepairs repairs;
    EXPECT_EQ(mended(text, &repairs), text);
    EXPECT_TRUE(repairs.repairs.empty());
    EXPECT_TRUE(repairs.warnings.empty());
  }
}

// The bytes of keys are found across characters everywhere; here no reading follows them.
TEST(Repair, LeavesReadingsOfEveryOccurrenceAloneWhereBytesWereNotReplaced) {
  std::string lesson(kText);
  for (const auto& [key, reading] : kKeys) {
    for (std::size_t at = 0; (at = lesson.find(key, at)) != std::string::npos;) {
      at += key.size();
      lesson.insert(at, "(" + std::string(reading) + ")");
    }
  }
  lesson += "當地當地當地，因為因為因為，數(shù)數(shù)，驗(yàn)驗(yàn)。";
  EXPECT_EQ(mended(lesson), lesson);
}

TEST(Repair, AsksForPacksOnlyWhereTextLooksDamaged) {
  EXPECT_TRUE(packs_for_repair(kText).empty());
  const std::string damaged = Damage()(kText, kKeys);
  Opening opening(damaged);
  const auto missing = opening.missing({});
  ASSERT_TRUE(missing);
  EXPECT_EQ(*missing, (std::vector<std::string_view>{"gb18030", "readings"}));
  // Without them the article is read as it is.
  const auto article = std::move(opening).article({});
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->document().repairs.empty());
  ASSERT_EQ(article->document().warnings.size(), 1U);
  EXPECT_EQ(article->document().warnings[0].rule, "not-repaired");
}

TEST(Repair, FlagsWhatIsLost) {
  TextRepairs repairs;
  const std::string whole = mended(Damage()("😀" + std::string(kText), kKeys), &repairs);
  EXPECT_EQ(whole.substr(0, 2), "??");
  ASSERT_EQ(repairs.warnings.size(), 1U);
  EXPECT_EQ(repairs.warnings[0].rule, "unmended");
  EXPECT_EQ(repairs.warnings[0].offset, 0U);
}

TEST(Repair, IsTakenBackOneByOne) {
  const std::string text =
      std::string(kText) + "\n一間**舊書館**和*燈*，[開門](https://example.com/)的。\n";
  auto article = Article::open(Damage()(text, kKeys), {Format::markdown, "", ""}, repair_packs());
  ASSERT_TRUE(article);
  const std::vector<TraceEntry> trace = trace_of(article->document());
  std::size_t taken_back = 0;
  for (const TraceEntry& entry : trace) {
    if (entry.kind != TraceKind::repair) continue;
    const Block& block = article->document().blocks[entry.block];
    ASSERT_TRUE(entry.place) << entry.original;
    EXPECT_EQ(block.text.substr(entry.place->begin, entry.place->size()), entry.replacement);
  }
  for (const TraceEntry& entry : trace) {
    if (entry.kind != TraceKind::repair) continue;
    ASSERT_TRUE(article->restore(entry.id));
    ++taken_back;
  }
  EXPECT_GT(taken_back, 40U);
  for (const TraceEntry& entry : trace_of(article->document())) {
    EXPECT_TRUE(entry.kind != TraceKind::repair || entry.restored);
  }
  const Block& last = article->document().blocks.back();
  EXPECT_EQ(last.text, "一間舊(jiù)書(shū)館(guǎn)和燈(dēng)，開(kāi)門(mén)的。");
  ASSERT_EQ(last.spans.size(), 3U);
  EXPECT_EQ(last.text.substr(last.spans[0].begin, last.spans[0].end - last.spans[0].begin),
            "舊(jiù)書(shū)館(guǎn)");
  EXPECT_EQ(last.text.substr(last.spans[2].begin, last.spans[2].end - last.spans[2].begin),
            "開(kāi)門(mén)");
}

TEST(Repair, TakesBoundedTimeWhateverThePageHolds) {
  const std::string damaged = Damage()(kText, kKeys);
  for (const std::string_view part :
       {"?", "??；", "書?", "?，書", "(yàn)", "?yàn)", "龍", "龍?！?"}) {
    std::string hostile = damaged;
    for (int i = 0; i < 40000; ++i) hostile += part;
    const std::clock_t begin = std::clock();
    EXPECT_GE(mended(hostile).size(), 10U);
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    EXPECT_LT(seconds, 20) << part;
  }
}

TEST(Readings, RejectsPayloadsThatAreNone) {
  EXPECT_EQ(Readings::read(""), nullptr);
  EXPECT_EQ(Readings::read(std::string("\xFF\xFF\xFF\xFF", 4)), nullptr);
  EXPECT_EQ(Readings::read(std::string("\1\0\1\0a", 5)), nullptr);
  const auto readings = repair_packs().data("readings")->table<Readings>();
  ASSERT_NE(readings, nullptr);
  EXPECT_TRUE(readings->reads(U'調', "diào"));
  EXPECT_TRUE(readings->reads(U'調', "tiáo"));
  EXPECT_FALSE(readings->reads(U'調', "shū"));
  EXPECT_TRUE(readings->is_traditional(U'調'));
  EXPECT_FALSE(readings->is_traditional(U'重'));
  EXPECT_GT(readings->commonness(U'的'), readings->commonness(U'譎'));
}

}  // namespace
}  // namespace shuye
